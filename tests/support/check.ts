import { budgets } from './check/budgets.ts';
import { configurationTable, schema } from './check/generated.ts';
import { house } from './check/house.ts';
import { format, functions, lint, types } from './check/tools.ts';
import { readTree, root } from './check/tree.ts';
import { words } from './check/words.ts';

/** What one part of the check found: `wrong` fails it, `notes` are for the reader. */
export interface Finding {
  wrong: string[];
  notes?: string[];
}

const write = process.argv.includes('--write');

/** Runs one part; a part that breaks is a failure of that part, never of the others. */
async function part(name: string, run: () => Finding | Promise<Finding>): Promise<boolean> {
  const from = performance.now();
  const found = await Promise.resolve()
    .then(run)
    .catch((error: Error): Finding => ({ wrong: [`broke: ${error.message.split('\n')[0]}`] }));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  for (const note of found.notes ?? []) console.log(`  ${name}: ${note}`);
  for (const line of found.wrong) console.log(`✗ ${name}: ${line}`);
  if (found.wrong.length === 0) console.log(`✓ ${name} (${seconds} s)`);
  return found.wrong.length === 0;
}

async function main(): Promise<void> {
  process.chdir(root);
  const tree = await readTree();
  const good = await Promise.all([
    part('types', types),
    part('lint', lint),
    part('functions', functions),
    part('format', format),
    part('budgets', () => budgets(tree)),
    part('words', () => words(tree)),
    part('house', () => house(tree)),
    part('configuration', () => configurationTable(write)),
    part('schema', () => schema(write)),
  ]);
  const failed = good.filter((one) => !one).length;
  console.log(failed === 0 ? 'check: everything holds' : `check: ${failed} of ${good.length} parts failed`);
  process.exit(failed === 0 ? 0 : 1);
}

await main();
