import { lacking } from '../../process/reach/reach.ts';
import { putStep, reachedOf } from '../../store/reach/reach.ts';
import type { Call } from '../frame/act.ts';

/** Has a person brought into Teams soon, if anything is lacking; that it was asked for is seen at once. */
export async function askTeams(
  { trx, now, enqueue }: Pick<Call<unknown>, 'trx' | 'now' | 'enqueue'>,
  personId: string,
): Promise<void> {
  const known = (await reachedOf(trx, [personId])).get(personId);
  const [first] = known ? lacking(known) : [];
  if (!first) return;
  await putStep(trx, personId, first, { at: now, failure: null });
  enqueue('bringPerson', { personId });
}
