import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../../bot/config.ts';
import { startApp, type App } from '../../../bot/main.ts';
import { startPlatform, type Platform } from '../../../infra/local/platform.ts';
import { asAdmin, createDatabase, type TestDatabase } from '../postgres.ts';

/**
 * Apps and stand-ins for the tests of one worker, in a process of their own: loaded once for all files, and free
 * of the machinery that a test file runs in. Tests reach it over its socket; see hostDoor.ts.
 */
type Env = Record<string, string>;
interface Standing {
  database: TestDatabase;
  platform: Platform;
  apps: Map<string, App>;
}

const houses = new Map<string, Standing>();
let made = 0;

const standing = (id: string): Standing => {
  const found = houses.get(id);
  if (!found) throw new Error(`no house ${id}`);
  return found;
};

async function open({ from, platform: options }: any): Promise<object> {
  const database = await createDatabase(from);
  const platform = await startPlatform({ port: 0, appUrl: 'http://127.0.0.1:9', ...options });
  const id = String((made += 1));
  houses.set(id, { database, platform, apps: new Map() });
  return { id, databaseUrl: database.url, platformUrl: platform.url };
}

async function start({ house, env }: { house: string; env: Env }): Promise<object> {
  const { apps, platform } = standing(house);
  const app = await startApp(readConfig(env));
  apps.set(app.url, app);
  if (apps.size === 1) platform.setAppUrl(app.url);
  return { url: app.url };
}

async function stop({ house, url }: { house: string; url: string }): Promise<void> {
  const { apps } = standing(house);
  await apps.get(url)?.stop();
  apps.delete(url);
}

function address({ house, url }: { house: string; url: string }): void {
  standing(house).platform.setAppUrl(url);
}

/** Timers and connections that keep this process alive; orders come over a pipe, and are not among them. */
const busy = (): string[] => process.getActiveResourcesInfo().filter((kind) => /Timeout|TCP/.test(kind));

async function leftIn(name: string): Promise<string[]> {
  const connected = `select application_name from pg_stat_activity
    where datname = $1 and application_name like 'partnership%'`;
  const { rows } = await asAdmin((client) => client.query<{ application_name: string }>(connected, [name]));
  return rows.map((row) => `a connection of ${row.application_name}`);
}

/** Asks again for a moment: what was told to end may take one. */
async function settled(look: () => Promise<string[]> | string[]): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const left = await look();
    if (left.length === 0 || tries >= 40) return left;
    await sleep(50);
  }
}

async function close({ house }: { house: string }): Promise<object> {
  const { apps, platform, database } = standing(house);
  houses.delete(house);
  for (const app of apps.values()) await app.stop();
  await platform.close();
  const name = new URL(database.url).pathname.slice(1);
  const left = await settled(() => leftIn(name));
  await database.drop();
  if (houses.size === 0) left.push(...(await settled(busy)));
  return { left };
}

/** Something that does not end with its house, to prove that it is noticed. */
const tick = ({ ms }: { ms: number }): void => void setTimeout(() => undefined, ms);

const orders: Record<string, (asked: any) => unknown> = { open, start, stop, address, close, tick };

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text || '{}');
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let said: object;
  try {
    const order = orders[request.url?.slice(1) ?? ''];
    if (!order) throw new Error(`no such order: ${request.url}`);
    said = { result: (await order(await read(request))) ?? null };
  } catch (error) {
    said = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  response.end(JSON.stringify(said));
}

createServer((request, response) => void answer(request, response)).listen(process.argv[2]);
process.once('disconnect', () => process.exit(0));
