import { caseKinds, courseOf, type CaseState } from '../../process/case/kinds.ts';
import { selectCase } from '../case/cases.ts';
import { isOpen } from '../hearing/open.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { valued } from '../frame/statements.ts';
import { handedIn } from '../hearing/handedIn.ts';
import { isUndelivered } from '../reach/undelivered.ts';
import type { Case } from '../schema.ts';
import { isUndecided } from '../vote/undecided.ts';

export interface Span {
  limit: number;
  /** The one that the page before ended with; nothing comes after one that is not there. */
  after?: string | undefined;
}

/** The newest year of their numbers first, and by number, not by letter: 99 comes before 100. */
const order = (table: string): string =>
  `-(substring(${table}.ref, '[0-9]{4}'))::int, length(${table}.ref), ${table}.ref`;
const inOrder = `order by ${order('c')}`;
const comesAfter = (id: string): string =>
  `(${order('c')}) > (select ${order('last')} from "case" last where last.id = ${id})`;

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
  state?: CaseState | undefined;
  /** Those whose journey has ended, or those whose has not. */
  over?: boolean | undefined;
  /** All of them stand in its number, its goal's number or its title. */
  words?: string[] | undefined;
  skip?: number | undefined;
}

/** As the index of those under way says it, for each kind. */
const inStates = (which: 'in' | 'not in'): string => {
  const each = caseKinds.map(
    (kind) => `c.kind = '${kind}' and c.state ${which} ('${courseOf(kind).ended.join("', '")}')`,
  );
  return `(${each.join(' or ')})`;
};
const goesOn = inStates('not in');
const isOver = inStates('in');

/** A page of cases, the newest year first. */
export async function casePage(db: Reader, wanted: Wanted): Promise<Case[]> {
  const { state, over, words = [], after, limit, skip = 0 } = wanted;
  const { values, value } = valued();
  const conditions = [
    'true',
    ...(state ? [`c.state = ${value(state)}`] : []),
    ...(over === undefined ? [] : [over ? isOver : goesOn]),
    ...(after ? [comesAfter(value(after))] : []),
    ...words.map(
      (word) =>
        `c.ref || ' ' || coalesce(r.goal_number::text, '') || ' ' || c.title ~ ${value(pattern(word))}`,
    ),
  ];
  const text = `
    ${selectCase} where ${conditions.join(' and ')}
    ${inOrder} limit ${value(limit)} offset ${value(skip)}`;
  return rowsOf<Case>(db, text, values);
}

/** What may await whom, as far as a row can say it; whether it does, is judged case by case. */
const awaitsMember = (now: string): string[] => [
  `select h.case_id from hearing h where ${isOpen('h', now)}`,
  `select v.case_id from vote v where ${isUndecided('v')}`,
];
/** What was written in a hearing and not submitted in time may still come, late. */
const awaitsOrganisation = (organisationId: string): string => `
  select c.id from "case" c
  where ${goesOn} and exists (select from hearing h join comment k on k.hearing_id = h.id
    where h.case_id = c.id and k.organisation_id = ${organisationId} and k.withdrawn_at is null
      and not ${handedIn('k')})`;
const awaitsSecretariat = [
  `select c.id from "case" c where ${goesOn}`,
  `select h.case_id
    from (select distinct k.hearing_id from comment k where k.withdrawn_at is null and k.disposed_at is null) k
    join hearing h on h.id = k.hearing_id`,
  `select h.case_id
    from (select distinct d.about_id from delivery d where ${isUndelivered}) d join hearing h on h.id = d.about_id`,
  `select v.case_id
    from (select distinct d.about_id from delivery d where ${isUndelivered}) d join vote v on v.id = d.about_id`,
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
): Promise<Case[]> {
  const { values, value } = valued();
  const awaiting = [
    ...awaitsMember(value(now)),
    ...(reader.secretariat ? awaitsSecretariat : []),
    ...(reader.organisationId ? [awaitsOrganisation(value(reader.organisationId))] : []),
  ];
  const text = `
    ${selectCase} join (${awaiting.join(' union ')}) as one (id) on one.id = c.id
    ${after ? `where ${comesAfter(value(after))}` : ''}
    ${inOrder} limit ${value(limit)}`;
  return rowsOf<Case>(db, text, values);
}
