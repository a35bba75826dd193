// Who may: the secretariat or the chair. Changes: the vote is closed; tally, base and the list of who was there and voted
// are frozen, and the case moves on; who was there by a recorded ballot is marked in the session; a meeting that was over meanwhile ends. A rehearsal decides nothing, and its ballots are
// deleted. Refuses: an unknown vote; a count that depends on who is present, while neither a mark nor Teams says it of
// somebody. A repeat: the same result; two who close at once close it once.
import type { PresenceQuestion } from '../../ports.ts';
import { voteClosed } from '../../process/vote/casting.ts';
import { goesOn } from '../../process/meeting/session.ts';
import {
  countsPresence,
  mustBeAsked,
  presenceOf,
  presentAtClosing,
  type Said,
} from '../../process/vote/presence.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { secretariatOrChair } from '../../process/frame/roles.ts';
import { carriedBy, count, type Choice, type Count } from '../../process/vote/vote.ts';
import { closingSeats, freezePresence, placeOfVote, type ClosingSeat } from '../../store/vote/closing.ts';
import type { Db } from '../../store/frame/database.ts';
import { lockMeeting, meetingById, sessionOf } from '../../store/meeting/meetings.ts';
import { recordedIn } from '../../store/vote/recorded.ts';
import type { MeetingRow, SessionRow, VoteRow } from '../../store/schema.ts';
import { closeVoteRow, dropBallots, lockVote, voteById } from '../../store/vote/votes.ts';
import { act, personOf, type Asking, type Call, type Given } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { markSeat } from './marking.ts';
import { moveCase } from './moveCase.ts';
import { tellResult } from './tellResult.ts';

const about = { voteId: id };
type About = Given<typeof about>;

interface State {
  vote: VoteRow;
  seats: ClosingSeat[];
  session: SessionRow;
  meeting: MeetingRow;
  /** Teams can be asked who is in the meeting. */
  askable: boolean;
}

/**
 * Asks Teams who is there, when the count depends on a seat that neither voted nor was marked; of all seats, since the
 * others tell whether anybody is still in the call.
 */
async function question(db: Db, { voteId }: About): Promise<PresenceQuestion | null> {
  const vote = await voteById(db, voteId);
  if (!vote || vote.closedAt || !countsPresence(vote.rule)) return null;
  const place = await placeOfVote(db, voteId);
  const seats = await closingSeats(db, voteId);
  const objectIds = seats.flatMap((seat) => seat.objectIds);
  return place && seats.some(mustBeAsked) ? { ...place, objectIds } : null;
}

async function load({ trx, about: { voteId }, hold }: Asking<About>): Promise<State | Refusal> {
  const vote = await hold(lockVote, voteById, voteId);
  if (!vote) return refuse('notFound');
  const session = await sessionOf(trx, vote.sessionId);
  const meeting = (await meetingById(trx, session.meetingId))!;
  const askable = (await placeOfVote(trx, voteId)) !== null;
  return { vote, seats: await closingSeats(trx, voteId), session, meeting, askable };
}

/** Teams is asked of the call that it holds now: of a session that is over it says nothing, also when the meeting has begun again. */
function saidOf({ session, meeting, askable }: State, { presence, now }: Call): Said {
  if (!askable) return null;
  return goesOn(session, meeting, now) ? presence : {};
}

function decide(state: State, call: Call): Refusal | null {
  const { vote, seats } = state;
  if (!countsPresence(vote.rule)) return null;
  const said = saidOf(state, call);
  const unclear = seats.filter((seat) => presenceOf(seat, said) === 'unknown');
  const organisations = unclear.map((seat) => seat.organisationName);
  return unclear.length > 0 ? refuse('presenceUnclear', { organisations }) : null;
}

const answer = (voteId: string, result: Count, carried: boolean | null) => ({
  voteId,
  outcome: result.outcome,
  carried,
  tally: result.tally,
  base: result.base,
});

/** Who was there by a ballot that was recorded for them: sealed with it until now, and from here on a mark like any other. */
async function enterRecorded(call: Call, { id: voteId }: VoteRow, session: SessionRow): Promise<void> {
  const { id: sessionId, meetingId } = session;
  await lockMeeting(call.trx, meetingId);
  for (const organisationId of await recordedIn(call.trx, voteId))
    await markSeat(call, { meetingId, sessionId, organisationId, present: true });
}

async function apply(state: State, call: Call): Promise<ReturnType<typeof answer>> {
  const { vote, seats, session } = state;
  const { trx, doer, now, record, enqueue } = call;
  const said = saidOf(state, call);
  const cast = seats.map((seat) => ({
    organisationId: seat.organisationId,
    choice: seat.choice,
    present: presentAtClosing(seat, said),
  }));
  const ballots = cast.flatMap(({ choice }): Choice[] => (choice ? [choice] : []));
  const presentWithoutBallot = cast.filter((seat) => seat.present && !seat.choice).length;
  const result = count(vote.rule, ballots, { entitled: seats.length, presentWithoutBallot });
  const carried = carriedBy(result.outcome);
  await closeVoteRow(trx, vote.id, { closedAt: now, closedBy: personOf(doer), result, carried });
  if (carried !== null) await moveCase(trx, vote, carried);
  await enterRecorded(call, vote, session);
  await freezePresence(trx, vote.id, cast);
  const { id: voteId, rehearsal, caseId } = vote;
  if (rehearsal) await dropBallots(trx, voteId);
  record(caseId, 'voteClosed', { voteId, rehearsal, ...result, carried, cast: rehearsal ? [] : cast });
  await tellResult(call, vote, '');
  enqueue('refreshCards', { about: { kind: 'vote', id: voteId } });
  // Not here: whoever ends a meeting holds it and then looks at its votes.
  if (session.overAt) enqueue('endSessions', {});
  return answer(voteId, result, carried);
}

export const closeVote = act({
  name: 'closeVote',
  may: secretariatOrChair,
  about,
  question,
  load,
  already: ({ vote }) => vote.result && answer(vote.id, vote.result, vote.carried),
  open: ({ vote: { closedAt } }) => (closedAt ? voteClosed(closedAt) : null),
  decide,
  apply,
});
