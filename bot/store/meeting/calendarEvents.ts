import { randomUUID } from 'node:crypto';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Reader, type Trx } from '../frame/database.ts';
import { oneFor } from '../frame/loader.ts';
import type { Here, Invited } from '../scheduling/invited.ts';
import type { AttendeeRow, MeetingChatRow, MeetingEventRow, MeetingRow } from '../schema.ts';
import { toCome } from './toCome.ts';
import type { MeetingResponse } from '../../process/scheduling/meetingKinds.ts';

export async function insertAttendees(trx: Trx, meetingId: string, personIds: string[]): Promise<void> {
  await trx
    .insertInto('attendee')
    .values(personIds.map((personId) => ({ meetingId, personId, response: null, respondedAt: null })))
    .execute();
}

/** Those who were called, with how they answered. */
export function attendeesOf(
  db: Reader,
  meetingId: string,
): Promise<(Omit<Invited, 'chair'> & AttendeeRow & Here)[]> {
  return db
    .selectFrom('attendee')
    .innerJoin('person', 'person.id', 'attendee.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(columnsOf('attendee'))
    .select(['displayName', 'email', 'person.organisationId', 'organisation.name as organisationName'])
    .select(['secretariat', 'leftAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('organisation.name')
    .orderBy('displayName')
    .execute();
}

const selectCalledTo = `
  select m.id from meeting m join meeting_event e on e.meeting_id = m.id
  where ${toCome('m', '$2')}
    and exists (select from attendee a where a.meeting_id = m.id and a.person_id = any($1::uuid[])) order by m.id`;

/** Meetings to come, with an event, that one of these was called to. */
export async function meetingsCalledTo(db: Reader, personIds: string[], now: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(db, selectCalledTo, [personIds, now]);
  return rows.map(({ id }) => id);
}

/** Returns whether it is news. */
export async function putResponse(
  trx: Trx,
  meetingId: string,
  personId: string,
  response: MeetingResponse | null,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('attendee')
    .set({ response, respondedAt: at })
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .where('response', 'is distinct from', response)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const insertEvent = `
  insert into meeting_event (meeting_id, key) values ($1, $2) on conflict (meeting_id) do nothing`;

/** From now on the calendar has something to keep of it. */
export async function keepEvent(trx: Trx, meetingId: string): Promise<void> {
  await writeAlong(trx, insertEvent, [meetingId, randomUUID()]);
}

const selectEvents = `
  select ${listOf('meetingEvent', 'meeting_event')} from meeting_event where meeting_id = any($1::uuid[])`;

export const eventOf = oneFor<MeetingEventRow>(selectEvents, 'meetingId');

export async function updateEvent(
  db: Reader,
  meetingId: string,
  values: Partial<Omit<MeetingEventRow, 'meetingId'>>,
): Promise<void> {
  await db.updateTable('meetingEvent').set(values).where('meetingId', '=', meetingId).execute();
}

const selectAwaited = `
  select m.id from meeting m join meeting_event e on e.meeting_id = m.id
  where e.event_id is not null and ${toCome('m', '$1')}`;

/** Meetings to come, or just over, whose answers may still change. */
export async function meetingsAwaited(db: Reader, from: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(db, selectAwaited, [from]);
  return rows.map(({ id }) => id);
}

const selectChats = `
  select ${listOf('meetingChat', 'meeting_chat')} from meeting_chat where meeting_id = any($1::uuid[])`;

export const chatOf = oneFor<MeetingChatRow>(selectChats, 'meetingId');

const insertChat = `
  insert into meeting_chat (meeting_id, thread_id) values ($1, $2)
  on conflict (meeting_id) do update set thread_id = excluded.thread_id`;

export const putChat = (trx: Trx, meetingId: string, threadId: string): Promise<void> =>
  writeAlong(trx, insertChat, [meetingId, threadId]);

export async function meetingByThread(db: Reader, threadId: string): Promise<MeetingRow | null> {
  const query = db
    .selectFrom('meeting')
    .innerJoin('meetingChat', 'meetingChat.meetingId', 'meeting.id')
    .select(columnsOf('meeting'))
    .where('threadId', '=', threadId)
    .where('conversationId', 'is', null);
  return (await query.executeTakeFirst()) ?? null;
}
