import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Between the app and its database: a line that can fall silent, break, lead nowhere, or break at a chosen word. */
export interface Proxy {
  /** The database's address, by way of this. */
  url: string;
  /** Takes connections and says nothing on any. Those that were open stay so, and silent for good. */
  silence(): void;
  /** New connections are served again. */
  resume(): void;
  /** Breaks every line there is. */
  reset(): void;
  /** Every word in either direction takes so long from now on; nothing is lost or overtaken. */
  slow(ms: number): void;
  /** Leads to another server from now on. */
  retarget(databaseUrl: string): void;
  /** Nobody answers at the address; and somebody does again. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  /**
   * Breaks a line right after these words have gone to the server in one breath, so that the answer is lost; once.
   * `besides`: what else happens in the same moment.
   */
  cutAfter(words: string[], besides?: () => unknown): void;
  /** As `cutAfter`, but the words do not reach the server. */
  cutBefore(words: string[]): void;
  /** How often a word was cut. */
  cuts(): number;
  close(): Promise<void>;
}

interface Line {
  client: Socket;
  server: Socket | null;
  /** The last word under way in each direction. */
  under: { toServer: Promise<void> | null; toClient: Promise<void> | null };
}
interface Cut {
  words: string[];
  forwarded: boolean;
  besides?: (() => unknown) | undefined;
}

class Lines {
  all = new Set<Line>();
  silent = false;
  cut: Cut | null = null;
  cuts = 0;
  slowMs = 0;
  left: (Socket | null)[] = [];
  target: pg.Client;

  constructor(databaseUrl: string) {
    this.target = new pg.Client(databaseUrl);
  }

  /** A server of this machine may listen in a folder. */
  connect(): Socket {
    const { host, port } = this.target;
    return host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  }

  take(client: Socket): void {
    const line: Line = { client, server: null, under: { toServer: null, toClient: null } };
    this.all.add(line);
    client.on('error', () => undefined);
    client.on('close', () => {
      this.all.delete(line);
      // A network that is silent tells the server nothing either, until it is heard again.
      if (this.silent) this.left.push(line.server);
      else line.server?.destroy();
    });
    if (this.silent) return void client.pause();
    const server = this.connect();
    line.server = server;
    server.setNoDelay(true);
    client.setNoDelay(true);
    server.on('error', () => client.resetAndDestroy());
    server.on('close', () => client.destroy());
    client.on('data', (chunk) => this.#inTime(line, 'toServer', () => this.#toServer(line, chunk)));
    server.on('data', (chunk) => this.#inTime(line, 'toClient', () => void client.write(chunk)));
  }

  #inTime({ under }: Line, way: keyof Line['under'], pass: () => void): void {
    if (this.slowMs === 0 && !under[way]) return pass();
    const before = under[way] ?? Promise.resolve();
    under[way] = before.then(() => sleep(this.slowMs)).then(pass);
  }

  #toServer(line: Line, chunk: Buffer): void {
    const { client, server } = line;
    const { cut } = this;
    if (!cut?.words.every((word) => chunk.includes(word))) return void server!.write(chunk);
    this.cut = null;
    this.cuts += 1;
    server!.removeAllListeners('data');
    // What was handed over arrives, though the one who sent it is gone.
    client.removeAllListeners('close');
    this.all.delete(line);
    if (!cut.forwarded) server!.destroy();
    else server!.write(chunk, () => setTimeout(() => server!.destroy(), 300));
    client.resetAndDestroy();
    cut.besides?.();
  }

  mute(): void {
    this.silent = true;
    for (const { client, server } of this.all) {
      client.removeAllListeners('data').pause();
      server?.removeAllListeners('data').removeAllListeners('close').pause();
    }
  }

  hear(): void {
    this.silent = false;
    for (const server of this.left.splice(0)) server?.destroy();
  }

  breakAll(): void {
    for (const { client, server } of this.all) {
      server?.destroy();
      client.resetAndDestroy();
    }
  }
}

const listenOn = (server: Server, port: number): Promise<number> =>
  new Promise((done) => server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const lines = new Lines(databaseUrl);
  const open = (): Server => createServer((client) => lines.take(client));
  let server = open();
  const port = await listenOn(server, 0);
  const leave = async (): Promise<void> => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    lines.breakAll();
    await closed;
  };
  const { user = '', password, database = '' } = lines.target;
  const who = [user, typeof password === 'string' ? password : ''].map(encodeURIComponent).join(':');
  return {
    url: `postgres://${who}@127.0.0.1:${port}/${database}`,
    silence: () => lines.mute(),
    resume: () => lines.hear(),
    reset: () => lines.breakAll(),
    slow: (ms) => void (lines.slowMs = ms),
    retarget: (to) => void (lines.target = new pg.Client(to)),
    leave,
    comeBack: async () => {
      server = open();
      await listenOn(server, port);
    },
    cutAfter: (words, besides) => void (lines.cut = { words, forwarded: true, besides }),
    cutBefore: (words) => void (lines.cut = { words, forwarded: false }),
    cuts: () => lines.cuts,
    close: leave,
  };
}
