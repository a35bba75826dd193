import { expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { member, secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();

test('that messages were sent again, and how many, members do not read: those of a joint answer are sealed', async () => {
  const by = secretariat(house);
  const one = await member(house, { with: ['contact', 'staff'] });
  const named = await member(house, { with: ['contact'] });
  const { hearingId, revisionId } = await hearing(house);
  await one.contact.do('submitAnswer', { hearingId, position: 'noRemarks', jointWith: [named.id] });
  await eventually(
    () =>
      house.sql(`select id from delivery where about_id = $1 and state in ('queued', 'sending')`, [
        hearingId,
      ]),
    (waiting) => waiting.length === 0,
    20_000,
  );
  await house.sql(`update delivery set state = 'failed' where about_id = $1 and message = 'jointProposed'`, [
    hearingId,
  ]);
  await by.do('resendFailed', { hearingId });
  const trail = async (who: typeof by) => who.view(`trail?revisionId=${revisionId}`);
  await eventually(
    () => trail(by),
    ({ verification }) => verification.unsealed === 0,
  );
  const types = async (who: typeof by) => (await trail(who)).items.map(({ type }: any) => type);
  expect(await types(by)).toContain('messagesResent');
  expect(await types(one.staff)).not.toContain('messagesResent');
});
