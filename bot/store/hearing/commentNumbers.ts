import { randomInt } from 'node:crypto';
import { mostComments } from '../../process/hearing/hearing.ts';
import { rowsOf, type Trx } from '../frame/database.ts';
import { inPlaces, together } from '../frame/loader.ts';

/** One at a time draws in a hearing, until commit: what the next one then reads are all numbers that are used. */
const hold = `select pg_advisory_xact_lock(4814, hashtext(id::text)) from unnest($1::uuid[]) as k (id)`;

// Of a few, those that are not used: one look into the index for each. As a pair, in the order of the key, they can be
// looked for in no other index: one of the hearing alone looks as good while the table is empty, and is read from end to
// end for each number until the server has counted the table.
const selectUnused = `
  select k.number from unnest($2::int[]) with ordinality as k (number, place)
  where not exists (select from comment
    where (number, hearing_id) >= (k.number, $1::uuid) and (number, hearing_id) <= (k.number, $1::uuid) offset 0)
  order by k.place`;
// Of many, those that are: one pass over the hearing. Number by number it is a pass for each, over all there is, in a plan
// that was made while the table was a page long.
const selectUsed = 'select number from comment where hearing_id = $1 and number = any ($2::int[])';

/** With three digits, as people expect, or with four. */
const ranges = [
  { from: 100, to: 999 },
  { from: 1000, to: 9999 },
] as const;
type Range = (typeof ranges)[number];

const sizeOf = ({ from, to }: Range): number => to - from + 1;

/**
 * An organisation's first so many have three digits, and what it writes after them has four: how long its numbers are tells
 * it of its own comments alone, also once it has written many to see when the others' have used up what is short.
 */
const shortEach = 30;
/** So many of a range at random, no number twice. */
function lots(range: Range, count: number): number[] {
  const size = sizeOf(range);
  // A pile shuffled from the top, of which only the places that changed are kept.
  const moved = new Map<number, number>();
  return Array.from({ length: Math.min(count, size) }, (_, index) => {
    const place = randomInt(index, size);
    const lot = moved.get(place) ?? place;
    moved.set(place, moved.get(index) ?? index);
    return range.from + lot;
  });
}

/** Of a range, unused ones at random: a few lots, since most numbers are free; all of it only when they do not do. */
async function unusedIn(trx: Trx, hearingId: string, range: Range, wanted: number): Promise<number[]> {
  const read = async (statement: string, numbers: number[]): Promise<number[]> =>
    (await rowsOf<{ number: number }>(trx, statement, [hearingId, numbers])).map((row) => row.number);
  const found = await read(selectUnused, lots(range, 2 * wanted + 8));
  if (found.length >= wanted) return found.slice(0, wanted);
  const all = lots(range, sizeOf(range));
  const used = new Set(await read(selectUsed, all));
  return all.filter((number) => !used.has(number)).slice(0, wanted);
}

/** So many of each length, where there are any; one that is wanted and not there is of the other. */
async function draw(trx: Trx, hearingId: string, short: number, long: number): Promise<Drawn> {
  const few = short > 0 ? await unusedIn(trx, hearingId, ranges[0], short) : [];
  const missing = short - few.length;
  const many = long + missing > 0 ? await unusedIn(trx, hearingId, ranges[1], long + missing) : [];
  const lacking = long + missing - many.length;
  const rest = lacking > 0 ? await unusedIn(trx, hearingId, ranges[0], short + lacking) : [];
  return { short: few, long: [...many, ...rest.filter((number) => !few.includes(number))] };
}

interface Drawn {
  short: number[];
  long: number[];
}
interface Asking {
  hearingId: string;
  organisationId: string;
  /** What the secretariat types in from a mail is not counted, and always has a number while there are any. */
  byMail: boolean;
}

const selectWritten = `
  select k.place, (
    select count(*)::int from (
      select from comment where hearing_id = k.hearing_id and organisation_id = k.organisation_id and channel <> 'mail'
      limit ${mostComments} offset 0) as c) as written
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (hearing_id, organisation_id, place)`;

/** Which comment of its organisation each would be, from none; nothing of what comes by mail. */
async function placesOf(trx: Trx, asking: readonly Asking[]): Promise<number[]> {
  const columns = [asking.map((one) => one.hearingId), asking.map((one) => one.organisationId)];
  const rows = await rowsOf<{ place: string; written: number }>(trx, selectWritten, columns);
  const written = inPlaces(asking, rows);
  const sameBefore = ({ hearingId, organisationId }: Asking, index: number): number =>
    asking
      .slice(0, index)
      .filter((one) => !one.byMail && one.hearingId === hearingId && one.organisationId === organisationId)
      .length;
  return asking.map((one, index) => (one.byMail ? 0 : written[index]!.written + sameBefore(one, index)));
}

/**
 * A number of a hearing that no comment has: at random, for a running one would tell how many were written. One for each
 * who asks in one moment; one that is not used is free again. Null when all are used; `enough`: its organisation has.
 */
export const drawNumber = together(
  async (trx: Trx, asking: readonly Asking[]): Promise<(number | 'enough' | null)[]> => {
    // In one order for all, so that two transactions never wait for each other.
    const hearings = [...new Set(asking.map((one) => one.hearingId))].sort();
    // Before the hearing is held: who writes at the same moment may have one more than there should be, and waits less.
    const places = await placesOf(trx, asking);
    const isShort = (index: number): boolean => places[index]! < shortEach;
    const lengths = (id: string, short: boolean): number =>
      asking.filter(
        (one, index) => one.hearingId === id && places[index]! < mostComments && isShort(index) === short,
      ).length;
    const [, ...drawn] = await Promise.all([
      rowsOf(trx, hold, [hearings]),
      ...hearings.map((id) => draw(trx, id, lengths(id, true), lengths(id, false))),
    ]);
    const free = new Map(hearings.map((id, index) => [id, drawn[index]!]));
    return asking.map(({ hearingId }, index) => {
      if (places[index]! >= mostComments) return 'enough';
      const { short, long } = free.get(hearingId)!;
      return (isShort(index) ? short.shift() : undefined) ?? long.shift() ?? null;
    });
  },
);
