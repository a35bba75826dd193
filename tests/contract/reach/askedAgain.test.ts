import { expect, test } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { noteWhere } from '../../../bot/teams/reach/places.ts';
import { tenantId } from '../../support/app.ts';
import { meeting } from '../../support/cases.ts';
import { secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import type { Bot } from '../../../bot/teams/frame/turn.ts';

const house = useHouse();

test('a chat whose meeting Teams did not tell of is asked about again by the next word in it', async () => {
  const { db } = openDatabase(house.databaseUrl, 2);
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  const { meetingId } = await meeting(house, { inSession: false });
  const [row] = await house.sql<{ joinUrl: string }>(
    'select join_url as "joinUrl" from meeting where id = $1',
    [meetingId],
  );
  const answers = [null, { joinUrl: row!.joinUrl }];
  let asked = 0;
  const info = () => Promise.resolve(answers[asked++]);
  const doing = {
    db,
    clock,
    meetings: { info },
    enqueue: () => Promise.resolve(),
    forgetPeople: () => undefined,
  };
  const bot = { house: doing } as unknown as Bot;
  const said = {
    type: 'message',
    serviceUrl: 'https://smba.example/emea/',
    conversation: { id: '19:meeting_unasked@thread.v2', conversationType: 'groupChat', tenantId },
    channelData: { meeting: { id: 'meeting-unasked' } },
  } as unknown as Activity;
  const linked = async (): Promise<boolean> =>
    (await secretariat(house).view(`meeting?id=${meetingId}`)).linked;
  await noteWhere(bot, said);
  expect(await linked()).toBe(false);
  await noteWhere(bot, said);
  expect(await linked()).toBe(true);
  // What is known is not asked for with every word.
  await noteWhere(bot, said);
  expect(asked).toBe(2);
});
