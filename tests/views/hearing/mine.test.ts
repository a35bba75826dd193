import { beforeEach, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import { handIn, hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { activity, deliver, invoke } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let held: Hearing;
let one: Member;
let other: Member;
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
  one = await member(house, { with: ['contact', 'staff'] });
  other = await member(house, { with: ['contact'] });
});

const write = (who: Someone) =>
  who.do('addComment', { hearingId: held.hearingId, type: 'general', text: 'Kravet er uklart.' });

/** What a reader's own part says they may, and what the acts' own buttons say. */
async function agree(who: Someone): Promise<void> {
  const { mine, allowed } = await who.view(`hearing?id=${held.hearingId}`);
  const button = (act: string): boolean => allowed.find((entry: any) => entry.act === act).ok;
  expect([mine.writes, mine.submits]).toEqual([button('addComment'), button('submitAnswer')]);
  const said = mine.proposals.some(({ decisions }: any) => decisions.accept || decisions.decline);
  if (mine.proposals.length > 0) expect(said).toBe(button('answerJoint'));
  // The same on the card, which is read another way.
  const card = JSON.stringify(
    (await deliver(house, activity(house, who, invoke('view', { view: 'hearing', id: held.hearingId }))))
      .body,
  );
  expect(card.includes('"addComment"')).toBe(mine.writes);
  expect(card.includes('"submitAnswer"')).toBe(mine.submits);
}

const states: [string, () => Promise<unknown>][] = [
  ['nobody has written', async () => undefined],
  ['staff has written', () => write(one.staff)],
  ['the contact has submitted', () => write(one.staff).then(() => handIn(one.contact, held.hearingId))],
  [
    'a mail was typed in beside what waits',
    async () => {
      await write(one.staff);
      const mail = { hearingId: held.hearingId, organisationId: one.id, position: 'noRemarks' as const };
      await secretariat(house).do('submitAnswer', mail);
    },
  ],
  [
    'it said yes to another’s answer, and wrote something more',
    async () => {
      const { hearingId } = held;
      await other.contact.do('submitAnswer', { hearingId, position: 'noRemarks', jointWith: [one.id] });
      await write(one.staff);
      await one.contact.do('answerJoint', { hearingId, accept: true });
    },
  ],
  [
    'it is asked to join another’s answer',
    () =>
      other.contact.do('submitAnswer', {
        hearingId: held.hearingId,
        position: 'noRemarks',
        jointWith: [one.id],
      }),
  ],
];

test.each(states)('what one may do in a hearing is what its buttons say: %s', async (_, make) => {
  await make();
  for (const who of [one.contact, one.staff, one.representative]) await agree(who);
  await passDeadline(house, held.hearingId);
  for (const who of [one.contact, one.staff, one.representative]) await agree(who);
});
