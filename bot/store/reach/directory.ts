import type { DirectorySource } from '../../process/reach/directory.ts';
import { columnsOf } from '../frame/columns.ts';
import { json, rowsOf, transact, writeAlong, type Db, type Reader, type Trx } from '../frame/database.ts';
import { placeEnded } from '../frame/somebody.ts';
import { ofHost } from '../frame/tenants.ts';
import type { DirectoryPersonRow, DirectorySourceRow, SyncPlanRow } from '../schema.ts';

const dropMembers = `delete from directory_member where not source = any($1::text[])`;
const dropSources = `delete from directory_source where not source = any($1::text[])`;
const putSource = `
  insert into directory_source (source, group_id) values ($1, $2)
  on conflict (source) do update set group_id = excluded.group_id, version = directory_source.version + 1,
    read_at = null, plan = null, failure = null, failed_at = null
  where directory_source.group_id <> excluded.group_id`;

/** The sources are configured; one that was pointed at another group starts anew. */
export async function reconcileSources(
  db: Db,
  configured: { source: DirectorySource; groupId: string }[],
): Promise<void> {
  const kept = configured.map(({ source }) => source);
  await transact(db, async (trx) => {
    // As with the tenants: two replicas that start at once write the same, one after the other.
    await rowsOf(trx, 'lock table directory_source in share row exclusive mode', []);
    await rowsOf(trx, dropMembers, [kept]);
    await rowsOf(trx, dropSources, [kept]);
    for (const { source, groupId } of configured) await rowsOf(trx, putSource, [source, groupId]);
  });
}

export function directorySourceRows(db: Reader): Promise<DirectorySourceRow[]> {
  return db
    .selectFrom('directorySource')
    .select(columnsOf('directorySource'))
    .orderBy('source', 'desc')
    .execute();
}

/** The team that all members are in, when there is one. */
export const hostTeam = async (db: Reader): Promise<string | null> =>
  (await directorySourceRows(db)).find(({ source }) => source === 'team')?.groupId ?? null;

export async function lockSource(trx: Trx, source: DirectorySource): Promise<DirectorySourceRow | null> {
  const row = await trx
    .selectFrom('directorySource')
    .select(columnsOf('directorySource'))
    .where('source', '=', source)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function updateSource(
  db: Reader,
  source: DirectorySource,
  values: Partial<Omit<DirectorySourceRow, 'source' | 'plan'>> & { plan?: SyncPlanRow | null },
): Promise<void> {
  const { plan, ...rest } = values;
  await db
    .updateTable('directorySource')
    .set({ ...rest, ...(plan !== undefined && { plan: plan && json(plan) }) })
    .where('source', '=', source)
    .execute();
}

/** Object ids of who is in it now. */
export async function membersOf(db: Reader, source: DirectorySource): Promise<string[]> {
  const rows = await db
    .selectFrom('directoryMember')
    .select('objectId')
    .where('source', '=', source)
    .where('untilAt', 'is', null)
    .execute();
  return rows.map(({ objectId }) => objectId);
}

const selectCalled = `
  select m.object_id from directory_member m join directory_person p on p.object_id = m.object_id
  where m.source = $1 and m.until_at is null
    and (lower(p.email) = any($2::text[]) or p.display_name = any($3::text[]))`;

/** Accounts that are in it now and have one of these addresses or, where none was said, one of these names. */
export async function membersCalled(
  db: Reader,
  source: DirectorySource,
  people: { displayName: string; email: string | null }[],
): Promise<string[]> {
  const emails = people.flatMap(({ email }) => (email ? [email.toLowerCase()] : []));
  const names = people.flatMap(({ displayName, email }) => (!email && displayName ? [displayName] : []));
  if (emails.length + names.length === 0) return [];
  const rows = await rowsOf<{ objectId: string }>(db, selectCalled, [source, emails, names]);
  return rows.map(({ objectId }) => objectId);
}

const countMembers = `select count(*)::int as count from directory_member where source = $1 and until_at is null`;

export const memberCount = async (db: Reader, source: DirectorySource): Promise<number> =>
  (await rowsOf<{ count: number }>(db, countMembers, [source]))[0]!.count;

const selectNames = `select object_id, display_name from directory_person where object_id = any($1::text[])`;

/** What people are called in Entra, of those who are asked about. */
export async function directoryNames(db: Reader, objectIds: string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ objectId: string; displayName: string }>(db, selectNames, [objectIds]);
  return new Map(rows.map((row) => [row.objectId, row.displayName]));
}

const putPeople = `
  insert into directory_person (object_id, display_name, email, guest, seen_at)
  select object_id, display_name, email, guest, $2
  from jsonb_to_recordset($1::jsonb) as r (object_id text, display_name text, email text, guest boolean)
  on conflict (object_id) do update set display_name = excluded.display_name, email = excluded.email,
    guest = excluded.guest, seen_at = excluded.seen_at`;

export async function seePeople(
  trx: Trx,
  people: Omit<DirectoryPersonRow, 'seenAt'>[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ objectId, displayName, email, guest }) => ({
    object_id: objectId,
    display_name: displayName,
    email,
    guest,
  }));
  await writeAlong(trx, putPeople, [JSON.stringify(rows), at]);
}

const putMembers = `
  insert into directory_member (source, object_id, since)
  select $1, id, $3 from unnest($2::text[]) as id
  on conflict (source, object_id) do update set since = excluded.since, until_at = null
  where directory_member.until_at is not null`;

export async function join(trx: Trx, source: DirectorySource, objectIds: string[], at: Date): Promise<void> {
  if (objectIds.length > 0) await writeAlong(trx, putMembers, [source, objectIds, at]);
}

const endMembers = `
  update directory_member set until_at = $3
  where source = $1 and object_id = any($2::text[]) and until_at is null`;

export async function leave(trx: Trx, source: DirectorySource, objectIds: string[], at: Date): Promise<void> {
  if (objectIds.length > 0) await writeAlong(trx, endMembers, [source, objectIds, at]);
}

const ofAccounts = `tenant_id = ${ofHost} and object_id = any($1::text[])`;
const holdPeople = `select id from person where ${ofAccounts} order by id for no key update`;
const selectPlaces = `
  select distinct organisation_id from appointment where until_at is null and person_id = any($1::uuid[])`;

/** Holds the people of these accounts; returns the organisations that they are something for. */
export async function holdAccounts(trx: Trx, objectIds: string[]): Promise<string[]> {
  if (objectIds.length === 0) return [];
  const held = await rowsOf<{ id: string }>(trx, holdPeople, [objectIds]);
  const places = await rowsOf<{ organisationId: string }>(trx, selectPlaces, [held.map(({ id }) => id)]);
  return places.map(({ organisationId }) => organisationId);
}

export interface Moved {
  id: string;
  organisationId: string;
}

const setPeople = `
  update person set left_at = $2 where ${ofAccounts} and organisation_id is not null`;
const setGone = `${setPeople} and left_at is null returning id, organisation_id`;
const setBack = `${setPeople} and left_at is not null and not ${placeEnded('person')} returning id, organisation_id`;

/**
 * Members' people who left the team, or came back: rights follow, appointments and history stay. Whose place was ended comes
 * back by no team.
 */
export async function setLeft(trx: Trx, objectIds: string[], at: Date | null): Promise<Moved[]> {
  return objectIds.length > 0 ? rowsOf<Moved>(trx, at ? setGone : setBack, [objectIds, at]) : [];
}

const updateAccount = `
  update person set tenant_id = ${ofHost}, object_id = $2, left_at = null where id = $1`;

/** An account of the host's tenant. */
export async function linkAccount(trx: Trx, personId: string, objectId: string): Promise<void> {
  await rowsOf(trx, updateAccount, [personId, objectId]);
}

export async function knownAccount(db: Reader, objectId: string): Promise<boolean> {
  const row = await db
    .selectFrom('directoryPerson')
    .select('objectId')
    .where('objectId', '=', objectId)
    .executeTakeFirst();
  return row !== undefined;
}
