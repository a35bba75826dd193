import { lookAt } from '../../../bot/jobs/case/verifyCase.ts';
import type { Db } from '../../../bot/store/frame/database.ts';
import { sealed, type House } from '../../support/app.ts';

/** What a look finds in a case, as "thing field", in order, once all of it is sealed. */
export async function foundIn(house: House, db: Db, caseId: string): Promise<string[]> {
  await sealed(house);
  const { chain, records } = await lookAt(db, caseId, true);
  return [...chain, ...records].map(({ thing, field }) => `${thing} ${field}`).toSorted();
}
