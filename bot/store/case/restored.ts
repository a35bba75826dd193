import { rowsOf, type Reader } from '../frame/database.ts';

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

/** When the last thing happened that the database knows of, but for its restoring. */
export async function lastEvent(db: Reader): Promise<Date | null> {
  const [row] = await rowsOf<{ at: Date | null }>(
    db,
    `select max(at) as at from event where type <> 'restored'`,
    [],
  );
  return row?.at ?? null;
}

/** Whether the app is at work on this database: its queue is. */
export async function isAtWork(db: Reader): Promise<boolean> {
  const text = `
    select pid from pg_stat_activity where datname = current_database() and application_name = 'partnership-jobs' limit 1`;
  return (await rowsOf(db, text, [])).length > 0;
}

/** So many messages of a kind, about one thing as people quote it. */
export interface Doubted {
  message: string;
  about: string;
  count: number;
}

/**
 * What waited to leave when the backup was taken has left since, or has not: nobody knows, so it is not sent by itself. Nor
 * is the line that would go with it in the activity feed.
 */
export const doubtMessages = (trx: Reader): Promise<Doubted[]> =>
  rowsOf<Doubted>(
    trx,
    `with doubted as (
      update delivery set state = 'uncertain', reason = 'restored', settled_at = date_trunc('milliseconds', now()),
        feed_state = case when channel = 'mail' then coalesce(feed_state, 'cancelled') else feed_state end
      where state in ('queued', 'sending')
      returning message, about_id)
    select d.message, coalesce('H' || h.number, c.ref, m.title, s.title, '') as about, count(*)::int as count
    from doubted d left join hearing h on h.id = d.about_id left join vote v on v.id = d.about_id
      left join "case" c on c.id = coalesce(v.case_id, d.about_id)
      left join meeting m on m.id = d.about_id left join scheduling s on s.id = d.about_id
    group by 1, 2 order by 1, 2`,
    [],
  );
