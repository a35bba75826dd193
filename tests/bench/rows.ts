import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { digestHash, digestOf, genesis } from '../../bot/process/frame/trail.ts';

type Row = Record<string, unknown>;
interface Happened {
  caseId: string;
  at: Date;
  actor: { personId: string | null; organisationId: string | null };
  type: string;
  data: Row;
}

/** An id that a name always has, so that two runs ask about the same things. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const insertInto = (table: string, columns: string[]): string => `
  insert into "${table}" (${columns.join(', ')})
  select ${columns.join(', ')} from jsonb_populate_recordset(null::"${table}", $1)`;

const takeIds = `select nextval(pg_get_serial_sequence('event', 'id'))::text as id from generate_series(1, $1)`;
const insertEvents = `
  insert into event (id, case_id, at, actor, type, data) overriding system value
  select id, case_id, at, actor, type, data from jsonb_populate_recordset(null::event, $1)`;

/** What happened, gathered and then written in a few statements, with its chain laid over it. */
export class Rows {
  #tables = new Map<string, Row[]>();
  #events: Happened[] = [];
  #ends = new Map<string, { seq: number; hash: string }>();

  add(table: string, ...rows: Row[]): void {
    const all = this.#tables.get(table) ?? [];
    this.#tables.set(table, all);
    for (const row of rows) all.push(row);
  }

  happened(event: Happened): void {
    this.#events.push(event);
  }

  /** Past the triggers and the foreign keys, as a restored backup comes in: what is written belongs together as it is. */
  async write(client: pg.Client): Promise<void> {
    await client.query(`begin; set local session_replication_role = replica`);
    for (const [table, rows] of this.#tables) {
      for (let from = 0; from < rows.length; from += 5_000) {
        const part = rows.slice(from, from + 5_000);
        await client.query(insertInto(table, Object.keys(part[0]!)), [JSON.stringify(part)]);
      }
    }
    for (let from = 0; from < this.#events.length; from += 5_000)
      await this.#seal(client, this.#events.slice(from, from + 5_000));
    await client.query('commit');
    this.#tables.clear();
    this.#events = [];
  }

  async #seal(client: pg.Client, part: Happened[]): Promise<void> {
    const { rows } = await client.query<{ id: string }>(takeIds, [part.length]);
    const events = part.map(({ caseId: case_id, ...event }, index) => ({
      id: rows[index]!.id,
      case_id,
      ...event,
    }));
    await client.query(insertEvents, [JSON.stringify(events)]);
    const seals = part.map((event, index) => this.#link(rows[index]!.id, event));
    await client.query(insertInto('seal', Object.keys(seals[0]!)), [JSON.stringify(seals)]);
  }

  #link(event_id: string, { caseId, at, ...rest }: Happened): Row {
    const { seq: last, hash: previous } = this.#ends.get(caseId) ?? { seq: 0, hash: genesis };
    const seq = last + 1;
    const salt = randomBytes(16).toString('hex');
    const digest = digestOf(salt, { at: at.toISOString(), ...rest });
    const hash = digestHash(previous, { caseId, seq, digest });
    this.#ends.set(caseId, { seq, hash });
    return { event_id, case_id: caseId, seq, previous, hash, form: 2, salt, digest };
  }
}

/** Who has been there all the time, and since when everything happened. */
export interface Cast {
  /** A person of the secretariat. */
  office: string;
  members: { organisationId: string; personId: string }[];
  now: Date;
}
