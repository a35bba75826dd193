import { randomUUID } from 'node:crypto';
import type { Planned } from '../../process/meeting/session.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { oneFor } from '../frame/loader.ts';
import type { MeetingRow, PresenceRow, SessionRow } from '../schema.ts';

export async function insertMeeting(
  trx: Trx,
  row: Omit<MeetingRow, 'id' | 'cancelledAt' | 'cancelReason'>,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('meeting')
    .values({ id, ...row, cancelledAt: null, cancelReason: null })
    .execute();
  return id;
}

const selectMeetings = `select ${listOf('meeting', 'meeting')} from meeting where id = any($1::uuid[])`;

export const meetingById = oneFor<MeetingRow>(selectMeetings, 'id');

export async function lockMeeting(trx: Trx, id: string): Promise<MeetingRow | null> {
  return (
    (await trx
      .selectFrom('meeting')
      .select(columnsOf('meeting'))
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst()) ?? null
  );
}

export async function meetingByChat(db: Reader, conversationId: string): Promise<MeetingRow | null> {
  return (
    (await db
      .selectFrom('meeting')
      .select(columnsOf('meeting'))
      .where('conversationId', '=', conversationId)
      .executeTakeFirst()) ?? null
  );
}

export async function linkMeetingChat(
  trx: Trx,
  id: string,
  conversationId: string,
  platformId: string | null,
): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ conversationId, ...(platformId && { platformId }) })
    .where('id', '=', id)
    .execute();
}

const selectOpenSessions = `
  select ${listOf('session', 'session')} from session where meeting_id = any($1::uuid[]) and ended_at is null`;

export const openSessionOf = oneFor<SessionRow>(selectOpenSessions, 'meetingId');

const selectHeld = `
  select k.id as meeting_id from unnest($1::uuid[]) as k (id)
  where exists (select from session where session.meeting_id = k.id)`;
const heldOnce = oneFor<{ meetingId: string }>(selectHeld, 'meetingId');

/** Whether it has been in session once, whatever came of that. */
export const wasInSession = async (db: Reader, meetingId: string): Promise<boolean> =>
  (await heldOnce(db, meetingId)) !== null;

export const sessionOf = (db: Reader, id: string): Promise<SessionRow> =>
  db.selectFrom('session').select(columnsOf('session')).where('id', '=', id).executeTakeFirstOrThrow();

/** Inserts unless one is open: the database decides which of two openers was first. */
export async function insertSession(
  trx: Trx,
  row: Omit<SessionRow, 'id' | 'endedAt' | 'overAt'>,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('session')
    .values({ id, ...row, endedAt: null, overAt: null })
    .execute();
  return id;
}

export async function endSessionRow(trx: Trx, id: string, at: Date): Promise<void> {
  await trx.updateTable('session').set({ endedAt: at }).where('id', '=', id).execute();
}

/** When the meeting was over while votes in it were open; null: it goes on. */
export async function setOver(trx: Trx, id: string, overAt: Date | null): Promise<void> {
  await trx.updateTable('session').set({ overAt }).where('id', '=', id).execute();
}

/** Those that nobody has ended, with when each meeting was planned. */
export async function openSessions(db: Reader): Promise<{ session: SessionRow; planned: Planned }[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('meeting', 'meeting.id', 'session.meetingId')
    .select(columnsOf('session'))
    .select(['meeting.startsAt', 'meeting.endsAt'])
    .where('session.endedAt', 'is', null)
    .execute();
  return rows.map(({ startsAt, endsAt, ...session }) => ({ session, planned: { startsAt, endsAt } }));
}

export async function putPresence(trx: Trx, row: PresenceRow): Promise<void> {
  await trx
    .insertInto('presence')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['sessionId', 'organisationId'])
        .doUpdateSet({ present: row.present, markedBy: row.markedBy, markedAt: row.markedAt }),
    )
    .execute();
}

export function presenceIn(db: Reader, sessionId: string): Promise<PresenceRow[]> {
  return db.selectFrom('presence').select(columnsOf('presence')).where('sessionId', '=', sessionId).execute();
}

const columns = listOf('meeting', 'm');
const selectNearest = `
  select ${columns} from (
    (select ${columns}, s.opened_at, null::interval as away from session s join meeting m on m.id = s.meeting_id
      where s.ended_at is null and m.kind = $1)
    union all
    (select ${columns}, null, $2::timestamptz - m.starts_at from meeting m
      where m.kind = $1 and m.cancelled_at is null and m.starts_at <= $2::timestamptz order by m.starts_at desc limit 1)
    union all
    (select ${columns}, null, m.starts_at - $2::timestamptz from meeting m
      where m.kind = $1 and m.cancelled_at is null and m.starts_at > $2::timestamptz order by m.starts_at limit 1)) m
  order by m.opened_at desc nulls last, m.away limit 1`;

/** The meeting that is in session, or else the one nearest in time: the last before now, or the next one; none that is cancelled. */
export async function nearestMeeting(
  db: Reader,
  kind: MeetingRow['kind'],
  now: Date,
): Promise<MeetingRow | null> {
  return (await rowsOf<MeetingRow>(db, selectNearest, [kind, now]))[0] ?? null;
}

export async function updateMeeting(
  trx: Trx,
  id: string,
  values: Partial<
    Pick<MeetingRow, 'title' | 'agenda' | 'startsAt' | 'endsAt' | 'joinUrl' | 'cancelledAt' | 'cancelReason'>
  >,
): Promise<void> {
  await trx.updateTable('meeting').set(values).where('id', '=', id).execute();
}

/** A vote that keeps its session open. */
export interface OpenVote {
  id: string;
}
const selectOpenVotes = `
  select id from vote where session_id = $1 and closed_at is null order by opened_at, id`;

/** An older session of the same meeting may have left one too: that keeps nothing open here. */
export const openVotesIn = (db: Reader, { id }: SessionRow): Promise<OpenVote[]> =>
  rowsOf<OpenVote>(db, selectOpenVotes, [id]);
