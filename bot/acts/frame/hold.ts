import type { Trx } from '../../store/frame/database.ts';

/**
 * Holds rows still for an act that is performed, and only looks at them when it is asked whether it could be: the act says
 * how each is done, and does not learn which it was.
 */
export type Hold = <P extends unknown[], T>(
  held: (trx: Trx, ...of: P) => Promise<T>,
  looked: (trx: Trx, ...of: P) => Promise<NoInfer<T>>,
  ...of: P
) => Promise<T>;

export const holding =
  (trx: Trx): Hold =>
  (held, _, ...of) =>
    held(trx, ...of);

export const looking =
  (trx: Trx): Hold =>
  (_, looked, ...of) =>
    looked(trx, ...of);

/** For what is held without being read. */
export const nothing = (): Promise<void> => Promise.resolve();
