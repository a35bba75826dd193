import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../bot/store/frame/setUp/migrate.ts';
import { applicationName } from '../../bot/store/frame/database.ts';
import { views } from '../../bot/views/index.ts';
import { appoints, doer, recorded, ready, seatsBack, type Done } from '../acts/frame/everyAct.ts';
import { search } from '../acts/scheduling/examples.ts';
import { everyone, type World } from '../acts/frame/example.ts';
import { hearing, vote } from '../support/cases.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
let world: World;
let queries: string[];
/** Alone, in company, and with a job: the ways an act is written. */
const some: Done[] = ['startRevision', 'addComment', 'submitAnswer', 'castBallot', 'closeVote'];

async function queriesOf({ people: { secretariat: by } }: World): Promise<string[]> {
  const { hearingId, revisionId } = await hearing(house);
  const { voteId, meetingId } = await vote(house);
  const [first] = (await by.view('schedulings')).items;
  const of: Record<string, string> = {
    revision: `?id=${revisionId}`,
    hearing: `?id=${hearingId}`,
    comments: `?hearingId=${hearingId}`,
    deliveries: `?hearingId=${hearingId}`,
    vote: `?id=${voteId}`,
    meeting: `?id=${meetingId}`,
    scheduling: `?id=${first.id}`,
    trail: `?revisionId=${revisionId}`,
    revisions: '?limit=3',
    meetings: '?limit=2',
    schedulings: '?limit=1',
  };
  return Object.keys(views).map((name) => `${name}${of[name] ?? ''}`);
}

/** Every act, and every view on several connections at once; whatever is not 200. */
async function useAll(acts: Done[] = recorded): Promise<object[]> {
  const wrong: object[] = [];
  for (const name of acts) {
    const answer = await doer(world, name).act(name, await ready(name, world));
    if (answer.status !== 200) wrong.push({ name, ...answer });
    if (appoints(name)) await seatsBack(world);
  }
  for (const query of queries) {
    const times = Array.from({ length: 6 }, () => world.people.secretariat.viewStatus(query));
    for (const status of await Promise.all(times)) if (status !== 200) wrong.push({ query, status });
  }
  return wrong;
}

/** What another program's migration does, one statement each, to every table. */
async function toEachTable(change: (table: string) => string): Promise<void> {
  const rows = await house.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  for (const { name } of rows) await house.sql(change(`"${name}"`));
}

beforeAll(async () => {
  world = await everyone(house);
  await world.people.secretariat.do('findTime', search);
  queries = await queriesOf(world);
  await useAll();
}, 120_000);

describe('while somebody upgrades, the replica that serves', () => {
  test('answers every view and does every act after a new column came into each table', async () => {
    await toEachTable((table) => `alter table ${table} add column added_later text`);
    expect(await useAll()).toEqual([]);
  }, 60_000);

  test('and after one was dropped again and came back as something else', async () => {
    await toEachTable((table) => `alter table ${table} drop column added_later`);
    await toEachTable((table) => `alter table ${table} add column added_later integer not null default 0`);
    expect(await useAll(some)).toEqual([]);
  }, 60_000);

  test('and when a column that it reads has got another type', async () => {
    await house.sql('alter table organisation alter column name type varchar(500)');
    await house.sql('alter table person alter column display_name type varchar(500)');
    await house.sql('alter table hearing alter column letter type varchar(50000)');
    await house.sql('alter table vote alter column motion type varchar(5000)');
    expect(await useAll(some)).toEqual([]);
  }, 60_000);
});

describe('an older program’s connections, which read rows by star,', () => {
  const connect = async (name: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: house.databaseUrl, application_name: name });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const lives = (client: pg.Client): Promise<boolean> =>
    client.query('select 1').then(
      () => true,
      () => false,
    );
  const migrated = async (): Promise<void> => {
    const pool = new pg.Pool({ connectionString: house.databaseUrl, max: 1 });
    await migrate(pool);
    await pool.end();
  };

  test('are ended by a migration, and nobody else’s are', async () => {
    const all = [await connect('partnership'), await connect(applicationName), await connect('psql')];
    // As if a step had been taken after they began.
    await house.sql(`update migration set applied_at = now() where name = (select max(name) from migration)`);
    await migrated();
    expect(await Promise.all(all.map(lives))).toEqual([false, true, true]);
    await Promise.all(all.map((client) => client.end()));
  });

  test('are left alone by a start that has nothing to migrate', async () => {
    const old = await connect('partnership');
    await migrated();
    expect(await lives(old)).toBe(true);
    await old.end();
  });
});
