import { mkdirSync } from 'node:fs';
import { clear, isFresh, otherRun } from './marker.ts';
import { freePort } from './ports.ts';

export function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

type Wanted = { dataDir: string; scenario: string; port: number };

/** The port to listen on, and whether the folder holds nothing yet: another run's is left alone, yesterday's goes. */
export async function prepare({ dataDir, scenario, port: wanted }: Wanted, say: (line: string) => void) {
  const running = await otherRun(dataDir);
  if (running)
    stop(`It runs already: ${running}\nStop that one first, or give this one its own folder with DATA_DIR.`);
  const port = await freePort(wanted);
  if (port !== wanted) say(`port ${wanted} is taken; using ${port}`);
  const fresh = !isFresh(dataDir, { scenario, port });
  if (fresh) {
    say('setting up fresh practice data');
    clear(dataDir);
  }
  mkdirSync(dataDir, { recursive: true });
  return { port, fresh };
}
