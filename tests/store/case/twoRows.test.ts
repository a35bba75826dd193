import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { caseById, insertRevision, lockCase, setCaseState } from '../../../bot/store/case/cases.ts';
import { useStore } from '../frame/ground.ts';

const store = useStore();
const rows = async <T = Record<string, unknown>>(text: string, values: unknown[]): Promise<T[]> =>
  (await store.pool.query(text, values)).rows as T[];

const shared = 'ref, title, state, created_at';
const inBoth = async (id: string): Promise<object[]> => [
  ...(await rows(`select ${shared} from "case" where id = $1`, [id])),
  ...(await rows(`select ${shared} from revision where id = $1`, [id])),
];
let last = 0;
const named = () => ({ ref: `POGI-2031-${100 + (last += 1)}`, title: 'Møbler' });

/** As this program starts one. */
const started = (): Promise<string> =>
  store.db.transaction().execute((trx) =>
    insertRevision(trx, {
      ...named(),
      goalNumber: 4,
      track: 'revise',
      year: 2031,
      state: 'planned',
      createdAt: new Date('2031-01-01T00:00:00Z'),
    }),
  );

/** As the program before does, which knows of no case. */
async function startedBefore(): Promise<string> {
  const id = randomUUID();
  const { ref, title } = named();
  await rows(
    `insert into revision (id, ref, goal_number, title, track, year, state, created_at)
     values ($1, $2, 4, $3, 'revise', 2031, 'planned', '2031-01-01')`,
    [id, ref, title],
  );
  return id;
}
const starts: [string, () => Promise<string>][] = [
  ['this program', started],
  ['the one before', startedBefore],
];

describe.each(starts)('a case that %s started', (_, start) => {
  let id: string;
  beforeAll(async () => {
    id = await start();
  });

  test('is the same by both of its rows', async () => {
    const [one, other] = await inBoth(id);
    expect(other).toEqual(one);
    expect(await caseById(store.db, id)).toMatchObject({
      kind: 'revision',
      state: 'planned',
      goalNumber: 4,
      year: 2031,
    });
  });

  test('moves in both, whichever of them was written', async () => {
    await store.db.transaction().execute((trx) => setCaseState(trx, id, 'developing'));
    expect(await inBoth(id)).toMatchObject([{ state: 'developing' }, { state: 'developing' }]);
    await rows(`update revision set state = 'decision' where id = $1`, [id]);
    expect(await inBoth(id)).toMatchObject([{ state: 'decision' }, { state: 'decision' }]);
  });

  test('is held from whoever knows the one row alone, and from whoever knows the other', async () => {
    await store.db.transaction().execute(async (trx) => {
      await lockCase(trx, id);
      for (const table of ['revision', '"case"']) {
        const text = `select from ${table} where id = $1 for no key update nowait`;
        await expect(rows(text, [id])).rejects.toMatchObject({ code: '55P03' });
      }
    });
  });
});

test('no two cases have one number, whichever program gives it out', async () => {
  const id = await started();
  const { ref } = (await caseById(store.db, id))!;
  const again = `insert into revision (id, ref, title, track, year, state, created_at)
    values ($1, $2, 'Igen', 'revise', 2031, 'planned', now())`;
  await expect(rows(again, [randomUUID(), ref])).rejects.toMatchObject({ code: '23505' });
});

describe('what belongs to a case names it in both columns, whichever was written:', () => {
  const all = { kind: 'proposal', title: 'Udkast', clauses: '[]', hash: 'x', created_at: '2031-01-02' };
  const meeting = { kind: 'workingGroup', season: 'spring', title: 'Møde', starts_at: '2031-01-02' };
  const of: [string, (id: string) => Record<string, unknown>][] = [
    ['version', (id) => ({ id, number: 1, ...all })],
    ['file', (id) => ({ id, name: 'Bilag', number: 1, size: 1, state: 'waiting', created_at: '2031-01-02' })],
    ['meeting', (id) => ({ id, ...meeting, ends_at: '2031-01-03', created_at: '2031-01-01' })],
    ['working_group', () => ({ created_at: '2031-01-02' })],
  ];

  test('every table that has both is filled in by the same step', async () => {
    const both = await rows(
      `select table_name::text as name from information_schema.columns
       where table_schema = 'public' and column_name in ('case_id', 'revision_id')
       group by 1 having count(*) = 2 order by 1`,
      [],
    );
    const filled = await rows(
      `select tgrelid::regclass::text as name from pg_trigger where tgfoid = 'name_case'::regproc order by 1`,
      [],
    );
    expect(filled.length).toBeGreaterThan(7);
    expect(filled).toEqual(both);
  });

  test.each(of)('%s', async (table, row) => {
    for (const column of ['case_id', 'revision_id']) {
      const caseId = await started();
      const values = Object.entries({ ...row(randomUUID()), [column]: caseId });
      const names = values.map(([name]) => name).join(', ');
      const text = `insert into ${table} (${names}) values (${values.map((_, at) => `$${at + 1}`).join(', ')})
        returning case_id, revision_id`;
      expect(
        await rows(
          text,
          values.map(([, value]) => value),
        ),
      ).toEqual([{ case_id: caseId, revision_id: caseId }]);
    }
  });
});
