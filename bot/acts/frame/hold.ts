import type { Trx } from '../../store/frame/database.ts';

/**
 * Holds rows still for an act that is performed, and only looks at them when it is asked whether it could be: the act says
 * how each is done, and does not learn which it was.
 */
export type Hold = <P extends [...Q, ...unknown[]], Q extends unknown[], T, U>(
  held: (trx: Trx, ...of: P) => Promise<T>,
  // How it is held is nothing to it.
  looked: (trx: Trx, ...of: Q) => Promise<U>,
  ...of: P
) => Promise<T | U>;

export const holding =
  (trx: Trx): Hold =>
  (held, _, ...of) =>
    held(trx, ...of);

export const looking =
  (trx: Trx): Hold =>
  (_, looked, ...of) =>
    looked(trx, ...(of as never));

/** For what is held without being read. */
export const nothing = (): Promise<null> => Promise.resolve(null);
