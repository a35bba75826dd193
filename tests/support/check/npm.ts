import { execFile } from 'node:child_process';
import { root } from './tree.ts';

/** npm as the project finds it; it ends with an error when it has found something, too. */
export const npm = (args: string[]): Promise<{ out: string; error: string }> =>
  new Promise((done) => {
    execFile('npm', args, { cwd: root, maxBuffer: 1e8, timeout: 60_000 }, (failed, out, error) =>
      done({ out, error: error || failed?.message || '' }),
    );
  });
