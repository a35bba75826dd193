import { representativeOf } from '../../process/people/organisation.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { holdVotesOf, type WaitingVote } from '../../store/vote/waiting.ts';
import type { Change, Follower, Telling } from '../people/following.ts';

const tellOfVotes = async (
  { trx, now }: Telling,
  personId: string,
  votes: WaitingVote[],
  message: 'voteOpened' | 'seatReplaced',
) => {
  for (const { id } of votes) {
    const about = { kind: 'vote', id } as const;
    await tellPeople(trx, [personId], { message, about, occasion: now.toISOString() }, now);
  }
};

/** The new representative is told of the votes that are open; the former one, whose the seat is. */
async function tell(
  call: Telling,
  { organisationId, before, after, appointed }: Change,
  votes: WaitingVote[],
): Promise<void> {
  if (!appointed) {
    const seat = representativeOf(after, organisationId);
    const had = representativeOf(before, organisationId);
    return seat && !had ? tellOfVotes(call, seat.personId, votes, 'voteOpened') : undefined;
  }
  const { role, personId } = appointed;
  const former = before.find((one) => one.role === 'representative')?.personId ?? null;
  if (role !== 'representative' || former === personId) return;
  await tellOfVotes(call, personId, votes, 'voteOpened');
  if (former) await tellOfVotes(call, former, votes, 'seatReplaced');
}

export const followSeat: Follower<WaitingVote[]> = { hold: holdVotesOf, tell };
