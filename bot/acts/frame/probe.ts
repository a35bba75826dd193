import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Doer } from '../../process/frame/roles.ts';
import { acts, isAct } from '../index.ts';
import { probe, type House } from './run.ts';

/** May this be done now, asked by the act's name: how the views of both doors learn what their buttons may do. */
export const probeByName =
  (house: House) =>
  (act: string, input: object, doer: Doer): Promise<Refusal | null> =>
    isAct(act) ? probe(house, acts[act], input, doer) : Promise.resolve(refuse('unknownAct'));
