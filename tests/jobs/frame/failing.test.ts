import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { PgBoss } from 'pg-boss';
import { acts } from '../../../bot/acts/index.ts';
import { asClock } from '../../../bot/acts/frame/asClock.ts';
import type { House as Doing } from '../../../bot/acts/frame/run.ts';
import { openQueue, startWork } from '../../../bot/jobs/queue.ts';
import { bring } from '../../../bot/jobs/reach/bring.ts';
import { readAnswers } from '../../../bot/jobs/meeting/readAnswers.ts';
import { readCalendars } from '../../../bot/jobs/scheduling/readCalendars.ts';
import { watchDirectory } from '../../../bot/jobs/reach/watchDirectory.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { eventually, oid, startOfTests } from '../../support/app.ts';
import { sought } from '../../contract/meeting/meetingGround.ts';
import { member, secretariat } from '../../support/factories.ts';
import { hearing, meeting, passDeadline, revision } from '../../support/cases.ts';

import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { useHouse } from '../../support/useHouse.ts';
import type { Work } from '../../../bot/jobs/frame/work.ts';

const house = useHouse();
let db: Db;
let doing: Doing;
beforeAll(async () => {
  ({ db } = openDatabase(house.databaseUrl, 4));
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  doing = {
    db,
    clock,
    enqueue: () => Promise.resolve(),
    forgetPeople: () => undefined,
  } as unknown as Doing;
});

describe('what the clock is refused', () => {
  test('is thrown: nobody is there to read it', async () => {
    const unknown = asClock(doing, acts.noteFile, { fileId: oid(999_999), none: true });
    await expect(unknown).rejects.toMatchObject({ name: 'RefusedToClock', code: 'notFound' });
    const wrong = asClock(doing, acts.noteFile, { fileId: 1 });
    await expect(wrong).rejects.toMatchObject({ code: 'invalidInput' });
  });

  test('is no fault where it may have come to be so since somebody looked', async () => {
    const { hearingId } = await hearing(house);
    await passDeadline(house, hearingId);
    await eventually(
      () => asClock(doing, acts.remindMissing, { hearingId }, { expected: ['hearingClosed'] }),
      ({ ok }) => !ok,
    );
  });
});

test('a meeting whose calendar fails is told of, and every other one has its turn', async () => {
  const ids = [await meeting(house), await meeting(house)].map(({ meetingId }) => meetingId);
  await house.sql(
    `with kept as (insert into meeting_event (meeting_id, key) select unnest($1::uuid[]), gen_random_uuid())
      insert into errand (kind, about_id, asked_at, due_at)
        select 'event', unnest($1::uuid[]), now(), now() on conflict do nothing`,
    [ids],
  );
  const lines: { msg: string }[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
  const away = () => Promise.reject(new Error('away'));
  const calendar = { create: away, change: away, cancel: away };
  const behind = bring({ db, house: doing, log, calendar, link: () => '' } as unknown as Work, {
    kind: 'event',
  });
  await expect(behind).rejects.toThrow(/^2 of 2 errands could not be done: event/);
  expect(lines.map(({ msg }) => msg)).toEqual(ids.map(() => 'an errand could not be done'));
});

describe('of many, one that fails stops no other, and is told and tried again', () => {
  beforeAll(() => house.setClock(startOfTests));
  const away = () => Promise.reject(new Error('away'));
  const silent = pino({ level: 'silent' });
  const work = (more: object) =>
    ({ db, house: doing, log: silent, link: () => '', ...more }) as unknown as Work;
  /** The first that is asked for fails, those after it do not. */
  const firstAway = <T>(answer: T) => {
    const asked: unknown[] = [];
    const ask = (one: unknown): Promise<T> => {
      asked.push(one);
      return asked.length === 1 ? away() : Promise.resolve(answer);
    };
    return { asked, ask };
  };

  test('meetings’ chats that the bot is put into', async () => {
    const ids = [await meeting(house), await meeting(house)].map(({ meetingId }) => meetingId);
    await house.sql('update meeting set conversation_id = null, ends_at = $2 where id = any($1)', [
      ids,
      '2027-02-01T12:00:00Z',
    ]);
    await house.sql(`update meeting set cancelled_at = now() where not id = any($1)`, [ids]);
    const { asked, ask } = firstAway('19:thread@thread.v2');
    await house.sql(
      `insert into errand (kind, about_id, asked_at, due_at) select 'chat', unnest($1::text[]), now(), now()
        on conflict (kind, about_id) do update set due_at = now()`,
      [ids],
    );
    const entering = bring(work({ meetingChats: { threadOf: ask, enter: () => Promise.resolve() } }), {
      kind: 'chat',
    });
    await expect(entering).rejects.toThrow(/^1 of 2 errands could not be done: chat/);
    expect(asked).toHaveLength(2);
    const left = `select failure from errand where kind = 'chat' and about_id = any($1)`;
    const noted = await house.sql(left, [ids]);
    expect(noted.map(({ failure }) => failure).toSorted()).toEqual(['chatRefused', null].toSorted());
  });

  test('answers to meetings', async () => {
    const ids = [await meeting(house), await meeting(house)].map(({ meetingId }) => meetingId);
    await house.sql(
      `insert into meeting_event (meeting_id, key, event_id) select id, gen_random_uuid(), id::text from unnest($1::uuid[]) id`,
      [ids],
    );
    const { asked, ask } = firstAway([]);
    await expect(readAnswers(work({ calendar: { answers: ask } }), {})).rejects.toThrow(/^1 of 2 meetings/);
    expect(asked).toHaveLength(2);
  });

  test('calendars of those who are asked', async () => {
    const by = secretariat(house);
    await member(house, { name: 'Aarhus Kommune' });
    const { schedulingId } = await by.do('findTime', sought);
    const calendars = async () => (await by.view(`scheduling?id=${schedulingId}`)).calendars;
    // The house reads them too, by a job of its own: the newest reading counts.
    const read = await eventually(calendars, ({ readAt }) => readAt !== null);
    expect(read.failure).toBeNull();
    const reading = readCalendars(work({ calendar: { freeBusy: away } }), { schedulingId });
    await expect(reading).rejects.toThrow('away');
    expect((await calendars()).failure).not.toBeNull();
  });

  test('files that are copied: what could not be had just then is asked for at the next look', async () => {
    const { revisionId } = await revision(house);
    await house.sql(
      `with made as (
        insert into file (id, revision_id, name, number, size, hash, state, created_at)
        select gen_random_uuid(), $1, 'Bilag ' || n, n, 1, 'h', 'here', now() from generate_series(1, 2) n returning id)
      insert into errand (kind, about_id, asked_at, due_at) select 'file', id::text, now(), now() from made`,
      [revisionId],
    );
    await house.sql(`insert into directory_source (group_id, source) values ('host', 'team')`);
    const files = { folder: away };
    const look = () =>
      expect(bring(work({ files }), { kind: 'file' })).rejects.toThrow(
        /^2 of 2 errands could not be done: file/,
      );
    const hourPasses = () =>
      house.sql(`update errand set due_at = due_at - interval '1 hour' where kind = 'file'`);
    await look();
    await bring(work({ files }), { kind: 'file' });
    await hourPasses();
    await look();
    await hourPasses();
    await bring(work({ files: { folder: () => Promise.resolve({ refused: 'denied' }) } }), { kind: 'file' });
    // What was refused waits for somebody to see to it.
    await hourPasses();
    await bring(work({ files }), { kind: 'file' });
  });

  test('subscriptions to the host team: one that cannot be renewed is not made twice, and the others are seen to', async () => {
    await house.sql(
      `insert into subscription (id, group_id, client_state, expires_at)
      values ('1', 'host', 's', now()), ('2', 'no more', 's', now())`,
    );
    const { asked, ask } = firstAway(null);
    const made: string[] = [];
    const watch = async (groupId: string) => {
      made.push(groupId);
      return { id: '3', expiresAt: new Date('2100-01-01') };
    };
    const kept = async () => (await house.sql('select id from subscription')).map(({ id }) => id);
    await expect(watchDirectory(work({ watching: { renew: ask, watch } }))).rejects.toThrow(/^1 of 3 subs/);
    expect({ asked, made, kept: await kept() }).toEqual({ asked: ['1'], made: [], kept: ['1'] });
    await watchDirectory(work({ watching: { renew: ask, watch } }));
    expect({ made, kept: await kept() }).toEqual({ made: ['host'], kept: ['3'] });
    await house.sql('delete from subscription');
    await expect(watchDirectory(work({ watching: { renew: ask, watch: away } }))).rejects.toThrow(/^1 of 1/);
  });
});

describe('a job that fails', () => {
  let database: TestDatabase;
  let queue: PgBoss;
  beforeAll(async () => {
    database = await createDatabase();
  }, 30_000);
  afterAll(async () => {
    await queue?.stop({ graceful: false });
    await database?.drop();
  });

  test('is told in the log by its name', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
    queue = await openQueue(database.url, log);
    await startWork(queue, { log, directory: null } as unknown as Work);
    await queue.send('tidy', {});
    const told = async () => lines.find(({ msg, job }) => msg === 'a job failed' && job === 'tidy');
    expect(await eventually(told, (line) => line !== undefined, 15_000)).toMatchObject({ level: 40 });
  }, 30_000);
});
