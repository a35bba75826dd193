import type pg from 'pg';

const columns = `
  select table_name, column_name, data_type, is_nullable, coalesce(column_default, identity_generation, '') as given
  from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`;
const constraints = `
  select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`;
const indexes = `select indexdef as definition from pg_indexes where schemaname = 'public' order by indexname`;
const triggers = `
  select pg_get_triggerdef(oid) as definition from pg_trigger where not tgisinternal order by tgname`;

/** The schema as the database itself tells it: the same text from the same migrations, on any version. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const lines = [
    '-- Made from the migrations by `npm run check -- --write`. Read it; change the migrations.',
    '',
  ];
  const { rows: all } = await pool.query(columns);
  for (const table of new Set(all.map((row) => row.table_name as string))) {
    lines.push(`table ${table}`);
    for (const row of all.filter((one) => one.table_name === table)) {
      const must = row.is_nullable === 'NO' ? ' not null' : '';
      lines.push(`  ${row.column_name} ${row.data_type}${must}${row.given ? ` default ${row.given}` : ''}`);
    }
    lines.push('');
  }
  for (const row of (await pool.query(constraints)).rows)
    lines.push(`${row.of}: ${row.name} ${row.definition}`);
  lines.push('');
  for (const query of [indexes, triggers])
    for (const row of (await pool.query(query)).rows) lines.push(row.definition as string);
  return `${lines.join('\n')}\n`;
}
