import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import { beginning, verifyChain, type ChainPoint, type Verification } from '../../process/frame/trail.ts';
import { factOf } from '../../process/seals.ts';
import type { Db } from '../../store/frame/database.ts';
import { perDatabase } from '../../store/frame/perDatabase.ts';
import { linksFrom, type ChainLink } from '../../store/case/trail.ts';
import type { Fact } from '../../process/hearing/fact.ts';

/** Links that are read at a time: what a recount holds in memory, and how long it keeps others waiting. */
const batch = 200;
/** What is kept of all cases together: some twenty megabytes. */
const mostFacts = 50_000;
/** Whoever changes the past behind a point that was verified is found out at the latest after this. */
const wholeEveryMs = 24 * 3600_000;

/** A chain that was recounted, and what its seals are judged by. */
export interface Recount {
  verification: Verification;
  facts: readonly Fact[];
}

interface Kept {
  point: ChainPoint;
  /** Of the links up to there. */
  facts: readonly Fact[];
  /** When it was last recounted from the first link. */
  wholeAt: number;
}

/** What a replica has verified so far, and the recounts under way. */
class Verifier {
  #db: Db;
  #kept = new LRUCache<string, Kept>({
    max: 1_000,
    maxSize: mostFacts,
    sizeCalculation: ({ facts }) => facts.length + 1,
  });
  #running = new Map<string, Promise<Recount>>();
  /** However many cases are asked about at once, other work goes on. */
  #queue = new PQueue({ concurrency: 2 });

  constructor(db: Db) {
    this.#db = db;
  }

  /** One recount of a case at a time, shared by all who ask. */
  check(caseId: string): Promise<Recount> {
    const running = this.#running.get(caseId);
    if (running) return running;
    const started = this.#queue
      .add(() => this.#recount(caseId))
      .finally(() => this.#running.delete(caseId)) as Promise<Recount>;
    this.#running.set(caseId, started);
    return started;
  }

  async #recount(caseId: string): Promise<Recount> {
    const kept = this.#kept.get(caseId);
    const anew = (): Kept => ({ point: beginning, facts: [], wholeAt: performance.now() });
    // A chain that is read in one go is recounted whole every time.
    const goesOn = kept && kept.point.seq > batch && performance.now() - kept.wholeAt < wholeEveryMs;
    if (!goesOn) return this.#from(caseId, anew());
    const [known] = await linksFrom(this.#db, caseId, kept.point.seq, 1);
    const same = known?.seq === kept.point.seq && known.hash === kept.point.hash;
    return this.#from(caseId, same ? kept : anew());
  }

  async #from(caseId: string, { point, facts: before, wholeAt }: Kept): Promise<Recount> {
    const since: Fact[] = [];
    let links: ChainLink[];
    let verification: Verification | null = null;
    let [from, holding] = [point.seq + 1, 0];
    do {
      links = await linksFrom(this.#db, caseId, from, batch);
      since.push(...links.flatMap((link) => factOf(link) ?? []));
      // Behind a broken link nothing is recounted any more, but what is sealed there is sealed all the same.
      if (verification?.ok !== false) verification = verifyChain(caseId, links, point);
      const last = links.at(-1);
      if (!last) break;
      from = last.seq + 1;
      if (!verification.ok) continue;
      point = { seq: last.seq, hash: last.hash };
      holding = since.length;
    } while (links.length === batch);
    // Where nothing is new, nothing is copied either.
    const known = (many: number): readonly Fact[] =>
      many > 0 ? [...before, ...since.slice(0, many)] : before;
    if (point.seq > 0) this.#kept.set(caseId, { point, facts: known(holding), wholeAt });
    return { verification: verification!, facts: known(since.length) };
  }
}

const verifierOf = perDatabase((db: Db) => new Verifier(db));

/** The chain over a case, recounted up to the link with this number at least, if there is one. */
export async function recounted(db: Db, caseId: string, upTo: number): Promise<Recount> {
  const verifier = verifierOf(db);
  const seen = await verifier.check(caseId);
  // A recount that others began may have read the end before this link was there.
  const { ok, checked } = seen.verification;
  return ok && checked < upTo ? verifier.check(caseId) : seen;
}

/** Does the chain over a case hold? The answer covers the link with this number, if there is one. */
export const verified = async (db: Db, caseId: string, upTo: number): Promise<Verification> =>
  (await recounted(db, caseId, upTo)).verification;
