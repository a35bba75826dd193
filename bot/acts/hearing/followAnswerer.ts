import { proposalState } from '../../process/hearing/joint.ts';
import { answererOf } from '../../process/people/organisation.ts';
import { proposalsTo } from '../../store/hearing/joint.ts';
import { holdHearingsOf, type WaitingHearing } from '../../store/hearing/waiting.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import type { Change, Follower, Telling } from '../people/following.ts';

/** Whoever answers from now on, and did not before, is told of the hearings that are open. */
async function tell(
  { trx, now }: Telling,
  { organisationId, before, after }: Change,
  hearings: WaitingHearing[],
): Promise<void> {
  const answerer = answererOf(after, organisationId);
  if (!answerer || answerer.personId === answererOf(before, organisationId)?.personId) return;
  const occasion = now.toISOString();
  for (const { id, answered } of hearings) {
    const about = { kind: 'hearing', id } as const;
    const invitation = { message: 'hearingInvitation', about, occasion } as const;
    if (!answered) await tellPeople(trx, [answerer.personId], invitation, now);
    // A proposal waits also where an answer of its own stands meanwhile.
    const proposals = await proposalsTo(trx, id, organisationId);
    for (const { senderId } of proposals.filter((one) => proposalState(one) === 'waiting')) {
      const asked = { message: 'jointProposed', about, occasion: `${senderId} ${occasion}` } as const;
      await tellPeople(trx, [answerer.personId], asked, now);
    }
  }
}

export const followAnswerer: Follower<WaitingHearing[]> = { hold: holdHearingsOf, tell };
