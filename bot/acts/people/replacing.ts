import { answererOf, representativeOf, type AppointmentRole } from '../../process/people/organisation.ts';
import { appointments, type Appointed } from '../../store/people/people.ts';
import type { Call } from '../frame/act.ts';
import { holdOpen, tellOf, type Open, type Telling } from './following.ts';
import { tellVacant } from './vacant.ts';

interface Replaced {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  /** Who held what before. */
  held: Appointed[];
}

/** Whoever takes over while something is open is told of it, and so is who held it before. */
export async function tellReplaced(
  call: Telling,
  { organisationId, role, personId, held }: Replaced,
  open: Open,
): Promise<void> {
  const others = held.filter((one) => one.role !== role);
  const after = [...others, { organisationId, role, personId, left: false }];
  await tellOf(call, { organisationId, before: held, after, appointed: { role, personId } }, open);
}

/**
 * After somebody has left an organisation, or has come back: whoever takes their place is told of what is open, and the
 * secretariat at once where nobody is left who can answer or vote.
 */
async function tellMoved(
  call: Telling,
  { organisationId, before }: { organisationId: string; before: Appointed[] },
  open: Open,
): Promise<void> {
  const after = await appointments(call.trx, organisationId);
  await tellOf(call, { organisationId, before, after }, open);
  const vacated = [answererOf, representativeOf].some(
    (holder) => holder(before, organisationId) && !holder(after, organisationId),
  );
  const about = { kind: 'organisation', id: organisationId } as const;
  if (vacated) await tellVacant(call, about, `${organisationId} ${call.now.toISOString()}`);
}

/**
 * Makes a change of who is there for these organisations, at a time when all that is under way is done, and tells of it.
 * Whoever it is about is held already.
 */
export async function telling<T>(
  call: Telling & Pick<Call, 'time'>,
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
