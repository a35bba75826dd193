import { joinAnswerer } from './answerer.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { isOpen, stillThere } from '../frame/somebody.ts';

interface Named {
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

/**
 * Members for whom nobody who is there can answer: those that one hearing waits for; without one, those that any waits for,
 * and those that somebody could answer for before.
 */
export const withoutAnswerer = (db: Reader, now: Date, hearingId: string | null = null): Promise<Named[]> =>
  rowsOf<Named>(
    db,
    `select o.id, o.name from organisation o cross join lateral (select o.id as organisation_id) k ${joinAnswerer}
    where p.id is null and (
      ($2::uuid is null and exists (select from appointment a where a.organisation_id = o.id)) or exists (
        select from hearing h join heard on heard.hearing_id = h.id
        where heard.organisation_id = o.id and ${isOpen('h', '$1')} and h.id = coalesce($2::uuid, h.id) and not exists (
          select from answer a where a.hearing_id = h.id and a.organisation_id = o.id)))
    order by o.name`,
    [now, hearingId],
  );
