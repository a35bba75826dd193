import { tellConversation, tellPeople } from '../../store/reach/deliveries.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import type { VoteRow } from '../../store/schema.ts';
import { votersOf, votesOf } from '../../store/vote/votes.ts';
import type { Asking } from '../frame/act.ts';

/** The result goes to the meeting's chat and to everyone with a seat, the absent among them. */
export async function tellResult({ trx, now }: Asking, vote: VoteRow, occasion: string): Promise<void> {
  const listed = (await votesOf(trx, vote.caseId)).find((one) => one.id === vote.id);
  const meeting = listed && (await meetingById(trx, listed.meetingId));
  const telling = { message: 'voteResult', about: { kind: 'vote', id: vote.id }, occasion } as const;
  if (meeting?.conversationId) await tellConversation(trx, meeting.conversationId, 'meeting', telling, now);
  if (!vote.rehearsal) await tellPeople(trx, await votersOf(trx, vote.id), telling, now);
}
