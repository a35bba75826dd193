import { sql, type RawBuilder } from 'kysely';
import { endStates, type RevisionState } from '../../process/case/revision.ts';
import { listOf } from '../frame/columns.ts';
import type { Reader } from '../frame/database.ts';
import { isHandedIn } from '../hearing/handedIn.ts';
import type { RevisionTable } from '../schema.ts';

export interface Span {
  limit: number;
  /** The one that the page before ended with; nothing comes after one that is not there. */
  after?: string | undefined;
}

/** By number, not by letter: 99 comes before 100. */
const order = (table: string): string => `-${table}.year, length(${table}.ref), ${table}.ref`;
const inOrder = sql.raw(`order by ${order('r')}`);
const comesAfter = (id: string): RawBuilder<unknown> =>
  sql`(${sql.raw(order('r'))}) > (select ${sql.raw(order('last'))} from revision last where last.id = ${id})`;

const letters = /[\p{L}]/u;
/** Each letter in both cases, so that no server's idea of an alphabet counts; every other sign as it is. */
const pattern = (word: string): string =>
  [...word]
    .map((sign) =>
      letters.test(sign)
        ? `(${sign.toLowerCase()}|${sign.toUpperCase()})`
        : /[\d_]/.test(sign)
          ? sign
          : `\\U${sign.codePointAt(0)!.toString(16).padStart(8, '0')}`,
    )
    .join('');

interface Wanted extends Span {
  state?: RevisionState | undefined;
  /** Those whose journey has ended, or those whose has not. */
  over?: boolean | undefined;
  /** All of them stand in its number, its goal's number or its title. */
  words?: string[] | undefined;
  skip?: number | undefined;
}

/** As the index of those under way says it. */
const ended = `('${endStates.join("', '")}')`;
const goesOn = sql.raw(`r.state not in ${ended}`);
const isOver = sql.raw(`r.state in ${ended}`);

/** A page of cases, the newest year first. */
export async function casePage(db: Reader, wanted: Wanted): Promise<RevisionTable[]> {
  const { state, over, words = [], after, limit, skip = 0 } = wanted;
  const text = sql`r.ref || ' ' || coalesce(r.goal_number::text, '') || ' ' || r.title`;
  const conditions = [
    sql`true`,
    ...(state ? [sql`r.state = ${state}`] : []),
    ...(over === undefined ? [] : [over ? isOver : goesOn]),
    ...(after ? [comesAfter(after)] : []),
    ...words.map((word) => sql`${text} ~ ${pattern(word)}`),
  ];
  const { rows } = await sql<RevisionTable>`
    select ${sql.raw(listOf('revision', 'r'))} from revision r
    where ${sql.join(conditions, sql` and `)}
    ${inOrder} limit ${limit} offset ${skip}`.execute(db);
  return rows;
}

/** What may await whom, as far as a row can say it; whether it does, is judged case by case. */
const awaitsMember = (now: Date): RawBuilder<unknown>[] => [
  sql`select h.revision_id from hearing h where h.deadline > ${now}`,
  sql`select v.revision_id from vote v
    where v.carried is null and (v.closed_at is null or v.result->>'outcome' = 'tied')`,
];
/** What was written in a hearing and not submitted in time may still come, late. */
const awaitsOrganisation = (organisationId: string): RawBuilder<unknown> => sql`
  select r.id from revision r
  where ${goesOn} and exists (select from hearing h join comment c on c.hearing_id = h.id
    where h.revision_id = r.id and c.organisation_id = ${organisationId} and c.withdrawn_at is null
      and not ${isHandedIn('c')})`;
const unreached = sql.raw(`d.state in ('failed', 'uncertain')`);
const awaitsSecretariat: RawBuilder<unknown>[] = [
  sql`select r.id from revision r where ${goesOn}`,
  sql`select h.revision_id
    from (select distinct c.hearing_id from comment c where c.withdrawn_at is null and c.disposed_at is null) c
    join hearing h on h.id = c.hearing_id`,
  sql`select h.revision_id
    from (select distinct d.about_id from delivery d where ${unreached}) d join hearing h on h.id = d.about_id`,
  sql`select v.revision_id
    from (select distinct d.about_id from delivery d where ${unreached}) d join vote v on v.id = d.about_id`,
];

/**
 * Cases that may await this reader. They are found by what awaits, which is little, and not by looking through all there are:
 * those that are over and done stay where they are.
 */
export async function casesAwaiting(
  db: Reader,
  {
    now,
    reader,
    after,
    limit,
  }: Span & { now: Date; reader: { organisationId: string | null; secretariat: boolean } },
): Promise<RevisionTable[]> {
  const awaiting = [
    ...awaitsMember(now),
    ...(reader.secretariat ? awaitsSecretariat : []),
    ...(reader.organisationId ? [awaitsOrganisation(reader.organisationId)] : []),
  ];
  const { rows } = await sql<RevisionTable>`
    select ${sql.raw(listOf('revision', 'r'))} from (${sql.join(awaiting, sql` union `)}) as one (id)
    join revision r on r.id = one.id
    ${after ? sql`where ${comesAfter(after)}` : sql``}
    ${inOrder} limit ${limit}`.execute(db);
  return rows;
}
