import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { AppointmentRole } from '../../process/people/organisation.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { transact, type Db, type Reader, type Trx } from '../frame/database.ts';
import type { OrganisationRow, PersonRow } from '../schema.ts';
import { chairs, stillThere } from '../frame/somebody.ts';
import { ofHost, type Account } from '../frame/tenants.ts';

export interface KnownPerson extends PersonRow {
  organisationName: string | null;
  chair: boolean;
}

const isChair = sql<boolean>`${sql.raw(chairs('person'))}`;

const known = (db: Reader) =>
  db
    .selectFrom('person')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(columnsOf('person'))
    .select('organisation.name as organisationName')
    .select(isChair.as('chair'));

export async function personByAccount(
  db: Reader,
  { tenantId, objectId }: Account,
): Promise<KnownPerson | null> {
  const row = await known(db)
    .where('person.tenantId', '=', tenantId.toLowerCase())
    .where('person.objectId', '=', objectId.toLowerCase())
    .executeTakeFirst();
  return row ?? null;
}

/** Who has this object id, in whatever tenant: it stands once in the register while the landing before serves. */
export async function personByObjectId(db: Reader, objectId: string): Promise<KnownPerson | null> {
  return (await known(db).where('person.objectId', '=', objectId).executeTakeFirst()) ?? null;
}

export async function personById(db: Reader, id: string): Promise<KnownPerson | null> {
  return (await known(db).where('person.id', '=', id).executeTakeFirst()) ?? null;
}

export async function organisationById(db: Reader, id: string): Promise<OrganisationRow | null> {
  return (
    (await db
      .selectFrom('organisation')
      .select(columnsOf('organisation'))
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

export function organisations(db: Reader): Promise<OrganisationRow[]> {
  return db.selectFrom('organisation').select(columnsOf('organisation')).orderBy('name').execute();
}

/** A page of them by name. */
export async function organisationPage(
  db: Reader,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select ${sql.raw(listOf('organisation', 'o'))} from organisation o
    ${after ? sql`where (o.name, o.id) > (select l.name, l.id from organisation l where l.id = ${after})` : sql``}
    order by o.name, o.id limit ${limit}`.execute(db);
  return rows;
}

/** One that is there, to ask about. */
export const firstOrganisation = async (db: Reader): Promise<string | null> =>
  (await organisationPage(db, { limit: 1 }))[0]?.id ?? null;

export async function namesOf(db: Reader, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where id = any(${sql.val(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Their names, by id. */
export const organisationNames = async (db: Reader): Promise<Map<string, string>> =>
  new Map((await organisations(db)).map(({ id, name }) => [id, name]));

export async function insertOrganisation(trx: Trx, row: Omit<OrganisationRow, 'id'>): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('organisation')
    .values({ id, ...row })
    .execute();
  return id;
}

export async function insertPerson(trx: Trx, row: Omit<PersonRow, 'id' | 'leftAt'>): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('person')
    .values({ id, leftAt: null, ...row })
    .execute();
  return id;
}

export function peopleOf(db: Reader, organisationIds: string[]): Promise<PersonRow[]> {
  if (organisationIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('person')
    .select(columnsOf('person'))
    .where('organisationId', 'in', organisationIds)
    .orderBy('displayName')
    .execute();
}

/** Ends the present appointment and begins the new one; the same person again changes nothing but the chair. */
export async function appoint(
  trx: Trx,
  at: Date,
  row: { organisationId: string; role: AppointmentRole; personId: string; chair?: boolean },
): Promise<void> {
  await trx
    .updateTable('appointment')
    .set({ untilAt: at })
    .where('organisationId', '=', row.organisationId)
    .where('role', '=', row.role)
    .where('untilAt', 'is', null)
    .execute();
  await trx
    .insertInto('appointment')
    .values({ ...row, chair: row.chair ?? false, fromAt: at, untilAt: null })
    .execute();
}

export interface Appointed {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  chair: boolean;
  displayName: string;
  /** Has left, or is of another organisation now. */
  left: boolean;
}

const gone = sql<boolean>`not ${sql.raw(stillThere('person', 'appointment'))}`;

const appointed = (db: Reader) =>
  db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .select(['appointment.organisationId', 'role', 'personId', 'chair', 'displayName'])
    .select(gone.as('left'))
    .where('untilAt', 'is', null);

/** Everyone who is something for an organisation now. */
export const appointments = (db: Reader, organisationId?: string): Promise<Appointed[]> =>
  (organisationId === undefined
    ? appointed(db)
    : appointed(db).where('appointment.organisationId', '=', organisationId)
  ).execute();

export const appointmentsIn = async (db: Reader, organisationIds: string[]): Promise<Appointed[]> =>
  organisationIds.length === 0
    ? []
    : appointed(db).where('appointment.organisationId', 'in', organisationIds).execute();

/** The secretariat and the chair: who opens and closes sessions and votes. */
export async function whoRunsMeetings(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where((eb) => eb.or([eb('secretariat', '=', true), isChair]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Representatives who have left and are still appointed. */
export const representativesGone = (db: Reader, most: number): Promise<Appointed[]> =>
  appointed(db).where('role', '=', 'representative').where(gone).limit(most).execute();

/** Everybody who is the secretariat. */
export async function secretariatIds(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('person').select('id').where('secretariat', '=', true).execute();
  return rows.map(({ id }) => id);
}

/** The secretariat by configuration, as it is at this start; then everybody is made to match. */
export async function reconcileSecretariat(
  db: Db,
  objectIds: string[],
  name: string,
  at: Date,
): Promise<void> {
  const configured = [...new Set(objectIds)];
  await transact(db, async (trx) => {
    // Two replicas that start at once write one after the other, and nobody sees the secretariat without its people.
    await sql`lock table secretariat_configured in share row exclusive mode`.execute(trx);
    await sql`delete from secretariat_configured where not object_id = any(${sql.val(configured)}::text[])`.execute(
      trx,
    );
    await sql`insert into secretariat_configured (object_id) select unnest(${sql.val(configured)}::text[])
      on conflict do nothing`.execute(trx);
    await settleSecretariat(trx, name, at);
  });
}

const wanted = sql`
  select object_id from secretariat_configured
  union select object_id from directory_member where source = 'secretariat' and until_at is null`;
/** Both are told by the host: an account of another tenant is none of these. */
const host = sql.raw(ofHost);
const isWanted = sql`(tenant_id = ${host} and object_id in (${wanted}))`;
/** Is something for a member: the secretariat votes on nothing, so the seat must end first. */
const holdsSeat = sql`exists (
  select from appointment a where a.person_id = person.id and a.until_at is null)`;

/**
 * Who is meant to be of the secretariat and holds a seat: `both` is both, from before that was refused; `held` is kept out
 * of the secretariat until the seat ends. By person.
 */
export async function seatsOfSecretariat(db: Reader): Promise<Map<string, 'both' | 'held'>> {
  const { rows } = await sql<{ id: string; secretariat: boolean }>`
    select id, secretariat from person where ${holdsSeat} and (secretariat or ${isWanted})`.execute(db);
  return new Map(rows.map((row) => [row.id, row.secretariat ? 'both' : 'held']));
}

/**
 * The secretariat is who is configured and who is in its group, but for those who hold a seat. Returns who is in it from now
 * on, and who is not.
 */
export async function settleSecretariat(
  db: Reader,
  name: string,
  at: Date,
): Promise<{ joined: string[]; left: string[] }> {
  // Held first: who is given a seat in the same moment is then seen with it.
  await sql`select id from person where ${isWanted} order by id for no key update`.execute(db);
  const left = await sql<{ id: string }>`
    update person set secretariat = false where secretariat and (${isWanted}) is not true returning id`.execute(
    db,
  );
  const joined = await sql<{ id: string }>`
    update person set secretariat = true where not secretariat and ${isWanted} and not ${holdsSeat} returning id`.execute(
    db,
  );
  const added = await sql<{ id: string }>`
    insert into person (id, display_name, email, tenant_id, object_id, secretariat, created_at)
    select gen_random_uuid(), coalesce(d.display_name, ${name}), coalesce(d.email, ''), ${host}, w.object_id, true, ${at}
    from (${wanted}) w left join directory_person d on d.object_id = w.object_id
    on conflict do nothing returning id`.execute(db);
  return { joined: [...joined.rows, ...added.rows].map(({ id }) => id), left: left.rows.map(({ id }) => id) };
}

/** Members are called what the register says; the secretariat's people what their own tokens say. */
export async function renameSecretariat(trx: Trx, personId: string, displayName: string): Promise<void> {
  await trx
    .updateTable('person')
    .set({ displayName })
    .where('id', '=', personId)
    .where('secretariat', '=', true)
    .execute();
}
