import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environment, type AppOptions } from './environment.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const PATIENCE = 90_000;
const STOP_PATIENCE = 8_000;

/** The app as its own process, with what it says kept for when it fails. */
export function startApp(options: AppOptions) {
  const url = `http://127.0.0.1:${options.port}`;
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=256',
      '--min-semi-space-size=8',
      '--max-semi-space-size=32',
      resolve(root, 'bot', 'serve.ts'),
    ],
    {
      cwd: root,
      env: environment(options),
      // The channel tells the app when we are gone, even by kill -9.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own group: a Ctrl-C in the terminal reaches it only through us, in order.
      detached: process.platform !== 'win32',
    },
  );
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      lines.push(...chunk.toString().split('\n').filter(Boolean));
      lines.splice(0, lines.length - 40);
      if (process.env.LOG_LEVEL) process.stderr.write(chunk);
    });
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  const onEnd = (tell: (reason: string) => void) =>
    void child.once('exit', (code, signal) => tell(signal ?? `code ${code}`));

  async function ready(): Promise<void> {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until && !gone()) {
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
      if (answer?.ok) return;
      await sleep(150);
    }
    throw new Error(gone() ? 'The app ended before it was ready.' : 'The app was not ready in time.');
  }

  async function stop(): Promise<void> {
    if (gone()) return;
    child.kill('SIGTERM');
    const calm = await Promise.race([new Promise(onEnd), sleep(STOP_PATIENCE, null, { ref: false })]);
    if (calm === null) child.kill('SIGKILL');
  }

  return { url, ready, stop, onEnd, lastWords: () => lines.slice(-15).join('\n') };
}
