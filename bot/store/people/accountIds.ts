import { rowsOf, type Reader } from '../frame/database.ts';

const ofPeople = `
  update person set object_id = lower(object_id)
  where object_id <> lower(object_id)
    and not exists (select from person other where other.object_id = lower(person.object_id))`;
const ofChats = `
  update conversation set object_id = lower(object_id), tenant_id = lower(tenant_id)
  where object_id <> lower(object_id) or tenant_id <> lower(tenant_id)`;

/**
 * What was kept before ids were written alike: an id in capitals was one that no token ever had, so its person was told
 * that they are not registered. Where the same account is there twice the one that works is left as it is.
 */
export async function writeAccountIdsAlike(db: Reader): Promise<void> {
  await rowsOf(db, ofPeople, []);
  await rowsOf(db, ofChats, []);
}
