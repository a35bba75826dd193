import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PreparingClient } from '../../../bot/store/frame/client.ts';
import { knownDriver } from '../../../bot/store/frame/gathering.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

/** What is handed to the system, write by write. */
/* oxlint-disable no-underscore-dangle -- Node's own names of what a stream writes with */
class Seen extends Socket {
  writes: string[] = [];
  override _write(chunk: Buffer, encoding: BufferEncoding, done: () => void): void {
    this.writes.push(chunk.toString('latin1'));
    super._write(chunk, encoding, done);
  }
  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: () => void): void {
    this.writes.push(chunks.map(({ chunk }) => chunk.toString('latin1')).join(''));
    super._writev!(chunks, done);
  }
}

const seen = new Seen();
let database: TestDatabase;
let client: PreparingClient;

beforeAll(async () => {
  database = await createDatabase('empty');
  client = new PreparingClient({ connectionString: database.url, pipeline: true, stream: () => seen });
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
  seen.writes = [];
  await Promise.all(['begin', 'select 2', 'select 3', 'commit'].map((text) => client.query(text)));
  expect(seen.writes).toHaveLength(1);
  expect(seen.writes[0]!.match(/begin|select \d|commit/g)).toEqual([
    'begin',
    'select 2',
    'select 3',
    'commit',
  ]);
});
