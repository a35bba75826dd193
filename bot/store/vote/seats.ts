import { joinNamed } from '../people/seat.ts';

/**
 * The seats `e` of one vote `v` by the names of their organisations `o`, with who is named for each, what is marked of it in
 * the session (`p`), and its ballot (`b`).
 */
export const fromSeats = `
  from electorate e
  join vote v on v.id = e.vote_id
  join organisation o on o.id = e.organisation_id
  ${joinNamed}
  left join presence p on p.session_id = v.session_id and p.organisation_id = e.organisation_id
  left join ballot b on b.vote_id = e.vote_id and b.organisation_id = e.organisation_id
  where e.vote_id = $1 order by o.name`;
