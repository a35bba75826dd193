import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../bot/store/frame/setUp/embedded.ts';

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Chats, subscriptions and cursors know the stand-in's address: in practice data that is copied they are told the new one. */
export async function moveTo(dataDir: string, port: number): Promise<void> {
  const markerFile = join(dataDir, 'scenario.json');
  const marker = JSON.parse(await readFile(markerFile, 'utf8')) as { port: number };
  const [from, to] = [addressOf(marker.port), addressOf(port)];
  const stateFile = join(dataDir, 'platform.json');
  await writeFile(stateFile, (await readFile(stateFile, 'utf8')).replaceAll(from, to));
  await inDatabase(dataDir, from, to);
  await writeFile(markerFile, JSON.stringify({ ...marker, port }));
}

async function inDatabase(dataDir: string, from: string, to: string): Promise<void> {
  const server = await startEmbedded(dataDir);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ place: string; name: string; type: string }>(columns);
    for (const { place, name, type } of rows)
      await client.query(
        `update ${place} set ${name} = replace(${name}::text, $1, $2)::${type} where strpos(${name}::text, $1) > 0`,
        [from, to],
      );
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Every column that can hold an address, but for the trail's: what was recorded stays as it was. */
const columns = `
  select c.oid::regclass::text as place, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
   where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
     and a.attgenerated = '' and c.relnamespace::regnamespace::text in ('public', 'pgboss')
     and c.relname not in ('event', 'seal')
     and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'text[]'::regtype)`;
