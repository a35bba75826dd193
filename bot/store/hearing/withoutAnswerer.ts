import { rowsOf, type Reader } from '../frame/database.ts';
import { joinAnswerer } from '../people/answerer.ts';
import type { Named } from '../people/vacant.ts';
import { isOpen } from './open.ts';

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
