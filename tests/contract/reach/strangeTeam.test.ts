import { expect, test } from '@jest/globals';
import { eventually, tenantId } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { member, secretariat, stranger } from '../../support/factories.ts';
import { activity, cardMessages, deliver } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { directoryEnv, hostTeam } from './directoryGround.ts';

const house = useHouse({ env: directoryEnv });

test('a hearing is posted in the host team, and in no team that somebody has added the app to', async () => {
  const { staff } = await member(house, { name: 'Aarhus Kommune' });
  const nobody = await stranger(house);
  const team = (name: string, who: { objectId: string }, more: object = {}) =>
    house.api('POST', '/teams', { name, members: [who.objectId], ...more });
  const ours = await team('Partnerskabet', staff, { groupId: hostTeam });
  const theirs = await team('Leverandøren', nobody);
  const known = () => house.sql(`select id from conversation where kind = 'team'`);
  await eventually(known, (rows) => rows.length > 0);
  // Teams tells of a team without its group too: ours stays known, theirs stays unknown.
  for (const { channelId } of [ours, theirs])
    await deliver(
      house,
      activity(house, nobody, {
        type: 'conversationUpdate',
        conversation: { id: channelId, conversationType: 'channel' },
        channelData: { team: { id: channelId }, tenant: { id: tenantId } },
      }),
    );
  expect(await known()).toEqual([{ id: ours.channelId }]);
  const { hearingId } = await hearing(house);
  await secretariat(house).do('extendDeadline', { hearingId, deadline: '2027-04-20T12:00:00+02:00' });
  await eventually(
    () => cardMessages(house, ours.channelId, staff),
    (seen) => seen.length === 2,
    20_000,
  );
  expect(await cardMessages(house, theirs.channelId, nobody)).toEqual([]);
}, 60_000);
