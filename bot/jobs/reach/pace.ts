import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../store/frame/database.ts';
import { takePace } from '../../store/reach/deliveries.ts';

/**
 * Kept below the permitted rate: the platform counts by the sliding second of its own clock, and on the way two or
 * three messages may come to arrive together; and what was late may come up to `slippedMs` nearer to what follows.
 */
export const paceOf = (permitted: number): number =>
  permitted - Math.max(0.04 * permitted, Math.min(2, 0.08 * permitted));

/** So late a moment is lost: another replica has the ones after it. */
const slippedMs = 30;
/**
 * Of the gap, how near a message may come to a late one before it: a timer is late by a millisecond or more each time, and
 * what all are late would add up and slow the pace. No second holds more for it than `slippedMs` have room for.
 */
const closest = 0.25;

interface Time {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}
const ownTime: Time = { now: () => performance.now(), sleep };

/**
 * The moments at which so many messages may leave, taken from the pace that all replicas share. After a pause
 * the lost moments are taken anew at the end of everybody's: nothing is caught up in a burst.
 */
export class Moments {
  #db: Db;
  #time: Time;
  #perSecond: number;
  #moments: number[] = [];
  #last = 0;

  constructor(db: Db, perSecond: number, time = ownTime) {
    this.#db = db;
    this.#time = time;
    this.#perSecond = perSecond;
  }

  get #gapMs(): number {
    return 1000 / this.#perSecond;
  }

  async take(count: number): Promise<void> {
    const { waitMs } = await takePace(this.#db, count, this.#perSecond);
    // From the database's clock to one of our own, which nobody sets.
    const from = this.#time.now() + waitMs;
    for (let index = 0; index < count; index += 1) this.#moments.push(from + index * this.#gapMs);
  }

  /** Waits for the next moment; behind a late one a little less, until the pace is kept again. */
  async next(): Promise<void> {
    const lost = this.#moments.findIndex((moment) => moment >= this.#time.now() - slippedMs);
    const count = lost < 0 ? this.#moments.length : lost;
    if (count > 0) {
      this.#moments.splice(0, count);
      await this.take(count);
    }
    const wait = Math.max(this.#moments.shift() ?? 0, this.#last + closest * this.#gapMs) - this.#time.now();
    if (wait >= 1) await this.#time.sleep(wait);
    this.#last = this.#time.now();
  }
}
