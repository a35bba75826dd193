import { areas } from './check/areas.ts';
import { bicep } from './check/bicep.ts';
import { budgets } from './check/budgets.ts';
import { doors } from './check/doors.ts';
import { configurationTable, schema } from './check/generated.ts';
import { house } from './check/house.ts';
import { packages } from './check/packages.ts';
import { format, functions, lint, types } from './check/tools.ts';
import { readTree, root, type Tree } from './check/tree.ts';
import { words } from './check/words.ts';
import type { Finding } from './check/finding.ts';

type Outcome = 'held' | 'undone' | 'failed';

const write = process.argv.includes('--write');

/** Runs one part; a part that breaks is a failure of that part, never of the others. */
async function part(name: string, run: () => Finding | Promise<Finding>): Promise<Outcome> {
  const from = performance.now();
  const found = await Promise.resolve()
    .then(run)
    .catch((error: Error): Finding => ({ wrong: [`broke: ${error.message.split('\n')[0]}`] }));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  for (const note of found.notes ?? []) console.log(`  ${name}: ${note}`);
  for (const line of found.undone ?? []) console.log(`– ${name}: not done: ${line}`);
  for (const line of found.wrong) console.log(`✗ ${name}: ${line}`);
  const outcome = found.wrong.length > 0 ? 'failed' : found.undone?.length ? 'undone' : 'held';
  if (outcome === 'held') console.log(`✓ ${name} (${seconds} s)`);
  return outcome;
}

const inside = (tree: Tree): Promise<Outcome>[] => [
  part('types', types),
  part('lint', lint),
  part('functions', functions),
  part('format', format),
  part('budgets', () => budgets(tree)),
  part('words', () => words(tree)),
  part('doors', () => doors(tree)),
  part('areas', () => areas(tree)),
  part('house', () => house(tree)),
  part('configuration', () => configurationTable(write)),
  part('schema', () => schema(write)),
];

/** What `npm ci` does not bring: a part whose tool does not answer says so, and fails nothing. */
const outside = (): Promise<Outcome>[] => [part('bicep', bicep), part('packages', packages)];

async function main(): Promise<void> {
  process.chdir(root);
  const all = await Promise.all(process.argv.includes('--outside') ? outside() : inside(await readTree()));
  const failed = all.filter((one) => one === 'failed').length;
  const held = all.includes('undone') ? 'what could be done holds' : 'everything holds';
  console.log(failed === 0 ? `check: ${held}` : `check: ${failed} of ${all.length} parts failed`);
  process.exit(failed === 0 ? 0 : 1);
}

await main();
