import type { GroupField } from '../../process/group/workingGroup.ts';
import { columnsOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Reader, type Trx } from '../frame/database.ts';
import type { WorkingGroupRow } from '../schema.ts';

export async function groupOf(db: Reader, caseId: string): Promise<WorkingGroupRow | null> {
  const query = db.selectFrom('workingGroup').select(columnsOf('workingGroup')).where('caseId', '=', caseId);
  return (await query.executeTakeFirst()) ?? null;
}

const insert = 'insert into working_group (case_id, created_at) values ($1, $2)';

export const insertGroup = (trx: Trx, caseId: string, createdAt: Date): Promise<void> =>
  writeAlong(trx, insert, [caseId, createdAt]);

export async function updateGroup(
  db: Reader,
  caseId: string,
  values: Partial<Omit<WorkingGroupRow, 'caseId' | 'createdAt'>>,
): Promise<void> {
  await db.updateTable('workingGroup').set(values).where('caseId', '=', caseId).execute();
}

export interface Seat {
  caseId: string;
  personId: string;
  displayName: string;
  organisationId: string | null;
  organisationName: string | null;
  field: GroupField;
  since: Date;
  /** Has left the host team. */
  left: boolean;
}

const selectSeated = `
  select g.case_id, p.organisation_id, p.left_at is not null as "left"
  from group_member g join person p on p.id = g.person_id
  where g.case_id = any($1::uuid[]) and g.until_at is null`;

/** The same seats, of many cases, with no more than is counted. */
export const seatedIn = (
  db: Reader,
  caseIds: string[],
): Promise<Pick<Seat, 'caseId' | 'organisationId' | 'left'>[]> => rowsOf(db, selectSeated, [caseIds]);

/** Who sits in the working groups now. */
export function seatsIn(db: Reader, caseIds: string[]): Promise<Seat[]> {
  if (caseIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('groupMember')
    .innerJoin('person', 'person.id', 'groupMember.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(['caseId', 'personId', 'displayName', 'person.organisationId', 'field', 'since'])
    .select('organisation.name as organisationName')
    .select((eb) => eb('leftAt', 'is not', null).$castTo<boolean>().as('left'))
    .where('untilAt', 'is', null)
    .where('caseId', 'in', caseIds)
    .orderBy('organisation.name')
    .orderBy('displayName')
    .execute();
}

const upsertSeat = `
  insert into group_member (case_id, person_id, field, since) values ($1, $2, $3, $4)
  on conflict (case_id, person_id) do update set field = excluded.field, until_at = null,
    since = case when group_member.until_at is null then group_member.since else excluded.since end
  where group_member.until_at is not null or group_member.field <> excluded.field
  returning person_id`;

/** Returns whether it is news: a new seat, one taken up again, or another field. */
export async function putSeat(
  trx: Trx,
  { caseId, personId, field, at }: { caseId: string; personId: string; field: GroupField; at: Date },
): Promise<boolean> {
  return (await rowsOf(trx, upsertSeat, [caseId, personId, field, at])).length > 0;
}

/** Returns whether there was one to end. */
export async function endSeat(trx: Trx, caseId: string, personId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('groupMember')
    .set({ untilAt: at })
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('untilAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
