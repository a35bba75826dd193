import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Went } from '../../../bot/process/reach/errands.ts';
import { transact } from '../../../bot/store/frame/database.ts';
import {
  askErrand,
  claimErrand,
  errandOf,
  errandsDue,
  settleErrand,
} from '../../../bot/store/reach/errands.ts';
import { useStore } from '../frame/ground.ts';

const store = useStore();
let id: string;
beforeEach(async () => {
  await store.pool.query('delete from meeting_event');
  await store.pool.query('delete from errand');
  id = randomUUID();
});
const now = new Date('2027-01-01T12:00:00Z');
const ask = () => transact(store.db, (trx) => askErrand(trx, 'event', id, now));
const claim = () => claimErrand(store.db, 'event', id);
const settle = (went: Went, at = now) =>
  transact(store.db, (trx) => settleErrand(trx, 'event', id, { went, at }));
const errand = () => errandOf(store.db, 'event', id);
const due = async () => (await errandsDue(store.db)).map(({ aboutId }) => aboutId);
const passes = (interval: string) =>
  store.pool.query(
    'update errand set claimed_at = claimed_at - $1::interval, due_at = due_at - $1::interval',
    [interval],
  );

describe('an errand', () => {
  test('is done by one at a time, and by nobody once it has come about', async () => {
    await ask();
    const all = await Promise.all([claim(), claim(), claim()]);
    expect(all.filter(Boolean)).toHaveLength(1);
    await settle({ done: 1 });
    expect(await claim()).toBeNull();
    expect(await errand()).toMatchObject({ wanted: 1, done: 1, dueAt: null, claimedAt: null, attempts: 1 });
  });

  test('is taken up by another once its claimer has been silent for too long, and is found by looking', async () => {
    await ask();
    await claim();
    expect(await due()).toEqual([]);
    await passes('61 seconds');
    expect(await due()).toEqual([id]);
    expect(await claim()).toMatchObject({ attempts: 2 });
  });

  test('that was asked for while it was being done is done once more', async () => {
    await ask();
    const taken = await claim();
    await ask();
    expect(await settle({ done: taken!.wanted })).toMatchObject({ wanted: 2, done: 1 });
    expect(await due()).toEqual([id]);
    expect(await claim()).toMatchObject({ wanted: 2 });
  });

  test('that was done twice at once is done as far as the later of them', async () => {
    await ask();
    await ask();
    await settle({ done: 2 });
    await settle({ done: 1 });
    expect(await errand()).toMatchObject({ done: 2 });
  });

  test('which nobody answered is tried again: at once by whoever was at it, later by itself', async () => {
    await ask();
    await claim();
    await settle({ failure: 'unavailable' });
    expect(await due()).toEqual([]);
    expect(await claim()).not.toBeNull();
    await settle({ failure: 'unavailable' });
    await passes('5 minutes');
    expect(await due()).toEqual([id]);
  });

  test('that failed for good waits for somebody to see to it, and says since when', async () => {
    await ask();
    await claim();
    await settle({ failure: 'eventGone' });
    await settle({ failure: 'eventGone' }, new Date('2027-01-02T12:00:00Z'));
    expect(await errand()).toMatchObject({ failure: 'eventGone', failedAt: now });
    await passes('1 year');
    expect(await due()).toEqual([]);
    expect(await claim()).toBeNull();
    await ask();
    // Why it failed says how it is done now.
    expect(await claim()).toMatchObject({ failure: 'eventGone', failedAt: null });
    await settle({ done: null });
    expect(await errand()).toMatchObject({ failure: null, failedAt: null });
  });

  test('of a kind that only a later program knows is left to that one', async () => {
    await store.pool.query(
      `insert into errand (kind, about_id, asked_at, due_at) values ('later', $1, now(), now())`,
      [id],
    );
    expect(await due()).toEqual([]);
  });
});

describe('beside the program before, which keeps a meeting’s event in a table of its own,', () => {
  let meetingId: string;
  beforeEach(async () => {
    const { rows } = await store.pool
      .query(`insert into meeting (id, kind, season, title, starts_at, ends_at, created_at)
      values (gen_random_uuid(), 'steeringGroup', 'spring', 'Møde', now(), now(), now()) returning id`);
    id = meetingId = rows[0].id;
  });
  const before = async () =>
    (await store.pool.query('select * from meeting_event where meeting_id = $1', [meetingId])).rows[0];
  const wantedBefore = () =>
    store.pool.query(
      `insert into meeting_event (meeting_id, key) values ($1, gen_random_uuid())
        on conflict (meeting_id) do update set wanted = meeting_event.wanted + 1`,
      [meetingId],
    );
  const writesBefore = (values: string) =>
    store.pool.query(`update meeting_event set ${values} where meeting_id = $1`, [meetingId]);
  const claimBefore = async () =>
    (
      await store.pool.query(
        `update meeting_event set claimed_at = now() where meeting_id = $1
          and (claimed_at is null or claimed_at < now() - interval '1 minute') returning meeting_id`,
        [meetingId],
      )
    ).rowCount;

  test('what either asks for, both see', async () => {
    await wantedBefore();
    expect(await errand()).toMatchObject({ wanted: 1, done: 0 });
    expect(await due()).toEqual([meetingId]);
    await writesBefore(`done = 1, claimed_at = null`);
    expect(await errand()).toMatchObject({ wanted: 1, done: 1, dueAt: null });
    await wantedBefore();
    expect(await errand()).toMatchObject({ wanted: 2, done: 1 });
    await ask();
    expect(await before()).toMatchObject({ wanted: 3, done: 1 });
    await settle({ done: 3 });
    expect(await before()).toMatchObject({ wanted: 3, done: 3, failure: null });
  });

  test('one of the two does it, whoever was first', async () => {
    await wantedBefore();
    expect(await claimBefore()).toBe(1);
    expect(await claim()).toBeNull();
    await writesBefore('claimed_at = null');
    expect(await claim()).not.toBeNull();
    expect(await claimBefore()).toBe(0);
    for (let round = 0; round < 20; round += 1) {
      await writesBefore('claimed_at = null');
      // Where the two cross, the database lets one of them go, and its job comes again.
      const [mine, theirs] = await Promise.allSettled([claim(), claimBefore()]);
      const took = [
        mine.status === 'fulfilled' && mine.value !== null,
        theirs.status === 'fulfilled' && theirs.value === 1,
      ];
      expect(took.filter(Boolean)).toHaveLength(1);
    }
  });

  test('what fails for either is told by both, and tried again by both', async () => {
    await wantedBefore();
    await writesBefore(`failure = 'unavailable', failed_at = now()`);
    expect(await errand()).toMatchObject({ failure: 'unavailable', failedAt: expect.any(Date) });
    await passes('5 minutes');
    expect(await due()).toEqual([meetingId]);
    await writesBefore(`failure = 'eventGone'`);
    expect(await due()).toEqual([]);
    await ask();
    await settle({ failure: 'notConnected' });
    expect(await before()).toMatchObject({ failure: 'notConnected', failed_at: now, claimed_at: null });
  });
});
