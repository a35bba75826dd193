import type { z } from 'zod';
import type { PresenceQuestion } from '../../ports.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import type { Doer, Guard } from '../../process/frame/roles.ts';
import type { Db } from '../../store/frame/database.ts';
import type { Act, Call, Made } from './act.ts';

// For acts that do not yet tell `about` from `form`. It goes with the last of them.

export interface OldCall<I> extends Call<I, I> {
  input: I;
  probe: boolean;
}

interface OldAct<I, S, R extends object, T extends z.ZodType> {
  name: string;
  input: T & z.ZodType<I>;
  may: Guard;
  shares?: boolean;
  question?(db: Db, input: I, doer: Doer): Promise<PresenceQuestion | null>;
  inspects?(input: I): string;
  load(call: OldCall<I>): Promise<S | Refusal>;
  decide(state: S, call: OldCall<I>): Refusal | null;
  apply(state: S, call: OldCall<I>): Promise<R>;
}

const isAsked = (call: object): boolean => !('form' in call);
function oldCall<C extends object>(call: C & { about: unknown }): C {
  const mine = Object.create(call, {
    input: { value: call.about },
    probe: { value: isAsked(call) },
    // Helpers that have the new shape look for it here.
    ...(!isAsked(call) && { form: { value: call.about } }),
    // Told to the frame's own call, which the act's events are dated by.
    now: { get: () => (call as unknown as Call).now },
  }) as C;
  return mine;
}

export function oldAct<I, S, R extends object, T extends z.ZodType>(
  definition: OldAct<I, S, R, T>,
): Made<T, R> {
  const { input, load, decide, apply, ...rest } = definition as unknown as OldAct<
    unknown,
    unknown,
    R,
    z.ZodObject
  >;
  const made = {
    ...rest,
    shares: rest.shares ?? false,
    input,
    asks: input.partial(),
    about: new Set(Object.keys(input.shape)),
    needs: [],
    load: (call: object) => load(oldCall(call as never)),
    already: () => null,
    appeal: (refusal: Refusal) => refusal,
    open: (state: unknown, call: object) => (isAsked(call) ? decide(state, oldCall(call as never)) : null),
    decide: (state: unknown, call: object) => decide(state, oldCall(call as never)),
    apply: (state: unknown, call: object) => apply(state, oldCall(call as never)),
  } satisfies Record<keyof Omit<Act, 'question' | 'inspects' | 'read'>, unknown>;
  return made as unknown as Made<T, R>;
}
