import { asClock } from '../../acts/frame/asClock.ts';
import { settle as settleErrand, type Asking } from '../../acts/reach/errands.ts';
import { claimSeconds, errandKinds, type ErrandKind, type Went } from '../../process/reach/errands.ts';
import { transact } from '../../store/frame/database.ts';
import { askErrands, claimErrand, errandsDue, kindsDue, renewErrand } from '../../store/reach/errands.ts';
import type { ErrandRow } from '../../store/schema.ts';
import type { Jobs } from '../enqueue.ts';
import { errands } from '../errands.ts';
import { isWent, type Bringing, type Noted } from '../frame/bringing.ts';
import { holding } from '../frame/holding.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

const registry: Record<ErrandKind, Bringing> = errands;

/** What is left then has its turn with the clock's next job: one that runs out is given to another beside it. */
const takesMs = 10 * 60_000;

/** Does one errand, or all of a kind whose time has come; without a kind, sends each that has any to its own group. */
export async function bring(work: Work, { kind, aboutId }: Jobs['bring']): Promise<void> {
  if (!kind) return sendDue(work);
  if (aboutId) return bringOne(work, kind, aboutId);
  await askUnasked(work, kind);
  const until = performance.now() + takesMs;
  await inTurn(await errandsDue(work.db, kind), `errands could not be done: ${kind}`, async (id) => {
    if (performance.now() < until) await bringOne(work, kind, id);
  });
}

async function sendDue(work: Work): Promise<void> {
  const { db, house } = work;
  await Promise.all(errandKinds.map((kind) => askUnasked(work, kind)));
  const kinds = await kindsDue(db, errandKinds);
  await transact(db, async (trx) => {
    for (const kind of kinds) await house.enqueue(trx, 'bring', { kind });
  });
}

async function askUnasked(work: Work, kind: ErrandKind): Promise<void> {
  const ids = (await registry[kind].unasked?.(work)) ?? [];
  if (ids.length > 0) await askErrands(work.db, kind, ids, work.house.clock.now());
}

/** One at a time for one errand. Whoever has it brings it along, and it is taken up again when it was asked for meanwhile. */
async function bringOne(work: Work, kind: ErrandKind, aboutId: string): Promise<void> {
  const { db, house, log } = work;
  const { bring: done, note, about, away } = registry[kind];
  const errand = await claimErrand(db, kind, aboutId);
  if (!errand) return;
  const { wanted: upTo, attempts } = errand;
  let claimedAt = errand.claimedAt!;
  const renew = async (): Promise<void> => {
    claimedAt = (await renewErrand(db, kind, aboutId, claimedAt)) ?? claimedAt;
  };
  const renewing = () => renew().catch((error: unknown) => log.warn({ err: error, kind }, 'a claim'));
  const tell = (noted: Noted) => asClock(house, note, { ...about(aboutId), ...noted, done: upTo, claimedAt });
  try {
    const everyMs = (claimSeconds(kind) * 1_000) / 3;
    const came = await holding(everyMs, renewing, () => done(work, errand));
    if (isWent(came)) await settle(work, errand, { went: came.went, claimedAt });
    else await tell(came);
  } catch (error) {
    log.warn({ err: error, kind, aboutId, attempts }, 'an errand could not be done');
    await tell({ failure: away });
    throw error;
  }
}

/** Where nobody is to be told of it. */
const settle = (
  { db, house }: Work,
  { kind, aboutId, wanted: upTo }: ErrandRow,
  { went, claimedAt }: { went: Went; claimedAt: Date },
): Promise<void> =>
  transact(db, async (trx) => {
    const sent: Promise<void>[] = [];
    const enqueue: Asking['enqueue'] = (job, data) => void sent.push(house.enqueue(trx, job, data));
    const now = house.clock.now();
    await settleErrand({ trx, now, enqueue }, kind, aboutId, went, { done: upTo, claimedAt });
    await Promise.all(sent);
  });
