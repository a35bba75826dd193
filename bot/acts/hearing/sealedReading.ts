import { LRUCache } from 'lru-cache';
import { dayOf } from '../../process/frame/calendar.ts';
import { Unavailable } from '../../process/frame/outage.ts';
import type { Actor } from '../../process/frame/roles.ts';
import type { Db } from '../../store/frame/database.ts';
import { asClock } from '../frame/asClock.ts';
import { noteSealedReading } from './noteSealedReading.ts';
import type { House } from '../frame/run.ts';

/** What has been noted, so that a page that is looked at often asks nothing more that day. */
const noted = new WeakMap<Db, LRUCache<string, true>>();

function notedIn(db: Db): LRUCache<string, true> {
  const mine = noted.get(db) ?? new LRUCache<string, true>({ max: 5_000 });
  noted.set(db, mine);
  return mine;
}

/**
 * Has the trail say that somebody of the secretariat reads what is sealed, before it is shown. Throws `Unavailable` when
 * that cannot be written, and then nothing is shown.
 */
export const readingNoter =
  (house: House) =>
  async (reader: Actor, hearingId: string): Promise<void> => {
    const { personId } = reader;
    const key = `${personId} ${hearingId} ${dayOf(house.clock.now())}`;
    const mine = notedIn(house.db);
    if (mine.has(key)) return;
    try {
      await asClock(house, noteSealedReading, { hearingId, personId }, { by: reader });
      mine.set(key, true);
    } catch (error) {
      throw new Unavailable(error);
    }
  };
