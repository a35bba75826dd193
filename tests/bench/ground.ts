import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const appId = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const tenantId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const secretariatId = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';

/** A process that says `ready on URL` once it serves. */
export interface Server {
  url: string;
  process: ChildProcess & { send(message: string): boolean };
  /** From start to ready, in milliseconds. */
  readyMs: number;
  stop(): Promise<void>;
}

/** As `npm run serve` starts the app: a heap that collects its garbage early keeps the process small, but not while all is read in. */
const serveFlags = ['--max-old-space-size=256', '--min-semi-space-size=8', '--max-semi-space-size=32'];

export async function start(file: string, env: Record<string, string>): Promise<Server> {
  const from = performance.now();
  const child = spawn(process.execPath, [...serveFlags, file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((done, fail) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const ready = /ready on (\S+)/.exec(text)?.[1];
      if (ready) done(ready);
    });
    child.once('exit', (code) => fail(new Error(`${file} ended with ${code}: ${text}`)));
  });
  return {
    url,
    process: child as Server['process'],
    readyMs: Math.round(performance.now() - from),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

type Json = Record<string, unknown>;

/** Stand-in, app and a partnership to measure on; everything in processes of their own, as in life. */
export class Ground {
  platform!: Server;
  app!: Server;
  dataDir!: string;
  sendRate: number;
  #more: Record<string, string>;
  #token = '';

  constructor(sendRate: number, more: Record<string, string> = {}) {
    this.sendRate = sendRate;
    this.#more = more;
  }

  async open(): Promise<void> {
    this.dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
    this.platform = await start(join(import.meta.dirname, 'standin.ts'), {
      APP_ID: appId,
      TENANT_ID: tenantId,
    });
    await this.startApp();
    await this.person(secretariatId, 'Sekretariatsleder');
    this.#token = await this.tokenFor(secretariatId);
  }

  async startApp(): Promise<void> {
    this.app = await start(join(import.meta.dirname, '../../bot/serve.ts'), {
      PORT: '0',
      DATA_DIR: this.dataDir,
      NODE_COMPILE_CACHE: join(this.dataDir, 'compiled'),
      PLATFORM_URL: this.platform.url,
      // The stand-in hands on to the app what comes from outside.
      PUBLIC_URL: this.platform.url,
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
      SECRETARIAT: secretariatId,
      SEND_RATE: String(this.sendRate),
      MAIL_RATE: '60000',
      // What the app can do is measured, and not what one person may.
      READ_BURST: '1000000',
      ACT_BURST: '1000000',
      ADDRESS_BURST: '1000000',
      MAIL_FROM: 'sekretariat@example.org',
      LOG_LEVEL: 'error',
      ...this.#more,
    });
    this.platform.process.send(this.app.url);
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.platform.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async report(path: string): Promise<Json> {
    return (await (await fetch(`${this.platform.url}/_platform${path}`)).json()) as Json;
  }

  control(path: string, body: Json): Promise<Json> {
    return post(`${this.platform.url}/_platform${path}`, body, {});
  }

  async remove(path: string): Promise<void> {
    const { status } = await fetch(`${this.platform.url}/_platform${path}`, { method: 'DELETE' });
    if (status >= 400) throw new Error(`${path}: ${status}`);
  }

  person(objectId: string, displayName: string): Promise<Json> {
    return this.control('/people', { objectId, displayName, email: `${objectId}@example.org` });
  }

  officeToken(): Promise<string> {
    return this.tokenFor(secretariatId);
  }

  async tokenFor(objectId: string): Promise<string> {
    return String((await this.control('/token', { objectId }))['token']);
  }

  async channelToken(): Promise<string> {
    return String((await this.control('/bot-token', {}))['token']);
  }

  async act(name: string, input: Json): Promise<Record<string, string>> {
    const answer = await post(`${this.app.url}/api/acts/${name}`, input, {
      authorization: `Bearer ${this.#token}`,
    });
    if (!answer['ok']) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer['result'] as Record<string, string>;
  }

  async view(name: string, token = this.#token): Promise<Json> {
    const answer = await fetch(`${this.app.url}/api/views/${name}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Json;
  }

  /** The embedded server's own account of itself: its process, its folder, its port. */
  async #postmaster(): Promise<string[]> {
    return (await readFile(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  }

  async databaseUrl(): Promise<string> {
    return `postgres://postgres:embedded@127.0.0.1:${(await this.#postmaster())[3]}/postgres`;
  }

  async databasePid(): Promise<number> {
    return Number((await this.#postmaster())[0]);
  }
}

export async function post(url: string, body: Json, headers: Record<string, string>): Promise<Json> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return text ? (JSON.parse(text) as Json) : {};
}

/** Runs through a list, so many at a time. */
export async function inParallel<T>(
  items: T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
