/** Graph is not asked: it failed so often in a row that asking more would only add to its trouble. */
export class GraphUnavailable extends Error {
  constructor() {
    super('Microsoft Graph is not asked for the moment: the last calls all failed');
  }
}

const mostInARow = 5;
const restMs = 30_000;

/** Open after several failures in a row; then one call a while tries whether Graph is back. */
export class Circuit {
  #failures = 0;
  #until = 0;

  get open(): boolean {
    return this.#until > performance.now();
  }

  /** Throws when it is open; lets one through when the rest is over. */
  enter(): void {
    if (this.open) throw new GraphUnavailable();
    // The one that tries: others wait for how it ends, so the rest begins again until it says otherwise.
    if (this.#failures >= mostInARow) this.#until = performance.now() + restMs;
  }

  /** What is Graph's own trouble counts; a refusal or a limit is an answer. */
  ended(well: boolean): void {
    this.#failures = well ? 0 : this.#failures + 1;
    this.#until = this.#failures >= mostInARow ? performance.now() + restMs : 0;
  }
}
