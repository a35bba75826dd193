import { rowsOf, writeAlong, type Trx } from './database.ts';
import { together } from './loader.ts';

const take = `
  insert into counter (series, value) select 'comment:' || id, $2::int from hearing where id = $1
  on conflict (series) do update set value = counter.value + excluded.value
  returning value`;

const giveBack = 'update counter set value = value - $2::int where series = $1';
const dropUnused = 'delete from counter where series = $1 and value = 0';

/**
 * The next numbers of a hearing, for the comments of one transaction: their row stays locked until commit, so
 * that there are no holes. They are taken before anyone knows how many will be needed, and the rest is given back.
 */
export class Numbers {
  #trx: Trx;
  #series: string;
  #next: number;
  #last: number;

  constructor(trx: Trx, hearingId: string, last: number, count: number) {
    this.#trx = trx;
    this.#series = `comment:${hearingId}`;
    this.#next = last - count + 1;
    this.#last = last;
  }

  next(): number {
    if (this.#next > this.#last) throw new Error('more numbers were used than were taken');
    return this.#next++;
  }

  giveBack = async (): Promise<void> => {
    const unused = this.#last - this.#next + 1;
    this.#last -= unused;
    if (unused === 0) return;
    await writeAlong(this.#trx, giveBack, [this.#series, unused]);
    await writeAlong(this.#trx, dropUnused, [this.#series]);
  };
}

/** One number for each who asks in one moment; null when there is no such hearing. */
export const takeNumbers = together(
  async (trx: Trx, hearingIds: readonly string[]): Promise<(Numbers | null)[]> => {
    const taken = new Map<string, Numbers>();
    // In one order for all, so that two transactions never wait for each other.
    for (const hearingId of [...new Set(hearingIds)].sort()) {
      const count = hearingIds.filter((one) => one === hearingId).length;
      const [row] = await rowsOf<{ value: number }>(trx, take, [hearingId, count]);
      if (row) taken.set(hearingId, new Numbers(trx, hearingId, row.value, count));
    }
    return hearingIds.map((one) => taken.get(one) ?? null);
  },
);
