import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const longest = 150_000;

/** `npm start` as its own process, in a folder and on a port of the journeys'. */
export class Start {
  readonly #child: ChildProcess;
  /** Its address, once it is ready. */
  readonly url: Promise<string>;

  constructor(dataDir: string, port: number) {
    const own = { CI: '1', NODE_OPTIONS: '', DATA_DIR: dataDir, PLATFORM_PORT: String(port) };
    this.#child = spawn(process.execPath, ['infra/local/start.ts'], {
      cwd: root,
      env: { ...process.env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.url = this.#ready();
    // Whoever waits for the address is told; whoever only stops it need not be.
    this.url.catch(() => undefined);
  }

  #ready(): Promise<string> {
    const child = this.#child;
    let said = '';
    return new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`not ready in time: ${said}`)), longest);
      const heard = (chunk: Buffer): void => {
        said += chunk.toString();
        const url = /^\s+(http:\S+)$/m.exec(said)?.[1];
        if (!url) return;
        clearTimeout(late);
        done(url);
      };
      child.stdout?.on('data', heard);
      child.stderr?.on('data', heard);
      child.once('exit', (code) => {
        clearTimeout(late);
        fail(new Error(`ended with ${code}: ${said}`));
      });
    });
  }

  /** As with Ctrl-C: everything is put away in order. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const end = once(child, 'exit');
    child.kill('SIGTERM');
    await end;
  }
}
