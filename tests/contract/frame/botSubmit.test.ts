import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests, tenantId } from '../../support/app.ts';
import { hearing, passDeadline, vote, type Hearing } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { activity, cardMessages, deliver, messagesFor, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chat = '';

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  chat = await install(house, one.contact);
});
beforeEach(() => house.setClock(startOfTests));

/** A button pressed in a client that sends its card as a message: the verb lies among the data. */
const submit = (who: Someone, value: object, more: object = {}) => {
  const conversation = { id: chat, conversationType: 'personal', tenantId };
  return deliver(house, activity(house, who, { type: 'message', value, conversation, ...more }));
};
/** All that the bot has said in the person's own chat; an invitation may come between. */
const said = async (who: Someone): Promise<string> =>
  (await cardMessages(house, chat, who)).map(({ cards }) => wordsOf(cards[0])).join('\n');

describe('a Teams client that knows no Action.Execute', () => {
  let held: Hearing;
  beforeEach(async () => void (held = await hearing(house)));
  const remark = () => ({
    verb: 'addComment',
    hearingId: held.hearingId,
    type: 'technical',
    text: 'Uklart.',
  });
  const comments = async () =>
    (await one.staff.view<{ items: object[] }>(`comments?hearingId=${held.hearingId}`)).items;

  test('loses no comment: it is filed like any other, and the receipt comes as a message', async () => {
    await submit(one.contact, remark());
    expect(await comments()).toMatchObject([
      { text: 'Uklart.', type: 'technical', channel: 'card', organisationId: one.id },
    ]);
    expect(await said(one.contact)).toMatch(
      new RegExp(`bemærkning ${held.hearingRef}-\\d{3} til Hele udkastet`),
    );
  });

  test('files the same words once when the button is pressed twice', async () => {
    await submit(one.contact, remark());
    await submit(one.contact, remark());
    expect(await comments()).toHaveLength(1);
  });

  test('gives the words back when they come too late', async () => {
    await passDeadline(house, held.hearingId);
    await submit(one.contact, remark());
    expect(await comments()).toEqual([]);
    expect(await said(one.contact)).toContain('Uklart.');
  });

  test('is told plainly when the button names nothing the app can do', async () => {
    await submit(one.contact, { verb: 'burnTheArchive' });
    expect(await said(one.contact)).toContain('Handlingen findes ikke');
  });

  test('shows nobody else in a shared chat what was written or answered', async () => {
    const objectIds = [one.contact, one.staff].map(({ objectId }) => objectId);
    const { channelId } = await house.api('POST', '/teams', { name: 'Arbejdsgruppe', members: objectIds });
    const conversation = { id: channelId, conversationType: 'channel', tenantId, isGroup: true };
    await submit(one.contact, remark(), { conversation });
    expect(await comments()).toHaveLength(1);
    const all = JSON.stringify(await messagesFor(house, channelId, one.staff));
    expect(all).toContain('Modtaget.');
    expect(all).not.toContain('Uklart');
    expect(all).not.toContain(held.hearingRef);
  });
});

test('a ballot from such a client counts, and the last one is the organisation’s', async () => {
  const { voteId, meetingId } = await vote(house);
  await by.do('markPresent', { meetingId, organisationId: one.id, present: true });
  await submit(one.representative, { verb: 'castBallot', voteId, choice: 'for' });
  await submit(one.representative, { verb: 'castBallot', voteId, choice: 'against' });
  await by.do('closeVote', { voteId });
  const { ballots } = await by.view<{ ballots: object[] }>(`vote?id=${voteId}`);
  expect(ballots).toMatchObject([{ organisationId: one.id, choice: 'against' }]);
});
