import { setTimeout as sleep } from 'node:timers/promises';
import { midnightBefore } from '../../process/calendar.ts';
import { transact } from '../../store/database.ts';
import { settleFindings } from '../../store/findings.ts';
import { chainCount, chainsDue, noteVerified } from '../../store/verifying.ts';
import { alarm } from '../alarm.ts';
import { inTurn } from '../inTurn.ts';
import type { Work } from '../queue.ts';
import { lookAt } from '../verifyCase.ts';

/** Between two cases, so that whoever waits for an answer gets it. */
const pauseMs = 20;
/** A job of the queue is given up after a quarter of an hour; what is left is the next one's. */
const longestMs = 10 * 60_000;

/** Looks at one case, and keeps what came of it together with the telling of it. */
export async function verifyOne(work: Work, caseId: string, whole: boolean): Promise<void> {
  const { db, house, log } = work;
  const { chain, records, point } = await lookAt(db, caseId, whole);
  await transact(db, async (trx) => {
    const now = await house.clock.ask(trx);
    await settleFindings(trx, { caseId, part: 'chain' }, chain, now);
    await settleFindings(trx, { caseId, part: 'records' }, records, now);
    await noteVerified(trx, { caseId, ...point, at: now, whole, holds: chain.length === 0 });
    await alarm(trx, house.enqueue, log, now);
  });
}

/**
 * Each hour what has changed, and after each night all of it, one case after the other. How many of how many is said each
 * time, for whoever keeps it from looking by what the database says: an alert outside the app adds it up.
 */
export async function verifyTrail(work: Work): Promise<void> {
  const { db, house, log } = work;
  const until = performance.now() + longestMs;
  const now = await house.clock.ask(db);
  const due = await chainsDue(db, { wholeSince: midnightBefore(now), now });
  const looked = { of: await chainCount(db), chains: 0, whole: 0 };
  let left = 0;
  const look = async ({ id, whole }: (typeof due)[number]): Promise<void> => {
    if (performance.now() > until) return void (left += 1);
    await verifyOne(work, id, whole);
    looked.chains += 1;
    if (whole) looked.whole += 1;
    await sleep(pauseMs);
  };
  await inTurn(due, 'cases could not be verified', look).finally(() =>
    log.info(looked, 'chains were verified'),
  );
  if (left > 0) await transact(db, (trx) => house.enqueue(trx, 'verifyTrail', {}));
  else log.info({ chains: due.length }, 'the trail was verified');
}
