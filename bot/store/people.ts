import { randomUUID } from 'node:crypto';
import type { AppointmentRole } from '../process/organisation.ts';
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
    .selectAll('person')
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
  return (await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export function organisations(db: Reader): Promise<OrganisationRow[]> {
  return db.selectFrom('organisation').selectAll().orderBy('name').execute();
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

export async function insertPerson(trx: Trx, row: Omit<PersonRow, 'id'>): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('person')
    .values({ id, ...row })
    .execute();
  return id;
}

export function peopleOf(db: Reader, organisationIds: string[]): Promise<PersonRow[]> {
  if (organisationIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('person')
    .selectAll()
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
}

/** Everyone who is something for an organisation now. */
export function appointments(db: Reader, organisationId?: string): Promise<Appointed[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .select(['appointment.organisationId', 'role', 'personId', 'chair', 'displayName'])
    .where('untilAt', 'is', null)
    .$if(organisationId !== undefined, (query) =>
      query.where('appointment.organisationId', '=', organisationId!),
    )
    .execute();
}

/** The secretariat is configured, so it is made to match the configuration at every start. */
export async function reconcileSecretariat(
  db: Reader,
  objectIds: string[],
  name: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('person')
    .set({ secretariat: false })
    .where('secretariat', '=', true)
    .$if(objectIds.length > 0, (query) => query.where('objectId', 'not in', objectIds))
    .execute();
  for (const objectId of objectIds) {
    await db
      .insertInto('person')
      .values({
        id: randomUUID(),
        organisationId: null,
        displayName: name,
        email: '',
        objectId,
        fields: [],
        locale: 'da',
        secretariat: true,
        createdAt: at,
      })
      .onConflict((conflict) => conflict.column('objectId').doUpdateSet({ secretariat: true }))
      .execute();
  }
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
