// Who may: the secretariat. Changes: a hearing is open until its deadline; everyone heard gets an invitation; of whom
// nobody can answer, the secretariat is told.
// Refuses: what the gate "open a hearing" misses; short or across July needs a reason, which is logged.
// A repeat with the same key: the same hearing, nobody told twice.
import { z } from 'zod';
import { hearingKinds } from '../../process/hearing/hearing.ts';
import { openingFacts, openingGate } from '../../process/hearing/opening.ts';
import { passGate, refuse } from '../../process/frame/refusals.ts';
import { courseOf } from '../../process/case/kinds.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockCase, caseById, setCaseState, versionById, versionsOf } from '../../store/case/cases.ts';
import { hearingsOf, insertHearing, numberHearing, unansweredIn } from '../../store/hearing/hearings.ts';
import { organisations } from '../../store/people/people.ts';
import { act, personOf, type Asking, type Given } from '../frame/act.ts';
import { id, longText, moment, reason, toDate } from '../frame/input.ts';
import { tellEveryoneHeard } from './tellHeard.ts';
import { tellOfUnasked } from './unasked.ts';

const about = { revisionId: id, kind: z.enum(hearingKinds), versionId: id };
const form = { letter: longText, deadline: moment, reason };
type Asked = Asking<{ revisionId: string } & Partial<Given<typeof about>>>;

async function load({ trx, about: asked, hold, time }: Asked) {
  const found = await hold(lockCase, caseById, asked.revisionId);
  if (!found) return refuse('notFound');
  const version = asked.versionId ? await versionById(trx, asked.versionId) : null;
  if (asked.versionId && version?.caseId !== found.id) return refuse('versionElsewhere');
  const hearings = await hearingsOf(trx, found.id);
  const ids = hearings.map(({ id: hearingId }) => hearingId);
  const of = {
    kind: asked.kind ?? 'internal',
    caseKind: found.kind,
    documents: version ? [version] : await versionsOf(trx, found.id),
    hearings,
    waiting: await unansweredIn(trx, ids),
  };
  return { case: found, facts: openingFacts(of, await time()) };
}

export const openHearing = act({
  name: 'openHearing',
  may: secretariat,
  about,
  later: ['kind', 'versionId'],
  form,
  load,
  open: ({ facts }, { now }) => passGate(openingGate({ ...facts, opensAt: now, deadline: null }), null),
  decide({ facts }, { form: asked, now }) {
    const deadline = toDate(asked.deadline);
    if (deadline <= now) return refuse('deadlinePassed');
    return passGate(openingGate({ ...facts, opensAt: now, deadline }), asked.reason);
  },
  async apply(state, call) {
    const {
      trx,
      about: { kind, versionId },
      form: asked,
      doer,
      now,
      record,
    } = call;
    const { id: caseId, kind: of, state: before } = state.case;
    const heard = (await organisations(trx)).map((one) => one.id);
    const deadline = toDate(asked.deadline);
    const passed = openingGate({ ...state.facts, opensAt: now, deadline }).map((finding) => finding.code);
    const values = {
      kind,
      versionId,
      letter: asked.letter,
      reason: asked.reason ?? null,
    };
    const row = {
      caseId,
      ...values,
      opensAt: now,
      deadline,
      originalDeadline: null,
    };
    const hearingId = await insertHearing(trx, { ...row, createdBy: personOf(doer) }, heard);
    const next = courseOf(of).afterDraft(before);
    if (next !== before) await setCaseState(trx, caseId, next);
    const invitation = { message: 'hearingInvitation', about: { kind: 'hearing', id: hearingId } } as const;
    const told = await tellEveryoneHeard(call, heard, invitation);
    await tellOfUnasked(call, hearingId, '');
    const number = await numberHearing(trx, hearingId);
    record(caseId, 'hearingOpened', {
      hearingId,
      number,
      ...values,
      deadline: deadline.toISOString(),
      heard,
      told,
      passed,
    });
    return { hearingId, ref: `H${number}` };
  },
});
