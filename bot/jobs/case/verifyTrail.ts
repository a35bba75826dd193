import { setTimeout as sleep } from 'node:timers/promises';
import { midnightBefore } from '../../process/frame/calendar.ts';
import { transact, type Db } from '../../store/frame/database.ts';
import { settleFindings } from '../../store/case/findings.ts';
import { perDatabase } from '../../store/frame/perDatabase.ts';
import { chainsThere, noteVerified } from '../../store/case/verifying.ts';
import { alarm } from './alarm.ts';
import { inTurn } from '../frame/inTurn.ts';
import { lookAt } from './verifyCase.ts';
import type { Work } from '../frame/work.ts';

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

/** What this process has looked at whole since a midnight. */
interface Night {
  since: number;
  whole: Set<string>;
}
const nights = perDatabase((): { last: Night | null } => ({ last: null }));

/**
 * Remembered here and not in the database: whoever gets into the app may write there that all was looked at. So the first look
 * after each midnight, and after each start, is at all chains whole.
 */
function nightOf(db: Db, midnight: Date): Night {
  const kept = nights(db);
  if (kept.last?.since !== midnight.getTime()) kept.last = { since: midnight.getTime(), whole: new Set() };
  return kept.last;
}

/**
 * Each hour what has changed, and after each midnight all of it, one case after the other. How many of how many this process
 * has looked at whole since then is said each time: an alert outside the app reads it, night by night.
 */
export async function verifyTrail(work: Work): Promise<void> {
  const { db, house, log } = work;
  const until = performance.now() + longestMs;
  const now = await house.clock.ask(db);
  const midnight = midnightBefore(now);
  const night = nightOf(db, midnight);
  const there = await chainsThere(db, { wholeSince: midnight, now });
  const due = there.filter(({ id, due: changed }) => changed || !night.whole.has(id));
  const looked = { chains: 0, left: 0 };
  const look = async ({ id, whole: asked }: (typeof due)[number]): Promise<void> => {
    if (performance.now() > until) return void (looked.left += 1);
    const whole = asked || !night.whole.has(id);
    await verifyOne(work, id, whole);
    looked.chains += 1;
    if (whole) night.whole.add(id);
    await sleep(pauseMs);
  };
  const tell = (): void => {
    const whole = there.filter(({ id }) => night.whole.has(id)).length;
    const of = there.length;
    log.info({ night: midnight.toISOString(), of, whole, chains: looked.chains }, 'chains were verified');
  };
  await inTurn(due, 'cases could not be verified', look).finally(tell);
  if (looked.left > 0) await transact(db, (trx) => house.enqueue(trx, 'verifyTrail', {}));
  else log.info({ chains: due.length }, 'the trail was verified');
}
