import { subscriptions } from '../../store/reach/watching.ts';
import { asClock } from '../frame/asClock.ts';
import { graphWord, mostWords, noteGraphChange, type GraphWord } from './noteGraphChange.ts';
import type { House } from '../frame/run.ts';
import { sameSecret } from './sameSecret.ts';

/** Requests about subscriptions that nobody here knows yet, until they have been looked up. */
const mostWaiting = 50;
/** Whatever strangers say, our subscriptions are read no more often. */
const lookEveryMs = 1_000;

/**
 * What is said at the door that Graph knocks at, and anybody else may. A word that is not about one of our
 * subscriptions, with its secret, costs a look into memory and never a transaction; the others are gathered, so
 * that a thousand of them are one. What is lost here is found by the next look at the directory.
 */
export class GraphWords {
  #house: House;
  #failed: (error: unknown) => void;
  #secrets = new Map<string, string>();
  #readAt = -Infinity;
  #reading: Promise<void> | null = null;
  #waiting = 0;
  /** By subscription and kind: however much is told, no more than there are subscriptions. */
  #heard = new Map<string, GraphWord>();
  #telling = false;

  constructor(house: House, failed: (error: unknown) => void) {
    this.#house = house;
    this.#failed = failed;
  }

  /** False: more is waiting than is kept, and it should be said again later. */
  hear(said: unknown[]): boolean {
    const words = said.slice(0, mostWords).flatMap((one) => {
      const { success, data } = graphWord.safeParse(one);
      return success ? [data] : [];
    });
    const strange = this.#take(words);
    if (strange.length === 0) return true;
    if (this.#waiting >= mostWaiting) return false;
    this.#waiting += 1;
    void this.#takeLater(strange);
    return true;
  }

  /** Takes in what is ours; gives back what is about subscriptions that are not known here. */
  #take(words: GraphWord[]): GraphWord[] {
    const strange: GraphWord[] = [];
    for (const word of words) {
      const { subscriptionId: id, clientState, lifecycleEvent } = word;
      const secret = this.#secrets.get(id);
      if (secret === undefined) strange.push(word);
      else if (sameSecret(secret, clientState)) this.#heard.set(`${id}\n${lifecycleEvent ?? ''}`, word);
    }
    if (this.#heard.size > 0 && !this.#telling) void this.#tell();
    return strange;
  }

  /** A subscription may be newer than what is known here. */
  async #takeLater(words: GraphWord[]): Promise<void> {
    try {
      this.#reading ??= this.#look().finally(() => (this.#reading = null));
      await this.#reading;
      this.#take(words);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#waiting -= 1;
    }
  }

  async #look(): Promise<void> {
    const restMs = this.#readAt + lookEveryMs - performance.now();
    if (restMs > 0) await new Promise((done) => setTimeout(done, restMs).unref());
    this.#readAt = performance.now();
    const rows = await subscriptions(this.#house.db);
    this.#secrets = new Map(rows.map((row) => [row.id, row.clientState]));
  }

  async #tell(): Promise<void> {
    this.#telling = true;
    while (this.#heard.size > 0) {
      const value = [...this.#heard.values()].slice(0, mostWords);
      this.#heard.clear();
      await asClock(this.#house, noteGraphChange, { value }).catch((error: unknown) => this.#failed(error));
    }
    this.#telling = false;
  }
}
