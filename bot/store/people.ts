import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { AppointmentRole } from '../process/organisation.ts';
import { columnsOf } from './columns.ts';
import type { Reader, Trx } from './database.ts';
import type { OrganisationRow, PersonRow } from './schema.ts';

export interface KnownPerson extends PersonRow {
  organisationName: string | null;
  chair: boolean;
}

const known = (db: Reader) =>
  db
    .selectFrom('person')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.personId', '=', 'person.id')
        .on('appointment.role', '=', 'representative')
        .on('appointment.untilAt', 'is', null),
    )
    .select(columnsOf('person'))
    .select(['organisation.name as organisationName', 'appointment.chair']);

const shown = <R extends { chair: boolean | null }>(row: R) => ({ ...row, chair: row.chair ?? false });

export async function personByObjectId(db: Reader, objectId: string): Promise<KnownPerson | null> {
  const row = await known(db).where('person.objectId', '=', objectId).executeTakeFirst();
  return row ? shown(row) : null;
}

export async function personById(db: Reader, id: string): Promise<KnownPerson | null> {
  const row = await known(db).where('person.id', '=', id).executeTakeFirst();
  return row ? shown(row) : null;
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

/** Object ids of those who are somebody here: of a member, or of the secretariat. */
export async function accountsInUse(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('objectId')
    .where((eb) => eb.or([eb('organisationId', 'is not', null), eb('secretariat', '=', true)]))
    .where('objectId', 'is not', null)
    .execute();
  return rows.flatMap(({ objectId }) => objectId ?? []);
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
  /** Has left the host team. */
  left: boolean;
}

/** Everyone who is something for an organisation now. */
export function appointments(db: Reader, organisationId?: string): Promise<Appointed[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .select(['appointment.organisationId', 'role', 'personId', 'chair', 'displayName'])
    .select((eb) => eb('leftAt', 'is not', null).$castTo<boolean>().as('left'))
    .where('untilAt', 'is', null)
    .$if(organisationId !== undefined, (query) =>
      query.where('appointment.organisationId', '=', organisationId!),
    )
    .execute();
}

/** The secretariat by configuration, as it is at this start; then everybody is made to match. */
export async function reconcileSecretariat(
  db: Reader,
  objectIds: string[],
  name: string,
  at: Date,
): Promise<void> {
  await db.deleteFrom('secretariatConfigured').execute();
  if (objectIds.length > 0)
    await db
      .insertInto('secretariatConfigured')
      .values([...new Set(objectIds)].map((objectId) => ({ objectId })))
      .execute();
  await settleSecretariat(db, name, at);
}

const wanted = sql`
  select object_id from secretariat_configured
  union select object_id from directory_member where source = 'secretariat' and until_at is null`;
/** Is something for a member: the secretariat votes on nothing, so the seat must end first. */
const holdsSeat = sql`exists (
  select from appointment a where a.person_id = person.id and a.until_at is null)`;

/**
 * Who is meant to be of the secretariat and holds a seat: `both` is both, from before that was refused; `held` is kept out
 * of the secretariat until the seat ends. By person.
 */
export async function seatsOfSecretariat(db: Reader): Promise<Map<string, 'both' | 'held'>> {
  const { rows } = await sql<{ id: string; secretariat: boolean }>`
    select id, secretariat from person where ${holdsSeat} and (secretariat or object_id in (${wanted}))`.execute(
    db,
  );
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
  await sql`select id from person where object_id in (${wanted}) order by id for no key update`.execute(db);
  const left = await sql<{ id: string }>`
    update person set secretariat = false where secretariat and object_id not in (${wanted}) returning id`.execute(
    db,
  );
  const joined = await sql<{ id: string }>`
    insert into person (id, display_name, email, object_id, secretariat, created_at)
    select gen_random_uuid(), coalesce(d.display_name, ${name}), coalesce(d.email, ''), w.object_id, true, ${at}
    from (${wanted}) w left join directory_person d on d.object_id = w.object_id
    on conflict (object_id) do update set secretariat = true where not person.secretariat and not ${holdsSeat}
    returning id`.execute(db);
  return { joined: joined.rows.map(({ id }) => id), left: left.rows.map(({ id }) => id) };
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
