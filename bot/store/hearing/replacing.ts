import { rowsOf, type Trx } from '../frame/database.ts';
import { holdDoors } from './standing.ts';

/** An open vote that the organisation has a seat in, or an open hearing. */
export interface Waiting {
  id: string;
  revisionId: string;
}
export type WaitingHearing = Waiting & { answered: boolean };

const holdOrganisation = `select id from organisation where id = $1 for no key update`;
const holdVotes = `
  select v.id, v.revision_id from vote v
  where v.closed_at is null
    and exists (select from electorate e where e.vote_id = v.id and e.organisation_id = $1)
  order by v.id for no key update`;
const selectHearings = `
  select h.id, h.revision_id,
    exists (select from answer a where a.hearing_id = h.id and a.organisation_id = $1) as answered
  from hearing h join heard k on k.hearing_id = h.id and k.organisation_id = $1
  where h.deadline > $2 order by h.id`;
const closeDoors = holdDoors('pg_advisory_xact_lock');

/**
 * Holds what depends on who somebody is for an organisation: ballots and answers under way are waited for, those after
 * them find the change. Returns what is open to the organisation.
 */
export async function holdOpen(
  trx: Trx,
  organisationId: string,
  now: Date,
): Promise<{ votes: Waiting[]; hearings: WaitingHearing[] }> {
  await rowsOf(trx, holdOrganisation, [organisationId]);
  const votes = await rowsOf<Waiting>(trx, holdVotes, [organisationId]);
  const open = await rowsOf<WaitingHearing>(trx, selectHearings, [organisationId, now]);
  const hearings = open.map(({ id }) => id);
  await rowsOf(trx, closeDoors, [hearings, hearings.map(() => organisationId)]);
  // Somebody may have answered before the door was held.
  return { votes, hearings: await rowsOf<WaitingHearing>(trx, selectHearings, [organisationId, now]) };
}

/** Keeps every organisation's seat in the same hands while a vote is opened. */
export async function holdSeats(trx: Trx): Promise<void> {
  await rowsOf(trx, `select id from organisation where $1 order by id for share`, [true]);
}
