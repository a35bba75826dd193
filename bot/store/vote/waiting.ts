import { rowsOf, type Trx } from '../frame/database.ts';

/** An open vote that a member has a seat in. */
export interface WaitingVote {
  id: string;
}

const holdVotes = `
  select v.id from vote v
  where v.closed_at is null
    and exists (select from electorate e where e.vote_id = v.id and e.organisation_id = $1)
  order by v.id for no key update`;

/** Ballots that are being cast are waited for; those after them find the change. */
export const holdVotesOf = (trx: Trx, organisationId: string): Promise<WaitingVote[]> =>
  rowsOf<WaitingVote>(trx, holdVotes, [organisationId]);
