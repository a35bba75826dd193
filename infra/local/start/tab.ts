import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..', '..');

function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

/** The tab is built from its own sources, the words and the types of the views. */
function isBuilt(): boolean {
  const page = join(root, 'tab', 'dist', 'index.html');
  if (!existsSync(page)) return false;
  const sources = ['tab/src', 'tab/public', 'bot/i18n'].map((folder) => newest(join(root, folder)));
  const files = ['tab/index.html', 'tab/vite.config.ts', 'package-lock.json']
    .map((file) => join(root, file))
    .filter(existsSync)
    .map((file) => statSync(file).mtimeMs);
  return Math.max(...sources, ...files) <= statSync(page).mtimeMs;
}

export async function buildTab(say: (line: string) => void): Promise<void> {
  if (isBuilt() || !existsSync(join(root, 'tab', 'index.html'))) return;
  say('building the tab …');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  // Started from a test, React would be built with its development checks, at twice the size.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [vite, 'build', 'tab', '--logLevel', 'warn'], { cwd: root, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((done) => child.on('exit', done));
  if (code !== 0) throw new Error(`The tab could not be built:\n${output}`);
  say('the tab is built');
}
