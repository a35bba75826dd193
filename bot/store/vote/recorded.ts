import { rowsOf, type Reader, type Trx } from '../frame/database.ts';

/**
 * Whether the secretariat has recorded a ballot of the organisation of seat `e` in an open vote of the session of the vote
 * `v`: so it is there. While a vote is open, what stands as presence beside its seat says that; at closing who was there is
 * frozen in it, and what was recorded goes among the session's marks, which everybody reads.
 */
const recordedInSession = `
  exists (select from vote beside join electorate seat on seat.vote_id = beside.id
    where beside.session_id = v.session_id and beside.closed_at is null
      and seat.organisation_id = e.organisation_id and seat.present)`;

/** What the secretariat has said of the seat's presence, for the count and for who may cast; told to nobody. */
export const selectMarked = `(case when ${recordedInSession} then true else p.present end) as marked`;

/** That, and whether the ballot `b` was recorded by the secretariat. */
export const selectSaid = `${selectMarked}, coalesce(b.caster = 'secretariat', false) as recorded`;

export async function noteRecorded(trx: Trx, voteId: string, organisationId: string): Promise<void> {
  const note = 'update electorate set present = true where vote_id = $1 and organisation_id = $2';
  await rowsOf(trx, note, [voteId, organisationId]);
}

const forget = `
  update electorate e set present = null from vote v
  where v.id = e.vote_id and v.session_id = $1 and v.closed_at is null and e.organisation_id = $2 and e.present`;

/** A later mark says otherwise. The meeting is locked: so no vote in it is just being closed. */
export async function forgetRecorded(trx: Trx, sessionId: string, organisationId: string): Promise<void> {
  await rowsOf(trx, forget, [sessionId, organisationId]);
}

/** Of a vote that is still open. */
export async function recordedIn(db: Reader, voteId: string): Promise<string[]> {
  const select = 'select organisation_id from electorate where vote_id = $1 and present order by 1';
  const rows = await rowsOf<{ organisationId: string }>(db, select, [voteId]);
  return rows.map(({ organisationId }) => organisationId);
}
