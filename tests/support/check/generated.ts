import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './tree.ts';
import type { Finding } from './finding.ts';

const remedy = 'npm run check -- --write';
const schemaFile = join(root, 'bot/store/schema.sql');
const readme = join(root, 'README.md');
const begin = '<!-- configuration -->';
const end = '<!-- /configuration -->';

/** What is made from code stands in the tree for the reader, and must be what the code makes now. */
async function same(file: string, is: string, should: string, write: boolean): Promise<Finding> {
  if (is === should) return { wrong: [] };
  if (!write) return { wrong: [`${file.slice(root.length + 1)} is not what the code makes; ${remedy}`] };
  await writeFile(file, should);
  return { wrong: [], notes: [`wrote ${file.slice(root.length + 1)}`] };
}

export async function configurationTable(write: boolean): Promise<Finding> {
  const { configurationTable: table } = await import('../../../bot/config.ts');
  const text = await readFile(readme, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) return { wrong: [`README.md lacks the markers ${begin} and ${end}`] };
  const should = `${text.slice(0, from + begin.length)}\n\n${table().trim()}\n\n${text.slice(to)}`;
  return same(readme, text, should, write);
}

/** The schema as a fresh database tells it after every migration, in a server that is thrown away. */
export async function schema(write: boolean): Promise<Finding> {
  const [{ openDatabase }, { dumpSchema }, { startEmbedded }, { migrate }] = await Promise.all([
    import('../../../bot/store/frame/database.ts'),
    import('../../../bot/store/frame/setUp/dump.ts'),
    import('../../../bot/store/frame/setUp/embedded.ts'),
    import('../../../bot/store/frame/setUp/migrate.ts'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'schema-'));
  // As root the server runs as a user of its own, who must be able to walk into the folder.
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder);
  const { pool } = openDatabase(server.ownerUrl, 2);
  try {
    await migrate(pool);
    const is = existsSync(schemaFile) ? await readFile(schemaFile, 'utf8') : '';
    return await same(schemaFile, is, await dumpSchema(pool), write);
  } finally {
    await pool.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
