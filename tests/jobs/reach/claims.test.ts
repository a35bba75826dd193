import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { House as Doing } from '../../../bot/acts/frame/run.ts';
import { holding } from '../../../bot/jobs/frame/holding.ts';
import { bring } from '../../../bot/jobs/reach/bring.ts';
import type { Work } from '../../../bot/jobs/frame/work.ts';
import { passingReasons, type ErrandKind } from '../../../bot/process/reach/errands.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase, transact, type Db } from '../../../bot/store/frame/database.ts';
import { claimErrand, errandOf, failErrand } from '../../../bot/store/reach/errands.ts';
import { withoutApp } from '../../../bot/store/reach/reach.ts';
import { member, person, type Member } from '../../support/factories.ts';
import { meeting, revision } from '../../support/cases.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let db: Db;
let doing: Doing;
let one: Member;
let personId: string;
const sent: unknown[] = [];
beforeAll(async () => {
  ({ db } = openDatabase(house.databaseUrl, 4));
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  const enqueue = async (_: unknown, name: string, data: object) => void sent.push({ name, ...data });
  doing = { db, clock, enqueue, forgetPeople: () => undefined } as unknown as Doing;
  one = await member(house, { name: 'Aarhus Kommune' });
  await house.sql(
    `insert into directory_source (source, group_id, read_at) values ('team', 'host', now())
      on conflict (source) do update set read_at = now()`,
  );
});
/** Somebody in the team, for whom the app is due; the app that runs beside leaves it alone. */
beforeEach(async () => {
  sent.length = 0;
  ({ personId } = await person(house, one));
  await house.sql(
    `with known as (
      insert into directory_person (object_id, display_name, guest, seen_at) select object_id, display_name, false, now() from person where id = $1
      on conflict (object_id) do nothing)
    insert into errand (kind, about_id, asked_at, due_at) values ('app', $1, now(), now() + interval '1 minute')`,
    [personId],
  );
  await house.sql(
    `insert into directory_member (source, object_id, since) select 'team', object_id, now() from person where id = $1
      on conflict (source, object_id) do update set until_at = null`,
    [personId],
  );
});
const bringAbout = (kind: ErrandKind, aboutId: string, ports: object) => {
  const work = { db, house: doing, log: pino({ level: 'silent' }), ...ports };
  return bring(work as unknown as Work, { kind, aboutId });
};
const bringing = (install: () => Promise<object>) => bringAbout('app', personId, { accounts: { install } });
const errand = () => errandOf(db, 'app', personId);
const installed = async () =>
  (await eventsOf(house, 'register')).filter(
    ({ type, data }) => type === 'appInstalled' && data.personId === personId,
  );

describe('whoever has lost an errand while at it', () => {
  test('to another changes nothing and says nothing, whatever came of theirs', async () => {
    for (const answer of [{ done: undefined }, { refused: 'denied' }]) {
      let taken: Date | null = null;
      await bringing(async () => {
        await house.sql(`update errand set claimed_at = claimed_at - interval '1 hour' where about_id = $1`, [
          personId,
        ]);
        taken = (await claimErrand(db, 'app', personId))!.claimedAt;
        return answer;
      });
      expect(await errand()).toMatchObject({ claimedAt: taken, done: 0, failure: null });
      expect(await installed()).toEqual([]);
      await house.sql('update errand set claimed_at = null where about_id = $1', [personId]);
    }
  });

  test('to the person, who removed the app, does not clear that they did', async () => {
    await bringing(async () => {
      await transact(db, (trx) =>
        failErrand(trx, 'app', personId, { failure: 'removed', at: doing.clock.now() }),
      );
      return { done: undefined };
    });
    expect(await errand()).toMatchObject({ failure: 'removed', failedAt: expect.any(Date), dueAt: null });
    expect(await installed()).toEqual([]);
  });

  test('and whoever has it still settles it and says so once', async () => {
    await bringing(async () => ({ done: undefined }));
    expect(await errand()).toMatchObject({ claimedAt: null, done: 1 });
    expect(await installed()).toHaveLength(1);
  });
});

test('what is asked for while an attempt fails is brought about by a job of its own', async () => {
  await bringing(async () => {
    await house.sql('update errand set wanted = wanted + 1 where about_id = $1', [personId]);
    return { refused: 'refused' };
  });
  expect(await errand()).toMatchObject({ wanted: 2, done: 0, failure: 'refused', failedAt: null });
  expect(sent).toContainEqual({ name: 'bring', kind: 'app', aboutId: personId });
});

test('who had left when the app could be given keeps the reason, and is given it once they are back', async () => {
  await bringing(async () => ({ refused: 'denied' }));
  await house.sql("update person set left_at = now() + interval '1 day' where id = $1", [personId]);
  let given = 0;
  await bringing(async () => {
    given += 1;
    return { done: undefined };
  });
  expect(given).toBe(0);
  expect(await errand()).toMatchObject({
    done: 0,
    failure: 'denied',
    failedAt: expect.any(Date),
    dueAt: null,
  });
  const lack = async () => (await withoutApp(db, passingReasons('app'))).includes(personId);
  expect(await lack()).toBe(false);
  await house.sql('update person set left_at = null where id = $1', [personId]);
  expect(await lack()).toBe(true);
  await house.sql(`update errand set failure = 'removed' where about_id = $1`, [personId]);
  expect(await lack()).toBe(false);
});

test('the bot enters the chat of the link that a meeting has now, whichever it asked for before', async () => {
  const { meetingId } = await meeting(house);
  await house.sql(
    `update meeting set conversation_id = null, join_url = 'https://new.example' where id = $1`,
    [meetingId],
  );
  await house.sql(
    `insert into meeting_chat (meeting_id, thread_id) values ($1, 'old') on conflict (meeting_id) do update set thread_id = 'old'`,
    [meetingId],
  );
  await house.sql(
    `insert into errand (kind, about_id, asked_at, due_at) values ('chat', $1, now(), now() + interval '1 minute')
      on conflict (kind, about_id) do update set wanted = errand.wanted + 1, claimed_at = null, due_at = excluded.due_at`,
    [meetingId],
  );
  const entered: string[] = [];
  const threadOf = async (link: string) => (link === 'https://new.example' ? 'new' : null);
  const meetingChats = { threadOf, enter: async (thread: string) => void entered.push(thread) };
  await bringAbout('chat', meetingId, { meetingChats });
  expect(entered).toEqual(['new']);
});

test('a copy that the next file of its name is just being put over is not told as changed by somebody', async () => {
  const { revisionId } = await revision(house);
  const insert = `insert into file (id, case_id, name, number, size, hash, state, created_at, drive_id, item_id, etag)
    values (gen_random_uuid(), $1, 'Bilag.pdf', $2, 1, 'h', 'here', now(), $3, $3, $3) returning id`;
  const [first] = await house.sql<{ id: string }>(insert, [revisionId, 1, 'first']);
  await house.sql(
    `insert into directory_source (group_id, source) values ('host', 'team') on conflict do nothing`,
  );
  const looked = async (): Promise<string | null> => {
    await house.sql(
      `insert into errand (kind, about_id, asked_at, done, due_at) values ('file', $1, now(), 1, now())
        on conflict (kind, about_id) do update set due_at = now(), failure = null, failed_at = null`,
      [first!.id],
    );
    await bringAbout('file', first!.id, { files: { etag: async () => 'another' } });
    return (await errandOf(db, 'file', first!.id))!.failure;
  };
  const [second] = await house.sql<{ id: string }>(insert, [revisionId, 2, null]);
  expect(await looked()).toBeNull();
  await house.sql('delete from file where id = $1', [second!.id]);
  expect(await looked()).toBe('changed');
});

test('a claim is renewed for as long as the work takes, one time after another, and no longer', async () => {
  let [renewed, under, most] = [0, 0, 0];
  const renew = async () => {
    most = Math.max(most, (under += 1));
    await sleep(15);
    renewed += 1;
    under -= 1;
  };
  expect(await holding(10, renew, () => sleep(100, 'done'))).toBe('done');
  const then = renewed;
  expect(then).toBeGreaterThan(2);
  expect({ under, most }).toEqual({ under: 0, most: 1 });
  await expect(holding(10, renew, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await sleep(50);
  expect(renewed).toBe(then);
});
