import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Running {
  url: string;
  pid: number;
  /** What it has logged so far, as it stands in the log. */
  log(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Before anything else is loaded: from here on the process has its own idea of the time. */
export const shifted = (ms: number): string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + ${ms}) : super(...given); }
      static now() { return Real.now() + ${ms}; }
    };`)}`,
];

/**
 * The app in a process of its own, as `npm run serve` runs it; another program's where its folder is named. Fails with
 * its last words when it does not start.
 */
export function spawnApp(env: Record<string, string>, flags: string[] = [], folder = root): Promise<Running> {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  const compiled = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
  // The landing before has no such file, and starts by itself.
  const entry = ['bot/serve.ts', 'bot/main.ts'].find((file) => existsSync(join(folder, file)))!;
  const child = spawn(process.execPath, [...flags, entry], {
    cwd: folder,
    env: { PATH, HOME, ...compiled, ...env },
  });
  let out = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return new Promise((done, fail) => {
    const heard = (chunk: Buffer): void => {
      out += chunk.toString();
      const url = /ready on (\S+)/.exec(out)?.[1];
      if (!url) return;
      done({
        url,
        pid: child.pid!,
        log: () => out,
        ended,
        stop: () => (child.kill('SIGTERM'), ended),
        kill: async () => void (child.kill('SIGKILL'), await ended),
      });
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    void ended.then((code) => fail(new Error(`ended with ${code}: ${out}`)));
  });
}
