import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../../..');

/** Every text file of the house by its path, without what git ignores. */
export type Tree = Map<string, string>;

const binary = /\.(png|ico|jpg|gif|woff2?|docx|xlsx|zip|pdf)$/;
const made = /^(node_modules|dist|coverage|\.git|\.data|\.cache)$|\.log$/;

async function names(): Promise<string[]> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = await promisify(execFile)('git', list, { cwd: root, maxBuffer: 1e8 }).catch(() => null);
  if (listed) return listed.stdout.split('\0').filter(Boolean);
  // A copy without git (a downloaded archive) is checked all the same.
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.split('/').some((piece) => made.test(piece)));
}

export async function readTree(): Promise<Tree> {
  const tree: Tree = new Map();
  for (const path of (await names()).sort()) {
    const text = await readFile(join(root, path), binary.test(path) ? 'latin1' : 'utf8').catch(() => null);
    if (text !== null) tree.set(path, binary.test(path) ? '' : text);
  }
  return tree;
}

export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** Where in a text something stands, as people look it up. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
