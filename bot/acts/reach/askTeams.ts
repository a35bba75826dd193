import { lacking } from '../../process/reach/reach.ts';
import { reachedOf } from '../../store/reach/reach.ts';
import { ask, type Asking } from './errands.ts';

/** Has a person brought into Teams soon, if anything is lacking; that it was asked for is seen at once. */
export async function askTeams(asking: Asking, personId: string): Promise<void> {
  const known = (await reachedOf(asking.trx, [personId])).get(personId);
  const [first] = known ? lacking(known) : [];
  if (first) await ask(asking, first, personId);
}
