import DataLoader from 'dataloader';
import { isRefusal, refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Doer } from '../../process/frame/roles.ts';
import { transact, type Trx } from '../../store/frame/database.ts';
import { inTwo, type Act, type Asking } from './act.ts';
import { looking } from './hold.ts';
import { acts, isAct } from '../index.ts';
import type { House } from './run.ts';

interface Wondering {
  act: Act;
  about: object;
  doer: Doer;
}

async function gateOf(trx: Trx, now: Date, { act, about, doer }: Wondering): Promise<Refusal | null> {
  const asking: Asking = {
    about,
    doer,
    trx,
    hold: looking(trx),
    now,
    time: () => Promise.resolve(now),
  };
  const state = await act.load(asking);
  return isRefusal(state) ? state : act.open(state, asking);
}

/**
 * Why these may not be done now, or null of each: the same guard and the same gate as the acts themselves, which hold
 * nothing still. What one reader asks in the same moment is asked in one transaction: what they read alike is read once.
 */
export function whyNotOn({ db, clock }: Pick<House, 'db' | 'clock'>) {
  const gates = new DataLoader(
    (all: readonly Wondering[]) =>
      transact(db, (trx) => Promise.all(all.map((one) => gateOf(trx, clock.now(), one)))),
    { cache: false },
  );
  return async (act: Act, given: object, doer: Doer): Promise<Refusal | null> => {
    const forbidden = act.may(doer);
    if (forbidden) return forbidden;
    const { about } = inTwo(act, given);
    if (act.needs.some((name) => about[name] === undefined)) return refuse('notFound');
    return gates.load({ act, about, doer });
  };
}

/** The same of one act. */
export const whyNot = (
  house: Pick<House, 'db' | 'clock'>,
  act: Act,
  about: object,
  doer: Doer,
): Promise<Refusal | null> => whyNotOn(house)(act, about, doer);

/** The same by the act's name: how the views of both doors learn what their buttons may do. */
export function whyNotByName(house: Pick<House, 'db' | 'clock'>) {
  const whyNot = whyNotOn(house);
  return (name: string, about: object, doer: Doer): Promise<Refusal | null> =>
    isAct(name) ? whyNot(acts[name], about, doer) : Promise.resolve(refuse('unknownAct'));
}
