import type { About } from '../../process/frame/about.ts';
import { sharedLiving } from '../../process/reach/messages.ts';
import { rowsOf, type Db, type Reader } from '../frame/database.ts';
import { deliveryList, type Delivery } from './deliveries.ts';
import { isSharedToSettle, isTriedAgain, joinEnded, mostAtOnce } from './settling.ts';

const selectShared = `
  select ${deliveryList('d')} from delivery d
  where d.about_id = $1 and d.person_id is null and d.activity_id is not null and d.message = any($2::text[])`;

/**
 * Shared cards about something that have a receipt, and so can be edited. Where a card stands is known from Teams' own
 * receipt alone: a press names a message and a subject as whoever sends it likes, and would have any message of ours edited.
 */
export const sharedCards = (db: Reader, about: About): Promise<Delivery[]> =>
  rowsOf<Delivery>(db, selectShared, [about.id, sharedLiving]);

const selectToSettle = `
  select ${deliveryList('d')} from delivery d
  left join hearing h on h.id = d.about_id
  left join vote v on v.id = d.about_id
  ${joinEnded}
  where d.person_id is null and d.activity_id is not null and d.message = any($2::text[])
    and ${isTriedAgain} and ${isSharedToSettle('$1::timestamptz')}
  order by d.looked_at nulls first, d.id limit ${mostAtOnce}`;

/** Shared cards that may show something else than they should. */
export const cardsToSettle = (db: Reader, now: Date): Promise<Delivery[]> =>
  rowsOf<Delivery>(db, selectToSettle, [now, sharedLiving]);

/** What it was last put as; null: nobody knows, or it is being edited. */
export async function shownAs(db: Reader, id: string): Promise<string | null> {
  const row = await db.selectFrom('delivery').select('shownHash').where('id', '=', id).executeTakeFirst();
  return row?.shownHash ?? null;
}

const updateRight = `
  update delivery set shown_at = $3, looked_at = now(), edit_failures = 0
  where id = $1::bigint and shown_hash = $2 returning id`;

/** It shows what it should. False: meanwhile it is being edited. */
export const noteRight = async (db: Db, id: string, shownHash: string, now: Date): Promise<boolean> =>
  (await rowsOf(db, updateRight, [id, shownHash, now])).length > 0;

const updateAsPut = `update delivery set shown_at = $2, looked_at = now() where id = $1::bigint`;

/** There is nothing to put in its place. */
export async function noteAsPut(db: Db, id: string, now: Date): Promise<void> {
  await rowsOf(db, updateAsPut, [id, now]);
}

/** Longer than an edit is away. */
const leaseSeconds = 60;

const updateTaken = `
  update delivery set editing_at = date_trunc('milliseconds', clock_timestamp()), shown_hash = null
  where id = $1::bigint
    and (editing_at is null or editing_at < clock_timestamp() - interval '${leaseSeconds} seconds')
  returning editing_at`;

/**
 * One editor at a time, over all replicas: what is away when another begins may come last, and stand. From now on nobody
 * knows what the card shows. Returns when it was taken, by which it is let go; null: another has it.
 */
export async function takeCard(db: Db, id: string): Promise<Date | null> {
  const [row] = await rowsOf<{ editingAt: Date }>(db, updateTaken, [id]);
  return row?.editingAt ?? null;
}

const updatePut = `
  update delivery set looked_at = now(), edit_failures = 0,
    shown_hash = case when editing_at = $2::timestamptz then $3::text end,
    editing_at = case when editing_at = $2::timestamptz then null else editing_at end
  where id = $1::bigint`;

/** It has been put. Whoever was away for too long may have put it over what came after: then nobody knows. */
export async function notePut(db: Db, id: string, taken: Date, shownHash: string): Promise<void> {
  await rowsOf(db, updatePut, [id, taken, shownHash]);
}

const updateNotPut = `
  update delivery set looked_at = now(), edit_failures = edit_failures + 1,
    editing_at = case when $3::boolean then editing_at end
  where id = $1::bigint and editing_at = $2::timestamptz`;

/** It was not put; or nobody knows, and then nobody takes it until what is away has come or is lost. */
export async function noteNotPut(db: Db, id: string, taken: Date, uncertain: boolean): Promise<void> {
  await rowsOf(db, updateNotPut, [id, taken, uncertain]);
}
