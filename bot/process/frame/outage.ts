/** What we stand on does not answer, or takes no writes: nothing was done, and the same can be asked again soon. */
export class Unavailable extends Error {
  constructor(cause: unknown) {
    super('what we stand on does not answer', { cause });
    this.name = 'Unavailable';
  }
}

/** The line broke between the order to keep an act and the word that it was kept: nobody knows yet. */
export class OutcomeUnknown extends Error {
  /** What the server calls the session in which it was decided. */
  readonly session: string | null;

  constructor(cause: unknown, session: string | null) {
    super('the line broke at the commit', { cause });
    this.name = 'OutcomeUnknown';
    this.session = session;
  }
}

/** What whoever asked is told when we fail, by code: a fault of ours, not now, or not known. */
export const apologies = ['unexpected', 'unavailable', 'outcomeUnknown'] as const;

export function apologyFor(error: unknown): (typeof apologies)[number] {
  if (error instanceof OutcomeUnknown) return 'outcomeUnknown';
  return error instanceof Unavailable ? 'unavailable' : 'unexpected';
}
