import type { Logger } from 'pino';
import { transact, type Db } from '../store/database.ts';
import { inTurn } from './inTurn.ts';
import { loop, type Loop } from './loop.ts';
import { announce } from '../store/announcing.ts';
import { findUnsealed, sealCase, unsealedCases } from '../store/seals.ts';

/** Between two looks for events to seal: well under the second that the trail may lag behind. */
const everyMs = 250;

/** Seals what is committed, case by case, and tells every replica which cases changed, and who may hear of it. */
export async function sealAll(db: Db, now: () => Date = () => new Date()): Promise<string[]> {
  const cases = await unsealedCases(db);
  await inTurn(cases, 'cases could not be sealed', (caseId) =>
    transact(db, async (trx) => {
      const sealed = await sealCase(trx, caseId);
      if (sealed.length > 0) await announce(trx, caseId, sealed, now());
    }),
  );
  return cases;
}

/** Between two looks through the whole trail. */
const sweepMs = 3600_000;

export function startSealing(db: Db, log: Logger, now: () => Date): Loop {
  let swept = -Infinity;
  return loop(
    async () => {
      if (performance.now() - swept > sweepMs) {
        await findUnsealed(db);
        swept = performance.now();
      }
      await sealAll(db, now);
      return everyMs;
    },
    (error) => log.error({ err: error }, 'the trail could not be sealed; trying again'),
  );
}
