import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { eventually, sendTo, type House } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { install, member, secretariat } from '../../support/factories.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { spawnApp, type Running } from '../../support/process.ts';
import { cardMessages } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let database: TestDatabase;
let app: Running;
let pool: pg.Pool;
/** The same doors, of an app in a process of its own that can be killed. */
let there: House;

const start = async (): Promise<void> => {
  app = await spawnApp({
    ...house.env,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: '',
    LOG_LEVEL: 'silent',
  });
  await house.platform.setAppUrl(app.url);
};

beforeAll(async () => {
  database = await createDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  await start();
  const sql: typeof house.sql = async (text, values) => (await pool.query(text, values)).rows as never[];
  there = { ...house, sql, request: (method, path, options) => sendTo(`${app.url}${path}`, method, options) };
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await pool?.end();
  await database?.drop();
});

test('a sender killed between sending and its receipt neither doubles nor loses a message', async () => {
  const by = secretariat(there);
  const one = await member(there, { name: 'Aarhus Kommune' });
  const chat = await install(there, one.representative);
  await house.api('POST', '/faults', {
    kind: 'slow',
    objectId: one.representative.objectId,
    times: 1,
    ms: 2_000,
  });
  const { hearingId } = await hearing(there);
  const row = async () =>
    (await pool.query('select id, state from delivery where about_id = $1', [hearingId])).rows[0];
  // Once the fault is used up the message has left the app; whether it arrives is decided elsewhere.
  await eventually(
    () => house.api<object[]>('GET', '/faults'),
    (left) => left.length === 0,
  );
  await app.kill();
  const arrived = async () => (await cardMessages(house, chat, one.representative)).length;
  await sleep(2_500);
  const before = await arrived();
  expect((await row()).state).toBe('sending');
  await start();
  // A minute is what a call may take at most; the test does not wait for it.
  await pool.query(`update delivery set claimed_at = claimed_at - interval '2 minutes'`);
  await eventually(row, (seen) => seen.state === 'uncertain', 20_000);
  expect(await arrived()).toBe(before);
  const { items } = await by.view(`deliveries?hearingId=${hearingId}`);
  expect(items[0]).toMatchObject({ state: 'uncertain', reason: expect.stringMatching(/.{10}/) });
  expect(await by.do('resendFailed', { hearingId })).toEqual({ resent: 1 });
  await eventually(row, (seen) => seen.state === 'accepted');
  expect(await arrived()).toBe(before + 1);
}, 60_000);

test('an act that was answered outlives the kill, and its repeat gets the same answer', async () => {
  const by = secretariat(there);
  const made = await by.do(
    'startRevision',
    { title: 'Rengøring', track: 'revise', year: 2027 },
    'before the kill',
  );
  await app.kill();
  await start();
  const again = await by.do(
    'startRevision',
    { title: 'Rengøring', track: 'revise', year: 2027 },
    'before the kill',
  );
  expect(again).toEqual(made);
}, 60_000);
