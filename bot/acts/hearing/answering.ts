import { cameAt, cameBefore, type Channel } from '../../process/hearing/hearing.ts';
import { isAnothers, isBesideInTime, positionOf } from '../../process/hearing/changing.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { isSecretariat, organisationOf, type Doer } from '../../process/frame/roles.ts';
import { versionById } from '../../store/case/cases.ts';
import { commentCounts } from '../../store/hearing/handedIn.ts';
import { hearingById, setPosition } from '../../store/hearing/hearings.ts';
import { enterHearing, standingOf, type Entered } from '../../store/hearing/standing.ts';
import type { Trx } from '../../store/frame/database.ts';
import type { Asking, Call, Door } from '../frame/act.ts';
import { toDate } from '../frame/input.ts';

/** What the acts of an organisation in a hearing have in common: whose, until when, and through which door. */
export interface Answering extends Entered {
  organisationId: string;
  clauses: { number: string }[];
}

/** The secretariat types for whom it names; everybody else speaks for their own organisation only. */
export function speaksFor(doer: Doer, named: string | undefined): string | Refusal {
  const own = organisationOf(doer);
  if (isSecretariat(doer) && named) return named;
  if (!own) return refuse(isSecretariat(doer) ? 'organisationNeeded' : 'notRegistered');
  return named && named !== own ? refuse('notYourOrganisation') : own;
}

export async function loadAnswering(
  { trx, hold }: Asking,
  hearingId: string,
  organisationId: string,
  mode: 'share' | 'exclusive',
): Promise<Answering | Refusal> {
  const entered = await hold(enterHearing, lookIn, { hearingId, organisationId }, mode);
  if (!entered?.standing.organisationName) return refuse('notFound');
  const clauses = (await versionById(trx, entered.hearing.versionId))?.clauses ?? [];
  return { ...entered, organisationId, clauses };
}

async function lookIn(
  trx: Trx,
  { hearingId, organisationId }: { hearingId: string; organisationId: string },
): Promise<Entered | null> {
  const hearing = await hearingById(trx, hearingId);
  return hearing && { hearing, standing: await standingOf(trx, hearingId, organisationId) };
}

type Received = Call<unknown, { receivedAt?: string | undefined }>;

/** It comes late, and what was answered in time stands, whatever comes beside it. */
export const besideInTime = ({ hearing, standing }: Answering, call: Received): boolean =>
  isBesideInTime(standing, hearing.deadline, arrivalOf(call));

/** When it came: only the secretariat says of a mail that it came before it is typed in. */
export const arrivalOf = ({ doer, now, form }: Received): Date =>
  cameAt(isSecretariat(doer) && form.receivedAt ? toDate(form.receivedAt) : null, now);

/** A time that was typed wrong would make a late mail one of in time, unasked. */
export function cameTooEarly({ hearing }: Answering, { doer, form }: Received): Refusal | null {
  if (!isSecretariat(doer) || !form.receivedAt) return null;
  if (!cameBefore(hearing.opensAt, toDate(form.receivedAt))) return null;
  return refuse('receivedBeforeOpening', { openedAt: hearing.opensAt.toISOString() });
}

/** What the trail says of it: of what came here it has the time itself. */
export const arrivalTold = (channel: Channel, at: Date): { receivedAt?: string } =>
  channel === 'mail' ? { receivedAt: at.toISOString() } : {};

/** What the secretariat types in came by mail. */
export const channelOf = (door: Door, doer: Doer): Channel =>
  isSecretariat(doer) ? 'mail' : door === 'card' ? 'card' : 'tab';

/**
 * A submitted answer says whether there are remarks, so it follows when its remarks come or go; drafts are none, and what
 * comes late is none of an answer's that came in time. One that is another's says what that one says.
 */
export async function alignPosition(
  { hearing, organisationId, standing }: Answering,
  call: Call,
  remark: { late: boolean },
): Promise<void> {
  if (!standing.position || isAnothers(standing, organisationId)) return;
  if (standing.late === false && remark.late) return;
  const position = positionOf(standing, await commentCounts(call.trx, hearing.id, organisationId));
  if (position === standing.position) return;
  await setPosition(call.trx, hearing.id, organisationId, position);
  call.record(hearing.caseId, 'answerChanged', { hearingId: hearing.id, organisationId, position });
}
