import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { buildPackage } from './build.ts';
import { readValues } from './values.ts';

const usage = 'npm run package -- --env FILE [--out FILE.zip]';
const root = join(import.meta.dirname, '../..');

/** Reads the file of variables, writes the zip and says what it is for. */
function main(): void {
  const { values: asked } = parseArgs({ options: { env: { type: 'string' }, out: { type: 'string' } } });
  if (!asked.env) throw new Error(`which installation is it for? ${usage}`);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const values = readValues(parseEnv(readFileSync(asked.env, 'utf8')), version);
  const out = resolve(asked.out ?? join(root, 'dist', 'app-package.zip'));
  const zip = buildPackage(values);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zip);
  console.log(`${out}\n  version ${values.VERSION}, app ${values.APP_ID}, at https://${values.HOST}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
