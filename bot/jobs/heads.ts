import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import { isHeadDue, type Head, type HeadKey } from '../process/case/heads.ts';
import { closedBetween, closingEvent, firstHeadOver } from '../store/closings.ts';
import type { DatabaseClock } from '../store/clock.ts';
import { transact, type Db, type Trx } from '../store/database.ts';
import { headKeys } from '../store/headKeys.ts';
import { lastHead, makeHeads, waitForHeads, type Made } from '../store/heads.ts';
import { loop, type Loop } from './loop.ts';
import { sealAll } from './seal.ts';

export interface Heading {
  db: Db;
  clock: DatabaseClock;
  log: Logger;
  keys: KeyObject[];
  /** Between two heads that nothing asks for. */
  minutes: number;
}

/** Between two looks whether one is due. */
const lookMs = 5_000;

/** Lays heads over the trail: at fixed times, so that being laid tells nothing, and when something closes. */
export class Heads {
  #with: Heading;
  #keys: Promise<HeadKey[]> | null = null;
  #asked = new Map<string, Promise<Head | null>>();

  constructor(heading: Heading) {
    this.#with = heading;
  }

  start(): Loop {
    const { log } = this.#with;
    return loop(
      async () => {
        await this.due();
        return lookMs;
      },
      (error) => log.error({ err: error }, 'no head could be laid over the trail; trying again'),
    );
  }

  /** One when its time has come, or a hearing's deadline passed. */
  async due(): Promise<void> {
    const wanted = async (trx: Db | Trx): Promise<boolean> => {
      const [last, now] = [await lastHead(trx), await this.#with.clock.ask(trx)];
      const lastAt = last ? new Date(last.at) : undefined;
      if (isHeadDue(now, lastAt, this.#with.minutes)) return true;
      return lastAt !== undefined && (await closedBetween(trx, lastAt, now));
    };
    if (await wanted(this.#with.db)) await this.#lay(wanted);
  }

  /** The first head over the end of a vote; laid now where there is none yet. The many who are told of it at once ask once. */
  ofVote(voteId: string): Promise<Head | null> {
    const running = this.#asked.get(voteId);
    if (running) return running;
    const started = this.#overVote(voteId).finally(() => this.#asked.delete(voteId));
    this.#asked.set(voteId, started);
    return started;
  }

  async #overVote(voteId: string): Promise<Head | null> {
    const { db } = this.#with;
    const known = await firstHeadOver(db, voteId);
    if (known || !(await closingEvent(db, voteId))) return known;
    await this.#lay(async (trx) => (await firstHeadOver(trx, voteId)) === null);
    return firstHeadOver(db, voteId);
  }

  /** Asks again behind whoever is laying one: it may be the one that was wanted. */
  async #lay(wanted: (trx: Trx) => Promise<boolean>): Promise<void> {
    const { db, clock, log } = this.#with;
    this.#keys ??= headKeys(db, this.#with.keys);
    // A key that could not be had is asked for again.
    this.#keys.catch(() => (this.#keys = null));
    const keys = await this.#keys;
    await sealAll(db, () => clock.now());
    const made = await transact(db, async (trx): Promise<Made[]> => {
      await waitForHeads(trx);
      return (await wanted(trx)) ? makeHeads(trx, clock, keys) : [];
    });
    // The log outlives the database, and a restore is held against it. No hash of a chain: older ones can be guessed from.
    for (const { head, ends } of made)
      log.info({ head, ends: ends.map(({ caseId, seq }) => ({ caseId, seq })) }, 'a head over the trail');
  }
}
