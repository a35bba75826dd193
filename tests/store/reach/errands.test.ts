import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { errandKinds, type Went } from '../../../bot/process/reach/errands.ts';
import { transact } from '../../../bot/store/frame/database.ts';
import {
  askErrand,
  askErrands,
  claimErrand,
  errandOf,
  errandsDue,
  kindsDue,
  renewErrand,
  settleErrand,
} from '../../../bot/store/reach/errands.ts';
import { useStore } from '../frame/ground.ts';

const store = useStore();
let id: string;
beforeEach(async () => {
  await store.pool.query('delete from errand');
  id = randomUUID();
});
const now = new Date('2027-01-01T12:00:00Z');
const ask = () => transact(store.db, (trx) => askErrand(trx, 'event', id, { at: now }));
const claim = () => claimErrand(store.db, 'event', id);
const settle = (
  went: Went,
  { at = now, ...of }: { at?: Date; upTo?: number; claimedAt?: Date | null } = {},
) =>
  transact(store.db, (trx) =>
    settleErrand(trx, 'event', id, { went, at, upTo: of.upTo, claimedAt: of.claimedAt ?? undefined }),
  );
const errand = () => errandOf(store.db, 'event', id);
const due = () => errandsDue(store.db, 'event');
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
    await settle({ done: true }, { upTo: 1 });
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
    expect(await settle({ done: true }, { upTo: taken!.wanted })).toMatchObject({ wanted: 2, done: 1 });
    expect(await due()).toEqual([id]);
    expect(await claim()).toMatchObject({ wanted: 2 });
  });

  test('that was done twice at once is done as far as the later of them', async () => {
    await ask();
    await ask();
    await settle({ done: true }, { upTo: 2 });
    await settle({ done: true }, { upTo: 1 });
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
    await settle({ failure: 'eventGone' }, { at: new Date('2027-01-02T12:00:00Z') });
    expect(await errand()).toMatchObject({ failure: 'eventGone', failedAt: now });
    await passes('1 year');
    expect(await due()).toEqual([]);
    expect(await claim()).toBeNull();
    await ask();
    // Why it failed says how it is done now.
    expect(await claim()).toMatchObject({ failure: 'eventGone', failedAt: null });
    await settle({ done: true });
    expect(await errand()).toMatchObject({ failure: null, failedAt: null });
  });

  test.each<[string, Went]>([
    ['fails', { failure: 'eventGone' }],
    ['waits', { waits: true }],
    ['rests', { rests: true }],
  ])('that was asked for while an attempt %s is done once more', async (_, went) => {
    await ask();
    const taken = await claim();
    await ask();
    expect(await settle(went, { upTo: taken!.wanted })).toMatchObject({ wanted: 2, done: 0, failedAt: null });
    expect(await due()).toEqual([id]);
    expect(await claim()).not.toBeNull();
  });

  test('is whoever’s has it: a claim that is renewed lasts, and who has lost it changes nothing', async () => {
    await ask();
    const { claimedAt: first } = (await claim())!;
    await passes('50 seconds');
    const aged = (await errand())!.claimedAt!;
    expect(await renewErrand(store.db, 'event', id, first!)).toBeNull();
    expect(await renewErrand(store.db, 'event', id, aged)).not.toBeNull();
    await passes('50 seconds');
    expect(await claim()).toBeNull();
    await passes('11 seconds');
    const late = (await errand())!.claimedAt!;
    const { claimedAt } = (await claim())!;
    expect(await settle({ failure: 'eventGone' }, { claimedAt: late })).toBeNull();
    expect(await settle({ done: true }, { claimedAt })).toMatchObject({ done: 1, failure: null });
    expect(await settle({ failure: 'eventGone' }, { claimedAt: late })).toBeNull();
    expect(await errand()).toMatchObject({ done: 1, failure: null });
  });

  test('that is not to be done for now stays as it was, and is asked for where its reason may pass', async () => {
    const of = async (failure: string) => {
      await ask();
      await settle({ failure });
      await settle({ rests: true });
      expect(await errand()).toMatchObject({ failure, failedAt: now, done: 0, dueAt: null });
      await askErrands(store.db, 'event', [id], now);
      return due();
    };
    expect(await of('eventGone')).toEqual([]);
    expect(await of('unavailable')).toEqual([id]);
  });

  test('whose tries cost somebody something is not tried again before its time', async () => {
    const { rows } = await store.pool.query(
      `insert into person (id, display_name, email, created_at) values (gen_random_uuid(), 'P', '', now()) returning id`,
    );
    const personId = rows[0].id;
    await transact(store.db, (trx) => askErrand(trx, 'guest', personId, { at: now }));
    expect(await claimErrand(store.db, 'guest', personId)).not.toBeNull();
    await transact(store.db, (trx) =>
      settleErrand(trx, 'guest', personId, { went: { failure: 'unavailable' }, at: now }),
    );
    expect(await claimErrand(store.db, 'guest', personId)).toBeNull();
    await passes('1 day');
    expect(await claimErrand(store.db, 'guest', personId)).not.toBeNull();
  });

  test('of a kind that only a later program knows is left to that one', async () => {
    await store.pool.query(
      `insert into errand (kind, about_id, asked_at, due_at) values ('later', $1, now(), now())`,
      [id],
    );
    expect(await kindsDue(store.db, errandKinds)).toEqual([]);
  });
});
