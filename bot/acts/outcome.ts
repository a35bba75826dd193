import type { Refusal } from '../process/refusals.ts';

/** What became of an act. */
export type Outcome = { ok: true; result: object } | { ok: false; refusal: Refusal };

export const no = (refusal: Refusal): Outcome => ({ ok: false, refusal });
