import { describe, expect, test } from '@jest/globals';
import { appId, oid } from '../../contract/frame/standinHelp.ts';
import { ask, meetingOf, refusal, sendCard, teamOf, to, useStage } from '../help.ts';

const stage = useStage();
const chatsOf = (n: number) => stage.api<any[]>('GET', `/chats?as=${oid(n)}`);
const chatOf = async (n: number, id: string) => (await chatsOf(n)).find((one) => one.id === id);
const say = (n: number, conversationId: string, text: string, more: object = {}) =>
  stage.api('POST', '/say', { objectId: oid(n), conversationId, text, ...more });
const heard = () => stage.heard.map(({ activity }) => activity).filter(({ type }) => type === 'message');

describe('the list of chats', () => {
  test('holds those the person is in, and no others', async () => {
    const personal = await stage.install(1);
    const { channelId } = await teamOf(stage, [1, 2]);
    const { conversationId } = await meetingOf(stage, [2, 3]);
    const ids = async (n: number) => (await chatsOf(n)).map(({ id }) => id).toSorted();
    expect(await ids(1)).toEqual([personal, channelId].toSorted());
    expect(await ids(2)).toEqual([channelId, conversationId].toSorted());
    expect(await ids(3)).toEqual([conversationId]);
  });

  test('names what each is, how many are in it, and the meeting it belongs to', async () => {
    const { conversationId, meetingId } = await meetingOf(stage, [10, 11]);
    expect(await chatOf(10, conversationId)).toMatchObject({
      type: 'groupChat',
      name: 'Styregruppemøde',
      members: 2,
      bot: true,
      meetingId,
      lastId: null,
      lastText: '',
      lastFrom: null,
    });
  });

  test('a personal chat comes with the bot, and stays after it if anything was said', async () => {
    await stage.add(20);
    expect(await chatsOf(20)).toEqual([]);
    const chat = await stage.install(20);
    expect((await chatsOf(20)).map(({ id }) => id)).toEqual([chat]);
    await stage.api('POST', '/uninstall', { objectId: oid(20) });
    expect(await chatsOf(20)).toEqual([]);
    await say(20, chat, 'status');
    expect(await chatOf(20, chat)).toMatchObject({ bot: false, lastText: 'status' });
  });

  test('shows the last thing said and by whom; a card by its summary', async () => {
    const { channelId } = await teamOf(stage, [30, 31]);
    await say(31, channelId, 'Hej', { mention: false });
    expect(await chatOf(30, channelId)).toMatchObject({
      lastText: 'Hej',
      lastFrom: 'Indkøbschef, Kommune 31',
    });
    const sent = { type: 'message', summary: 'Intern høring: Rengøring' };
    const { body } = await stage.connector('POST', to(channelId), sent);
    expect(await chatOf(30, channelId)).toMatchObject({
      lastId: body.id,
      lastText: 'Intern høring: Rengøring',
      lastFrom: 'POGI',
    });
  });

  test('does not show what was deleted as the last thing said', async () => {
    const chat = await stage.install(32);
    await say(32, chat, 'står');
    const id = await sendCard(stage, chat);
    await stage.connector('DELETE', to(chat, id));
    expect(await chatOf(32, chat)).toMatchObject({ lastText: 'står' });
  });

  test('of nobody is not found', async () => {
    for (const path of ['/chats', '/chats?as=', '/chats?as=nobody'])
      expect(refusal(await ask(stage, 'GET', `/_platform${path}`))).toEqual([404, 'UserNotFound']);
  });
});

describe('reading a chat', () => {
  test('is for those who are in it', async () => {
    const chat = await stage.install(40);
    await say(40, chat, 'mit');
    await stage.add(41);
    const path = `/_platform/chats/${encodeURIComponent(chat)}/messages?as=${oid(41)}`;
    const answer = await ask(stage, 'GET', path);
    expect(refusal(answer)).toEqual([403, 'Forbidden']);
    expect(JSON.stringify(answer.body)).not.toContain('mit');
  });

  test('everybody in a shared one reads the same words, with who said them', async () => {
    const { channelId } = await teamOf(stage, [42, 43]);
    await say(42, channelId, 'Godmorgen', { mention: false });
    const [one, two] = [await stage.seen(channelId, 42), await stage.seen(channelId, 43)];
    expect(one).toEqual(two);
    expect(one).toMatchObject([{ from: oid(42), fromName: 'Indkøbschef, Kommune 42', text: 'Godmorgen' }]);
  });
});

describe('writing', () => {
  test('in a personal chat the bot hears the words as they are', async () => {
    const chat = await stage.install(50);
    const { heard: did, status, activityId } = await say(50, chat, 'mine opgaver');
    expect([did, status]).toEqual([true, 200]);
    expect(heard()).toMatchObject([{ id: activityId, text: 'mine opgaver', textFormat: 'plain' }]);
    expect(heard()[0]!.conversation.isGroup).toBeUndefined();
  });

  test('in a shared chat the bot hears what mentions it, with the mention as Teams sends it', async () => {
    const { conversationId } = await meetingOf(stage, [51, 52]);
    await say(51, conversationId, '@POGI status');
    expect(heard()).toMatchObject([
      {
        text: '<at>POGI</at> status',
        entities: [{ type: 'mention', text: '<at>POGI</at>', mentioned: { id: `28:${appId}` } }],
      },
    ]);
    expect(await stage.seen(conversationId, 52)).toMatchObject([{ text: '@POGI status' }]);
  });

  test('what is said between people the bot does not hear', async () => {
    const { conversationId } = await meetingOf(stage, [51, 52]);
    expect(await say(51, conversationId, 'pause?', { mention: false })).toMatchObject({ heard: false });
    expect(heard()).toEqual([]);
    expect(await stage.seen(conversationId, 52)).toMatchObject([{ text: 'pause?' }]);
  });

  test('where there is no bot, nobody answers, and the words stand', async () => {
    const { conversationId } = await meetingOf(stage, [53], false);
    expect(await say(53, conversationId, '@POGI status')).toMatchObject({ heard: false });
    expect(await stage.seen(conversationId, 53)).toHaveLength(1);
  });

  test('in a channel begins a thread, or goes into the one it answers', async () => {
    const { channelId } = await teamOf(stage, [54]);
    const first = await say(54, channelId, '@POGI status');
    const second = await say(54, channelId, '@POGI hjælp', { rootId: first.activityId });
    const thread = `${channelId};messageid=${first.activityId}`;
    expect(heard().map(({ conversation }) => conversation.id)).toEqual([thread, thread]);
    const shown = await stage.seen(channelId, 54);
    expect(shown.map(({ id, rootId }) => [id, rootId])).toEqual([
      [first.activityId, first.activityId],
      [second.activityId, first.activityId],
    ]);
  });

  test('in a chat one is not in is refused, and nothing stands there', async () => {
    const chat = await stage.install(55);
    await stage.add(56);
    const said = { objectId: oid(56), conversationId: chat, text: 'hej' };
    expect(refusal(await ask(stage, 'POST', '/_platform/say', said))).toEqual([403, 'Forbidden']);
    expect(await stage.seen(chat, 55)).toEqual([]);
    expect(heard()).toEqual([]);
  });
});
