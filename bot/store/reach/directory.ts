import { sql } from 'kysely';
import type { DirectorySource } from '../../process/reach/directory.ts';
import { columnsOf } from '../frame/columns.ts';
import { json, transact, type Db, type Reader, type Trx } from '../frame/database.ts';
import { placeEnded } from '../frame/somebody.ts';
import { ofHost } from '../frame/tenants.ts';
import type { DirectoryPersonRow, DirectorySourceRow, SyncPlanRow } from '../schema.ts';

/** The sources are configured; one that was pointed at another group starts anew. */
export async function reconcileSources(
  db: Db,
  configured: { source: DirectorySource; groupId: string }[],
): Promise<void> {
  const kept = configured.map(({ source }) => source);
  await transact(db, async (trx) => {
    // As with the tenants: two replicas that start at once write the same, one after the other.
    await sql`lock table directory_source in share row exclusive mode`.execute(trx);
    await sql`delete from directory_member where not source = any(${sql.val(kept)}::text[])`.execute(trx);
    await sql`delete from directory_source where not source = any(${sql.val(kept)}::text[])`.execute(trx);
    for (const { source, groupId } of configured)
      await sql`
        insert into directory_source (source, group_id) values (${source}, ${groupId})
        on conflict (source) do update set group_id = excluded.group_id, version = directory_source.version + 1,
          read_at = null, plan = null, failure = null, failed_at = null
        where directory_source.group_id <> excluded.group_id`.execute(trx);
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

/** Accounts that are in it now and have one of these addresses or, where none was said, one of these names. */
export async function membersCalled(
  db: Reader,
  source: DirectorySource,
  people: { displayName: string; email: string | null }[],
): Promise<string[]> {
  const emails = people.flatMap(({ email }) => (email ? [email.toLowerCase()] : []));
  const names = people.flatMap(({ displayName, email }) => (!email && displayName ? [displayName] : []));
  if (emails.length + names.length === 0) return [];
  const { rows } = await sql<{ objectId: string }>`
    select m.object_id from directory_member m join directory_person p on p.object_id = m.object_id
    where m.source = ${source} and m.until_at is null
      and (lower(p.email) = any(${sql.val(emails)}::text[])
        or p.display_name = any(${sql.val(names)}::text[]))`.execute(db);
  return rows.map(({ objectId }) => objectId);
}

export async function memberCount(db: Reader, source: DirectorySource): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from directory_member where source = ${source} and until_at is null`.execute(
    db,
  );
  return rows[0]!.count;
}

/** What people are called in Entra, of those who are asked about. */
export async function directoryNames(db: Reader, objectIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ objectId: string; displayName: string }>`
    select object_id, display_name from directory_person
    where object_id = any(${sql.val(objectIds)}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.objectId, row.displayName]));
}

export async function seePeople(
  trx: Trx,
  people: Omit<DirectoryPersonRow, 'seenAt'>[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into directory_person (object_id, display_name, email, guest, seen_at)
    select object_id, display_name, email, guest, ${at}
    from jsonb_to_recordset(${JSON.stringify(people.map((one) => ({ object_id: one.objectId, display_name: one.displayName, email: one.email, guest: one.guest })))}::jsonb)
      as r (object_id text, display_name text, email text, guest boolean)
    on conflict (object_id) do update set display_name = excluded.display_name, email = excluded.email,
      guest = excluded.guest, seen_at = excluded.seen_at`.execute(trx);
}

export async function join(trx: Trx, source: DirectorySource, objectIds: string[], at: Date): Promise<void> {
  if (objectIds.length === 0) return;
  await sql`
    insert into directory_member (source, object_id, since)
    select ${source}, id, ${at} from unnest(${sql.val(objectIds)}::text[]) as id
    on conflict (source, object_id) do update set since = excluded.since, until_at = null
    where directory_member.until_at is not null`.execute(trx);
}

export async function leave(trx: Trx, source: DirectorySource, objectIds: string[], at: Date): Promise<void> {
  if (objectIds.length === 0) return;
  await sql`
    update directory_member set until_at = ${at}
    where source = ${source} and object_id = any(${sql.val(objectIds)}::text[]) and until_at is null`.execute(
    trx,
  );
}

/** Holds the people of these accounts; returns the organisations that they are something for. */
export async function holdAccounts(trx: Trx, objectIds: string[]): Promise<string[]> {
  if (objectIds.length === 0) return [];
  const { rows: held } = await sql<{ id: string }>`
    select id from person where tenant_id = ${sql.raw(ofHost)} and object_id = any(${sql.val(objectIds)}::text[])
    order by id for no key update`.execute(trx);
  const { rows } = await sql<{ organisationId: string }>`
    select distinct organisation_id from appointment
    where until_at is null and person_id = any(${sql.val(held.map(({ id }) => id))}::uuid[])`.execute(trx);
  return rows.map(({ organisationId }) => organisationId);
}

export interface Moved {
  id: string;
  organisationId: string;
}

/**
 * Members' people who left the team, or came back: rights follow, appointments and history stay. Whose place was ended comes
 * back by no team.
 */
export async function setLeft(trx: Trx, objectIds: string[], at: Date | null): Promise<Moved[]> {
  if (objectIds.length === 0) return [];
  const { rows } = await sql<Moved>`
    update person set left_at = ${at}
    where tenant_id = ${sql.raw(ofHost)} and object_id = any(${sql.val(objectIds)}::text[]) and organisation_id is not null
      and ${at ? sql`left_at is null` : sql.raw(`left_at is not null and not ${placeEnded('person')}`)}
    returning id, organisation_id`.execute(trx);
  return rows;
}

/** An account of the host's tenant. */
export async function linkAccount(trx: Trx, personId: string, objectId: string): Promise<void> {
  await sql`update person set tenant_id = ${sql.raw(ofHost)}, object_id = ${objectId}, left_at = null
    where id = ${personId}`.execute(trx);
}

export async function knownAccount(db: Reader, objectId: string): Promise<boolean> {
  const row = await db
    .selectFrom('directoryPerson')
    .select('objectId')
    .where('objectId', '=', objectId)
    .executeTakeFirst();
  return row !== undefined;
}
