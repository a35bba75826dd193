import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { PreparingClient } from '../../../bot/store/frame/client.ts';
import { knownDriver } from '../../../bot/store/frame/driver.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const line = new Socket();
/** What is handed to the system, write by write: one piece, or several at once. */
const one = jest.spyOn(line as unknown as Writable, '_write');
const many = jest.spyOn(line as unknown as Required<Writable>, '_writev');
const written = (): string[] => [
  ...one.mock.calls.map(([chunk]) => String(chunk)),
  // The socket takes the bytes out of what it is handed, in place.
  ...many.mock.calls.map(([chunks]) => chunks.map(String).join('')),
];

let database: TestDatabase;
let client: PreparingClient;

beforeAll(async () => {
  database = await createDatabase('empty');
  client = new PreparingClient({ connectionString: database.url, pipeline: true, stream: () => line });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('the driver is the one whose insides were looked at', () => {
  const { version } = createRequire(import.meta.url)('pg/package.json') as { version: string };
  expect(version).toBe(knownDriver);
});

test('what is asked in one turn goes to the database as one', async () => {
  await client.query('select 1');
  for (const spy of [one, many]) spy.mockClear();
  await Promise.all(['begin', 'select 2', 'select 3', 'commit'].map((text) => client.query(text)));
  expect(written()).toHaveLength(1);
  expect(written()[0]!.match(/begin|select \d|commit/g)).toEqual(['begin', 'select 2', 'select 3', 'commit']);
});
