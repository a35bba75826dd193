import { proposalState } from '../../process/hearing/joint.ts';
import { answererOf, representativeOf, type AppointmentRole } from '../../process/people/organisation.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { proposalsTo } from '../../store/hearing/joint.ts';
import { appointments, type Appointed } from '../../store/people/people.ts';
import { holdOpen, type Waiting, type WaitingHearing } from '../../store/hearing/replacing.ts';
import type { Call } from '../frame/act.ts';
import { tellVacant } from './vacant.ts';

type Telling = Pick<Call<unknown>, 'trx' | 'now'>;
type Held = Pick<Appointed, 'organisationId' | 'role' | 'personId' | 'left'>[];
interface Open {
  votes: Waiting[];
  hearings: WaitingHearing[];
}

/** Instead of what is held: it changes no answer to a button. */
export const nothingOpen = (): Promise<Open> => Promise.resolve({ votes: [], hearings: [] });

interface Replaced {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  /** Who held what before. */
  held: Appointed[];
}

const tellOfVotes = async (
  { trx, now }: Telling,
  personId: string,
  votes: Waiting[],
  message: 'voteOpened' | 'seatReplaced',
) => {
  for (const { id: voteId, revisionId } of votes)
    await tellPeople(trx, [personId], { message, voteId, revisionId, occasion: now.toISOString() }, now);
};

/** Whoever answers from now on, and did not before, is told of the hearings that are open. */
async function tellAnswerer(
  { trx, now }: Telling,
  { organisationId, before, after }: { organisationId: string; before: Held; after: Held },
  hearings: WaitingHearing[],
): Promise<void> {
  const answerer = answererOf(after, organisationId);
  if (!answerer || answerer.personId === answererOf(before, organisationId)?.personId) return;
  const occasion = now.toISOString();
  for (const { id: hearingId, revisionId, answered } of hearings) {
    const subject = { hearingId, revisionId };
    const invitation = { message: 'hearingInvitation' as const, ...subject, occasion };
    if (!answered) await tellPeople(trx, [answerer.personId], invitation, now);
    // A proposal waits also where an answer of its own stands meanwhile.
    const proposals = await proposalsTo(trx, hearingId, organisationId);
    for (const { senderId } of proposals.filter((one) => proposalState(one) === 'waiting')) {
      const asked = { message: 'jointProposed' as const, ...subject, occasion: `${senderId} ${occasion}` };
      await tellPeople(trx, [answerer.personId], asked, now);
    }
  }
}

/**
 * Whoever takes over while something is open is told of it: the new representative of the votes, whoever answers from now
 * on of the hearings. The former representative is told whose the seat is.
 */
export async function tellReplaced(
  call: Telling,
  { organisationId, role, personId, held }: Replaced,
  { votes, hearings }: Open,
): Promise<void> {
  const before = held.find((one) => one.role === role)?.personId ?? null;
  if (role === 'representative' && before !== personId) {
    await tellOfVotes(call, personId, votes, 'voteOpened');
    if (before) await tellOfVotes(call, before, votes, 'seatReplaced');
  }
  const others = held.filter((one) => one.role !== role);
  const after = [...others, { organisationId, role, personId, left: false }];
  await tellAnswerer(call, { organisationId, before: held, after }, hearings);
}

/**
 * After somebody has left an organisation, or has come back: whoever answers in their place is told of what is open, and
 * the secretariat at once where nobody is left who can answer or vote.
 */
async function tellMoved(
  call: Telling,
  { organisationId, before }: { organisationId: string; before: Appointed[] },
  { votes, hearings }: Open,
): Promise<void> {
  const after = await appointments(call.trx, organisationId);
  await tellAnswerer(call, { organisationId, before, after }, hearings);
  const seat = representativeOf(after, organisationId);
  if (seat && !representativeOf(before, organisationId))
    await tellOfVotes(call, seat.personId, votes, 'voteOpened');
  const vacated = [answererOf, representativeOf].some(
    (holder) => holder(before, organisationId) && !holder(after, organisationId),
  );
  if (vacated) await tellVacant(call, {}, `${organisationId} ${call.now.toISOString()}`);
}

/**
 * Makes a change of who is there for these organisations, at a time when all that is under way is done, and tells of it.
 * Whoever it is about is held already.
 */
export async function telling<T>(
  call: Telling & Pick<Call<unknown>, 'time'>,
  organisationIds: string[],
  change: () => Promise<T>,
): Promise<T> {
  const held: { organisationId: string; before: Appointed[]; open: Open }[] = [];
  for (const organisationId of organisationIds.toSorted()) {
    const open = await holdOpen(call.trx, organisationId, call.now);
    held.push({ organisationId, before: await appointments(call.trx, organisationId), open });
  }
  await call.time();
  const changed = await change();
  for (const { open, ...moved } of held) await tellMoved(call, moved, open);
  return changed;
}
