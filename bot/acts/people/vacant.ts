import type { About } from '../../process/frame/about.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { secretariatIds } from '../../store/people/people.ts';
import type { Call } from '../frame/act.ts';

/** The secretariat is told that a member has nobody who can answer or vote; of which, the message says when it is sent. */
export async function tellVacant(
  { trx, now }: Pick<Call, 'trx' | 'now'>,
  about: About<'hearing' | 'organisation'>,
  occasion: string,
): Promise<void> {
  await tellPeople(trx, await secretariatIds(trx), { message: 'placeVacant', about, occasion }, now);
}
