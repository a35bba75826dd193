import type { Logger } from 'pino';
import { transact, type Db } from '../../store/frame/database.ts';
import { inTurn } from '../frame/inTurn.ts';
import { loop, type Loop } from '../frame/loop.ts';
import { announce } from '../../store/overview/announcing.ts';
import { findUnsealed, sealCase, unsealedCases } from '../../store/case/seals.ts';

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

/** Between two looks through the whole trail, and before the next one where it could not be looked through. */
const sweepMs = 3600_000;
const sweepAgainMs = 300_000;

/** Nothing waits with being sealed for the look through the whole trail, however long that takes and whatever comes of it. */
export function startSealing(db: Db, log: Logger, now: () => Date): Loop {
  const sealing = loop(
    async () => {
      await sealAll(db, now);
      return everyMs;
    },
    (error) => log.error({ err: error }, 'the trail could not be sealed; trying again'),
  );
  const unlooked = (error: unknown): number => {
    log.error({ err: error }, 'the trail could not be looked through for what has no seal');
    return sweepAgainMs;
  };
  const sweeping = loop(() => findUnsealed(db).then(() => sweepMs, unlooked), unlooked);
  return { stop: async () => void (await Promise.all([sealing.stop(), sweeping.stop()])) };
}
