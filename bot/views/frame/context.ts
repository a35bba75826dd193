import type { Actor, Doer } from '../../process/frame/roles.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import type { Db } from '../../store/frame/database.ts';
import type { Allowed } from './shapes.ts';
import { allowedShown } from './words.ts';

/** A read for one reader. Whatever a view returns, this reader may see. */
export interface Viewing {
  db: Db;
  reader: Actor;
  now: Date;
  /** The act's own answer to "may I, and if not why", so that a button and its guard cannot disagree. */
  may(act: string, input: object): Promise<Allowed>;
  /** Before the secretariat is shown what is sealed from members: the trail says so, or nothing is shown. */
  readsSealed(hearingId: string): Promise<void>;
}

/** Has the trail say who reads what is sealed. */
export type ReadingNoter = (reader: Actor, hearingId: string) => Promise<void>;

/** How the doors ask an act whether it would be allowed. */
export type WhyNot = (act: string, input: object, doer: Doer) => Promise<Refusal | null>;

export const viewing = (
  db: Db,
  now: Date,
  reader: Actor,
  { whyNot, reading }: { whyNot: WhyNot; reading: ReadingNoter },
): Viewing => ({
  db,
  reader,
  now,
  may: async (act, input) => allowedShown(act, await whyNot(act, input, reader)),
  readsSealed: (hearingId) => reading(reader, hearingId),
});

/** Several buttons at once, in the order asked. */
export const mayAll = (context: Viewing, wanted: [act: string, input: object][]): Promise<Allowed[]> =>
  Promise.all(wanted.map(([act, input]) => context.may(act, input)));

/** Something a reader asked for that is not there, or not for them: the same answer for both. */
export class NotFound extends Error {}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound();
  return value;
}
