import { linesOf, type Tree } from './tree.ts';
import type { Finding } from './finding.ts';

const source = /^(bot|tab\/src|infra)\/.*\.(tsx?|js)$/;
const tests = /^tests\/.*\.tsx?$/;
/** Lines of a source file. */
const most = { median: 60, p90: 200, one: 300 };
/** Tests, in per cent of all lines. */
const share = { least: 45, most: 55 };

const at = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);

export function budgets(tree: Tree): Finding {
  const sizes = [...tree]
    .filter(([path]) => source.test(path))
    .map(([path, text]) => [path, linesOf(text)] as const);
  const sorted = sizes.map(([, lines]) => lines).sort((a, b) => a - b);
  const inTests = sum([...tree].filter(([path]) => tests.test(path)).map(([, text]) => linesOf(text)));
  const percent = Math.round((100 * inTests) / (inTests + sum(sorted)));
  const [median, p90] = [at(sorted, 0.5), at(sorted, 0.9)];
  const wrong = sizes
    .filter(([, lines]) => lines > most.one)
    .map(([path, lines]) => `${path} has ${lines} lines, ${most.one} is the most`);
  if (median > most.median) wrong.push(`the median file has ${median} lines, ${most.median} is the most`);
  if (p90 > most.p90) wrong.push(`the 90th percentile is ${p90} lines, ${most.p90} is the most`);
  if (percent < share.least || percent > share.most)
    wrong.push(`tests are ${percent} % of all lines, not between ${share.least} and ${share.most}`);
  const notes = [
    `${sizes.length} files, median ${median}, p90 ${p90}, tests ${percent} % of ${inTests + sum(sorted)} lines`,
  ];
  return { wrong, notes };
}
