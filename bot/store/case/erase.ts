import pg from 'pg';
import { lineTo } from '../frame/limits.ts';

export interface Entry {
  caseId: string;
  seq: number;
  reason: string;
  /** False: it is done, looked at, and undone. */
  really: boolean;
}

export interface Erased {
  type: string;
  /** Where the same words stand besides: an entry of the trail by its case and number, or so many rows of a table. */
  left: string[];
}

const selectEntry = `
  select event.id, event.type, event.data from seal join event on event.id = seal.event_id
  where seal.case_id = $1 and seal.seq = $2`;

/** A file's bytes are no words, and a table of the queue has its partitions. */
const selectTables = `
  select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('public', 'pgboss') and c.relname not in ('event', 'file_part') order by 1`;

const selectOthers = `
  select event.case_id, seal.seq from event left join seal on seal.event_id = event.id
  where strpos(event.data::text, $1) > 0 order by event.id`;

/** What somebody wrote, as it stands inside JSON: no id, no hash, and nothing so short that it stands everywhere. */
function wordsOf(data: unknown): string[] {
  const words = Object.entries(data ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' && !name.endsWith('Id') && !/^[0-9a-f]{64}$/.test(value) ? [value] : [],
  );
  return [...new Set(words)].filter((one) => one.length >= 8).map((one) => JSON.stringify(one).slice(1, -1));
}

async function leftOf(client: pg.PoolClient, words: string[]): Promise<string[]> {
  const found = new Set<string>();
  const { rows: tables } = await client.query<{ name: string }>(selectTables);
  for (const one of words) {
    const { rows } = await client.query<{ case_id: string; seq: number | null }>(selectOthers, [one]);
    for (const { case_id: caseId, seq } of rows)
      found.add(`entry ${seq ?? '(not sealed yet)'} of case ${caseId}`);
    for (const { name } of tables) {
      const { rows: counted } = await client.query<{ n: number }>(
        `select count(*)::int as n from ${name} t where strpos(to_jsonb(t)::text, $1) > 0`,
        [one],
      );
      if (counted[0]!.n > 0) found.add(`${name}, ${counted[0]!.n} row(s)`);
    }
  }
  return [...found];
}

/**
 * Takes out what one entry says, as the owner of the database, and looks through all of it for where the same words
 * stand besides: to erase and leave a copy is to say what is not so.
 */
export async function eraseEntry(ownerUrl: string, { caseId, seq, reason, really }: Entry): Promise<Erased> {
  // To look through everything takes as long as it takes.
  const pool = new pg.Pool({ ...lineTo(ownerUrl, 'partnership-owner'), query_timeout: 0, max: 1 });
  try {
    const client = await pool.connect();
    try {
      const { rows } = await client.query(selectEntry, [caseId, seq]);
      const [entry] = rows as { id: string; type: string; data: unknown }[];
      if (!entry) throw new Error(`there is no sealed entry ${seq} in the case ${caseId}`);
      await client.query('begin');
      await client.query('select erase_event($1, $2)', [entry.id, reason]);
      const left = await leftOf(client, wordsOf(entry.data));
      await client.query(really ? 'commit' : 'rollback');
      return { type: entry.type, left };
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
