import { columnsOf } from '../frame/columns.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import type { GraphCallRow, SubscriptionRow } from '../schema.ts';

export interface Cursor {
  cursor: string;
  groupIds: string[];
}

export async function readCursor(db: Reader): Promise<Cursor | null> {
  const row = await db.selectFrom('directoryCursor').select(['cursor', 'groupIds']).executeTakeFirst();
  return row ?? null;
}

const putCursor = `
  insert into directory_cursor (cursor, group_ids) values ($1, $2::text[])
  on conflict (id) do update set cursor = excluded.cursor, group_ids = excluded.group_ids`;

export async function keepCursor(db: Reader, { cursor, groupIds }: Cursor): Promise<void> {
  await rowsOf(db, putCursor, [cursor, groupIds]);
}

export function subscriptions(db: Reader): Promise<SubscriptionRow[]> {
  return db.selectFrom('subscription').select(columnsOf('subscription')).orderBy('expiresAt').execute();
}

/** However many are asked for, one look. */
export async function subscriptionsByIds(db: Reader, ids: string[]): Promise<SubscriptionRow[]> {
  return rowsOf<SubscriptionRow>(
    db,
    'select id, group_id, client_state, expires_at from subscription where id = any($1::text[])',
    [ids],
  );
}

export async function keepSubscription(db: Reader, row: SubscriptionRow): Promise<void> {
  await db
    .insertInto('subscription')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ expiresAt: row.expiresAt }))
    .execute();
}

export async function dropSubscriptions(db: Reader, ids: string[]): Promise<void> {
  await db.deleteFrom('subscription').where('id', 'in', ids).execute();
}

export const dropSubscription = (db: Reader, id: string): Promise<void> => dropSubscriptions(db, [id]);

export function graphCalls(db: Reader): Promise<GraphCallRow[]> {
  return db.selectFrom('graphCall').select(columnsOf('graphCall')).orderBy('name').execute();
}

/** The operator's scanner has its row beside the calls to Graph, and none where there is no scanner. */
const scanner = 'malwareScan';

export async function keepScanner(db: Reader, on: boolean): Promise<void> {
  if (!on) return void (await db.deleteFrom('graphCall').where('name', '=', scanner).execute());
  await rowsOf(db, 'insert into graph_call (name) values ($1) on conflict do nothing', [scanner]);
}

/** `code`: why it could not say anything. */
export const noteScan = (db: Reader, code: string | null, at: Date): Promise<void> =>
  noteGraphCall(db, { name: scanner, status: code ? 500 : 200, code, at });

export async function scannerRow(db: Reader): Promise<GraphCallRow | null> {
  const query = db.selectFrom('graphCall').select(columnsOf('graphCall')).where('name', '=', scanner);
  return (await query.executeTakeFirst()) ?? null;
}

const putCall = `
  insert into graph_call (name, ok_at, failed_at, status, code) values ($1, $2, $3, $4, $5)
  on conflict (name) do update set status = excluded.status, code = excluded.code,
    ok_at = coalesce(excluded.ok_at, graph_call.ok_at),
    failed_at = coalesce(excluded.failed_at, graph_call.failed_at)`;

export async function noteGraphCall(
  db: Reader,
  { name, status, code, at }: { name: string; status: number; code: string | null; at: Date },
): Promise<void> {
  const ok = status >= 200 && status < 400;
  await rowsOf(db, putCall, [name, ok ? at : null, ok ? null : at, status, code]);
}
