import { rowsOf, type Reader } from './database.ts';

/** Which of these heads the database has, by their hashes. */
export async function knownHeads(db: Reader, hashes: string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ hash: string }>(db, 'select hash from head where hash = any($1::text[])', [
    hashes,
  ]);
  return new Set(rows.map(({ hash }) => hash));
}

/** How long each chain is now. */
export async function chainLengths(db: Reader, caseIds: string[]): Promise<Map<string, number>> {
  const text = `
    select k.case_id, (select max(seq) from seal where seal.case_id = k.case_id) as seq
    from unnest($1::text[]) as k (case_id)`;
  const rows = await rowsOf<{ caseId: string; seq: number | null }>(db, text, [caseIds]);
  return new Map(rows.map(({ caseId, seq }) => [caseId, seq ?? 0]));
}

/** One at a time notes what was lost; what an event says already. */
export async function notedAsLost(trx: Reader, caseId: string): Promise<Set<string>> {
  await rowsOf(trx, 'select pg_advisory_xact_lock(4814)', []);
  const text = `
    select jsonb_array_elements(data->'heads')->>'hash' as word from event where case_id = $1 and type = 'restored'
    union all
    select c->>'caseId' || ' ' || (c->>'seq') from event, jsonb_array_elements(data->'cases') as c
      where case_id = $1 and type = 'restored'`;
  const rows = await rowsOf<{ word: string }>(trx, text, [caseId]);
  return new Set(rows.map(({ word }) => word));
}

/** When the last head was laid that is older than this one. */
export async function lastBefore(db: Reader, n: number): Promise<Date | null> {
  const [row] = await rowsOf<{ at: Date }>(db, 'select at from head where n < $1 order by n desc limit 1', [
    n,
  ]);
  return row?.at ?? null;
}
