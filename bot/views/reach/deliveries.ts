import { t, type Key } from '../../i18n/index.ts';
import { aboutNamed, bodyOf, type Named } from '../../process/frame/about.ts';
import { toldAbout, type DeliveryState, type MessageKind } from '../../process/reach/messages.ts';
import { trailOf } from '../../store/overview/trailOf.ts';
import { listDeliveries } from '../../store/reach/undelivered.ts';
import { mayAll, NotFound, type Viewing } from '../frame/context.ts';
import type { DeliveryView } from '../people/shapes.ts';

/** Who was told, who was not, and why; for the secretariat, who must reach the rest. */
export async function deliveriesView(
  context: Viewing,
  {
    limit,
    after,
    ...asked
  }: Named<(typeof toldAbout)[number]> & { limit: number; after?: string | undefined },
) {
  const { db, reader } = context;
  const about = aboutNamed(asked, toldAbout);
  if (!reader.secretariat || !about || !(await trailOf(db, about))) throw new NotFound();
  const rows = await listDeliveries(db, about, Number(after ?? 0), limit + 1);
  const items: DeliveryView[] = rows.slice(0, limit).map((row) => ({
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    organisationName: row.organisationName,
    message: row.message as MessageKind,
    channel: row.channel,
    state: row.state as DeliveryState,
    ...(row.reason && { reason: t(reader.locale, `reason.${row.reason}` as Key) }),
    ...(row.activityId && { activityId: row.activityId }),
    attempts: row.attempts,
    at: (row.settledAt ?? row.createdAt).toISOString(),
    ...(row.feedState && {
      feed: {
        state: row.feedState,
        ...(row.feedReason && { reason: t(reader.locale, `reason.${row.feedReason}` as Key) }),
      },
    }),
  }));
  const allowed = await mayAll(context, [['resendFailed', bodyOf(about)]]);
  return { items, allowed, ...(rows.length > limit && { next: rows[limit - 1]!.id }) };
}
