import { randomInt, randomUUID } from 'node:crypto';
import { joinAnswerer } from '../people/answerer.ts';
import { nextNumber } from '../case/cases.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { heardAnswers } from './answered.ts';
import { awaitsAnswer } from './handedIn.ts';
import type { AnswerRow, HearingRow } from '../schema.ts';

/**
 * It has no number yet, only one that nobody else has: giving out numbers is a queue of all hearings, and comes when all
 * else is written (`numberHearing`), so that nobody waits for the invitations of another.
 */
export async function insertHearing(
  trx: Trx,
  row: Omit<HearingRow, 'id' | 'number'>,
  heard: string[],
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('hearing')
    .values({ id, number: -randomInt(1, 2 ** 31), ...row })
    .execute();
  if (heard.length > 0) {
    await trx
      .insertInto('heard')
      .values(heard.map((organisationId) => ({ hearingId: id, organisationId })))
      .execute();
  }
  return id;
}

/** The next number, held until the commit, which must be near. */
export async function numberHearing(trx: Trx, id: string): Promise<number> {
  const number = await nextNumber(trx, 'hearing');
  await trx.updateTable('hearing').set({ number }).where('id', '=', id).execute();
  return number;
}

export async function hearingById(db: Reader, id: string): Promise<HearingRow | null> {
  return (
    (await db.selectFrom('hearing').select(columnsOf('hearing')).where('id', '=', id).executeTakeFirst()) ??
    null
  );
}

/** `share` lets many comment at once and makes them wait for a deadline that is just being moved. */
export async function lockHearing(
  trx: Trx,
  id: string,
  mode: 'share' | 'update',
): Promise<HearingRow | null> {
  const query = trx.selectFrom('hearing').select(columnsOf('hearing')).where('id', '=', id);
  return (await (mode === 'share' ? query.forShare() : query.forNoKeyUpdate()).executeTakeFirst()) ?? null;
}

export const hearingsOf = (db: Reader, caseId: string): Promise<HearingRow[]> => hearingsOfAll(db, [caseId]);

const selectOfCases = `
  select ${listOf('hearing', 'hearing')} from hearing where case_id = any($1::uuid[]) order by number`;

export const hearingsOfAll = (db: Reader, caseIds: string[]): Promise<HearingRow[]> =>
  rowsOf<HearingRow>(db, selectOfCases, [caseIds]);

/** Those whose deadline lies between two moments. */
export function hearingsDue(db: Reader, after: Date, before: Date): Promise<HearingRow[]> {
  return db
    .selectFrom('hearing')
    .select(columnsOf('hearing'))
    .where('deadline', '>', after)
    .where('deadline', '<', before)
    .orderBy('number')
    .execute();
}

const selectMissing = `
  select distinct p.id from (
    select h.organisation_id from heard h
    where h.hearing_id = $1 and not exists (
      select from answer a where a.hearing_id = h.hearing_id and a.organisation_id = h.organisation_id)
  ) k ${joinAnswerer} where p.id is not null`;

/** Who answers for each organisation that was heard and has not answered. */
export async function missingAnswerers(db: Reader, hearingId: string): Promise<string[]> {
  return (await rowsOf<{ id: string }>(db, selectMissing, [hearingId])).map(({ id }) => id);
}

export async function setDeadline(trx: Trx, hearing: HearingRow, deadline: Date): Promise<void> {
  await trx
    .updateTable('hearing')
    .set({ deadline, originalDeadline: hearing.originalDeadline ?? hearing.deadline })
    .where('id', '=', hearing.id)
    .execute();
}

export async function heardBy(db: Reader, hearingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('heard')
    .select('organisationId')
    .where('hearingId', '=', hearingId)
    .execute();
  return rows.map((row) => row.organisationId);
}

export async function answerOf(
  db: Reader,
  hearingId: string,
  organisationId: string,
): Promise<AnswerRow | null> {
  const row = await db
    .selectFrom('answer')
    .select(columnsOf('answer'))
    .where('hearingId', '=', hearingId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst();
  return row ?? null;
}

export function answersOf(db: Reader, hearingId: string): Promise<AnswerRow[]> {
  return db.selectFrom('answer').select(columnsOf('answer')).where('hearingId', '=', hearingId).execute();
}

/** The organisation's one answer; a later submission takes the place of an earlier one. */
export async function putAnswer(trx: Trx, row: AnswerRow): Promise<void> {
  const { hearingId: _h, organisationId: _o, ...rest } = row;
  await trx
    .insertInto('answer')
    .values(row)
    .onConflict((conflict) => conflict.columns(['hearingId', 'organisationId']).doUpdateSet(rest))
    .execute();
}

export interface HearingCounts {
  hearingId: string;
  heard: number;
  answered: number;
  withRemarks: number;
  comments: number;
  unanswered: number;
}

/**
 * How hearings stand, in numbers only, of what was submitted; who may see which is for the view. A comment that has its
 * answer was submitted: those are counted without looking at any.
 */
const selectCounts = `
  select k.id as hearing_id, (select count(*)::int from heard where heard.hearing_id = k.id) as heard,
    given.answered, given.with_remarks, done.count + waiting.count as comments, waiting.count as unanswered
  from unnest($1::uuid[]) as k (id)
  cross join lateral (
    select count(*)::int as answered, (count(*) filter (where a.position = 'withRemarks'))::int as with_remarks
    ${heardAnswers('k.id')}) given
  cross join lateral (select count(*)::int from comment c
    where c.hearing_id = k.id and c.withdrawn_at is null and c.disposed_at is not null) done
  cross join lateral (select count(*)::int from comment c
    where c.hearing_id = k.id and ${awaitsAnswer('c')}) waiting`;

export async function hearingCounts(db: Reader, hearingIds: string[]): Promise<Map<string, HearingCounts>> {
  if (hearingIds.length === 0) return new Map();
  const rows = await rowsOf<HearingCounts>(db, selectCounts, [hearingIds]);
  return new Map(rows.map((row) => [row.hearingId, row]));
}

const selectUnanswered = `
  select c.hearing_id, count(*)::int as count from unnest($1::uuid[]) as k (id)
  join comment c on c.hearing_id = k.id and ${awaitsAnswer('c')}
  group by c.hearing_id`;

/** Submitted comments that wait for the secretariat's answer, of the hearings that have some. */
export async function unansweredIn(db: Reader, hearingIds: string[]): Promise<Map<string, number>> {
  const rows = await rowsOf<{ hearingId: string; count: number }>(db, selectUnanswered, [hearingIds]);
  return new Map(rows.map(({ hearingId, count }) => [hearingId, count]));
}

export async function setPosition(
  trx: Trx,
  hearingId: string,
  organisationId: string,
  position: AnswerRow['position'],
): Promise<void> {
  await trx
    .updateTable('answer')
    .set({ position })
    .where('hearingId', '=', hearingId)
    .where('organisationId', '=', organisationId)
    .execute();
}
