import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { bringFile, bringPerson } from '../../../bot/jobs/reach/bringOlder.ts';
import type { Work } from '../../../bot/jobs/frame/work.ts';
import { errandOf } from '../../../bot/store/reach/errands.ts';
import { useStore } from '../../store/frame/ground.ts';

const store = useStore();
const now = new Date('2027-01-01T12:00:00Z');
const earlier = new Date('2027-01-01T11:00:00Z');
const sent: unknown[] = [];
let work: Work;
let personId: string;
beforeEach(async () => {
  sent.length = 0;
  const enqueue = async (_: unknown, name: string, data: object) => void sent.push({ name, ...data });
  work = { db: store.db, house: { clock: { now: () => now }, enqueue } } as unknown as Work;
  const { rows } = await store.pool.query(
    `with body as (
      insert into organisation (id, name, kind, created_at) values (gen_random_uuid(), gen_random_uuid()::text, 'municipality', now())
      returning id)
    insert into person (id, display_name, email, organisation_id, created_at)
      select gen_random_uuid(), 'Indkøber', 'p@example.dk', id, now() from body returning id`,
  );
  personId = rows[0].id;
});
/** As the program before asks for it: its own row, and its own job. */
const askedBefore = (step: string, at: Date, failure: string | null = null) =>
  store.pool.query(
    `insert into account_step (person_id, step, asked_at, failed_at, failure)
      values ($1, $2, $3, case when $4::text is not null then $3::timestamptz end, $4)`,
    [personId, step, at, failure],
  );

describe('whom the program before asked to be brought into Teams', () => {
  test('is, as of when it was asked', async () => {
    await askedBefore('guest', earlier);
    await bringPerson(work, { personId });
    expect(await errandOf(store.db, 'guest', personId)).toMatchObject({
      wanted: 2,
      done: 1,
      askedAt: earlier,
    });
    expect(sent).toEqual([{ name: 'bring', kind: 'guest', aboutId: personId }]);
  });

  test('and who left between that and its job is not brought back', async () => {
    await askedBefore('guest', earlier);
    await store.pool.query('update person set left_at = $2 where id = $1', [personId, now]);
    await bringPerson(work, { personId });
    expect(sent).toEqual([]);
    expect(await errandOf(store.db, 'guest', personId)).toMatchObject({ wanted: 1, done: 1 });
  });

  test('and who has removed the app is not given it again', async () => {
    await store.pool.query(`update person set object_id = $2 where id = $1`, [personId, randomUUID()]);
    await askedBefore('app', earlier, 'removed');
    await bringPerson(work, { personId });
    expect(sent).toEqual([]);
  });
});

test('what the program before sends goes the way of its kind, one at a time', async () => {
  const fileId = randomUUID();
  await bringFile(work, { fileId });
  expect(sent).toEqual([{ name: 'bring', kind: 'file', aboutId: fileId }]);
});
