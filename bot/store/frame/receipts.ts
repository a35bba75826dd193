import { rowsOf, writeAlong, type Reader, type Trx } from './database.ts';

const insertAll = `
  insert into receipt (key, request, asked, result, at)
  select key, request, asked, result, at
  from jsonb_to_recordset($1::jsonb) as r (key text, request text, asked text, result jsonb, at timestamptz)`;

/** What a receipt is found by: as every program kept it, and by whose key it was. */
export interface ReceiptKeys {
  key: string;
  request: string;
}

/** Kept with the acts they answer; a second one with the same key breaks a unique key and undoes the repeat. */
export async function insertReceipts(
  trx: Trx,
  receipts: (ReceiptKeys & { asked: string; result: unknown; at: Date })[],
): Promise<void> {
  if (receipts.length > 0) await writeAlong(trx, insertAll, [JSON.stringify(receipts)]);
}

// The same act's first: one that an older program kept may stand beside another act's under the same key.
const selectReceipt = `
  select result, asked from receipt where key = $1 or request = $2 order by (key = $1) desc limit 1`;

export async function receiptFor(
  db: Reader,
  { key, request }: ReceiptKeys,
): Promise<{ result: unknown; asked: string | null } | null> {
  const rows = await rowsOf<{ result: unknown; asked: string | null }>(db, selectReceipt, [key, request]);
  return rows[0] ?? null;
}

/** What was last said about something; it goes with the receipts, since nobody says it again after a month. */
export async function wordOf(db: Reader, key: string): Promise<unknown> {
  const row = await db.selectFrom('receipt').select('result').where('key', '=', key).executeTakeFirst();
  return row?.result ?? null;
}

export async function keepWord(trx: Trx, key: string, result: object, at: Date): Promise<void> {
  await rowsOf(
    trx,
    `insert into receipt (key, result, at) values ($1, $2, $3)
     on conflict (key) do update set result = excluded.result, at = excluded.at`,
    [key, JSON.stringify(result), at],
  );
}

const isOver = `
  select not pg_is_in_recovery() and not exists (
    select from pg_stat_activity where pid || '/' || extract(epoch from backend_start) = $1) as over`;

/** Whether a session of the server has ended; only then is what it was doing at its end decided for good. */
export async function sessionOver(db: Reader, session: string): Promise<boolean> {
  return (await rowsOf<{ over: boolean }>(db, isOver, [session]))[0]!.over;
}

/** Nobody repeats a click after a month. */
export async function dropOldReceipts(db: Reader, before: Date): Promise<void> {
  await db.deleteFrom('receipt').where('at', '<', before).execute();
}
