import { LRUCache } from 'lru-cache';
import { readEvent, type Told } from '../../process/compared.ts';
import { Expected } from '../../process/frame/compared.ts';
import { beginning, type ChainPoint } from '../../process/frame/trail.ts';
import { linksFrom } from '../../store/case/trail.ts';
import { erasuresOf, type Erasure } from '../../store/case/verifying.ts';
import type { Db, Trx } from '../../store/frame/database.ts';
import { perDatabase } from '../../store/frame/perDatabase.ts';

type Erasures = Map<string, Erasure>;

/** What the events of a chain make of its records, as far as they have been read. */
export class Reading {
  readonly expected = new Expected();
  /** The places of events that do not hold what their kind holds. */
  readonly unreadable: number[] = [];
  /** The events that opened a vote, by the database's own numbers. */
  readonly openings: string[] = [];
  /** The last link that was read. */
  point: ChainPoint = beginning;
  #erasures: Erasures;

  constructor(erasures: Erasures) {
    this.#erasures = erasures;
  }

  /** One that cannot be read tells nothing, and neither hides the others nor excuses a record. */
  read(seq: number, event: Omit<Told, 'erased'> & { id: string }): void {
    if (event.type === 'voteOpened') this.openings.push(event.id);
    try {
      readEvent(this.expected, { ...event, erased: this.#erasures.get(event.id) ?? null });
    } catch {
      this.unreadable.push(seq);
    }
  }

  /** Whether nothing was erased since of what was read: it would be told of otherwise now. */
  knows(erasures: Erasures): boolean {
    return [...erasures.keys()].every((id) => this.#erasures.has(id));
  }
}

/** Things of all cases together, each with its fields: some ten megabytes. */
const mostThings = 5_000;
const readings = perDatabase(
  () =>
    new LRUCache<string, Reading>({
      max: 1_000,
      maxSize: mostThings,
      sizeCalculation: ({ expected }) => expected.size + 1,
    }),
);

/**
 * Goes on behind the last look of this process at the case, where its chain is still the one that was read; `whole`, and
 * otherwise, it begins anew. In memory and not in the database: whoever gets into the app may write there.
 */
export async function readingOf(db: Db, trx: Trx, caseId: string, whole: boolean): Promise<Reading> {
  const kept = readings(db).get(caseId);
  // A look that fails halfway has read half of what is new: nobody goes on with that.
  readings(db).delete(caseId);
  const erasures = await erasuresOf(trx, caseId);
  if (whole || !kept?.knows(erasures)) return new Reading(erasures);
  const [link] = await linksFrom(trx, caseId, kept.point.seq, 1);
  const same = link?.seq === kept.point.seq && link.hash === kept.point.hash;
  return same ? kept : new Reading(erasures);
}

export const keepReading = (db: Db, caseId: string, reading: Reading): void =>
  void readings(db).set(caseId, reading);
