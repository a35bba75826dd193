import type { Refusal } from '../../process/frame/refusals.ts';

/** What became of an act. */
export type Outcome = { ok: true; result: object } | { ok: false; refusal: Refusal };

/** Thrown while an act is applied, when what decides has changed meanwhile: all that it wrote is undone, and it is refused. */
export class TooLate extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`too late: ${refusal.refused}`);
    this.refusal = refusal;
  }
}

export const no = (refusal: Refusal): Outcome => ({ ok: false, refusal });
