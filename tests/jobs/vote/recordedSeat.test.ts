import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { markPresent, vote } from '../../support/cases.ts';
import { member, secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { foundIn } from '../case/foundIn.ts';

const house = useHouse();

test('whom a ballot was recorded for stands as it is told, while the vote is open, marked away, and closed', async () => {
  const by = secretariat(house);
  const one = await member(house);
  const other = await member(house);
  const { db } = openDatabase(house.env['DATABASE_URL']!, 2);
  house.onClose(() => db.destroy());
  const open = await vote(house);
  const { voteId, meetingId } = open;
  const findings = async () => [
    ...(await foundIn(house, db, open.revisionId)),
    ...(await foundIn(house, db, meetingId)),
  ];
  for (const { id: organisationId } of [one, other])
    await by.do('recordBallotOnBehalf', { voteId, organisationId, choice: 'for', means: 'room' });
  expect(await findings()).toEqual([]);
  await by.do('markPresent', { meetingId, organisationId: one.id, present: false });
  await markPresent(house, open, other);
  expect(await findings()).toEqual([]);
  await by.do('closeVote', { voteId });
  expect(await findings()).toEqual([]);
}, 60_000);
