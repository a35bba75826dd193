import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { PgBoss } from 'pg-boss';
import { acts } from '../../bot/acts/index.ts';
import { asClock } from '../../bot/acts/asClock.ts';
import type { House as Doing } from '../../bot/acts/run.ts';
import { openQueue, startWork, type Work } from '../../bot/jobs/queue.ts';
import { bringEvent } from '../../bot/jobs/tasks/bringEvent.ts';
import { DatabaseClock } from '../../bot/store/clock.ts';
import { openDatabase, type Db } from '../../bot/store/database.ts';
import { eventually, oid } from '../support/app.ts';
import { hearing, meeting, passDeadline } from '../support/cases.ts';

import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
let db: Db;
let doing: Doing;
beforeAll(async () => {
  ({ db } = openDatabase(house.databaseUrl, 4));
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  doing = { db, clock, enqueue: () => Promise.resolve() } as unknown as Doing;
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
    'insert into meeting_event (meeting_id, key) select unnest($1::uuid[]), gen_random_uuid()',
    [ids],
  );
  const lines: { msg: string }[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
  const away = () => Promise.reject(new Error('away'));
  const calendar = { create: away, change: away, cancel: away };
  const behind = bringEvent({ db, house: doing, log, calendar, link: () => '' } as unknown as Work, {});
  await expect(behind).rejects.toThrow(/^2 of 2 meetings could not be brought into the calendar/);
  expect(lines.map(({ msg }) => msg)).toEqual(ids.map(() => 'the calendar could not be brought up to date'));
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
