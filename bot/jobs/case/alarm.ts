import type { Logger } from 'pino';
import { findingsToTell } from '../../store/case/findings.ts';
import type { Trx } from '../../store/frame/database.ts';
import type { Enqueue } from '../enqueue.ts';

/** What lasts is told again after this; a little less than a day, so that a daily look does not slip. */
const againMs = 23 * 3600_000;

/**
 * Tells of what was found and nobody has been told of, once: the log, which the operator's alerts read, and a mail.
 * Whoever settles findings calls it in the same transaction.
 */
export async function alarm(trx: Trx, enqueue: Enqueue, log: Logger, now: Date): Promise<void> {
  const telling = await findingsToTell(trx, now, new Date(now.getTime() - againMs));
  if (telling.length === 0) return;
  for (const { caseId, part, thing, thingId, field, how } of telling)
    log.error({ caseId, part, thing, thingId, field, how }, 'the trail does not hold');
  await enqueue(trx, 'tellOfTrail', { caseIds: [...new Set(telling.map(({ caseId }) => caseId))] });
}
