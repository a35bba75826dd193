import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ErrandKind, Went } from '../../../bot/process/reach/errands.ts';
import { transact } from '../../../bot/store/frame/database.ts';
import {
  askErrand,
  claimErrand,
  errandOf,
  errandsDue,
  settleErrand,
} from '../../../bot/store/reach/errands.ts';
import { newCase, useStore } from '../frame/ground.ts';

/*
 * The program before errands goes on beside this one: what it writes and reads of each kind is written here as it does, and
 * either must see what the other asked for, took up and settled.
 */
const store = useStore();
const now = new Date('2027-01-01T12:00:00Z');
let kind: ErrandKind;
let id: string;
beforeEach(() => store.pool.query('delete from errand'));

const ask = () => transact(store.db, (trx) => askErrand(trx, kind, id, { at: now }));
const claim = () => claimErrand(store.db, kind, id);
const settle = (went: Went) => transact(store.db, (trx) => settleErrand(trx, kind, id, { went, at: now }));
const errand = () => errandOf(store.db, kind, id);
const due = () => errandsDue(store.db, kind);
const passes = (interval: string) =>
  store.pool.query(
    'update errand set claimed_at = claimed_at - $1::interval, due_at = due_at - $1::interval',
    [interval],
  );
const failing = (failure: string) => ({ failure, failedAt: expect.any(Date) });

async function newMeeting(): Promise<string> {
  const { rows } = await store.pool
    .query(`insert into meeting (id, kind, season, title, starts_at, ends_at, created_at)
      values (gen_random_uuid(), 'steeringGroup', 'spring', 'Møde', now(), now() + interval '1 hour', now()) returning id`);
  return rows[0].id;
}

describe('a meeting’s event, which it keeps in a table of its own,', () => {
  let meetingId: string;
  beforeEach(async () => {
    [kind, id] = ['event', (meetingId = await newMeeting())];
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
    await settle({ done: true });
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

describe('a meeting’s chat, which it asks for by a job alone,', () => {
  beforeEach(async () => {
    [kind, id] = ['chat', await newMeeting()];
  });
  const noted = (values: string) =>
    store.pool.query(
      `insert into meeting_chat (meeting_id, asked_at) values ($1, now())
        on conflict (meeting_id) do update set asked_at = now(), ${values}`,
      [id],
    );
  const before = async () =>
    (await store.pool.query('select * from meeting_chat where meeting_id = $1', [id])).rows[0];

  test('is looked for by this one within the hour once the meeting has a link', async () => {
    await store.pool.query(`update meeting set join_url = 'https://teams.example' where id = $1`, [id]);
    expect(await errand()).toMatchObject({ wanted: 1, done: 0 });
    expect(await due()).toEqual([]);
    await passes('1 hour');
    expect(await due()).toEqual([id]);
  });

  test('is left in peace for an hour by whoever comes second, and why it failed is told by both', async () => {
    await ask();
    await noted(`failure = 'chatUnknown', failed_at = now()`);
    await noted(`failure = 'chatUnknown', failed_at = now()`);
    expect(await errand()).toMatchObject(failing('chatUnknown'));
    expect(await due()).toEqual([]);
    await settle({ failure: 'chatRefused' });
    expect(await before()).toMatchObject({ failure: 'chatRefused' });
    await ask();
    expect(await before()).toMatchObject({ failure: null, asked_at: now });
    await settle({ waits: true });
    expect(await errand()).toMatchObject({ done: 0, failure: null });
  });
});

describe('a working group’s channel', () => {
  beforeEach(async () => {
    [kind, id] = ['channel', await newCase(store)];
    await store.pool.query(
      'insert into working_group (revision_id, created_at, asked_at) values ($1, now(), now())',
      [id],
    );
  });
  const writes = (values: string) =>
    store.pool.query(`update working_group set ${values} where revision_id = $1`, [id]);
  const before = async () =>
    (await store.pool.query('select * from working_group where revision_id = $1', [id])).rows[0];

  test('is asked for with the group, and anew by whoever asks, for both', async () => {
    expect(await due()).toEqual([id]);
    await writes(`claimed_at = now()`);
    expect(await claim()).toBeNull();
    await writes(`claimed_at = null, channel_id = $1::text, failure = null, failed_at = null`);
    expect(await errand()).toMatchObject({ wanted: 1, done: 1, failure: null });
    expect(await due()).toEqual([]);
    await writes(`asked_at = now() + interval '1 second'`);
    expect(await errand()).toMatchObject({ wanted: 2, done: 1 });
    expect(await claim()).not.toBeNull();
    expect((await before()).claimed_at).not.toBeNull();
    await settle({ done: true });
    expect(await before()).toMatchObject({ claimed_at: null, failure: null });
  });

  test('that fails is told by both, and looked after each day', async () => {
    await writes(`claimed_at = null, failure = 'denied', failed_at = now()`);
    expect(await errand()).toMatchObject(failing('denied'));
    expect(await due()).toEqual([]);
    await passes('1 day');
    expect(await due()).toEqual([id]);
    await settle({ failure: 'gone' });
    expect(await before()).toMatchObject({ failure: 'gone', claimed_at: null });
    await ask();
    expect(await before()).toMatchObject({ failure: null });
  });
});

describe('SharePoint’s copy of a file', () => {
  beforeEach(async () => {
    const caseId = await newCase(store);
    const { rows } = await store.pool.query(
      `insert into file (id, revision_id, name, number, size, state, created_at)
        values (gen_random_uuid(), $1, 'Bilag.pdf', 1, 1, 'receiving', now()) returning id`,
      [caseId],
    );
    [kind, id] = ['file', rows[0].id];
  });
  const writes = (values: string) => store.pool.query(`update file set ${values} where id = $1`, [id]);
  const before = async () => (await store.pool.query('select * from file where id = $1', [id])).rows[0];

  test('is asked for once the file has come in, whichever of the two took it', async () => {
    expect(await errand()).toBeNull();
    await writes(`state = 'waiting', hash = 'h'`);
    expect(await due()).toEqual([id]);
    await writes(`claimed_at = now(), sent = 0`);
    expect(await claim()).toBeNull();
    await writes(`state = 'there', item_id = 'i', claimed_at = null`);
    expect(await errand()).toMatchObject({ done: 1, failure: null });
    await passes('1 hour');
    expect(await due()).toEqual([id]);
    await settle({ failure: 'changed' });
    expect(await before()).toMatchObject({ state: 'changed', failure: 'changed' });
  });

  test('that is taken in by this one is shown by the other as it stands', async () => {
    await writes(`state = 'here', hash = 'h'`);
    expect(await errand()).toBeNull();
    await ask();
    expect(await before()).toMatchObject({ state: 'waiting' });
    await settle({ failure: 'nameTaken' });
    expect(await before()).toMatchObject({ state: 'failed', failure: 'nameTaken', failed_at: now });
    expect(await due()).toEqual([]);
    await writes(`state = 'waiting'`);
    // What failed before says that the next goes beside it.
    expect(await claim()).toMatchObject({ failure: 'nameTaken', failedAt: null });
    await settle({ done: true, over: true });
    expect(await before()).toMatchObject({ state: 'here', failure: null });
  });
});

describe('a step of somebody’s way into Teams', () => {
  beforeEach(async () => {
    const { rows } = await store.pool.query(
      `insert into person (id, display_name, email, created_at) values (gen_random_uuid(), 'Indkøber', '', now()) returning id`,
    );
    [kind, id] = ['app', rows[0].id];
  });
  const puts = (failure: string | null) =>
    store.pool.query(
      `insert into account_step (person_id, step, asked_at, failed_at, failure)
        values ($1, 'app', $3, case when $2::text is not null then $3::timestamptz end, $2)
        on conflict (person_id, step) do update set asked_at = excluded.asked_at, failed_at = excluded.failed_at,
          failure = excluded.failure`,
      [id, failure, now],
    );
  const before = async () =>
    (await store.pool.query('select * from account_step where person_id = $1', [id])).rows[0];

  test('that the other is at, by a job of its own, is left to it', async () => {
    await puts(null);
    expect(await errand()).toMatchObject({ wanted: 1, done: 1, askedAt: now, dueAt: null });
    expect(await claim()).toBeNull();
  });

  test('that failed is tried again by this one where it may pass, and left alone where the person removed the app', async () => {
    await puts('denied');
    expect(await errand()).toMatchObject({ failure: 'denied', failedAt: now });
    await passes('1 day');
    expect(await due()).toEqual([id]);
    await puts('removed');
    expect(await due()).toEqual([]);
    await ask();
    expect(await before()).toMatchObject({ step: 'app', asked_at: now, failure: null });
    await settle({ failure: 'unknownAccount' });
    expect(await before()).toMatchObject({ failure: 'unknownAccount', failed_at: now });
  });
});
