import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Planned } from '../../process/meeting/session.ts';
import { columnsOf } from '../frame/columns.ts';
import type { Reader, Trx } from '../frame/database.ts';
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

export async function meetingById(db: Reader, id: string): Promise<MeetingRow | null> {
  return (
    (await db.selectFrom('meeting').select(columnsOf('meeting')).where('id', '=', id).executeTakeFirst()) ??
    null
  );
}

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

export async function openSessionOf(db: Reader, meetingId: string): Promise<SessionRow | null> {
  const query = db
    .selectFrom('session')
    .select(columnsOf('session'))
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null);
  return (await query.executeTakeFirst()) ?? null;
}

/** Whether it has been in session once, whatever came of that. */
export async function wasInSession(db: Reader, meetingId: string): Promise<boolean> {
  const query = db.selectFrom('session').select('id').where('meetingId', '=', meetingId).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}

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

/** The meeting that is in session, or else the one nearest in time. */
export async function nearestMeeting(
  db: Reader,
  kind: MeetingRow['kind'],
  now: Date,
): Promise<MeetingRow | null> {
  const row = await db
    .selectFrom('meeting')
    .leftJoin('session', (join) =>
      join.onRef('session.meetingId', '=', 'meeting.id').on('session.endedAt', 'is', null),
    )
    .select(columnsOf('meeting'))
    .where('meeting.kind', '=', kind)
    .orderBy('session.openedAt', (order) => order.desc().nullsLast())
    .orderBy(sql`abs(extract(epoch from meeting.starts_at - ${now}::timestamptz))`)
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
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
