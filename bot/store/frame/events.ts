import type { EventRow } from '../schema.ts';
import { writeAlong, type Trx } from './database.ts';

export interface NewEvent {
  caseId: string;
  at: Date;
  actor: EventRow['actor'];
  type: string;
  data: Record<string, unknown>;
}

export async function appendEvents(trx: Trx, events: NewEvent[]): Promise<void> {
  if (events.length > 0) await writeAlong(trx, insertEvents, [JSON.stringify(events)]);
}

const insertEvents = `
  insert into event (case_id, at, actor, type, data)
  select "caseId", at, actor, type, data
  from jsonb_to_recordset($1::jsonb) as e ("caseId" text, at timestamptz, actor jsonb, type text, data jsonb)`;
