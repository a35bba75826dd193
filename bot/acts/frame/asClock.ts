import type { RefusalCode } from '../../process/frame/refusals.ts';
import type { Act } from './act.ts';
import type { Outcome } from './outcome.ts';
import { run, type Asked, type House } from './run.ts';

/** A refusal that nobody was there to read. */
class RefusedToClock extends Error {
  override name = 'RefusedToClock';
  code: string;
  constructor(act: Act, code: string) {
    super(`${act.name} was refused`);
    this.code = code;
  }
}

/**
 * An act of the clock's, or of what the platform told. Nobody reads what they are refused, so a refusal is thrown and told as
 * the fault it is: but for what may have come to be so since somebody looked.
 */
export async function asClock(
  house: House,
  act: Act,
  input: unknown,
  { expected = [], ...asked }: Pick<Asked, 'by' | 'key'> & { expected?: readonly RefusalCode[] } = {},
): Promise<Outcome> {
  const outcome = await run(house, act, input, { doer: 'system', door: 'clock', ...asked });
  if (!outcome.ok && !expected.includes(outcome.refusal.refused))
    throw new RefusedToClock(act, outcome.refusal.refused);
  return outcome;
}
