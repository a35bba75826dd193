import { z } from 'zod';
import type { ErrandKind, Went } from '../../process/reach/errands.ts';
import { askErrand, settleErrand } from '../../store/reach/errands.ts';
import type { ErrandRow } from '../../store/schema.ts';
import type { Call } from '../frame/act.ts';

export type Asking = Pick<Call<unknown>, 'trx' | 'now' | 'enqueue'>;

/** Has it brought about soon; what failed is tried again. */
export async function ask({ trx, now, enqueue }: Asking, kind: ErrandKind, aboutId: string): Promise<void> {
  await askErrand(trx, kind, aboutId, { at: now });
  enqueue('bring', { kind, aboutId });
}

/** Where nobody waits for it: with the next look. */
export const askLater = ({ trx, now }: Asking, kind: ErrandKind, aboutId: string): Promise<void> =>
  askErrand(trx, kind, aboutId, { at: now, afterMinutes: 60 });

/** By which a noting act is told whose errand it settles. */
export const taken = {
  /** The change that this was taken up for. */
  done: z.int().optional(),
  /** The claim it was brought about under. */
  claimedAt: z.date().optional(),
};
export interface Told {
  failure?: string | undefined;
  waits?: boolean | undefined;
  done?: number | undefined;
  claimedAt?: Date | undefined;
}
/** As a noting act is told of it. */
export const wentSo = ({ failure, waits }: Told): Went =>
  failure ? { failure } : waits ? { waits } : { done: true };

/**
 * What came of it; what was asked for meanwhile is brought about too. `lost`: another has taken it up, or it was settled from
 * outside, and what this one did is not to be noted.
 */
export async function settle(
  { trx, now, enqueue }: Asking,
  kind: ErrandKind,
  aboutId: string,
  went: Went,
  { done: upTo, claimedAt }: Told,
): Promise<{ errand: ErrandRow | null; lost: boolean }> {
  const errand = await settleErrand(trx, kind, aboutId, { went, at: now, upTo, claimedAt });
  if (errand && upTo !== undefined && errand.wanted > upTo) enqueue('bring', { kind, aboutId });
  return { errand, lost: claimedAt !== undefined && errand === null };
}
