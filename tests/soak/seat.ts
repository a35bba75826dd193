import type { Someone } from '../support/factories.ts';

/** Whose a member's seat is, and since when; a moment may be seen twice, to know that nothing moved between. */
export interface Sight {
  holder: Someone | null;
  moves: number;
}

/** So long what Teams says of who is in a meeting may be a while old. */
const oldestMs = 20_000;

export class Seat {
  /** Two people of one member, of whom one has the seat; nobody for certain while it changes hands. */
  people: [Someone, Someone];
  #holder: Someone | null;
  #moves = 0;
  /** Whether the one who has the seat is in the meeting in Teams, and since when. */
  #inside = true;
  #movedAt = -Infinity;

  constructor(representative: Someone, other: Someone) {
    this.people = [representative, other];
    this.#holder = representative;
  }

  get holder(): Someone | null {
    return this.#holder;
  }
  sight(): Sight {
    return { holder: this.#holder, moves: this.#moves };
  }
  /** The one who had it all the time since; null when that is not certain. */
  holderSince({ holder, moves }: Sight): Someone | null {
    return moves === this.#moves ? holder : null;
  }

  /** It changes hands; whatever comes of `work`, the new one has it when that has ended. */
  async move(to: Someone, work: () => Promise<unknown>): Promise<void> {
    this.#moves += 1;
    this.#holder = null;
    await work();
    this.#holder = to;
  }

  step(inside: boolean): void {
    this.#moves += 1;
    this.#inside = inside;
    this.#movedAt = performance.now();
  }
  /** In, out, or null when it is not so long ago that this changed. */
  get inside(): boolean | null {
    return performance.now() - this.#movedAt > oldestMs ? this.#inside : null;
  }
}
