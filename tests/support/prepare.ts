import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openQueue } from '../../bot/jobs/queue.ts';
import { startEmbedded } from '../../bot/store/frame/setUp/embedded.ts';
import { prepareDatabase } from '../../bot/store/frame/setUp/prepare.ts';
import { asRole } from './app.ts';
import { bundleFluent } from './bundled.ts';
import { hostSocket } from './wire/hostDoor.ts';
import { asAdmin, databaseUrl } from './postgres.ts';

const template = `partnership_test_${process.pid}`;
let end = (): Promise<void> => Promise.resolve();
const hosts: ChildProcess[] = [];
let sockets = '';

/**
 * Before the run: one PostgreSQL for all of it, the one of DATABASE_URL or an embedded one, a migrated template,
 * and a host of apps for each worker.
 */
export async function prepare({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const given = process.env['DATABASE_URL'];
  const url = given ? given : await startThrowAway();
  if (given) end = () => dropAll(given);
  process.env['TEST_POSTGRES'] = url;
  process.env['TEST_TEMPLATE'] = template;
  process.env['TEST_HOSTS'] = sockets = await mkdtemp(join(tmpdir(), 'partnership-hosts-'));
  for (let worker = 1; worker <= maxWorkers; worker += 1) hosts.push(startHost(worker));
  await Promise.all([makeTemplate(url), bundleFluent()]);
}

/** After the run: nothing of it stays. */
export async function putAway(): Promise<void> {
  for (const host of hosts) {
    host.kill();
    if (host.exitCode === null && host.signalCode === null) await once(host, 'exit');
  }
  await rm(sockets, { recursive: true, force: true });
  await end();
}

/** It goes when this process does, even by kill -9: the channel tells it. */
function startHost(worker: number): ChildProcess {
  const file = join(import.meta.dirname, 'wire/host.ts');
  const env = { ...process.env, JEST_WORKER_ID: String(worker), NODE_OPTIONS: '' };
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  return spawn(process.execPath, [file, hostSocket(sockets, worker)], { env, stdio: [...stdio] });
}

async function startThrowAway(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'partnership-test-'));
  const server = await startEmbedded(folder);
  end = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  // Thrown away with its folder, so nothing in it needs to outlive a power cut.
  await asAdmin(async (client) => {
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
  }, server.ownerUrl);
  return server.ownerUrl;
}

async function makeTemplate(admin: string): Promise<void> {
  await asAdmin((client) => client.query(`create database "${template}"`), admin);
  const url = databaseUrl(template, admin);
  const appUrl = asRole(url, 'partnership_test');
  await prepareDatabase(appUrl, url);
  const boss = await openQueue(appUrl, pino({ level: 'silent' }));
  await boss.stop({ graceful: false });
}

async function dropAll(admin: string): Promise<void> {
  await asAdmin(async (client) => {
    const ours = 'select datname from pg_database where datname = $1 or starts_with(datname, $2)';
    const { rows } = await client.query<{ datname: string }>(ours, [template, `${template}_`]);
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  }, admin);
}
