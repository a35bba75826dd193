import { z } from 'zod';
import type { PresenceQuestion } from '../../ports.ts';
import type { EventData, EventType, Exactly } from '../../process/events.ts';
import type { Doer, Guard } from '../../process/frame/roles.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import type { Db, Trx } from '../../store/frame/database.ts';
import type { JobName, Jobs } from '../../jobs/enqueue.ts';
import type { Hold } from './hold.ts';
import type { Presence } from '../../process/frame/presence.ts';

/** Which door an act came through; what a comment or a ballot remembers as its way in. */
export type Door = 'card' | 'tab' | 'clock';

/** What an act may see of itself while it is not known whether anybody has filled anything in. */
export interface Asking<A = unknown> {
  about: A;
  doer: Doer;
  trx: Trx;
  /** The one way to hold rows still. */
  hold: Hold;
  /** The database's time, asked after the rows that decide are held; while they are loaded, as reckoned here. */
  now: Date;
  /** Asks for it at once: for what is judged while loading, behind the locks. */
  time(): Promise<Date>;
}

/** An act that is performed: all of what it was given, and what it may bring about. */
export interface Call<A = unknown, F = unknown> extends Asking<A> {
  form: F;
  door: Door;
  /** What the platform said about people in the meeting, by object id. */
  presence: Record<string, Presence>;
  /** What was found in the file that the act `inspects`. */
  inspected: Inspected | null;
  /** An event of the trail, committed with the state. What the list of events does not know does not compile. */
  record<T extends EventType, D extends EventData<T>>(caseId: string, type: T, data: Exactly<D, T>): void;
  /** A job, committed with the state. */
  enqueue<N extends JobName>(job: N, data: Jobs[N]): void;
}

/** Fields as they come over the wire, each with its schema. */
export type Fields = Readonly<Record<string, z.ZodType>>;
/** What they hold once they are parsed. */
export type Given<T extends Fields> = z.output<z.ZodObject<T>>;
/** The same when only asked: what is chosen in the form that a button opens is not there yet. */
type Asked<A extends Fields, L> = {
  [K in keyof Given<A> as K extends L ? never : K]: Given<A>[K];
} & { [K in keyof Given<A> as K extends L ? K : never]?: Given<A>[K] | undefined };

type Whole<S, M> = [S] extends [never] ? M : [M] extends [never] ? S : S & M;

/**
 * Everything a person or the clock does. The functions stand in the order in which they are called; each but the last may
 * be left out. They are properties, not methods: so that one that wants the form does not pass for one that may not see it.
 */
interface Definition<
  A extends Fields,
  F extends Fields,
  L extends keyof A,
  S,
  M,
  R extends object,
  G extends Guard,
> {
  name: string;
  may: G;
  /** All that its gate depends on: the ids a button knows, and choices. */
  about?: A;
  /** What of `about` a button may be asked for without. */
  later?: readonly L[];
  /** What a person fills in. No name of `about` stands in it. */
  form?: F & { [K in keyof NoInfer<A>]?: never };
  /** It holds shared locks only, and refuses before it writes: several may be performed in one transaction. */
  shares?: boolean;
  /** Whom to ask the platform about before the transaction; null when nobody needs to be asked. */
  question?: (db: Db, about: Given<A>, doer: Doer) => Promise<PresenceQuestion | null>;
  /** Which file must be looked into before the transaction; what was found is `call.inspected`. */
  inspects?: (about: Given<A>) => string;
  /** Reads what decides, and holds it still. */
  load?: (asking: Asking<Asked<A, L>>) => Promise<S | Refusal>;
  /** It is done already: the result, for a repeat that is a success. A button is not offered again. */
  already?: (state: S, call: Call<Given<A>, Given<F>>) => NoInfer<R> | null;
  /** May it be done at all? That alone is asked for a button. */
  open?: (state: S, asking: Asking<Asked<A, L>>) => Refusal | null;
  /** What the form says to that no: a closer word for it, or null where it lifts it, as a reason does. */
  appeal?: (refusal: Refusal, state: S, call: Call<Given<A>, Given<F>>) => Refusal | null;
  /** The rows that the form names. Behind it `open` is asked once more. */
  read?: (state: S, call: Call<Given<A>, Given<F>>) => Promise<M | Refusal>;
  /** Judges what was filled in. */
  decide?: (state: Whole<S, M>, call: Call<Given<A>, Given<F>>) => Refusal | null;
  apply: (state: Whole<S, M>, call: Call<Given<A>, Given<F>>) => Promise<R>;
}

/** An act as the frame runs it, whatever it is about. */
export interface Act {
  name: string;
  may: Guard;
  /** From what a door is given to what the act works with, in one body: `about` and `form` together. */
  input: z.ZodType;
  /** Of `about`, as much as a button knows. */
  asks: z.ZodType;
  about: ReadonlySet<string>;
  /** Without these nobody can be answered. */
  needs: readonly string[];
  shares: boolean;
  question?: ((db: Db, about: unknown, doer: Doer) => Promise<PresenceQuestion | null>) | undefined;
  inspects?: ((about: unknown) => string) | undefined;
  load(asking: Asking): Promise<unknown>;
  already(state: unknown, call: Call): object | null;
  open(state: unknown, asking: Asking): Refusal | null;
  appeal(refusal: Refusal, state: unknown, call: Call): Refusal | null;
  read?: ((state: unknown, call: Call) => Promise<unknown>) | undefined;
  decide(state: unknown, call: Call): Refusal | null;
  apply(state: unknown, call: Call): Promise<object>;
}

/** The registry holds all acts alike; of each it keeps what its body may hold, and what it answers. */
export type Made<I extends z.ZodType, R, G extends Guard> = Omit<Act, 'input' | 'apply' | 'may'> & {
  input: I;
  may: G;
  apply(state: unknown, call: Call): Promise<R>;
};

const unlacked = {
  load: () => Promise.resolve(null),
  already: () => null,
  open: () => null,
  appeal: (refusal: Refusal) => refusal,
  decide: () => null,
  shares: false,
};

const isNeeded = (schema: z.ZodType): boolean => !schema.safeParse(undefined).success;

export function act<
  A extends Fields = {},
  F extends Fields = {},
  L extends keyof A = never,
  // Never, not nothing: functions that say their own types are held to these before the others have told what they load.
  S = never,
  M = never,
  R extends object = object,
  G extends Guard = Guard,
>(definition: Definition<A, F, L, S, M, R, G>): Made<z.ZodObject<A & F>, R, G> {
  const { about = {} as A, form = {} as F, later = [], ...rest } = definition;
  const names = Object.keys(about);
  const needs = names.filter((name) => !later.includes(name as never) && isNeeded(about[name]!));
  const made = { ...unlacked, ...rest, about: new Set(names), needs };
  const [input, asks] = [z.object({ ...about, ...form }), z.object(about).partial()];
  // What it works with is known to itself alone; the frame hands on what it got from it.
  return { ...made, input, asks } as unknown as Made<z.ZodObject<A & F>, R, G>;
}

/** What came in one body, as the act has it. */
export function inTwo(
  act: Pick<Act, 'about'>,
  given: object,
): Record<'about' | 'form', Record<string, unknown>> {
  const about: Record<string, unknown> = {};
  const form: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) (act.about.has(name) ? about : form)[name] = value;
  return { about, form };
}

export const personOf = (doer: Doer): string | null => (doer === 'system' ? null : doer.personId);

/** What was found of a file before the act: its hash, and which parts that was said of. */
export type Inspected = { stamp: string; hash: string } | { refusal: Refusal };
