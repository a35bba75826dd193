import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { migrate, migrationSteps } from '../../../bot/store/frame/setUp/migrate.ts';
import { reconcileTenants, tenantsLetIn } from '../../../bot/store/frame/tenants.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const [host, neighbour] = ['11111111-0000-4000-8000-00000000000a', '22222222-0000-4000-8000-00000000000b'];
let database: TestDatabase;
let pool: pg.Pool;
let db: Db;

/** As the program before this one left it. */
async function before(): Promise<void> {
  await pool.query(
    'create table migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  for (const step of (await migrationSteps()).filter(({ name }) => name < '0023')) {
    const { name, text: read } = step;
    const text = await read();
    await pool.query(text);
    const hash = createHash('sha256').update(text).digest('hex');
    await pool.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
  }
}
const person = (objectId: string, secretariat = false) =>
  pool.query(
    `insert into person (id, display_name, email, object_id, secretariat, created_at)
     values (gen_random_uuid(), 'Indkøber', '', $1, $2, now())`,
    [objectId, secretariat],
  );
const chat = (objectId: string, tenantId: string) =>
  pool.query(
    `insert into conversation (id, kind, object_id, service_url, tenant_id, updated_at)
     values (gen_random_uuid()::text, 'personal', $1, 'x', $2, now())`,
    [objectId, tenantId],
  );
const tenants = async (): Promise<Record<string, string | null>> => {
  const { rows } = await pool.query('select object_id, tenant_id from person');
  return Object.fromEntries(rows.map((row) => [row.object_id, row.tenant_id]));
};

beforeAll(async () => {
  database = await createDatabase('empty');
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  await before();
  ({ db } = openDatabase(database.url, 2));
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await pool.end();
  await database.drop();
});

test('whoever wrote from one tenant only is of it; all others, and whom the host’s directory knows, are the host’s', async () => {
  for (const id of ['neighbour', 'both', 'never', 'directory']) await person(id);
  await person('secretariat', true);
  await chat('neighbour', neighbour!.toUpperCase());
  await chat('both', neighbour!);
  await chat('both', host!);
  await chat('directory', neighbour!);
  await chat('secretariat', neighbour!);
  await pool.query(`insert into directory_person values ('directory', 'Indkøber', null, true, now())`);
  await migrate(pool);
  await reconcileTenants(db, [host!, neighbour!]);
  expect(await tenants()).toEqual({
    neighbour,
    both: host,
    never: host,
    directory: host,
    secretariat: host,
  });
});

test('the tenants that are let in are those of the last start, whichever replica it was, and one is the host’s', async () => {
  await Promise.all(Array.from({ length: 4 }, () => reconcileTenants(db, [neighbour!, host!])));
  expect(await tenantsLetIn(db)).toMatchObject({ host: neighbour });
  await reconcileTenants(db, [host!]);
  expect(await tenantsLetIn(db)).toEqual({ host, all: [host] });
});
