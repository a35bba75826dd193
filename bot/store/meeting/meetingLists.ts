import { joinKey } from '../../process/meeting/meeting.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import type { MeetingRow } from '../schema.ts';
import { toCome } from './toCome.ts';

const listed = listOf('meeting', 'm');
/** `liesBehind` of process/meeting, and its contrary; that one is found by its two parts, along an index each. */
const which = {
  all: 'true',
  past: `(m.cancelled_at is not null or (not ${toCome('m', '$1')}
    and not exists (select from session s where s.meeting_id = m.id and s.ended_at is null)))`,
  toCome: `m.cancelled_at is null
    and m.id in (select id from meeting where ends_at > $1 union select meeting_id from session where ended_at is null)`,
};
const behind = '(m.starts_at, m.id) < (select l.starts_at, l.id from meeting l where l.id = $3::uuid)';

const selectPage = (of: keyof typeof which, more: string): string => `
  select ${listed} from meeting m, (select $1::timestamptz) now
  where ${which[of]} and ${more} order by m.starts_at desc, m.id desc limit $2`;

interface Page {
  limit: number;
  /** The one that the page before ended with; nothing comes after one that is not there. */
  after?: string | undefined;
  /** Those that are over or cancelled, or those that are to come or in session; all unless told. */
  past?: boolean | undefined;
  now: Date;
}

/** The latest first. */
export function meetingPage(db: Reader, { limit, after, past, now }: Page): Promise<MeetingRow[]> {
  const of = past === undefined ? 'all' : past ? 'past' : 'toCome';
  if (after === undefined) return rowsOf<MeetingRow>(db, selectPage(of, 'true'), [now, limit]);
  return rowsOf<MeetingRow>(db, selectPage(of, behind), [now, limit, after]);
}

const selectToCome = `select ${listed} from meeting m where ${toCome('m', '$1')} order by m.starts_at desc`;

/** Neither over nor cancelled. */
export const meetingsToCome = (db: Reader, now: Date): Promise<MeetingRow[]> =>
  rowsOf<MeetingRow>(db, selectToCome, [now]);

/** Those that no chat in Teams is known to belong to. */
const unlinked = (db: Reader) =>
  db
    .selectFrom('meeting')
    .select(columnsOf('meeting'))
    .where('conversationId', 'is', null)
    .orderBy('startsAt', 'desc');

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
