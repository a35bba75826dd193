import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './tree.ts';
import type { Finding } from './finding.ts';

/** The command before its arguments. */
export type Compiler = string[];

interface Run {
  code: number;
  lines: string[];
}

const run = (command: string[], env: Record<string, string> = {}): Promise<Run> =>
  new Promise((done) => {
    const [file, ...args] = command;
    execFile(
      file!,
      args,
      { cwd: root, env: { ...process.env, ...env }, maxBuffer: 1e8 },
      (error, out, err) => {
        const lines = `${out}\n${err}`.split('\n').filter((line) => line.trim() !== '');
        const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
        done({ code, lines: error && lines.length === 0 ? [error.message.trim()] : lines });
      },
    );
  });

// Beside the project stands a way to Microsoft's compiler in the pipeline; an operator has it on the path.
const beside = '../shared/tools/outside/outside';

const ways = (): Compiler[] => [
  ...(process.env['BICEP'] ? [process.env['BICEP'].split(' ').filter(Boolean)] : []),
  ...(existsSync(join(root, beside)) ? [[beside, 'bicep']] : []),
  ['bicep'],
];

/** The first that answers: what BICEP names, the one beside the project, the one on the path. */
export async function findCompiler(asked = ways()): Promise<{ compiler?: Compiler; why: string }> {
  const reasons: string[] = [];
  for (const way of asked) {
    const { code, lines } = await run([...way, '--version']);
    if (code === 0) return { compiler: way, why: lines[0] ?? '' };
    reasons.push(`${way[0]}: ${lines[0] ?? code}`);
  }
  return { why: reasons.join('; ') };
}

async function named(folder: string, ending: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(ending)).sort();
}

/** What a deployment is given by its environment; here words long enough for any of it. */
async function environment(folder: string): Promise<Record<string, string>> {
  const files = await named(folder, '.bicepparam');
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const names = [...texts.join('\n').matchAll(/readEnvironmentVariable\('(\w+)'/g)].map(([, name]) => name!);
  return Object.fromEntries(names.map((name) => [name, 'x'.repeat(32)]));
}

/** The compiler ends well with a warning: here it is a fault like any other. Each line once, by the file's own name. */
async function faultsOf(compiler: Compiler, folder: string, words: string[][]): Promise<string[]> {
  const env = await environment(folder);
  const faults = new Set<string>();
  for (const [command, pattern, ...rest] of words) {
    const { code, lines } = await run(
      [...compiler, command!, '--pattern', join(folder, pattern!), ...rest],
      env,
    );
    const said = lines.filter((line) => code !== 0 || /\b(warning|error)\b/i.test(line));
    if (code !== 0 && said.length === 0) said.push(`${command} ${pattern} ended with ${code}`);
    for (const line of said) faults.add(line.replace(`${folder}/`, ''));
  }
  return [...faults];
}

/** The ARM JSON of every template and parameter file goes to `out`: nothing is written beside the sources. */
export async function build(compiler: Compiler, folder: string, out: string): Promise<string[]> {
  const files = [...(await named(folder, '.bicep')), ...(await named(folder, '.bicepparam'))];
  // A pattern that finds nothing is no fault to the compiler.
  if (files.length === 0) return ['no template and no parameter file was found'];
  const faults = await faultsOf(compiler, folder, [
    ['build', '**/*.bicep', '--outdir', out],
    ['build-params', '**/*.bicepparam', '--outdir', out],
  ]);
  const missing = files.filter((file) => !existsSync(join(out, file.replace(/\.bicep(param)?$/, '.json'))));
  return faults.length > 0 ? faults : missing.map((file) => `${file} was not built`);
}

export const lint = (compiler: Compiler, folder: string): Promise<string[]> =>
  faultsOf(compiler, folder, [
    ['lint', '**/*.bicep'],
    ['lint', '**/*.bicepparam'],
  ]);

/** Every template and parameter file of infra/azure, built into a scratch folder and linted. */
export async function bicep(): Promise<Finding> {
  const { compiler, why } = await findCompiler();
  if (!compiler)
    return { wrong: [], undone: [`no template was compiled, since no Bicep compiler answers: ${why}`] };
  const folder = join(root, 'infra/azure');
  const out = await mkdtemp(join(tmpdir(), 'bicep-'));
  try {
    const faults = [...(await build(compiler, folder, out)), ...(await lint(compiler, folder))];
    const count = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.json')).length;
    return { wrong: [...new Set(faults)], notes: [`${count} files built and linted by ${why}`] };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
