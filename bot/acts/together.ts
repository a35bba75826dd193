/** One waiting its turn to be performed together with others of its kind. */
interface Waiting<T, R> {
  item: T;
  done(result: R): void;
  failed(error: unknown): void;
}

/** A batch larger than this makes its last member wait for too long. */
const most = 32;
/** Transactions under way at once for one act; the rest waits, and shares the next. */
const lanes = 1;

/**
 * Acts that hold only shared locks may share a transaction: what each reads and writes is its own, and a
 * refusal is known before anything is written. So while one is being committed, those that arrive
 * meanwhile gather and go in the next one together. Alone, nobody waits.
 */
export class Together<T, R> {
  #perform: (items: T[]) => Promise<R[]>;
  #inOrder: (a: T, b: T) => number;
  #queue: Waiting<T, R>[] = [];
  #busy = 0;

  constructor(perform: (items: T[]) => Promise<R[]>, inOrder: (a: T, b: T) => number) {
    this.#perform = perform;
    this.#inOrder = inOrder;
  }

  add(item: T): Promise<R> {
    return new Promise<R>((done, failed) => {
      this.#queue.push({ item, done, failed });
      // What else arrived in the same turn of the event loop comes along.
      setImmediate(() => void this.#next());
    });
  }

  async #next(): Promise<void> {
    if (this.#busy >= lanes || this.#queue.length === 0) return;
    this.#busy += 1;
    const batch = this.#queue.splice(0, most).sort((a, b) => this.#inOrder(a.item, b.item));
    try {
      const results = await this.#perform(batch.map((one) => one.item));
      for (const [index, one] of batch.entries()) one.done(results[index]!);
    } catch (error) {
      for (const one of batch) one.failed(error);
    } finally {
      this.#busy -= 1;
      void this.#next();
    }
  }
}
