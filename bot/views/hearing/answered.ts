import { midnightBefore } from '../../process/frame/calendar.ts';
import { answeredBy, answeredIn } from '../../store/hearing/answered.ts';
import type { HearingRow } from '../../store/schema.ts';
import type { Viewing } from '../frame/context.ts';
import { sealedFor } from './hearingCounts.ts';

/** How many have answered, and as of when where it is not told to the minute. */
export interface Told {
  answered: number;
  answeredAsOf: string | null;
}

/** Where the own organisation has an answer now; asked only when the caller has not read it. */
async function ownIn(
  { db, reader }: Viewing,
  ids: string[],
  known: boolean | undefined,
): Promise<ReadonlySet<string>> {
  if (known !== undefined) return new Set(known ? ids : []);
  return reader.organisationId && ids.length > 0 ? answeredIn(db, reader.organisationId, ids) : new Set();
}

/**
 * By the minute a count tells who has just answered. To whom answers are sealed it is told as of midnight, with the own
 * organisation's as it is now; to everybody else as it is.
 * `ownAnswered` is for one hearing, whose own answer was read already.
 */
export async function answeredTold(
  context: Viewing,
  hearings: HearingRow[],
  exact: (hearingId: string) => number,
  ownAnswered?: boolean,
): Promise<Map<string, Told>> {
  const { db, reader, now } = context;
  const sealed = hearings.filter((one) => sealedFor(context, one));
  const before = midnightBefore(now);
  const own = reader.organisationId;
  const by = await answeredBy(db, sealed, before, now);
  const ids = sealed.map(({ id }) => id);
  const mine = await ownIn(context, ids, ownAnswered);
  const told = ({ id }: HearingRow): Told => {
    const had = by.get(id);
    if (!had) return { answered: exact(id), answeredAsOf: null };
    const others = had.size - (own && had.has(own) ? 1 : 0);
    return { answered: others + (mine.has(id) ? 1 : 0), answeredAsOf: before.toISOString() };
  };
  return new Map(hearings.map((one) => [one.id, told(one)]));
}
