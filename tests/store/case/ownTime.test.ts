import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { revision } from '../../support/cases.ts';
import { useHouse } from '../../support/useHouse.ts';

const denied = { code: '42501' };
const house = useHouse();
let caseId: string;
/** As whoever got into the app, and as the owner. */
let app: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  ({ revisionId: caseId } = await revision(house));
  app = new pg.Client({ connectionString: house.env['DATABASE_URL'] });
  owner = new pg.Client({ connectionString: house.databaseUrl });
  for (const client of [app, owner]) {
    await client.connect();
    house.onClose(() => client.end());
  }
  // While the clock is being moved, an act under way may bear either time.
  await new Promise((done) => setTimeout(done, 1_200));
});

/** An event that bears the app's time and so many seconds more. */
const insert = (client: pg.Client, seconds: number): Promise<unknown> =>
  client.query(
    `insert into event (case_id, at, actor, type, data)
      select $1, clock_timestamp() + offset_ms * interval '1 ms' + $2 * interval '1 s',
        '{"personId":null,"organisationId":null}', 'groupFormed', '{}' from clock`,
    [caseId, seconds],
  );
const count = async (): Promise<number> =>
  Number((await house.sql('select count(*) from event'))[0]!['count']);
/** What was done is undone: nothing stays in the trail of what was only tried. */
async function undone(client: pg.Client, work: () => Promise<unknown>): Promise<unknown> {
  await client.query('begin');
  return work().finally(() => client.query('rollback'));
}

describe('an event bears its own time', () => {
  test.each([-3, 0, 3])('which may be off by %d seconds', async (seconds) => {
    await undone(app, () => insert(app, seconds));
  });

  test.each([-86_400, -3_600, -30, 30, 86_400])('and not by %d: the app is refused', async (seconds) => {
    const before = await count();
    await expect(insert(app, seconds)).rejects.toMatchObject(denied);
    expect(await count()).toBe(before);
  });

  test('nor the time of the machine, where the clock was moved', async () => {
    const said = `insert into event (case_id, at, actor, type, data) values ($1, now(), '{}', 'groupFormed', '{}')`;
    await expect(app.query(said, [caseId])).rejects.toMatchObject(denied);
  });

  test('an honest act that waited long, having taken its time before, gets in', async () => {
    await undone(app, async () => {
      await app.query('select pg_sleep(7)');
      await insert(app, -7);
    });
  }, 20_000);

  test('several in one statement are refused for one of them', async () => {
    const both = `insert into event (case_id, at, actor, type, data)
      select $1, clock_timestamp() + offset_ms * interval '1 ms' - k.back * interval '1 s', '{}', 'groupFormed', '{}'
      from clock, (values (0), (60)) k (back)`;
    await expect(app.query(both, [caseId])).rejects.toMatchObject(denied);
  });
});

describe('whoever gets into the app cannot go round it', () => {
  test.each([
    ['by moving the clock', `insert into clock values (false, 0)`],
    ['by taking the clock away', 'delete from clock'],
    ['by switching the guard off', 'alter table event disable trigger event_at_its_time'],
    [
      'by another function in its place',
      `create or replace function refuse_false_time() returns trigger language plpgsql as $$ begin return null; end $$`,
    ],
  ])('%s', async (_, text) => {
    await expect(app.query(text)).rejects.toMatchObject(denied);
  });

  test.each([
    ['through the owner’s door', `set local partnership.history = 'on'`],
    [
      'with a clock of their own',
      `create temp table clock (id boolean, offset_ms bigint, moved_at timestamptz) on commit drop;
        insert into clock values (true, -86400000, null), (true, -86400000, now())`,
    ],
    [
      'with operators of their own',
      `create function pgboss.never(timestamptz, timestamptz) returns boolean language sql as 'select false';
        create operator pgboss.< (function = pgboss.never, leftarg = timestamptz, rightarg = timestamptz);
        create operator pgboss.> (function = pgboss.never, leftarg = timestamptz, rightarg = timestamptz);
        set local search_path = pgboss, pg_catalog, public`,
    ],
  ])('%s', async (_, text) => {
    const trying = async (): Promise<unknown> => {
      await app.query(text);
      return app.query(
        `insert into public.event (case_id, at, actor, type, data)
          select $1, clock_timestamp() + offset_ms * interval '1 ms' - interval '1 hour', '{}', 'groupFormed', '{}'
          from public.clock`,
        [caseId],
      );
    };
    await expect(undone(app, trying)).rejects.toMatchObject(denied);
  });
});

describe('the owner', () => {
  test('is refused too, but through a door that is the owner’s alone', async () => {
    await expect(insert(owner, -3_600)).rejects.toMatchObject(denied);
    await undone(owner, async () => {
      await owner.query(`set local partnership.history = 'on'`);
      await insert(owner, -3_600);
    });
  });
});

test('acts go on while the clock is moved', async () => {
  const acts = Array.from({ length: 8 }, () => revision(house));
  await house.advance(3_600);
  expect(await Promise.all(acts)).toHaveLength(8);
});
