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

/** Its program in a folder of its own, with the packages of today; null where the commit is not in this clone. */
export async function previousProgram(): Promise<string | null> {
  const git = (...words: string[]) => run('git', ['-C', root, ...words]);
  try {
    await git('cat-file', '-e', `${landing.commit}^{commit}`);
  } catch {
    return null;
  }
  const folder = await mkdtemp(join(tmpdir(), 'partnership-before-'));
  const packed = join(folder, 'bot.tar');
  await git('archive', '-o', packed, landing.commit, 'bot', 'package.json');
  await run('tar', ['-xf', packed, '-C', folder]);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
