import { randomBytes } from 'node:crypto';
import { directorySourceRows } from '../../store/directory.ts';
import { dropSubscription, keepSubscription, subscriptions } from '../../store/watching.ts';
import type { Work } from '../queue.ts';

/** Renewed well before it ends: an outage of a day must not cost it. */
const renewMs = 36 * 3600_000;

/** A subscription for the host team, renewed in time; what is told through it is a hint, so a failure is only told. */
export async function watchDirectory({ watching, db, house, log }: Work): Promise<void> {
  if (!watching) return;
  const teams = (await directorySourceRows(db)).filter(({ source }) => source === 'team');
  const wanted = new Set(teams.map((row) => row.groupId));
  for (const row of await subscriptions(db)) {
    if (!wanted.has(row.groupId)) await dropSubscription(db, row.id);
    else if (row.expiresAt.getTime() - house.clock.realMs() > renewMs) wanted.delete(row.groupId);
    else {
      const renewed = await watching.renew(row.id);
      if (!renewed) await dropSubscription(db, row.id);
      else {
        await keepSubscription(db, { ...row, expiresAt: renewed.expiresAt });
        wanted.delete(row.groupId);
      }
    }
  }
  for (const groupId of wanted) {
    const clientState = randomBytes(24).toString('base64url');
    try {
      const { id, expiresAt } = await watching.watch(groupId, clientState);
      await keepSubscription(db, { id, groupId, clientState, expiresAt });
    } catch (error) {
      log.warn({ err: error }, 'Graph will not tell of changes; they are found by looking');
    }
  }
}
