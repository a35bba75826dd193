import { Turns } from '../../store/frame/turns.ts';

/** One waiting its turn to be performed together with others of its kind. */
interface Waiting<T, R> {
  item: T;
  done(result: R): void;
  failed(error: unknown): void;
}

/** A batch larger than this makes its last member wait for too long. */
const most = 32;

/**
 * Acts that hold only shared locks may share a transaction: what each reads and writes is its own, and a
 * refusal is known before anything is written. So while one is being committed, those that arrive
 * meanwhile gather and go in the next one together. Alone, nobody waits.
 */
export class Together<T, R> {
  #perform: (items: T[]) => Promise<R[]>;
  #inOrder: (a: T, b: T) => number;
  #queue: Waiting<T, R>[] = [];
  /** One transaction under way at once for one act; the rest waits, and shares the next. */
  #turns = new Turns(() => this.#next());

  constructor(perform: (items: T[]) => Promise<R[]>, inOrder: (a: T, b: T) => number) {
    this.#perform = perform;
    this.#inOrder = inOrder;
  }

  add(item: T): Promise<R> {
    return new Promise<R>((done, failed) => {
      this.#queue.push({ item, done, failed });
      // What else arrived in the same turn of the event loop comes along.
      setImmediate(() => this.#next());
    });
  }

  #next(): void {
    while (this.#turns.open && this.#queue.length > 0) void this.#batch(this.#queue.splice(0, most));
  }

  async #batch(batch: Waiting<T, R>[]): Promise<void> {
    batch.sort((a, b) => this.#inOrder(a.item, b.item));
    try {
      const results = await this.#turns.take(() => this.#perform(batch.map((one) => one.item)));
      for (const [index, one] of batch.entries()) one.done(results[index]!);
    } catch (error) {
      for (const one of batch) one.failed(error);
    }
  }
}
