import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { lookAt } from '../../../bot/jobs/case/verifyCase.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { halfFile } from '../../support/cases.ts';
import { member, secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { held, notHeld, type Chain } from './heldAgainst.ts';
import { livedIn } from './lived.ts';

const house = useHouse();
let db: Db;
let owner: pg.Client;
let chains: Record<Chain, string>;

beforeAll(async () => {
  const by = secretariat(house);
  const one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  const other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  const { revisionId, meetingId } = await livedIn(house, { by, one, other });
  await by.do('finishFile', await halfFile(house, revisionId));
  chains = { case: revisionId, meeting: meetingId, register: 'register' };
  ({ db } = openDatabase(house.env['DATABASE_URL']!, 2));
  owner = new pg.Client({ connectionString: house.databaseUrl });
  await owner.connect();
  house.onClose(() => Promise.all([owner.end(), db.destroy()]));
  // What only whoever owns the database can do, past its guards.
  await owner.query('set session_replication_role = replica');
}, 60_000);

interface Column {
  table: string;
  column: string;
  type: string;
}
const columnsOf = async (): Promise<Column[]> =>
  house.sql(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by 1, a.attnum`) as Promise<never>;

/** Another value of the same type. */
const other: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => 'gen_random_uuid()',
  integer: (column) => `coalesce(${column}, 0) + 1000`,
  bigint: (column) => `coalesce(${column}, 0) + 1000`,
  boolean: (column) => `not coalesce(${column}, false)`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 hour'`,
};
/** Where only some values may be, or a part of it is what counts. */
const special: Record<string, string> = {
  'ballot.choice': `case choice when 'for' then 'against' else 'for' end`,
  'appointment.role': `'deputy'`,
  'answer.joint_with': 'joint_with || gen_random_uuid()',
  'version.clauses': `'[]'`,
  'vote.rule': `rule || '{"quorum": 1}'`,
  'vote.result': `jsonb_set(result, '{base}', '99')`,
  'rules.rule': `rule || '{"quorum": 1}'`,
};

/** Who is of the secretariat alone has no place with a member. */
const which: Record<string, string> = { person: 'where organisation_id is not null' };

/** Changes one row, looks at its case, and puts the row back. */
async function foundAfter({ table, column, type }: Column): Promise<object[]> {
  const value = special[`${table}.${column}`] ?? other[type]!(column);
  const row = `(select ctid from "${table}" ${which[table] ?? ''} limit 1)`;
  const { rows: before } = await owner.query(
    `select ${column}::text as was from "${table}" where ctid = ${row}`,
  );
  const { rows } = await owner.query(
    `update "${table}" set ${column} = ${value} where ctid = ${row} returning ctid::text as at`,
  );
  const { records } = await lookAt(db, chains[held[table]!.chain], false);
  const back = await owner.query(`update "${table}" set ${column} = $1::text::${type} where ctid = $2::tid`, [
    before[0].was,
    rows[0].at,
  ]);
  expect(back.rowCount).toBe(1);
  return records;
}

describe('what decides is held against the trail', () => {
  test('of nothing that anybody did is anything else said', async () => {
    for (const chain of Object.values(chains))
      expect(await lookAt(db, chain, true)).toMatchObject({ chain: [], records: [] });
  });

  test.each(Object.keys(held))('whoever changes any column of %s is found out', async (table) => {
    const columns = (await columnsOf()).filter((one) => one.table === table);
    const silent: string[] = [];
    for (const one of columns.filter(({ column }) => held[table]!.columns.includes(column)))
      if ((await foundAfter(one)).length === 0) silent.push(one.column);
    expect(silent).toEqual([]);
    const { records } = await lookAt(db, chains[held[table]!.chain], false);
    expect(records).toEqual([]);
  });

  test('and each column there is, is either held or knowingly not', async () => {
    const known = Object.entries(held).flatMap(([table, { columns, but = {} }]) =>
      [...columns, ...Object.keys(but)].map((column) => `${table}.${column}`),
    );
    const all = (await columnsOf()).filter(({ table }) => !(table in notHeld));
    expect(all.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(known.toSorted());
  });

  test('and so is each table', async () => {
    const all = new Set((await columnsOf()).map(({ table }) => table));
    expect([...Object.keys(held), ...Object.keys(notHeld)].toSorted()).toEqual([...all].toSorted());
  });
});
