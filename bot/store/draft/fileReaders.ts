import { registerCase } from '../../process/frame/trail.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { ofMember, somebody } from '../frame/somebody.ts';
import { ofHost } from '../frame/tenants.ts';

const selectOutside = `
  select distinct lower(p.email) as email from person p
  where ${ofMember('p')} and p.email <> '' and not exists (
    select from directory_member m
    where m.source = 'team' and m.object_id = p.object_id and p.tenant_id = ${ofHost} and m.until_at is null)
  order by 1`;

/** Members' people with an address who are not in the host team, and so not let in by it. */
export async function readersOutside(db: Reader): Promise<string[]> {
  return (await rowsOf<{ email: string }>(db, selectOutside, [])).map(({ email }) => email);
}

export interface LeftReader {
  id: string;
  organisationId: string | null;
  email: string;
  objectId: string | null;
}

const selectLeft = `
  select p.id, p.organisation_id, lower(p.email) as email, p.object_id from person p
  where p.left_at is not null and not ${somebody('p')} and p.email <> ''
    and exists (select from file where item_id is not null)
    and not exists (select from person here where lower(here.email) = lower(p.email) and ${somebody('here')})
    and not exists (select from seal s join event e on e.id = s.event_id
      where s.case_id = $1 and e.type = 'filesClosed' and e.data->>'personId' = p.id::text and e.at >= p.left_at)
  order by p.left_at, p.id limit 100`;

/**
 * Who has left, and may still read copies that they were let into; not whoever shares an address with somebody who is here.
 * By the trail, which says of whom it is done.
 */
export const readersWhoLeft = (db: Reader): Promise<LeftReader[]> =>
  rowsOf<LeftReader>(db, selectLeft, [registerCase]);

const selectCopies = `
  select distinct drive_id, item_id from file where drive_id is not null and item_id is not null`;

/** Every copy that SharePoint has of our files. */
export const copiesMade = (db: Reader): Promise<{ driveId: string; itemId: string }[]> =>
  rowsOf(db, selectCopies, []);
