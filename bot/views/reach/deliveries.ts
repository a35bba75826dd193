import { t, type Key } from '../../i18n/index.ts';
import type { DeliveryState, MessageKind } from '../../process/reach/messages.ts';
import type { Reader } from '../../store/frame/database.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { schedulingById } from '../../store/scheduling/scheduling.ts';
import { listDeliveries, type About } from '../../store/reach/undelivered.ts';
import { voteById } from '../../store/vote/votes.ts';
import { mayAll, NotFound, type Viewing } from '../frame/context.ts';
import type { DeliveryView } from '../people/shapes.ts';

/** Of several that are named, the first: as the messages are asked for. */
function theOne({ hearingId, voteId, meetingId, schedulingId }: About): About {
  if (hearingId) return { hearingId };
  if (voteId) return { voteId };
  return meetingId ? { meetingId } : { schedulingId };
}

async function isThere(db: Reader, { hearingId, voteId, meetingId, schedulingId }: About): Promise<boolean> {
  if (hearingId) return (await hearingById(db, hearingId)) !== null;
  if (voteId) return (await voteById(db, voteId)) !== null;
  if (meetingId) return (await meetingById(db, meetingId)) !== null;
  return schedulingId !== undefined && (await schedulingById(db, schedulingId)) !== null;
}

/** Who was told, who was not, and why; for the secretariat, who must reach the rest. */
export async function deliveriesView(
  context: Viewing,
  { limit, after, ...asked }: About & { limit: number; after?: string | undefined },
) {
  const { db, reader } = context;
  const about = theOne(asked);
  if (!reader.secretariat || !(await isThere(db, about))) throw new NotFound();
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
  const allowed = await mayAll(context, [['resendFailed', about]]);
  return { items, allowed, ...(rows.length > limit && { next: rows[limit - 1]!.id }) };
}
