import { rowsOf, type Trx } from './database.ts';
import { inPlaces, together } from './loader.ts';

/** One at a time draws in a hearing, until commit: what the next one then reads are all numbers that are used. */
const hold = `select pg_advisory_xact_lock(4814, hashtext(id::text)) from unnest($1::uuid[]) as k (id)`;

/** From a hundred, so that every number has as many digits as people expect; with four only when three are used up. */
const draw = `
  select k.place, d.numbers from unnest($1::uuid[], $2::int[]) with ordinality as k (hearing_id, wanted, place)
  cross join lateral (select array_agg(number) as numbers from (
    (select number from (
      select generate_series(100, 999) as number except select number from comment where hearing_id = k.hearing_id
    ) short order by random())
    union all
    (select number from (
      select generate_series(1000, 9999) as number except select number from comment where hearing_id = k.hearing_id
    ) long order by random())
    limit k.wanted) free) d`;

interface Row {
  place: string;
  numbers: number[] | null;
}

/**
 * A number of a hearing that no comment has: at random, for a running one would tell how many were written. One for each
 * who asks in one moment, in one statement; one that is not used is free again. Null when all are used.
 */
export const drawNumber = together(
  async (trx: Trx, hearingIds: readonly string[]): Promise<(number | null)[]> => {
    // In one order for all, so that two transactions never wait for each other.
    const hearings = [...new Set(hearingIds)].sort();
    const wanted = hearings.map((id) => hearingIds.filter((one) => one === id).length);
    const [, rows] = await Promise.all([
      rowsOf(trx, hold, [hearings]),
      rowsOf<Row>(trx, draw, [hearings, wanted]),
    ]);
    const drawn = inPlaces(hearings, rows).map((row) => row?.numbers ?? []);
    const free = new Map(hearings.map((id, index) => [id, drawn[index]!]));
    return hearingIds.map((id) => free.get(id)!.shift() ?? null);
  },
);
