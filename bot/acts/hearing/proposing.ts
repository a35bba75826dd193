import { isAnothers } from '../../process/hearing/changing.ts';
import { consequenceOf } from '../../process/hearing/joint.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { answererOf } from '../../process/people/organisation.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { answerOf } from '../../store/hearing/hearings.ts';
import {
  askedBy,
  boundTo,
  dropProposal,
  markDeclined,
  putProposal,
  unbindFrom,
  wordsOf,
  type Asked,
} from '../../store/hearing/joint.ts';
import { restoreOwn } from '../../store/hearing/ownAnswer.ts';
import { appointments } from '../../store/people/people.ts';
import type { HearingRow } from '../../store/schema.ts';
import type { MessageKind } from '../../process/reach/messages.ts';
import type { Call } from '../frame/act.ts';
import type { Answering } from './answering.ts';

interface Pair {
  hearing: HearingRow;
  senderId: string;
  organisationId: string;
}

const idsOf = ({ hearing, senderId, organisationId }: Pair) => ({
  hearingId: hearing.id,
  senderId,
  organisationId,
});

/** Tells whoever answers for an organisation; `occasion` says about whom, of when, and what. */
async function tell(
  { trx, now }: Call,
  message: MessageKind,
  { hearing, to, about, what = '' }: { hearing: HearingRow; to: string; about: string; what?: string },
): Promise<void> {
  const answerer = answererOf(await appointments(trx), to);
  const occasion = [about, now.toISOString(), what].join(' ').trim();
  if (answerer)
    await tellPeople(
      trx,
      [answerer.personId],
      { message, about: { kind: 'hearing', id: hearing.id }, occasion },
      now,
    );
}

/** What was decided is told to the sender, and to nobody else. */
export const tellSender = (
  call: Call,
  { hearing, senderId, organisationId }: Pair,
  what: 'accepted' | 'declined',
): Promise<void> => tell(call, 'jointDecided', { hearing, to: senderId, about: organisationId, what });

/** Out of a joint answer: whatever had been answered before stands again, and the trail says so, also where nothing had. */
export async function standAlone(
  { trx, now, record }: Call,
  { hearing, organisationId }: Pick<Pair, 'hearing' | 'organisationId'>,
): Promise<void> {
  const answer = await restoreOwn(trx, hearing, organisationId, now);
  record(hearing.caseId, 'answerAlone', {
    hearingId: hearing.id,
    organisationId,
    position: answer?.position ?? null,
    reservation: answer?.reservation ?? null,
    late: answer?.late ?? null,
    channel: answer?.channel ?? null,
    submittedAt: answer?.submittedAt.toISOString() ?? null,
    submittedBy: answer?.submittedBy ?? null,
  });
}

/** What both were told of it in their own chats follows. */
export function refreshBoth({ enqueue }: Call, { hearing, senderId, organisationId }: Pair): void {
  enqueue('refreshOwn', { hearingId: hearing.id, organisationId });
  enqueue('refreshOwn', { hearingId: hearing.id, organisationId: senderId });
}

async function ask(call: Call, pair: Pair, words: string, again: boolean): Promise<void> {
  const { hearing, senderId, organisationId } = pair;
  await putProposal(call.trx, idsOf(pair), { words, at: call.now, fell: again });
  await tell(call, 'jointProposed', { hearing, to: organisationId, about: senderId });
}

async function end(call: Call, pair: Pair, declined: boolean): Promise<void> {
  const { hearing, senderId, organisationId } = pair;
  const was = await unbindFrom(call.trx, idsOf(pair));
  await dropProposal(call.trx, idsOf(pair));
  call.record(hearing.caseId, 'jointEnded', idsOf(pair));
  if (was) await standAlone(call, pair);
  refreshBoth(call, pair);
  if (!declined) await tell(call, 'jointEnded', { hearing, to: organisationId, about: senderId });
}

interface Named {
  named: boolean;
  anew: boolean;
  words: string;
  asked: Asked | null;
  bound: boolean;
}

/** One that was named, is named, or both. */
async function settleOne(call: Call, pair: Pair, state: Named): Promise<void> {
  const { record, trx } = call;
  const { words, asked } = state;
  const declined = asked?.declinedAt != null;
  const follows = consequenceOf({ ...state, declined, asked: asked?.words ?? null });
  if (follows === 'end') return end(call, pair, declined);
  if (follows === 'none') return;
  const fell = await unbindFrom(trx, idsOf(pair));
  refreshBoth(call, pair);
  await ask(call, pair, words, fell);
  if (fell || declined) record(pair.hearing.caseId, 'jointLapsed', idsOf(pair));
  else if (follows === 'ask') record(pair.hearing.caseId, 'jointProposed', idsOf(pair));
  if (fell) await standAlone(call, pair);
}

const nobody: ReadonlySet<string> = new Set();

/**
 * After anything that the sender did to its answer, behind its door: who is newly named is asked, who was asked about
 * other words is asked anew, who is no longer named is told so. `anew`: whom it has named this moment, so that also who
 * said no is asked once more. After the deadline what was accepted stands, and who is named then is only noted.
 */
export async function settleProposals(
  call: Call,
  hearing: HearingRow,
  senderId: string,
  anew: ReadonlySet<string> = nobody,
): Promise<void> {
  const { trx, now } = call;
  // In this order: another act of the same sender that is under way has changed the words when the lock is had.
  const asked = new Map((await askedBy(trx, hearing.id, senderId)).map((one) => [one.organisationId, one]));
  const answer = await answerOf(trx, hearing.id, senderId);
  const named = new Set(answer && !isAnothers(answer, senderId) ? answer.jointWith : []);
  const bound = new Set(await boundTo(trx, hearing.id, senderId));
  const all = [...new Set([...asked.keys(), ...named, ...bound])].toSorted();
  if (all.length === 0 || !isOpen(hearing.deadline, now)) return;
  const words = (await wordsOf(trx, hearing.id, senderId))?.fingerprint ?? '';
  for (const organisationId of all)
    await settleOne(
      call,
      { hearing, senderId, organisationId },
      {
        named: named.has(organisationId),
        anew: anew.has(organisationId),
        bound: bound.has(organisationId),
        asked: asked.get(organisationId) ?? null,
        words,
      },
    );
}

/** Comments are part of what a co-sender put its name to. */
export async function proposalsFollow({ hearing, organisationId, standing }: Answering, call: Call) {
  if (standing.proposes) await settleProposals(call, hearing, organisationId);
}

/** An organisation that was part of another's answer has one of its own now, or another's: the sender is told. */
export async function partFrom(
  call: Call,
  hearing: HearingRow,
  organisationId: string,
  senderId: string | null,
): Promise<void> {
  if (!senderId || !isAnothers({ senderId }, organisationId)) return;
  const pair = { hearing, senderId, organisationId };
  const words = (await wordsOf(call.trx, hearing.id, senderId))?.fingerprint ?? '';
  await markDeclined(call.trx, idsOf(pair), words, call.now);
  call.record(hearing.caseId, 'jointDeclined', idsOf(pair));
  refreshBoth(call, pair);
  await tellSender(call, pair, 'declined');
}
