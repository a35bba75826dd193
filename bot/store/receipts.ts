import { sql } from 'kysely';
import { records, type Reader, type Trx } from './database.ts';

/** Kept with the acts they answer; a second one with the same key breaks the unique key and undoes the repeat. */
export async function insertReceipts(
  trx: Trx,
  receipts: { key: string; result: unknown; at: Date }[],
): Promise<void> {
  if (receipts.length === 0) return;
  await sql`
    insert into receipt (key, result, at)
    select key, result, at from ${records(receipts)} as r (key text, result jsonb, at timestamptz)`.execute(
    trx,
  );
}

export async function receiptFor(db: Reader, key: string): Promise<{ result: unknown } | null> {
  return (await db.selectFrom('receipt').select('result').where('key', '=', key).executeTakeFirst()) ?? null;
}

/** Nobody repeats a click after a month. */
export async function dropOldReceipts(db: Reader, before: Date): Promise<void> {
  await db.deleteFrom('receipt').where('at', '<', before).execute();
}
