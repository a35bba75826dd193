import { sql } from 'kysely';
import { sharedLiving } from '../../process/reach/messages.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import type { Db, Reader } from '../frame/database.ts';
import type { Delivery, Subject } from './deliveries.ts';

/**
 * Shared cards of a vote or hearing that have a receipt, and so can be edited. Where a card stands is known from Teams' own
 * receipt alone: a press names a message and a subject as whoever sends it likes, and would have any message of ours edited.
 */
export function sharedCards(db: Reader, { hearingId, voteId }: Subject): Promise<Delivery[]> {
  if (!hearingId && !voteId) return Promise.resolve([]);
  return db
    .selectFrom('delivery')
    .select(columnsOf('delivery'))
    .where('personId', 'is', null)
    .where('activityId', 'is not', null)
    .where('message', 'in', sharedLiving)
    .$if(Boolean(hearingId), (query) => query.where('hearingId', '=', hearingId!))
    .$if(Boolean(voteId), (query) => query.where('voteId', '=', voteId!))
    .execute() as unknown as Promise<Delivery[]>;
}

/** So many at one look. */
export const mostAtOnce = 100;

/** One that cannot be edited is tried ever more seldom. */
export const isTriedAgain = `
  (d.looked_at is null or d.looked_at < now() - interval '30 seconds' * power(2, least(d.edit_failures, 7)))`;
/** After a deadline somebody may still be typing for so long, and an edit would take the words that a refusal gives back. */
export const typedStill = `interval '10 minutes'`;
/** So long after the end a card is brought to show it. */
export const settledFor = `interval '30 days'`;

/**
 * Shared cards that may show something else than they should: until they have been seen to show how it ended, a day after it
 * (a vote's stamp comes later), and for a month at most. A hearing's is left alone while nothing in it can have changed,
 * and for some minutes after the deadline.
 */
export async function cardsToSettle(db: Reader, now: Date): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select ${sql.raw(listOf('delivery', 'd'))} from delivery d
    left join hearing h on h.id = d.hearing_id
    left join vote v on v.id = d.vote_id
    cross join lateral (
      select coalesce(h.deadline, case when v.carried is not null then v.closed_at end) as at) as ended
    where d.person_id is null and d.activity_id is not null and d.message = any(${sql.val(sharedLiving)}::text[])
      and ${sql.raw(isTriedAgain)}
      and (ended.at is null or (ended.at > ${now}::timestamptz - ${sql.raw(settledFor)}
        and (d.shown_at is null or d.shown_at < ended.at + interval '1 day')))
      and (h.id is null or h.deadline <= ${now}::timestamptz - ${sql.raw(typedStill)}
        or (h.deadline > ${now}::timestamptz and h.original_deadline is not null))
    order by d.looked_at nulls first, d.id limit ${mostAtOnce}`.execute(db);
  return rows;
}

/** What it was last put as; null: nobody knows, or it is being edited. */
export async function shownAs(db: Reader, id: string): Promise<string | null> {
  const row = await db.selectFrom('delivery').select('shownHash').where('id', '=', id).executeTakeFirst();
  return row?.shownHash ?? null;
}

/** It shows what it should. False: meanwhile it is being edited. */
export async function noteRight(db: Db, id: string, shownHash: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update delivery set shown_at = ${now}, looked_at = now(), edit_failures = 0
    where id = ${id}::bigint and shown_hash = ${shownHash} returning id`.execute(db);
  return rows.length > 0;
}

/** There is nothing to put in its place. */
export async function noteAsPut(db: Db, id: string, now: Date): Promise<void> {
  await sql`update delivery set shown_at = ${now}, looked_at = now() where id = ${id}::bigint`.execute(db);
}

/** Longer than an edit is away. */
const leaseSeconds = 60;

/**
 * One editor at a time, over all replicas: what is away when another begins may come last, and stand. From now on nobody
 * knows what the card shows. Returns when it was taken, by which it is let go; null: another has it.
 */
export async function takeCard(db: Db, id: string): Promise<Date | null> {
  const { rows } = await sql<{ editingAt: Date }>`
    update delivery set editing_at = date_trunc('milliseconds', clock_timestamp()), shown_hash = null
    where id = ${id}::bigint
      and (editing_at is null or editing_at < clock_timestamp() - ${leaseSeconds} * interval '1 second')
    returning editing_at`.execute(db);
  return rows[0]?.editingAt ?? null;
}

/** It has been put. Whoever was away for too long may have put it over what came after: then nobody knows. */
export async function notePut(db: Db, id: string, taken: Date, shownHash: string): Promise<void> {
  await sql`
    update delivery set looked_at = now(), edit_failures = 0,
      shown_hash = case when editing_at = ${taken} then ${shownHash} end,
      editing_at = case when editing_at = ${taken} then null else editing_at end
    where id = ${id}::bigint`.execute(db);
}

/** It was not put; or nobody knows, and then nobody takes it until what is away has come or is lost. */
export async function noteNotPut(db: Db, id: string, taken: Date, uncertain: boolean): Promise<void> {
  await sql`
    update delivery set looked_at = now(), edit_failures = edit_failures + 1,
      editing_at = case when ${uncertain} then editing_at end
    where id = ${id}::bigint and editing_at = ${taken}`.execute(db);
}
