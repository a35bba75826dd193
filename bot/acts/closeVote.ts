// Who may: the secretariat or the chair. Changes: the vote is closed; tally, base and the list of who voted are frozen,
// and the case moves on. A rehearsal is closed and decides nothing. Refuses: an unknown vote.
// A repeat: an already closed vote answers with the same result; two who close at once close it once.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariatOrChair } from '../process/roles.ts';
import { stateAfterVote } from '../process/revision.ts';
import { carriedBy, count, type Choice, type Count } from '../process/vote.ts';
import { setRevisionState } from '../store/cases.ts';
import { tellConversation, tellPeople } from '../store/deliveries.ts';
import type { VoteRow } from '../store/schema.ts';
import { closeVoteRow, electorateOf, lockVote, voteById, votersOf, votesOf } from '../store/votes.ts';
import { meetingById } from '../store/meetings.ts';
import { act, personOf, type Call } from './act.ts';
import { id } from './input.ts';

const input = z.object({ voteId: id });

/** The result goes to the meeting's chat and to everyone with a seat, the absent among them. */
export async function tellResult(
  { trx, now }: Call<unknown>,
  vote: VoteRow,
  occasion: string,
): Promise<void> {
  const listed = (await votesOf(trx, { revisionId: vote.revisionId })).find((one) => one.id === vote.id);
  const meeting = listed && (await meetingById(trx, listed.meetingId));
  const telling = { message: 'voteResult' as const, voteId: vote.id, revisionId: vote.revisionId, occasion };
  if (meeting?.conversationId) await tellConversation(trx, meeting.conversationId, 'meeting', telling, now);
  if (!vote.rehearsal) await tellPeople(trx, await votersOf(trx, vote.id), telling, now);
}

const answer = (voteId: string, result: Count, carried: boolean | null) => ({
  voteId,
  outcome: result.outcome,
  carried,
  tally: result.tally,
  base: result.base,
});

async function close(vote: VoteRow, call: Call<{ voteId: string }>): Promise<ReturnType<typeof answer>> {
  const { trx, doer, now, record, enqueue } = call;
  const seats = await electorateOf(trx, vote.id);
  const ballots = seats.flatMap((seat) => (seat.choice ? [seat.choice as Choice] : []));
  const presentWithoutBallot = seats.filter((seat) => seat.present && !seat.cast).length;
  const result = count(vote.rule, ballots, { entitled: seats.length, presentWithoutBallot });
  const carried = carriedBy(result.outcome);
  await closeVoteRow(trx, vote.id, { closedAt: now, closedBy: personOf(doer), result, carried });
  if (!vote.rehearsal && carried !== null)
    await setRevisionState(trx, vote.revisionId, stateAfterVote(carried));
  const cast = seats.map(({ organisationId, choice, present }) => ({ organisationId, choice, present }));
  record(vote.revisionId, 'voteClosed', {
    voteId: vote.id,
    rehearsal: vote.rehearsal,
    ...result,
    carried,
    cast,
  });
  await tellResult(call, vote, '');
  enqueue('refreshCards', { voteId: vote.id });
  return answer(vote.id, result, carried);
}

export const closeVote = act({
  name: 'closeVote',
  may: secretariatOrChair,
  input,
  async load({ trx, input: asked, probe }) {
    const vote = await (probe ? voteById : lockVote)(trx, asked.voteId);
    return vote ? { vote } : refuse('notFound');
  },
  decide({ vote }, { probe }) {
    return probe && vote.closedAt ? refuse('voteClosed', { closedAt: vote.closedAt.toISOString() }) : null;
  },
  apply({ vote }, call) {
    if (vote.result) return Promise.resolve(answer(vote.id, vote.result, vote.carried));
    return close(vote, call);
  },
});
