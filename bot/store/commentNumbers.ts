import { randomInt } from 'node:crypto';
import { rowsOf, type Trx } from './database.ts';
import { together } from './loader.ts';

/** One at a time draws in a hearing, until commit: what the next one then reads are all numbers that are used. */
const hold = `select pg_advisory_xact_lock(4814, hashtext(id::text)) from unnest($1::uuid[]) as k (id)`;

// One look into the index for each number, also in a plan made while the table was empty.
const selectUnused = `
  select k.number from unnest($2::int[]) with ordinality as k (number, place)
  where not exists (select from comment where hearing_id = $1 and number = k.number offset 0)
  order by k.place`;

/** From a hundred, so that every number has as many digits as people expect; with four only when three are used up. */
const ranges = [
  { from: 100, to: 999 },
  { from: 1000, to: 9999 },
] as const;
type Range = (typeof ranges)[number];

const sizeOf = ({ from, to }: Range): number => to - from + 1;

/** So many of a range at random, no number twice. */
function lots(range: Range, count: number): number[] {
  const all = Array.from({ length: sizeOf(range) }, (_, index) => range.from + index);
  for (let index = 0; index < Math.min(count, all.length); index += 1) {
    const other = randomInt(index, all.length);
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return all.slice(0, count);
}

/** Of a range, unused ones at random: a few lots, since most numbers are free; all of it only when they do not do. */
async function unusedIn(trx: Trx, hearingId: string, range: Range, wanted: number): Promise<number[]> {
  const unused = async (numbers: number[]): Promise<number[]> => {
    const rows = await rowsOf<{ number: number }>(trx, selectUnused, [hearingId, numbers]);
    return rows.slice(0, wanted).map((row) => row.number);
  };
  const found = await unused(lots(range, 2 * wanted + 8));
  return found.length < wanted ? unused(lots(range, sizeOf(range))) : found;
}

async function draw(trx: Trx, hearingId: string, wanted: number): Promise<number[]> {
  const drawn: number[] = [];
  for (const range of ranges) {
    if (drawn.length === wanted) break;
    drawn.push(...(await unusedIn(trx, hearingId, range, wanted - drawn.length)));
  }
  return drawn;
}

/**
 * A number of a hearing that no comment has: at random, for a running one would tell how many were written. One for each
 * who asks in one moment; one that is not used is free again. Null when all are used.
 */
export const drawNumber = together(
  async (trx: Trx, hearingIds: readonly string[]): Promise<(number | null)[]> => {
    // In one order for all, so that two transactions never wait for each other.
    const hearings = [...new Set(hearingIds)].sort();
    const wantedOf = (id: string): number => hearingIds.filter((one) => one === id).length;
    const [, ...drawn] = await Promise.all([
      rowsOf(trx, hold, [hearings]),
      ...hearings.map((id) => draw(trx, id, wantedOf(id))),
    ]);
    const free = new Map(hearings.map((id, index) => [id, drawn[index]!]));
    return hearingIds.map((id) => free.get(id)!.shift() ?? null);
  },
);
