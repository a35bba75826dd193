import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedServer } from '../../../bot/store/frame/setUp/embedded.ts';

let folder: string;
let server: EmbeddedServer;
const pidFile = (): string => join(folder, 'postgres', 'postmaster.pid');
const pidOf = async (): Promise<number> => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);

async function ask(text: string, url = server.ownerUrl): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}
const running = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const gone = async (pid: number): Promise<void> => {
  while (running(pid)) await new Promise((done) => setTimeout(done, 20));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'partnership-embedded-'));
  server = await startEmbedded(folder);
  await ask('create table kept (word text)');
  await ask(`insert into kept values ('først')`);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

describe('the database in a folder', () => {
  test('keeps what was committed when its server is killed in the middle', async () => {
    const pid = await pidOf();
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    expect(existsSync(pidFile())).toBe(true);
    server = await startEmbedded(folder);
    expect(await ask('select word from kept')).toEqual(['først']);
  }, 60_000);

  test('stops the server that outlived its app, and loses nothing that it had taken', async () => {
    const before = await pidOf();
    await ask(`insert into kept values ('siden')`);
    const open = new pg.Client({ connectionString: server.ownerUrl });
    open.on('error', () => undefined);
    await open.connect();
    await open.query('begin');
    await open.query(`insert into kept values ('aldrig')`);
    // Nobody stops the first: its app was killed, and could not.
    server = await startEmbedded(folder);
    expect(await pidOf()).not.toBe(before);
    expect(running(before)).toBe(false);
    expect(await ask('select word from kept order by word')).toEqual(['først', 'siden']);
  }, 60_000);

  test('is not misled by the number of a process that is no database', async () => {
    await server.stop();
    await writeFile(pidFile(), `${process.pid}\n${folder}\n`);
    server = await startEmbedded(folder);
    expect(await ask('select count(*)::int from kept')).toEqual([2]);
  }, 60_000);

  test('listens to this machine only, and asks for its password', async () => {
    expect(await ask('show listen_addresses')).toEqual(['127.0.0.1']);
    const wrong = server.ownerUrl.replace(/:[^:@]*@/, ':wrong@');
    await expect(ask('select 1', wrong)).rejects.toMatchObject({ code: '28P01' });
  });

  test('takes danish letters as they are, and orders them always alike', async () => {
    expect(await ask('show server_encoding')).toEqual(['UTF8']);
    expect(await ask(`select 'Æblegrød på øen' = 'Æblegrød på øen', length('æøå')`)).toEqual([true, 3]);
  });
});
