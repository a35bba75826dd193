import { answererOf, type AppointmentRole } from '../process/organisation.ts';
import { tellPeople } from '../store/deliveries.ts';
import { proposalsTo } from '../store/joint.ts';
import type { Appointed } from '../store/people.ts';
import type { Waiting } from '../store/replacing.ts';
import type { Call } from './act.ts';

interface Replaced {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  /** Who held what before. */
  held: Appointed[];
}

/**
 * Whoever takes over while something is open is told of it: the new representative of the votes, whoever answers from now
 * on of the hearings. The former representative is told whose the seat is.
 */
export async function tellReplaced(
  { trx, now }: Pick<Call<unknown>, 'trx' | 'now'>,
  { organisationId, role, personId, held }: Replaced,
  { votes, hearings }: { votes: Waiting[]; hearings: Waiting[] },
): Promise<void> {
  const occasion = now.toISOString();
  const before = held.find((one) => one.role === role)?.personId ?? null;
  if (role === 'representative' && before !== personId)
    for (const { id: voteId, revisionId } of votes) {
      const about = { voteId, revisionId, occasion };
      await tellPeople(trx, [personId], { message: 'voteOpened', ...about }, now);
      if (before) await tellPeople(trx, [before], { message: 'seatReplaced', ...about }, now);
    }
  const others = held.filter((one) => one.role !== role);
  const answerer = answererOf([...others, { organisationId, role, personId }], organisationId);
  if (answerer?.personId === answererOf(held, organisationId)?.personId || !answerer) return;
  for (const { id: hearingId, revisionId } of hearings) {
    const subject = { hearingId, revisionId };
    await tellPeople(trx, [answerer.personId], { message: 'hearingInvitation', ...subject, occasion }, now);
    for (const { senderId } of await proposalsTo(trx, hearingId, organisationId)) {
      const asked = { message: 'jointProposed' as const, ...subject, occasion: `${senderId} ${occasion}` };
      await tellPeople(trx, [answerer.personId], asked, now);
    }
  }
}
