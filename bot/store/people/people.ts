import { randomUUID } from 'node:crypto';
import type { AppointmentRole } from '../../process/people/organisation.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, transact, type Db, type Reader, type Trx } from '../frame/database.ts';
import type { OrganisationRow, PersonRow } from '../schema.ts';
import { chairs, stillThere } from './there.ts';
import { ofHost, type Account } from '../frame/tenants.ts';

export interface KnownPerson extends PersonRow {
  organisationName: string | null;
  chair: boolean;
}

const known = `
  select ${listOf('person', 'p')}, o.name as organisation_name, ${chairs('p')} as chair
  from person p left join organisation o on o.id = p.organisation_id`;
const knownByAccount = `${known} where p.tenant_id = $1 and p.object_id = $2`;
const knownByObjectId = `${known} where p.object_id = $1`;
const knownById = `${known} where p.id = $1`;

export async function personByAccount(
  db: Reader,
  { tenantId, objectId }: Account,
): Promise<KnownPerson | null> {
  const account = [tenantId.toLowerCase(), objectId.toLowerCase()];
  return (await rowsOf<KnownPerson>(db, knownByAccount, account))[0] ?? null;
}

/** Who has this object id, in whatever tenant: it stands once in the register while the landing before serves. */
export const personByObjectId = async (db: Reader, objectId: string): Promise<KnownPerson | null> =>
  (await rowsOf<KnownPerson>(db, knownByObjectId, [objectId]))[0] ?? null;

export const personById = async (db: Reader, id: string): Promise<KnownPerson | null> =>
  (await rowsOf<KnownPerson>(db, knownById, [id]))[0] ?? null;

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

const selectPage = (more: string): string => `
  select ${listOf('organisation', 'o')} from organisation o ${more} order by o.name, o.id limit $1`;
const firstPage = selectPage('');
const laterPage = selectPage(
  'where (o.name, o.id) > (select l.name, l.id from organisation l where l.id = $2)',
);

/** A page of them by name. */
export const organisationPage = (
  db: Reader,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<OrganisationRow[]> =>
  after ? rowsOf(db, laterPage, [limit, after]) : rowsOf(db, firstPage, [limit]);

/** One that is there, to ask about. */
export const firstOrganisation = async (db: Reader): Promise<string | null> =>
  (await organisationPage(db, { limit: 1 }))[0]?.id ?? null;

const selectNames = 'select id, name from organisation where id = any($1::uuid[])';

export async function namesOf(db: Reader, ids: string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(db, selectNames, [ids]);
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

const gone = `not ${stillThere('p', 'a')}`;
const appointed = `
  select a.organisation_id, a.role, a.person_id, a.chair, p.display_name, ${gone} as "left"
  from appointment a join person p on p.id = a.person_id where a.until_at is null`;
const appointedIn = `${appointed} and a.organisation_id = any($1::uuid[])`;

/** Everyone who is something for an organisation now. */
export const appointments = (db: Reader, organisationId?: string): Promise<Appointed[]> =>
  organisationId === undefined ? rowsOf(db, appointed, []) : appointmentsIn(db, [organisationId]);

export const appointmentsIn = async (db: Reader, organisationIds: string[]): Promise<Appointed[]> =>
  organisationIds.length === 0 ? [] : rowsOf(db, appointedIn, [organisationIds]);

const selectRunners = `select id from person p where p.secretariat or ${chairs('p')}`;

/** The secretariat and the chair: who opens and closes sessions and votes. */
export const whoRunsMeetings = async (db: Reader): Promise<string[]> =>
  (await rowsOf<{ id: string }>(db, selectRunners, [])).map(({ id }) => id);

/** Everybody who is the secretariat. */
export async function secretariatIds(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('person').select('id').where('secretariat', '=', true).execute();
  return rows.map(({ id }) => id);
}

const dropConfigured = 'delete from secretariat_configured where not object_id = any($1::text[])';
const addConfigured = `
  insert into secretariat_configured (object_id) select unnest($1::text[]) on conflict do nothing`;

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
    await rowsOf(trx, 'lock table secretariat_configured in share row exclusive mode', []);
    await rowsOf(trx, dropConfigured, [configured]);
    await rowsOf(trx, addConfigured, [configured]);
    await settleSecretariat(trx, name, at);
  });
}

const wanted = `
  select object_id from secretariat_configured
  union select object_id from directory_member where source = 'secretariat' and until_at is null`;
/** Both are told by the host: an account of another tenant is none of these. */
const isWanted = `(tenant_id = ${ofHost} and object_id in (${wanted}))`;
/** Is something for a member: the secretariat votes on nothing, so the seat must end first. */
const holdsSeat = `exists (select from appointment a where a.person_id = person.id and a.until_at is null)`;

const selectSeats = `select id, secretariat from person where ${holdsSeat} and (secretariat or ${isWanted})`;

/**
 * Who is meant to be of the secretariat and holds a seat: `both` is both, from before that was refused; `held` is kept out
 * of the secretariat until the seat ends. By person.
 */
export async function seatsOfSecretariat(db: Reader): Promise<Map<string, 'both' | 'held'>> {
  const rows = await rowsOf<{ id: string; secretariat: boolean }>(db, selectSeats, []);
  return new Map(rows.map((row) => [row.id, row.secretariat ? 'both' : 'held']));
}

const holdWanted = `select id from person where ${isWanted} order by id for no key update`;
const letGo = `
  update person set secretariat = false where secretariat and (${isWanted}) is not true returning id`;
const takeIn = `
  update person set secretariat = true where not secretariat and ${isWanted} and not ${holdsSeat} returning id`;
const addNew = `
  insert into person (id, display_name, email, tenant_id, object_id, secretariat, created_at)
  select gen_random_uuid(), coalesce(d.display_name, $1), coalesce(d.email, ''), ${ofHost}, w.object_id, true, $2
  from (${wanted}) w left join directory_person d on d.object_id = w.object_id
  on conflict do nothing returning id`;

/**
 * The secretariat is who is configured and who is in its group, but for those who hold a seat. Returns who is in it from now
 * on, and who is not.
 */
export async function settleSecretariat(
  db: Reader,
  name: string,
  at: Date,
): Promise<{ joined: string[]; left: string[] }> {
  const ids = async (text: string, values: unknown[] = []): Promise<string[]> =>
    (await rowsOf<{ id: string }>(db, text, values)).map(({ id }) => id);
  // Held first: who is given a seat in the same moment is then seen with it.
  await ids(holdWanted);
  const left = await ids(letGo);
  const joined = [...(await ids(takeIn)), ...(await ids(addNew, [name, at]))];
  return { joined, left };
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
