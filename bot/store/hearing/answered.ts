import { LRUCache } from 'lru-cache';
import { partings, wholeAnswers } from '../../process/hearing/answerEvents.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { leftOf } from '../case/erasures.ts';
import { together } from '../frame/loader.ts';
import type { HearingRow } from '../schema.ts';

const listed = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');

/** Whether organisation `o` has parted from sender `s` after event `e`, and before the moment. */
const parted = (o: string, s: string): string => `exists (
  select from event p cross join lateral (select ${leftOf('p')} as data) said
  where p.case_id = e.case_id and p.type in (${listed(partings)})
    and said.data->>'hearingId' = e.data->>'hearingId' and said.data->>'organisationId' = ${o}
    and said.data->>'senderId' = ${s} and p.id > e.id and p.at < $2)`;

/**
 * From the trail and not from the answers: an answer that is changed, or no longer names somebody, would change at that
 * moment what was told of the day before. What was typed in late counts from when it was typed in. Who is named in a joint
 * answer has answered when it accepts; an older program bound by naming. Of those heard alone.
 */
const selectAnswered = `
  with given as (
    select distinct on (h.id, said.data->>'organisationId') h.id as hearing_id, e.id, e.case_id, e.type, said.data
    from unnest($1::uuid[]) as k (id) join hearing h on h.id = k.id
    join event e on e.case_id = h.case_id::text and e.type in (${listed(wholeAnswers)}) and e.at < $2
    cross join lateral (select ${leftOf('e')} as data) said
    where said.data->>'hearingId' = h.id::text
    order by h.id, said.data->>'organisationId', e.id desc)
  select given_by.hearing_id, given_by.organisation_id from (
    select e.hearing_id, e.data->>'organisationId' as organisation_id from given e
    where e.type = 'answerSubmitted' or (e.type = 'answerAlone' and e.data->>'position' is not null)
      or (e.type = 'jointAccepted' and not ${parted(`e.data->>'organisationId'`, `e.data->>'senderId'`)})
    union
    select e.hearing_id, o.id from given e
    cross join lateral jsonb_array_elements_text(coalesce(e.data->'jointWith', '[]'::jsonb)) as o (id)
    where not ${parted('o.id', `e.data->>'organisationId'`)}) as given_by
  join heard on heard.hearing_id = given_by.hearing_id and heard.organisation_id::text = given_by.organisation_id`;

type Organisations = ReadonlySet<string>;
const known = new LRUCache<string, Organisations>({ max: 1_000 });
/** So long after a moment nothing of before it is still being committed. */
const settledMs = 60_000;
const nobody: Organisations = new Set();

interface Moment {
  hearing: Pick<HearingRow, 'id' | 'opensAt'>;
  before: Date;
  now: Date;
}
const keyAt = (hearingId: string, before: Date): string => `${hearingId} ${before.toISOString()}`;
const keyOf = ({ hearing, before }: Moment): string => keyAt(hearing.id, before);

/** Those of one moment, in one statement. */
async function readBefore(
  db: Reader,
  before: Date,
  of: readonly Moment[],
): Promise<Map<string, Organisations>> {
  const read = new Map(of.map((one) => [keyOf(one), new Set<string>()]));
  const ids = [...new Set(of.map(({ hearing }) => hearing.id))];
  const rows = await rowsOf<{ hearingId: string; organisationId: string }>(db, selectAnswered, [ids, before]);
  for (const { hearingId, organisationId } of rows) read.get(keyAt(hearingId, before))!.add(organisationId);
  for (const one of of)
    if (one.now.getTime() - before.getTime() > settledMs) known.set(keyOf(one), read.get(keyOf(one))!);
  return read;
}

/** The case's trail is long, and everybody who presses asks the same: it is read once, also for many at once. */
const load = together(async (db: Reader, all: readonly Moment[]): Promise<Organisations[]> => {
  const missing = all.filter((one) => !known.has(keyOf(one)));
  const moments = Map.groupBy(missing, ({ before }) => before.toISOString());
  const read = new Map<string, Organisations>();
  for (const of of moments.values())
    for (const [key, organisations] of await readBefore(db, of[0]!.before, of)) read.set(key, organisations);
  return all.map((one) => read.get(keyOf(one)) ?? known.get(keyOf(one)) ?? nobody);
});

/** Who had answered in these hearings by a moment that is past. It does not change, and is read once. */
export async function answeredBy(
  db: Reader,
  hearings: readonly Pick<HearingRow, 'id' | 'opensAt'>[],
  before: Date,
  now: Date,
): Promise<Map<string, Organisations>> {
  const read = await Promise.all(
    // Nobody answers a hearing before it is open.
    hearings.map((hearing) => (hearing.opensAt >= before ? nobody : load(db, { hearing, before, now }))),
  );
  return new Map(hearings.map(({ id }, index) => [id, read[index] ?? nobody]));
}

/** Answers of those who were heard in a hearing: who was not, and answered all the same, is none of so many who have. */
export const heardAnswers = (hearingId: string): string => `
  from answer a join heard on heard.hearing_id = a.hearing_id and heard.organisation_id = a.organisation_id
  where a.hearing_id = ${hearingId}`;

const selectOwn = `
  select k.id as hearing_id from unnest($2::uuid[]) as k (id)
  where exists (select ${heardAnswers('k.id')} and a.organisation_id = $1)`;

/** In which of these hearings an organisation was heard and has an answer now. */
export async function answeredIn(
  db: Reader,
  organisationId: string,
  hearingIds: string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ hearingId: string }>(db, selectOwn, [organisationId, hearingIds]);
  return new Set(rows.map((row) => row.hearingId));
}
