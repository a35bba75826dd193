import { withoutAnswerer } from '../../store/hearing/withoutAnswerer.ts';
import type { Call } from '../frame/act.ts';
import { tellVacant } from '../people/vacant.ts';

/** In the place of those who would be asked in a hearing, where there is nobody to ask. */
export async function tellOfUnasked(
  call: Pick<Call, 'trx' | 'now'>,
  hearingId: string,
  occasion: string,
): Promise<void> {
  if ((await withoutAnswerer(call.trx, call.now, hearingId)).length > 0)
    await tellVacant(call, { kind: 'hearing', id: hearingId }, occasion);
}
