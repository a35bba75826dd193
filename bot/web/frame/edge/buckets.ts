import { LRUCache } from 'lru-cache';

/** So many a second for ever, and so many at once before that counts. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** Too fast: in how many seconds there is room again, and whether the one before was told so too. */
export interface Over {
  seconds: number;
  again: boolean;
}

interface Bucket {
  left: number;
  at: number;
  over: boolean;
}

/**
 * A bucket for each key, that fills by itself and is emptied by what is done. Which keys there are is for strangers to
 * choose: only so many are remembered, and whoever was forgotten begins with a full one.
 */
export class Buckets {
  #rate: Rate;
  #known: LRUCache<string, Bucket>;
  #clock: () => number;

  constructor(rate: Rate, most: number, clock = () => performance.now()) {
    this.#rate = rate;
    this.#known = new LRUCache({ max: most });
    this.#clock = clock;
  }

  /** Takes out what a request costs; null when there was that much. */
  take(key: string, cost = 1): Over | null {
    const { perSecond, burst } = this.#rate;
    const now = this.#clock();
    const bucket = this.#of(key, now);
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    const again = bucket.over;
    bucket.over = bucket.left < cost;
    if (bucket.over) return { seconds: Math.ceil((cost - bucket.left) / perSecond), again };
    bucket.left -= cost;
    return null;
  }

  #of(key: string, now: number): Bucket {
    const known = this.#known.get(key);
    if (known) return known;
    const made = { left: this.#rate.burst, at: now, over: false };
    this.#known.set(key, made);
    return made;
  }
}
