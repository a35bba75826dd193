import { lookAt } from '../../bot/jobs/case/verifyCase.ts';
import { openDatabase } from '../../bot/store/frame/database.ts';
import { chainsThere } from '../../bot/store/case/verifying.ts';
import type { House } from './app.ts';

/** What does not fit in any case of the house, as the nightly look finds it. Nothing, unless somebody went behind the trail. */
export async function unfit(house: House): Promise<object[]> {
  const { db } = openDatabase(house.env['DATABASE_URL']!, 2);
  try {
    const wrong: object[] = [];
    for (const { id } of await chainsThere(db, { wholeSince: new Date(), now: new Date() })) {
      const { chain, records } = await lookAt(db, id, true);
      wrong.push(...[...chain, ...records].map((found) => ({ caseId: id, ...found })));
    }
    return wrong;
  } finally {
    await db.destroy();
  }
}
