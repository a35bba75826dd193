import { sql } from 'kysely';
import type { TrailEntry } from '../process/trail.ts';
import { columnsOf } from './columns.ts';
import { writeAlong, type Reader, type Trx } from './database.ts';
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
export const entryOf = (row: EventRow, seq: number): TrailEntry => ({
  seq,
  at: row.at.toISOString(),
  actor: row.actor,
  type: row.type,
  data: row.data,
});

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
    .select(columnsOf('event'))
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
