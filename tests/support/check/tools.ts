import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './tree.ts';
import type { Finding } from './finding.ts';

interface Run {
  code: number;
  lines: string[];
}

function run(tool: string, args: string[]): Promise<Run> {
  const file = join(root, 'node_modules/.bin', tool);
  return new Promise((done) => {
    execFile(file, args, { cwd: root, maxBuffer: 1e8 }, (error, out, err) => {
      const lines = `${out}\n${err}`.split('\n').filter((line) => line.trim() !== '');
      done({ code: error ? 1 : 0, lines });
    });
  });
}

/** One line per fault: the compiler's own explanation of a fault is indented below it. */
const found = ({ code, lines }: Run): Finding => ({
  wrong:
    code === 0
      ? []
      : lines.filter((line) => !/^ |^\d+ problems?$/.test(line)).map((line) => line.slice(0, 240)),
});

export const types = async (): Promise<Finding> => found(await run('tsc', ['-p', '.', '--pretty', 'false']));

export const lint = async (): Promise<Finding> => found(await run('oxlint', ['-f', 'unix', '.']));

export async function format(): Promise<Finding> {
  const { code, lines } = await run('oxfmt', ['--list-different', '.']);
  return { wrong: code === 0 ? [] : lines.map((line) => `${line} is not formatted; npm run format`) };
}

interface Diagnostic {
  message: string;
  filename: string;
  labels: { span: { line: number } }[];
}

/** Tests keep functions short too, but for a `describe`, which is a table of contents. */
export async function functions(): Promise<Finding> {
  const args = ['-c', 'tests/support/check/functions.json', '-f', 'json', 'tests'];
  const { lines } = await run('oxlint', args);
  const { diagnostics } = JSON.parse(lines.join('\n')) as { diagnostics: Diagnostic[] };
  const wrong: string[] = [];
  for (const { message, filename, labels } of diagnostics) {
    const line = labels[0]?.span.line ?? 1;
    const text = (await readFile(join(root, filename), 'utf8'))
      .split('\n')
      .slice(Math.max(0, line - 2), line);
    if (!/\bdescribe(\.each)?\b/.test(text.join('\n'))) wrong.push(`${filename}:${line}: ${message}`);
  }
  return { wrong };
}
