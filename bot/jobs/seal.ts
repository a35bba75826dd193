import type { Logger } from 'pino';
import type { Db } from '../store/database.ts';
import { loop, type Loop } from './loop.ts';
import { announce, sealCase, unsealedCases } from '../store/seals.ts';

/** Between two looks for events to seal: well under the second that the trail may lag behind. */
const everyMs = 250;

/** Seals what is committed, case by case, and tells every replica which cases changed. */
export async function sealAll(db: Db): Promise<string[]> {
  const cases = await unsealedCases(db);
  for (const caseId of cases) {
    await db.transaction().execute(async (trx) => {
      if ((await sealCase(trx, caseId)) > 0) await announce(trx, [caseId]);
    });
  }
  return cases;
}

export const startSealing = (db: Db, log: Logger): Loop =>
  loop(
    async () => {
      await sealAll(db);
      return everyMs;
    },
    (error) => log.error({ err: error }, 'the trail could not be sealed; trying again'),
  );
