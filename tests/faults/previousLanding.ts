import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Landing {
  commit: string;
  /** What the present program answers otherwise, on purpose: a field of a view, and the reason. */
  differs: Record<string, string>;
}

/** The landing before this one: what runs in production while this one is put in beside it. */
export const landing = JSON.parse(
  await readFile(join(import.meta.dirname, 'previousLanding.json'), 'utf8'),
) as Landing;

/** The program as it was before cases, areas and reads were made anew: databases of it stand in production. */
export const beforeTheHouse = '4458ec8bfb8f9f576a1820dd5e2ad94412122d64';

/** The program of a commit in a folder of its own, with the packages of today; null where it is not in this clone. */
export async function programOf(commit: string): Promise<string | null> {
  const git = (...words: string[]) => run('git', ['-C', root, ...words]);
  try {
    await git('cat-file', '-e', `${commit}^{commit}`);
  } catch {
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), 'partnership-before-'));
  const packed = join(folder, 'bot.tar');
  await git('archive', '-o', packed, commit, 'bot', 'package.json');
  await run('tar', ['-xf', packed, '-C', folder]);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
