import type { ActInput, ActName, ActResult } from '../../../bot/acts/index.ts';

export type { ActInput, ActName };

type Keys<T> = T extends unknown ? keyof T & string : never;
/** The names of what an act takes. */
export type FieldOf<N extends ActName> = Keys<ActInput<N>>;

type Some<T> = T extends unknown ? Partial<T> : never;
/** As much of it as is known: what a button carries, or what `allowed` is asked about. */
export type PartOf<N extends ActName> = Some<ActInput<N>>;

/** As it comes over the wire: a moment is text. */
type Wire<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;
export type ResultOf<N extends ActName> = Wire<ActResult<N>>;
