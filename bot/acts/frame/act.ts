import type { z } from 'zod';
import type { PresenceQuestion } from '../../ports.ts';
import type { EventData, EventType, Exactly } from '../../process/events.ts';
import type { Presence } from '../../process/vote/presence.ts';
import type { Doer, Guard } from '../../process/frame/roles.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import type { Inspected } from './inspectFile.ts';
import type { Db, Trx } from '../../store/frame/database.ts';
import type { JobName, Jobs } from '../../jobs/enqueue.ts';

/** Which door an act came through; what a comment or a ballot remembers as its way in. */
export type Door = 'card' | 'tab' | 'clock';

/** One act under way: what it may use while it loads, decides and applies. */
export interface Call<I> {
  input: I;
  doer: Doer;
  door: Door;
  trx: Trx;
  /** Only asking whether it would be allowed: no locks, and inputs beyond ids may be missing. */
  probe: boolean;
  /** The database's time, asked after the rows that decide are locked; while they are loaded, as reckoned here. */
  now: Date;
  /** Asks for it at once: for what is judged while loading, behind the locks. */
  time(): Promise<Date>;
  /** What the platform said about people in the meeting, by object id. */
  presence: Record<string, Presence>;
  /** What was found in the file that the act `inspects`. */
  inspected: Inspected | null;
  /** An event of the trail, committed with the state. What the list of events does not know does not compile. */
  record<T extends EventType, D extends EventData<T>>(caseId: string, type: T, data: Exactly<D, T>): void;
  /** A job, committed with the state. */
  enqueue<N extends JobName>(job: N, data: Jobs[N]): void;
}

/**
 * Everything a person or the clock does. `load` locks and reads what decides (unless probing), `decide`
 * asks the pure rules, `apply` writes state, events and jobs. A refusal is a value, never an exception.
 */
export interface Act<I = unknown, S = unknown, R extends object = object, G = unknown> {
  name: string;
  /** From what a door is given to what the act works with. */
  input: z.ZodType<I, G>;
  may: Guard;
  /** It holds shared locks only, and refuses before it writes: several may be performed in one transaction. */
  shares?: boolean;
  /** Whom to ask the platform about before the transaction; null when nobody needs to be asked. */
  question?(db: Db, input: I, doer: Doer): Promise<PresenceQuestion | null>;
  /** Which file must be looked into before the transaction; what was found is `call.inspected`. */
  inspects?(input: I): string;
  load(call: Call<I>): Promise<S | Refusal>;
  decide(state: S, call: Call<I>): Refusal | null;
  apply(state: S, call: Call<I>): Promise<R>;
}

/** Keeps the types of one act together while the registry holds them all alike. */
export const act = <I, S, R extends object, G>(definition: Act<I, S, R, G>): Act<I, S, R, G> => definition;

export const personOf = (doer: Doer): string | null => (doer === 'system' ? null : doer.personId);
