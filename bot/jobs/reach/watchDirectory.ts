import { randomBytes } from 'node:crypto';
import type { Watching } from '../../ports.ts';
import { directorySourceRows } from '../../store/reach/directory.ts';
import { dropSubscription, keepSubscription, subscriptions } from '../../store/reach/watching.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

/** Renewed well before it ends: an outage of a day must not cost it. */
const renewMs = 36 * 3600_000;

type Subscription = Awaited<ReturnType<typeof subscriptions>>[number];

/** A subscription for the host team, renewed in time. What is told through it is a hint: all of it is found by looking too. */
export async function watchDirectory(work: Work): Promise<void> {
  const { watching, db } = work;
  if (!watching) return;
  const teams = (await directorySourceRows(db)).filter(({ source }) => source === 'team');
  const wanted = new Set(teams.map((row) => row.groupId));
  /** Those that have one, or may have: what could not be asked is not made once more. */
  const watched = new Set<string>();
  const kept = (await subscriptions(db)).map((row) => async () => {
    let stands = wanted.has(row.groupId);
    try {
      stands &&= await isKept(work, watching, row);
    } finally {
      if (stands) watched.add(row.groupId);
    }
    if (!stands) await dropSubscription(db, row.id);
  });
  const made = [...wanted].map((groupId) => async () => {
    if (!watched.has(groupId)) await watch(work, watching, groupId);
  });
  await inTurn([...kept, ...made], 'subscriptions to the host team could not be kept', (one) => one());
}

/** False: Graph has it no more. */
async function isKept({ db, house }: Work, watching: Watching, row: Subscription): Promise<boolean> {
  if (row.expiresAt.getTime() - house.clock.realMs() > renewMs) return true;
  const renewed = await watching.renew(row.id);
  if (renewed) await keepSubscription(db, { ...row, expiresAt: renewed.expiresAt });
  return renewed !== null;
}

async function watch({ db }: Work, watching: Watching, groupId: string): Promise<void> {
  const clientState = randomBytes(24).toString('base64url');
  const { id, expiresAt } = await watching.watch(groupId, clientState);
  await keepSubscription(db, { id, groupId, clientState, expiresAt });
}
