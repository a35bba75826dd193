/** Longer than one turn takes on a bad day. */
const patienceMs = 1_000;

/**
 * One at a time, so that what arrives meanwhile is done together in the next turn; but nobody waits for a turn that is
 * stuck. While one is, all go at once, and each is answered for itself.
 */
export class Turns {
  #busy = 0;
  #stuck = 0;
  #freed: () => void;

  constructor(freed: () => void) {
    this.#freed = freed;
  }

  get open(): boolean {
    return this.#busy === 0 || this.#stuck > 0;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    let waited = true;
    this.#busy += 1;
    const impatient = setTimeout(() => {
      waited = false;
      this.#busy -= 1;
      this.#stuck += 1;
      this.#freed();
    }, patienceMs);
    try {
      return await work();
    } finally {
      clearTimeout(impatient);
      if (waited) this.#busy -= 1;
      else this.#stuck -= 1;
      this.#freed();
    }
  }
}
