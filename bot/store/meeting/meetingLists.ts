import { joinKey } from '../../process/meeting/meeting.ts';
import type { Reader } from '../frame/database.ts';
import type { MeetingRow } from '../schema.ts';

const columns = [
  'id',
  'kind',
  'season',
  'title',
  'startsAt',
  'endsAt',
  'joinUrl',
  'conversationId',
  'platformId',
  'createdAt',
  'agenda',
  'revisionId',
  'cancelledAt',
  'cancelReason',
] as const satisfies (keyof MeetingRow)[];

/** The latest first; those after the meeting a page ended with, of which there are none when it is not there. */
export async function meetingPage(
  db: Reader,
  after: string | undefined,
  limit: number,
): Promise<MeetingRow[]> {
  const query = db
    .selectFrom('meeting')
    .select(columns)
    .orderBy('startsAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after === undefined) return query.execute();
  return query
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('startsAt', 'id'),
        '<',
        selectFrom('meeting as last')
          .select(['last.startsAt', 'last.id'])
          .where('last.id', '=', after)
          .$asTuple('startsAt', 'id'),
      ),
    )
    .execute();
}

/** Neither over nor cancelled. */
export function meetingsToCome(db: Reader, now: Date): Promise<MeetingRow[]> {
  return db
    .selectFrom('meeting')
    .select(columns)
    .where('endsAt', '>', now)
    .where('cancelledAt', 'is', null)
    .orderBy('startsAt', 'desc')
    .execute();
}

/** Those that no chat in Teams is known to belong to. */
const unlinked = (db: Reader) =>
  db.selectFrom('meeting').select(columns).where('conversationId', 'is', null).orderBy('startsAt', 'desc');

export const unlinkedMeetings = (db: Reader, most: number): Promise<MeetingRow[]> =>
  unlinked(db).limit(most).execute();

/** The longest piece of a link that is written the same however the rest of it is. */
const core = (key: string): string =>
  (key.match(/[a-z0-9]+/g) ?? []).reduce((longest, one) => (one.length > longest.length ? one : longest), '');

/** The newest meeting that has this join link and no chat of its own yet. */
export async function meetingByLink(db: Reader, joinUrl: string): Promise<MeetingRow | null> {
  const key = joinKey(joinUrl);
  const rows = await unlinked(db)
    .where('joinUrl', 'ilike', `%${core(key.slice(key.indexOf('/')))}%`)
    .limit(500)
    .execute();
  return rows.find((row) => row.joinUrl && joinKey(row.joinUrl) === key) ?? null;
}
