import { sql } from 'kysely';
import { genesis, linkHash, type TrailEntry } from '../process/trail.ts';
import { writeAlong, type Db, type Reader, type Trx } from './database.ts';
import type { EventRow } from './schema.ts';

export interface NewEvent {
  caseId: string;
  at: Date;
  actor: EventRow['actor'];
  type: string;
  data: Record<string, unknown>;
}

const insertEvents = `
  insert into event (case_id, at, actor, type, data)
  select "caseId", at, actor, type, data
  from jsonb_to_recordset($1::jsonb) as e ("caseId" text, at timestamptz, actor jsonb, type text, data jsonb)`;

export async function appendEvents(trx: Trx, events: NewEvent[]): Promise<void> {
  if (events.length > 0) await writeAlong(trx, insertEvents, [JSON.stringify(events)]);
}

/** How an event is written in the chain: times as ISO text, so that anyone can hash it again. */
const entryOf = (row: EventRow, seq: number): TrailEntry => ({
  seq,
  at: row.at.toISOString(),
  actor: row.actor,
  type: row.type,
  data: row.data,
});

/**
 * Lays the chain over what is committed and not yet sealed, in this case only. The advisory lock makes
 * it one sealer at a time per case; events still under way in another transaction come in the next round.
 */
export async function sealCase(trx: Trx, caseId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(4812, hashtext(${caseId}))`.execute(trx);
  const rows = await trx
    .selectFrom('event')
    .leftJoin('seal', 'seal.eventId', 'event.id')
    .selectAll('event')
    .where('event.caseId', '=', caseId)
    .where('seal.eventId', 'is', null)
    .orderBy('event.id')
    .execute();
  if (rows.length === 0) return 0;
  const last = await trx
    .selectFrom('seal')
    .select(['seq', 'hash'])
    .where('caseId', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let { seq, hash: previous } = last ?? { seq: 0, hash: genesis };
  const seals = rows.map((row) => {
    seq += 1;
    const hash = linkHash(previous, entryOf(row as unknown as EventRow, seq));
    const seal = { eventId: row.id, caseId, seq, previous, hash };
    previous = hash;
    return seal;
  });
  for (let from = 0; from < seals.length; from += 1000)
    await trx
      .insertInto('seal')
      .values(seals.slice(from, from + 1000))
      .execute();
  return seals.length;
}

/** Cases with events that no seal covers yet. */
export async function unsealedCases(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('seal', 'seal.eventId', 'event.id')
    .select('event.caseId')
    .distinct()
    .where('seal.eventId', 'is', null)
    .execute();
  return rows.map((row) => row.caseId);
}

/** Tells every replica what changed, at most once per sealing: a NOTIFY in each act would make commits queue. */
export async function announce(trx: Trx, caseIds: string[]): Promise<void> {
  for (const caseId of caseIds) await sql`select pg_notify('change', ${caseId})`.execute(trx);
}

export type TrailRow = Omit<EventRow, 'id'> & {
  id: string;
  seq: number | null;
  previous: string | null;
  hash: string | null;
  personName: string | null;
  organisationName: string | null;
};

const trailQuery = (db: Reader, caseId: string) =>
  db
    .selectFrom('event')
    .leftJoin('seal', 'seal.eventId', 'event.id')
    .leftJoin('person', (join) => join.on(sql<boolean>`person.id = (event.actor->>'personId')::uuid`))
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .selectAll('event')
    .select([
      'seal.seq',
      'seal.previous',
      'seal.hash',
      'person.displayName as personName',
      'organisation.name as organisationName',
    ])
    .where('event.caseId', '=', caseId);

/** Sealed events in chain order, then the unsealed tail as it came. */
export async function trailRows(db: Reader, caseId: string, after = 0, limit = 100_000): Promise<TrailRow[]> {
  const rows = await trailQuery(db, caseId)
    .where((where) => where.or([where('seal.seq', 'is', null), where('seal.seq', '>', after)]))
    .orderBy(sql`seal.seq asc nulls last`)
    .orderBy('event.id')
    .limit(limit)
    .execute();
  return rows as unknown as TrailRow[];
}

export const chainEntry = (row: TrailRow) => ({
  ...entryOf(row as unknown as EventRow, row.seq ?? 0),
  previous: row.previous ?? '',
  hash: row.hash ?? '',
});
