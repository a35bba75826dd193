import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../../support/app.ts';
import { revision } from '../../support/cases.ts';
import { secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const denied = { code: '42501' };
const house = useHouse();
let app: pg.Client;
/** Two cases, and what the chain of the first ends with. */
let caseId: string;
let other: string;

beforeAll(async () => {
  caseId = (await revision(house)).revisionId;
  other = (await revision(house)).revisionId;
  app = new pg.Client({ connectionString: house.env['DATABASE_URL'] });
  await app.connect();
  house.onClose(() => app.end());
  // One that it stands under, and one that was laid when it had not moved.
  const heads = async () => (await house.sql('select from head')).length;
  const still = () =>
    house.sql('select from head where n > (select max(n) from head_leaf where case_id = $1)', [caseId]);
  while ((await still()).length === 0) {
    const laid = await heads();
    await house.advance(3600);
    await eventually(heads, (now) => now > laid, 15_000);
  }
}, 60_000);

/** What was done is undone: nothing stays in the trail of what was only tried. */
async function undone(...statements: [text: string, values?: unknown[]][]): Promise<void> {
  await app.query('begin');
  try {
    for (const [text, values] of statements) await app.query(text, values);
  } finally {
    await app.query('rollback');
  }
}

const event = `
  insert into event (case_id, at, actor, type, data)
  select $1, clock_timestamp() + offset_ms * interval '1 ms', '{"personId":null,"organisationId":null}', 'groupFormed', '{}'
  from clock`;
/** A seal for the newest event of the first case. */
const seal = (of: string, seq: string, previous: string): [string, unknown[]] => [
  `insert into seal (event_id, case_id, seq, previous, hash)
    select (select max(id) from event where case_id = $1), $2, ${seq}, ${previous}, repeat('a', 64)
    from (select seq, hash from seal where case_id = $2 order by seq desc limit 1) last`,
  [caseId, of],
];

describe('whoever gets into the app cannot seal an event', () => {
  test.each<[string, () => [string, unknown[]]]>([
    ['into the chain of another case', () => seal(other, 'last.seq + 1', 'last.hash')],
    ['behind a gap', () => seal(caseId, 'last.seq + 2', 'last.hash')],
    ['behind another link than the last', () => seal(caseId, 'last.seq + 1', `repeat('b', 64)`)],
    ['before the first', () => seal(caseId, '0', `repeat('0', 64)`)],
  ])('%s', async (_, how) => {
    await expect(undone([event, [caseId]], how())).rejects.toMatchObject(denied);
  });

  test('as the first of a chain that no case has', async () => {
    const first = `insert into seal (event_id, case_id, seq, previous, hash)
      select max(id), 'nobody', 1, repeat('0', 64), repeat('a', 64) from event where case_id = $1`;
    await expect(undone([event, [caseId]], [first, [caseId]])).rejects.toMatchObject(denied);
  });

  test('but as the next link of its own', async () => {
    await undone([event, [caseId]], seal(caseId, 'last.seq + 1', 'last.hash'));
  });

  test('by letting it wait with another case’s: it goes into its own chain all the same', async () => {
    await house.sql(
      `insert into unsealed (case_id, event_id) select $2, min(id) from event where case_id = $1`,
      [caseId, other],
    );
    await secretariat(house).do('formGroup', { revisionId: caseId });
    const sealed = () => house.sql('select from unsealed where case_id = any($1)', [[caseId, other]]);
    await eventually(sealed, (rows) => rows.length === 0);
    for (const revisionId of [caseId, other]) {
      const { verification } = await secretariat(house).view<any>(`trail?revisionId=${revisionId}`);
      expect(verification).toMatchObject({ ok: true, unsealed: 0 });
    }
  });
});

describe('nor say of a chain what is not so', () => {
  const leaf = `insert into head_leaf (case_id, n, seq, hash)`;
  const head = (at: string, previous: string) => `
    insert into head (n, at, previous, root, hash, key, signature, seed)
    select n + 1000000, ${at}, ${previous}, root, repeat('c', 64), key, signature, seed
    from (select * from head order by n desc limit 1) last, clock`;
  const now = `clock_timestamp() + offset_ms * interval '1 ms'`;

  test.each<[string, string]>([
    [
      'that it was verified further than it goes',
      `insert into checkpoint (case_id, seq, hash, at) values ($1, 99, repeat('a', 64), now())`,
    ],
    [
      'that it was another one',
      `insert into checkpoint (case_id, seq, hash, at) values ($1, 1, repeat('a', 64), now())`,
    ],
    [
      'that it ended elsewhere under the last head',
      `${leaf} select $1, (select max(n) from head), seq, hash from seal where case_id = $1 and seq = 1`,
    ],
    [
      'that more stood under the last head',
      `${leaf} select 'nobody', (select max(n) from head), seq, hash from seal where case_id = $1 and seq = 1`,
    ],
    [
      'with a head of tomorrow, so that none is due',
      head(`${now} + interval '1 day'`, 'last.hash') + ' where $1 <> $1 or true',
    ],
    ['with a head that is not behind the last', head(now, `repeat('d', 64)`) + ' where $1 <> $1 or true'],
  ])('%s', async (_, text) => {
    await expect(undone([text, [caseId]])).rejects.toMatchObject(denied);
  });
});
