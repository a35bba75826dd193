import { rowsOf, type Reader } from '../frame/database.ts';
import { stillThere } from './there.ts';

export interface Named {
  id: string;
  name: string;
}

/** Members whose seat somebody held, and nobody who is still there holds now. */
export const withoutRepresentative = (db: Reader): Promise<Named[]> =>
  rowsOf<Named>(
    db,
    `select o.id, o.name from organisation o
    where exists (select from appointment a where a.organisation_id = o.id and a.role = 'representative')
      and not exists (select from appointment a join person p on p.id = a.person_id
        where a.organisation_id = o.id and a.role = 'representative' and a.until_at is null and ${stillThere('p', 'a')})
    order by o.name`,
    [],
  );

/** How many members there are, and of whom nobody who is there holds the seat. */
export async function membersNow(db: Reader): Promise<{ entitled: number; withoutRepresentative: string[] }> {
  const [{ entitled }] = (await rowsOf<{ entitled: number }>(
    db,
    'select count(*)::int as entitled from organisation',
    [],
  )) as [{ entitled: number }];
  return { entitled, withoutRepresentative: (await withoutRepresentative(db)).map(({ name }) => name) };
}
