import { expect, test } from '@jest/globals';
import { liesBehind, notToCome } from '../../../bot/process/meeting/meeting.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { meetingPage, meetingsToCome } from '../../../bot/store/meeting/meetingLists.ts';
import { nearestMeeting, openSessionOf } from '../../../bot/store/meeting/meetings.ts';
import type { MeetingRow } from '../../../bot/store/schema.ts';
import { meeting } from '../../support/cases.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const hour = 3600_000;

test('what the lists of meetings hold is what the rules say of each, whatever became of it', async () => {
  const now = await house.now();
  const { db } = openDatabase(house.env['DATABASE_URL']!, 1);
  house.onClose(() => db.destroy());
  for (const inSession of [true, false])
    for (const ended of [true, false])
      for (const cancelled of [true, false])
        for (const away of [-3 * hour, 0, 3 * hour]) {
          const { meetingId } = await meeting(house, { inSession });
          const endsAt = new Date(now.getTime() + away);
          await house.sql(
            `update meeting set ends_at = $2, starts_at = $3, cancelled_at = case when $4 then $5::timestamptz end where id = $1`,
            [meetingId, endsAt, new Date(endsAt.getTime() - hour), cancelled, now],
          );
          if (ended)
            await house.sql('update session set ended_at = $2 where meeting_id = $1', [meetingId, now]);
        }
  const all = await meetingPage(db, { limit: 500, now });
  const open = new Map(
    await Promise.all(all.map(async ({ id }) => [id, (await openSessionOf(db, id)) !== null] as const)),
  );
  const ids = (rows: MeetingRow[]): string[] => rows.map(({ id }) => id);
  const behind = (one: MeetingRow): boolean => liesBehind(one, open.get(one.id)!, now);
  expect(ids(await meetingPage(db, { limit: 500, now, past: true }))).toEqual(ids(all.filter(behind)));
  // One that is cancelled has no session that goes on: what is not behind is ahead.
  const ahead = all.filter((one) => !behind(one));
  expect(ids(await meetingPage(db, { limit: 500, now, past: false }))).toEqual(ids(ahead));
  const toCome = all.filter((one) => notToCome(one, now) === null);
  expect(ids(await meetingsToCome(db, now)).toSorted()).toEqual(ids(toCome).toSorted());
  await house.sql('update session set ended_at = $1 where ended_at is null', [now]);
  expect((await nearestMeeting(db, 'steeringGroup', now))!.cancelledAt).toBeNull();
});
