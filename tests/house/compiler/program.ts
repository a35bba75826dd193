import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** What may be written wrongly of one thing, with what the compiler has to say to it; and what it says nothing to. */
export interface Refused {
  about: string;
  wrong: readonly (readonly [what: string, part: string, says: RegExp])[];
  right: readonly (readonly [what: string, part: string])[];
  /** A whole program around a part. */
  program(part: string): string;
}

/** What the compiler says to each of several programs, in their order; `elsewhere`: to none of them. */
export async function compiled(programs: readonly string[]): Promise<{ each: string[]; elsewhere: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'compiled-'));
  try {
    for (const [index, text] of programs.entries()) await writeFile(join(folder, `case${index}.ts`), text);
    const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] };
    const include = ['*.ts', join(root, 'tab/src/vite-env.d.ts')];
    const config = { extends: join(root, 'tsconfig.json'), compilerOptions, include };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    return saidOf(programs.length, await run(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = (folder: string): Promise<string> =>
  new Promise((done) =>
    execFile(
      join(root, 'node_modules/.bin/tsc'),
      ['-p', folder, '--pretty', 'false'],
      { cwd: folder },
      (_, stdout) => done(stdout),
    ),
  );

function saidOf(count: number, out: string): { each: string[]; elsewhere: string } {
  const said = { each: Array.from({ length: count }, () => ''), elsewhere: '' };
  let at: number | undefined;
  for (const line of out.split('\n')) {
    // What is indented explains the line above it.
    if (/^\S/.test(line)) {
      const found = /^(?:.*\/)?case(\d+)\.ts\(/.exec(line)?.[1];
      at = found === undefined ? undefined : Number(found);
    }
    if (at === undefined) said.elsewhere += line;
    else said.each[at] += `${line}\n`;
  }
  return said;
}
