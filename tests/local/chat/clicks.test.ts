import { beforeEach, describe, expect, test } from '@jest/globals';
import { oid } from '../../contract/frame/standinHelp.ts';
import { ask, card, cardType, refusal, sendCard, teamOf, to, useStage, withCard } from '../help.ts';

const stage = useStage();
let chat: string;
let id: string;
beforeEach(async () => {
  ({ channelId: chat } = await teamOf(stage, [1, 2]));
  id = await sendCard(stage, chat, 'fælles');
  stage.heard.length = 0;
});

const clickBody = (more: object = {}) => ({
  objectId: oid(1),
  conversationId: chat,
  activityId: id,
  verb: 'castBallot',
  ...more,
});
const click = (more: object = {}) => stage.api('POST', '/click', clickBody(more));
const invoke = () => stage.heard.at(-1)!.activity;
const answerWith = (body: unknown) => void (stage.reply.body = body);
const answerCard = (text: string) => answerWith({ statusCode: 200, type: cardType, value: card(text) });
const shown = async (n: number) => (await stage.seen(chat, n)).find((one) => one.id === id);
const words = async (n: number) => (await shown(n)).cards[0].body[0].text as string;

describe('what the app hears of a click', () => {
  // platform.md section 2: inputs are merged into `data`; trigger is manual or automatic.
  test.each([
    ['nothing', {}, 'manual'],
    ['manual', { trigger: 'manual' }, 'manual'],
    ['automatic', { trigger: 'automatic' }, 'automatic'],
  ])('with the trigger said as %s', async (_, said, trigger) => {
    await click(said);
    expect(invoke().value.trigger).toBe(trigger);
  });

  test('the data as they are, whatever is in them', async () => {
    const data = { id: 'æ"<', nested: { list: [1, null, ''] }, choice: '' };
    await click({ data });
    expect(invoke().value.action).toEqual({ type: 'Action.Execute', verb: 'castBallot', data });
  });

  test('without data an empty set, so that nothing is read from nothing', async () => {
    await click();
    expect(invoke().value.action.data).toEqual({});
  });

  test('who clicked, on what, and in which thread', async () => {
    await click({ objectId: oid(2) });
    expect(invoke()).toMatchObject({
      from: { aadObjectId: oid(2) },
      replyToId: id,
      conversation: { id: `${chat};messageid=${id}` },
    });
  });

  test('each click by a number of its own, and a resent one by the number it had', async () => {
    await click();
    await click();
    await click({ invokeId: 'f:same' });
    await click({ invokeId: 'f:same' });
    const ids = stage.heard.map(({ activity }) => activity.id as string);
    expect([new Set(ids.slice(0, 2)).size, ids[2], ids[3]]).toEqual([2, 'f:same', 'f:same']);
  });
});

describe('a person’s own view', () => {
  // platform.md section 2: a card returned by an invoke replaces it only for that user.
  test('is that person’s, says so, and says since when', async () => {
    answerCard('min');
    await click();
    expect(await shown(1)).toMatchObject({ ownView: true, ownViewAt: expect.any(String), version: 1 });
    expect(await shown(2)).toMatchObject({ ownView: false, ownViewAt: null });
    expect([await words(1), await words(2)]).toEqual(['min', 'fælles']);
  });

  test('of two people are two', async () => {
    answerCard('til en');
    await click();
    answerCard('til to');
    await click({ objectId: oid(2) });
    expect([await words(1), await words(2)]).toEqual(['til en', 'til to']);
  });

  test('gives way to the next one, also when the page asked by itself', async () => {
    answerCard('først');
    await click();
    answerCard('så');
    await click({ trigger: 'automatic' });
    expect(await words(1)).toBe('så');
  });

  test('belongs to one message: another with the same card stays as it is', async () => {
    const other = await sendCard(stage, chat, 'fælles');
    answerCard('min');
    await click();
    const second = (await stage.seen(chat, 1)).find((one) => one.id === other);
    expect([second.ownView, second.cards[0].body[0].text]).toEqual([false, 'fælles']);
  });

  test('goes when the message is edited', async () => {
    answerCard('min');
    await click();
    await stage.connector('PUT', to(chat, id), withCard('lukket'));
    expect(await shown(1)).toMatchObject({ ownView: false, version: 2 });
    expect(await words(1)).toBe('lukket');
  });

  // platform.md section 2: message, error, loginRequest and preconditionFailed are answers, not cards.
  test.each<[string, unknown]>([
    ['a sentence', { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' }],
    ['an error', { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x' } }],
    ['a card said to be an error', { statusCode: 500, type: cardType, value: card('min') }],
    ['a card that is not there', { statusCode: 200, type: cardType }],
    ['nothing', {}],
    ['null', null],
  ])('is not made of %s', async (_, body) => {
    answerWith(body);
    const reply = await click();
    expect(reply).toEqual({ status: 200, body });
    expect(await shown(1)).toMatchObject({ ownView: false });
  });
});

describe('a click that cannot be', () => {
  test.each<[string, () => object, number, string]>([
    ['by somebody outside the chat', () => ({ objectId: oid(3) }), 403, 'Forbidden'],
    ['by nobody', () => ({ objectId: 'nobody' }), 404, 'UserNotFound'],
    ['on a message there is not', () => ({ activityId: '1' }), 404, 'ActivityNotFound'],
    ['in a chat there is not', () => ({ conversationId: '19:x' }), 404, 'ConversationNotFound'],
  ])('%s is refused, and the app hears nothing', async (_, wrong, status, code) => {
    await stage.add(3);
    const answer = await ask(stage, 'POST', '/_platform/click', clickBody(wrong()));
    expect(refusal(answer)).toEqual([status, code]);
    expect(stage.heard).toEqual([]);
  });

  test('on a message that was deleted is refused', async () => {
    await stage.connector('DELETE', to(chat, id));
    const answer = await ask(stage, 'POST', '/_platform/click', clickBody());
    expect(refusal(answer)).toEqual([404, 'ActivityNotFound']);
  });

  test('while the app is down says so, and the card stays', async () => {
    stage.platform.setAppUrl('http://127.0.0.1:9');
    const answer = await ask(stage, 'POST', '/_platform/click', clickBody());
    stage.platform.setAppUrl(stage.url);
    expect(refusal(answer)).toEqual([502, 'AppUnreachable']);
    expect(await words(1)).toBe('fælles');
  });
});
