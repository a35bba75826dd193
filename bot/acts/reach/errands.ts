import type { ErrandKind, Went } from '../../process/reach/errands.ts';
import { askErrand, settleErrand } from '../../store/reach/errands.ts';
import type { Call } from '../frame/act.ts';

type Asking = Pick<Call<unknown>, 'trx' | 'now' | 'enqueue'>;

/** Has it brought about soon; what failed is tried again. */
export async function ask({ trx, now, enqueue }: Asking, kind: ErrandKind, aboutId: string): Promise<void> {
  await askErrand(trx, kind, aboutId, now);
  enqueue('bring', { kind, aboutId });
}

/** What came of it. What was asked for meanwhile is brought about too. */
export async function settle(
  { trx, now, enqueue }: Asking,
  kind: ErrandKind,
  aboutId: string,
  went: Went,
): Promise<void> {
  const errand = await settleErrand(trx, kind, aboutId, { went, at: now });
  if (errand && !errand.failure && errand.done < errand.wanted) enqueue('bring', { kind, aboutId });
}

/** As a noting act is told of it: why it failed, or with which change it was taken up. */
export const wentSo = ({
  failure,
  done,
}: {
  failure?: string | undefined;
  done?: number | undefined;
}): Went => (failure ? { failure } : { done: done ?? null });
