import { rowsOf, type Reader } from '../frame/database.ts';
import { stillThere } from './there.ts';

export interface Named {
  id: string;
  name: string;
}

/** A member whose seat is vacant. */
interface Vacant extends Named {
  /** Who is still appointed to it, and gone; null: nobody. */
  heldBy: string | null;
}

/** `isVacant` of process/people, asked of a member's row `o`; `seat` is who is appointed to it now, `p` that person. */
export const isVacant = `(not coalesce(${stillThere('p', 'seat')}, false)
  and exists (select from appointment a where a.organisation_id = o.id and a.role = 'representative'))`;
export const joinSeat = `
  left join appointment seat on seat.organisation_id = o.id and seat.role = 'representative' and seat.until_at is null
  left join person p on p.id = seat.person_id`;

const selectVacant = `
  select o.id, o.name, p.display_name as held_by from organisation o ${joinSeat} where ${isVacant} order by o.name, o.id`;

/** Members whose seat somebody held, and nobody who is still there holds now. */
export const withoutRepresentative = (db: Reader): Promise<Vacant[]> => rowsOf<Vacant>(db, selectVacant, []);

/** How many members there are, and of whom nobody who is there holds the seat. */
export async function membersNow(db: Reader): Promise<{ entitled: number; withoutRepresentative: string[] }> {
  const [{ entitled }] = (await rowsOf<{ entitled: number }>(
    db,
    'select count(*)::int as entitled from organisation',
    [],
  )) as [{ entitled: number }];
  return { entitled, withoutRepresentative: (await withoutRepresentative(db)).map(({ name }) => name) };
}
