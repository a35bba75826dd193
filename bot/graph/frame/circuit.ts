/** The call has not left: whatever it asks for, Graph has done none of it. Its name is what the library keeps of it. */
export class NotCarried extends Error {
  override name = 'NotCarried';
}

/** Graph is not asked: it failed so often in a row that asking more would only add to its trouble. */
export class GraphUnavailable extends NotCarried {
  constructor() {
    super('Microsoft Graph is not asked for the moment: the last calls all failed');
  }
}

/** Where making a connection ends: nothing of the call was on its way. */
const connecting = new Set(['connect', 'getaddrinfo']);

/** What the network threw, as what it means for the call. */
export function carried(error: unknown): unknown {
  const { cause, message } = error as Error;
  const { code, syscall = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  const before = code === 'UND_ERR_CONNECT_TIMEOUT' || connecting.has(syscall) || code === 'ECONNREFUSED';
  return before ? new NotCarried(message, { cause: error }) : error;
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
