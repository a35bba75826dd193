import { sql } from 'kysely';
import type { GroupField } from '../../process/group/workingGroup.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Db, type Reader, type Trx } from '../frame/database.ts';
import type { WorkingGroupRow } from '../schema.ts';

export async function groupOf(db: Reader, revisionId: string): Promise<WorkingGroupRow | null> {
  const query = db
    .selectFrom('workingGroup')
    .select(columnsOf('workingGroup'))
    .where('revisionId', '=', revisionId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function insertGroup(trx: Trx, revisionId: string, createdAt: Date): Promise<void> {
  const blank = { channelId: null, channelUrl: null, failedAt: null, failure: null, claimedAt: null };
  await trx
    .insertInto('workingGroup')
    .values({ revisionId, createdAt, askedAt: createdAt, ...blank })
    .execute();
}

export async function updateGroup(
  db: Reader,
  revisionId: string,
  values: Partial<Omit<WorkingGroupRow, 'revisionId' | 'createdAt'>>,
): Promise<void> {
  await db.updateTable('workingGroup').set(values).where('revisionId', '=', revisionId).execute();
}

/** A minute's claim: two who make the same channel at once would pin its tab twice. */
export async function claimGroup(db: Db, revisionId: string): Promise<WorkingGroupRow | null> {
  const { rows } = await sql<WorkingGroupRow>`
    update working_group set claimed_at = now()
    where revision_id = ${revisionId} and (claimed_at is null or claimed_at < now() - interval '1 minute')
    returning ${sql.raw(listOf('workingGroup', 'working_group'))}`.execute(db);
  return rows[0] ?? null;
}

export async function allGroups(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('workingGroup').select('revisionId').orderBy('createdAt').execute();
  return rows.map(({ revisionId }) => revisionId);
}

/** Which of these cases have a group. */
export const formedAmong = async (db: Reader, revisionIds: string[]): Promise<string[]> =>
  (
    await rowsOf<{ revisionId: string }>(
      db,
      'select revision_id from working_group where revision_id = any($1::uuid[])',
      [revisionIds],
    )
  ).map(({ revisionId }) => revisionId);

export interface Seat {
  revisionId: string;
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
  select g.revision_id, p.organisation_id, p.left_at is not null as "left"
  from group_member g join person p on p.id = g.person_id
  where g.revision_id = any($1::uuid[]) and g.until_at is null`;

/** The same seats, of many cases, with no more than is counted. */
export const seatedIn = (
  db: Reader,
  revisionIds: string[],
): Promise<Pick<Seat, 'revisionId' | 'organisationId' | 'left'>[]> => rowsOf(db, selectSeated, [revisionIds]);

/** Who sits in the working groups now. */
export function seatsIn(db: Reader, revisionIds: string[]): Promise<Seat[]> {
  if (revisionIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('groupMember')
    .innerJoin('person', 'person.id', 'groupMember.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(['revisionId', 'personId', 'displayName', 'person.organisationId', 'field', 'since'])
    .select('organisation.name as organisationName')
    .select((eb) => eb('leftAt', 'is not', null).$castTo<boolean>().as('left'))
    .where('untilAt', 'is', null)
    .where('revisionId', 'in', revisionIds)
    .orderBy('organisation.name')
    .orderBy('displayName')
    .execute();
}

/** Returns whether it is news: a new seat, one taken up again, or another field. */
export async function putSeat(
  trx: Trx,
  { revisionId, personId, field, at }: { revisionId: string; personId: string; field: GroupField; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into group_member (revision_id, person_id, field, since) values (${revisionId}, ${personId}, ${field}, ${at})
    on conflict (revision_id, person_id) do update set field = excluded.field, until_at = null,
      since = case when group_member.until_at is null then group_member.since else excluded.since end
    where group_member.until_at is not null or group_member.field <> excluded.field
    returning person_id`.execute(trx);
  return rows.length > 0;
}

/** Returns whether there was one to end. */
export async function endSeat(trx: Trx, revisionId: string, personId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('groupMember')
    .set({ untilAt: at })
    .where('revisionId', '=', revisionId)
    .where('personId', '=', personId)
    .where('untilAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
