import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/check/tree.ts';

const run = promisify(execFile);
export const dockerfile = join(root, 'infra/azure/Dockerfile');

export interface Instruction {
  word: string;
  rest: string;
}

/** The instructions of a Dockerfile, stage by stage; what comes before the first FROM is no stage. */
export function stagesOf(text: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const line of text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (!word || !rest) continue;
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest });
  }
  return stages;
}

export interface Copy {
  from: string | undefined;
  sources: string[];
  to: string;
}

export const copiesIn = (stage: Instruction[]): Copy[] =>
  stage
    .filter(({ word }) => word === 'COPY')
    .map(({ rest }) => {
      const words = rest.split(/\s+/);
      const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
      return { from, sources: words.slice(0, -1), to: words.at(-1)! };
    });

interface Locked {
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
}

/** By the lock file, what `npm ci --omit=dev --omit=optional` installs; and what it does not, inside of those. */
async function packages(stage: Instruction[]): Promise<{ installed: string[]; nested: string[] }> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const taken = [
    ...stage
      .map(({ rest }) => rest)
      .join('\n')
      .matchAll(/rm -rf (\S+)/g),
  ].map(([, path]) => path!);
  const outermost = (path: string): boolean => path.lastIndexOf('node_modules/') === 0;
  const all = Object.entries(lock.packages as Record<string, Locked>).filter(([path]) => path !== '');
  const isIn = ({ dev, optional, devOptional }: Locked): boolean => !dev && !optional && !devOptional;
  const kept = (path: string): boolean => !taken.some((gone) => `${path}/`.startsWith(`${gone}/`));
  return {
    installed: all.filter(([path, one]) => outermost(path) && isIn(one) && kept(path)).map(([path]) => path),
    nested: all.filter(([path, one]) => !outermost(path) && !isIn(one)).map(([path]) => path),
  };
}

/** Lays a folder out as the image's last stage has it: the same lines, without an engine and without a network. */
export async function layImage(): Promise<{ app: string; node: string; remove(): Promise<void> }> {
  const [, installing, last] = stagesOf(await readFile(dockerfile, 'utf8'));
  const folder = await mkdtemp(join(tmpdir(), 'image-'));
  const app = join(folder, 'app');
  await chmod(folder, 0o755);
  const made: Record<string, (to: string) => Promise<unknown>> = {
    packages: async (to) => {
      const { installed, nested } = await packages(installing!);
      await mkdir(dirname(to), { recursive: true });
      await run('cp', ['-R', '--parents', ...installed, dirname(to)], { cwd: root });
      for (const path of nested) await rm(join(dirname(to), path), { recursive: true, force: true });
    },
    tab: (to) =>
      run(join(root, 'node_modules/.bin/vite'), ['build', 'tab', '--logLevel', 'warn', '--outDir', to], {
        cwd: root,
      }),
  };
  for (const { from, sources, to } of copiesIn(last!)) {
    for (const source of sources) {
      const target = to.endsWith('/') ? join(app, to, source) : join(app, to);
      await mkdir(dirname(target), { recursive: true });
      await (from ? made[from]!(target) : cp(join(root, source), target, { recursive: true }));
    }
  }
  const node = join(folder, 'node');
  await cp(process.execPath, node);
  // For a checkout whose files only their owner may read; and nobody may write, not even the owner.
  await run('chmod', ['-R', 'a+rX,a-w', app]);
  const remove = async (): Promise<void> => {
    await run('chmod', ['-R', 'u+w', folder]);
    await rm(folder, { recursive: true, force: true });
  };
  return { app, node, remove };
}
