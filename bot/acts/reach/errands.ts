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

/** What came of it. What was asked for meanwhile is brought about too. */
export async function settle(
  { trx, now, enqueue }: Asking,
  kind: ErrandKind,
  aboutId: string,
  went: Went,
): Promise<ErrandRow | null> {
  const errand = await settleErrand(trx, kind, aboutId, { went, at: now });
  if (errand && 'done' in went && errand.done < errand.wanted) enqueue('bring', { kind, aboutId });
  return errand;
}

export interface Told {
  failure?: string | undefined;
  /** The change it was taken up for. */
  done?: number | undefined;
  waits?: boolean | undefined;
}
/** As a noting act is told of it. */
export const wentSo = ({ failure, done, waits }: Told): Went =>
  failure ? { failure } : waits ? { waits } : { done: done ?? null };
