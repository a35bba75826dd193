import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import { beginning, verifyChain, type ChainPoint, type Verification } from '../process/trail.ts';
import type { Db } from '../store/database.ts';
import { linksFrom, type ChainLink } from '../store/trail.ts';

/** Links that are read at a time: what a recount holds in memory, and how long it keeps others waiting. */
const batch = 200;
/** Whoever changes the past behind a point that was verified is found out at the latest after this. */
const wholeEveryMs = 10 * 60_000;

interface Kept {
  point: ChainPoint;
  /** When it was last recounted from the first link. */
  wholeAt: number;
}

/** What a replica has verified so far, and the recounts under way. */
class Verifier {
  #db: Db;
  #kept = new LRUCache<string, Kept>({ max: 1_000 });
  #running = new Map<string, Promise<Verification>>();
  /** However many cases are asked about at once, other work goes on. */
  #queue = new PQueue({ concurrency: 2 });

  constructor(db: Db) {
    this.#db = db;
  }

  /** One recount of a case at a time, shared by all who ask. */
  check(caseId: string): Promise<Verification> {
    const running = this.#running.get(caseId);
    if (running) return running;
    const started = this.#queue
      .add(() => this.#recount(caseId))
      .finally(() => this.#running.delete(caseId)) as Promise<Verification>;
    this.#running.set(caseId, started);
    return started;
  }

  async #recount(caseId: string): Promise<Verification> {
    const kept = this.#kept.get(caseId);
    // A chain that is read in one go is recounted whole every time.
    const goesOn = kept && kept.point.seq > batch && performance.now() - kept.wholeAt < wholeEveryMs;
    if (!goesOn) return this.#from(caseId, { point: beginning, wholeAt: performance.now() });
    const [known] = await linksFrom(this.#db, caseId, kept.point.seq, 1);
    const same = known?.seq === kept.point.seq && known.hash === kept.point.hash;
    return this.#from(caseId, same ? kept : { point: beginning, wholeAt: performance.now() });
  }

  async #from(caseId: string, { point, wholeAt }: Kept): Promise<Verification> {
    let links: ChainLink[];
    let verification: Verification;
    do {
      links = await linksFrom(this.#db, caseId, point.seq + 1, batch);
      verification = verifyChain(links, point);
      const last = links.at(-1);
      if (!verification.ok || !last) break;
      point = { seq: last.seq, hash: last.hash };
      this.#kept.set(caseId, { point, wholeAt });
    } while (links.length === batch);
    return verification;
  }
}

const verifiers = new WeakMap<Db, Verifier>();

/** Does the chain over a case hold? The answer covers the link with this number, if there is one. */
export async function verified(db: Db, caseId: string, upTo: number): Promise<Verification> {
  const verifier = verifiers.get(db) ?? new Verifier(db);
  verifiers.set(db, verifier);
  const seen = await verifier.check(caseId);
  // A recount that others began may have read the end before this link was there.
  return seen.ok && seen.checked < upTo ? verifier.check(caseId) : seen;
}
