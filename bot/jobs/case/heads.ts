import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import { isHeadDue, type Head, type HeadKey } from '../../process/case/heads.ts';
import { closedBetween, closingEvent, firstHeadOver } from '../../store/case/closings.ts';
import type { DatabaseClock } from '../../store/frame/clock.ts';
import { transact, type Db, type Trx } from '../../store/frame/database.ts';
import { headKeys } from '../../store/case/headKeys.ts';
import { headWith, lastHead, makeHeads, waitForHeads, type Made } from '../../store/case/heads.ts';
import { knownHeads } from '../../store/case/restored.ts';
import { loop, type Loop } from '../frame/loop.ts';
import { sealAll } from './seal.ts';

export interface Heading {
  db: Db;
  clock: DatabaseClock;
  log: Logger;
  keys: KeyObject[];
  /** Between two heads that nothing asks for. */
  minutes: number;
  /** Told of heads that were seen here and are no longer in the database. */
  restored(lost: Head[]): Promise<void>;
}

/** Between two looks whether one is due. */
const lookMs = 5_000;
/** A month of hours. */
const mostSeen = 750;

/** Lays heads over the trail: at fixed times, so that being laid tells nothing, and when something closes. */
export class Heads {
  #with: Heading;
  #keys: Promise<HeadKey[]> | null = null;
  /** The highest number that this replica has seen. */
  #given = 0;
  /** The newest heads that it has seen. */
  #seen: Head[] = [];
  #asked = new Map<string, Promise<Head | null>>();

  constructor(heading: Heading) {
    this.#with = heading;
  }

  start(): Loop {
    const { log } = this.#with;
    return loop(
      async () => {
        await this.look();
        await this.due();
        return lookMs;
      },
      (error) => log.error({ err: error }, 'no head could be laid over the trail; trying again'),
    );
  }

  /** Heads are never taken back: one that was seen and is gone means that the database was restored. */
  async look(): Promise<void> {
    const { db, log, restored } = this.#with;
    const last = await lastHead(db);
    this.#given = Math.max(this.#given, last?.n ?? 0);
    const newest = this.#seen.at(-1);
    if (newest && (await headWith(db, newest.n))?.hash !== newest.hash) {
      const known = await knownHeads(
        db,
        this.#seen.map(({ hash }) => hash),
      );
      const lost = this.#seen.filter(({ hash }) => !known.has(hash));
      log.error(
        { heads: lost.map(({ n, hash }) => ({ n, hash })) },
        'the database knows less than was given out',
      );
      await restored(lost);
      this.#seen = this.#seen.filter(({ hash }) => known.has(hash));
    }
    if (last && last.hash !== this.#seen.at(-1)?.hash) this.#seen = [...this.#seen, last].slice(-mostSeen);
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
      return (await wanted(trx)) ? makeHeads(trx, clock, keys, this.#given) : [];
    });
    // The log outlives the database, and a restore is held against it. No hash of a chain: older ones can be guessed from.
    for (const { head, ends } of made)
      log.info({ head, ends: ends.map(({ caseId, seq }) => ({ caseId, seq })) }, 'a head over the trail');
  }
}
