import { t, type Key } from '../i18n/index.ts';
import type { DeliveryState, MessageKind } from '../process/messages.ts';
import { listDeliveries } from '../store/deliveries.ts';
import { hearingById } from '../store/hearings.ts';
import { voteById } from '../store/votes.ts';
import { found, mayAll, NotFound, type Viewing } from './context.ts';
import type { DeliveryView } from './shapes/people.ts';

/** Who was told, who was not, and why; for the secretariat, who must reach the rest. */
export async function deliveriesView(
  context: Viewing,
  query: {
    hearingId?: string | undefined;
    voteId?: string | undefined;
    limit: number;
    after?: string | undefined;
  },
) {
  const { db, reader } = context;
  if (!reader.secretariat || !(query.hearingId ?? query.voteId)) throw new NotFound();
  const subject = { hearingId: query.hearingId ?? null, voteId: query.voteId ?? null };
  found(query.hearingId ? await hearingById(db, query.hearingId) : await voteById(db, query.voteId!));
  const rows = await listDeliveries(db, subject, Number(query.after ?? 0), query.limit + 1);
  const items: DeliveryView[] = rows.slice(0, query.limit).map((row) => ({
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
  const allowed = await mayAll(context, [
    ['resendFailed', query.hearingId ? { hearingId: query.hearingId } : { voteId: query.voteId }],
  ]);
  return { items, allowed, ...(rows.length > query.limit && { next: rows[query.limit - 1]!.id }) };
}
