import { rowsOf, type Trx } from '../frame/database.ts';
import { isOpen } from './open.ts';
import { holdDoors } from './standing.ts';

/** An open hearing that a member is heard in. */
export interface WaitingHearing {
  id: string;
  answered: boolean;
}

const selectHearings = `
  select h.id,
    exists (select from answer a where a.hearing_id = h.id and a.organisation_id = $1) as answered
  from hearing h join heard k on k.hearing_id = h.id and k.organisation_id = $1
  where ${isOpen('h', '$2')} order by h.id`;
const closeDoors = holdDoors('pg_advisory_xact_lock');

/** Answers that are being submitted are waited for; those after them find the change. */
export async function holdHearingsOf(trx: Trx, organisationId: string, now: Date): Promise<WaitingHearing[]> {
  const open = await rowsOf<WaitingHearing>(trx, selectHearings, [organisationId, now]);
  const hearings = open.map(({ id }) => id);
  await rowsOf(trx, closeDoors, [hearings, hearings.map(() => organisationId)]);
  // Somebody may have answered before the door was held.
  return rowsOf<WaitingHearing>(trx, selectHearings, [organisationId, now]);
}
