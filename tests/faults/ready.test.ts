import { afterEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { applicationName } from '../../bot/store/frame/database.ts';
import { readiness } from '../../bot/store/frame/setUp/ready.ts';
import { eventually, sendTo, type Answer } from '../support/app.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
const ready = (): Promise<Answer> => sendTo(`${house.app.url}/readyz`, 'GET');
const name = (): string => new URL(house.databaseUrl).pathname.slice(1);

/** A setting of the server for whoever connects from now on; the app is made to connect anew. */
async function set(setting: string, value: string | null): Promise<void> {
  const change = value === null ? `reset ${setting}` : `set ${setting} = '${value}'`;
  await house.sql(`alter database "${name()}" ${change}`);
  await house.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`,
    [applicationName],
  );
}
const refused = async (reason: string): Promise<void> => {
  const answer = await eventually(ready, ({ body }) => body.reason === reason);
  expect(answer).toEqual({ status: 503, body: { ok: false, reason } });
};
const isReady = () => eventually(ready, ({ status }) => status === 200);

describe('the app is ready only when an act could be committed', () => {
  afterEach(async () => {
    for (const setting of ['default_transaction_read_only', 'temp_file_limit'])
      await house.sql(`alter database "${name()}" reset ${setting}`);
  });

  test('it is, with everything in its place', async () => {
    expect(await ready()).toEqual({ status: 200, body: { ok: true } });
  });

  test('not while the database takes no writes', async () => {
    await set('default_transaction_read_only', 'on');
    await refused('readOnly');
    await set('default_transaction_read_only', null);
    await isReady();
  });

  test('not while the disk takes no more', async () => {
    await set('temp_file_limit', '0');
    await refused('storage');
    await set('temp_file_limit', null);
    await isReady();
  });

  test('not on a database from before its last step', async () => {
    const [last] = await house.sql('select name from migration order by name desc limit 1');
    await house.sql(`update migration set name = 'x' where name = $1`, [last!['name']]);
    await refused('migrations');
    await house.sql(`update migration set name = $1 where name = 'x'`, [last!['name']]);
    await isReady();
  });

  test('not without its queue', async () => {
    await house.sql('alter table pgboss.version rename to away');
    await refused('queue');
    await house.sql('alter table pgboss.away rename to version');
    await isReady();
  });
});

test('whoever asks at once is answered from one look, and in three seconds also when nothing is answered', async () => {
  let looks = 0;
  const silent = { query: () => ((looks += 1), new Promise(() => undefined)) } as unknown as pg.Pool;
  const look = await readiness(silent);
  const began = Date.now();
  const answers = await Promise.all(Array.from({ length: 20 }, look));
  expect(Date.now() - began).toBeLessThan(4_000);
  expect(new Set(answers.map((answer) => answer?.part))).toEqual(new Set(['database']));
  expect(looks).toBe(1);
});
