import DataLoader from 'dataloader';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Doer } from '../../process/frame/roles.ts';
import { acts, isAct } from '../index.ts';
import { probeAll, type House, type Probed } from './run.ts';

/**
 * May this be done now, asked by the act's name: how the views of both doors learn what their buttons may do. What one
 * reader asks in the same moment is asked of the database together.
 */
export function probeByName(house: Pick<House, 'db' | 'clock'>) {
  const load = new DataLoader((all: readonly Probed[]) => probeAll(house, all), { cache: false });
  return (act: string, input: object, doer: Doer): Promise<Refusal | null> => {
    if (!isAct(act)) return Promise.resolve(refuse('unknownAct'));
    const forbidden = acts[act].may(doer);
    return forbidden ? Promise.resolve(forbidden) : load.load({ act: acts[act], input, doer });
  };
}
