import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sealAll } from '../../../bot/jobs/case/seal.ts';
import type { Actor } from '../../../bot/process/frame/roles.ts';
import { insertRevision } from '../../../bot/store/case/cases.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import type { TrailView } from '../../../bot/views/people/shapes.ts';
import { trailView } from '../../../bot/views/case/trail.ts';
import { asAdmin, createDatabase } from '../../support/postgres.ts';
import { appendEvents, type NewEvent } from '../../../bot/store/frame/events.ts';

/** A database of one file's own, without an app: nothing is sealed, sent or tidied that a test does not do. */
export interface Store {
  db: Db;
  pool: pg.Pool;
  url: string;
}

export function useStore(): Store {
  const store = {} as Store;
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const database = await createDatabase();
    await bringsHistory(database.url);
    const { db } = openDatabase(database.url, 30);
    const pool = new pg.Pool({ connectionString: database.url, max: 4 });
    // The database is dropped by force, also under a connection that has just been told to end.
    pool.on('error', () => undefined);
    ends.push(
      () => database.drop(),
      () => db.destroy(),
      () => pool.end(),
    );
    Object.assign(store, { db, pool, url: database.url });
  }, 60_000);
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });
  return store;
}

/** The owner's own door for events of another time, open to every connection of this role from now on. */
const bringsHistory = (url: string): Promise<void> =>
  asAdmin(async (client) => {
    const { pathname } = new URL(url);
    await client.query(`alter database "${pathname.slice(1)}" set partnership.history = 'on'`);
  }, url);

let cases = 0;
export async function newCase({ db }: Store): Promise<string> {
  const ref = `POGI-2027-${(cases += 1)}`;
  const row = { ref, goalNumber: null, title: 'Rengøring', track: 'revise' as const, year: 2027 };
  return db
    .transaction()
    .execute((trx) => insertRevision(trx, { ...row, state: 'planned', createdAt: new Date() }));
}

let said = 0;
export const event = (caseId: string, more: Partial<NewEvent> = {}): NewEvent => ({
  caseId,
  at: new Date(Date.UTC(2027, 0, 11, 8, 0, (said += 1))),
  actor: { personId: null, organisationId: null },
  type: 'commentDisposed',
  data: { commentId: randomUUID(), number: said, response: 'Æ, ø, å: "citat" 🌱' },
  ...more,
});

export const append = ({ db }: Store, ...events: NewEvent[]): Promise<void> =>
  db.transaction().execute((trx) => appendEvents(trx, events));

/** A case with so many events, all sealed. */
export async function sealedCase(store: Store, events: number): Promise<string> {
  const caseId = await newCase(store);
  for (let i = 0; i < events; i += 1) await append(store, event(caseId));
  await sealAll(store.db);
  return caseId;
}

/** While a program from before form 2 has a connection: then what is sealed is sealed as that program would. */
export async function besideOlder<T>(url: string, work: () => Promise<T>): Promise<T> {
  const older = new pg.Client({ connectionString: url, application_name: 'partnership-2' });
  const watching = new pg.Client({ connectionString: url });
  await Promise.all([older.connect(), watching.connect()]);
  try {
    return await work();
  } finally {
    await older.end();
    // Until the server too knows that it has gone.
    const left = `select from pg_stat_activity where datname = current_database() and application_name = 'partnership-2'`;
    while ((await watching.query(left)).rowCount) await new Promise((done) => setTimeout(done, 20));
    await watching.end();
  }
}

const reader: Actor = {
  personId: randomUUID(),
  displayName: '',
  organisationId: null,
  secretariat: true,
  chair: false,
  locale: 'da',
};

/** The trail as a reader is shown it. */
export const trailOf = ({ db }: Store, caseId: string): Promise<TrailView> =>
  trailView(
    {
      db,
      reader,
      now: new Date(),
      may: () => Promise.reject(new Error('a trail has no buttons')),
      readsSealed: () => Promise.resolve(),
    },
    { revisionId: caseId, limit: 500 },
  );
