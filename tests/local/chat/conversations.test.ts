import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid, tenantId } from '../../contract/frame/standinHelp.ts';
import { refusal, teamOf, to, useStage, withCard } from '../help.ts';

const stage = useStage();
const create = (body: object) => stage.connector('POST', 'v3/conversations', body);
const person = async (n: number) =>
  (await stage.api<any[]>('GET', '/personas')).find((one) => one.objectId === oid(n));

describe('a personal chat', () => {
  let chat: string;
  beforeAll(async () => void (chat = await stage.install(1)));

  // platform.md section 3: the bot addresses by Teams' own id; the id of a personal chat is the same for good.
  test('is found again by the person’s Teams id, and by the Entra id', async () => {
    const { mri } = await person(1);
    const answers = [
      await create({ isGroup: false, members: [{ id: mri }], tenantId }),
      await create({ members: [{ id: oid(1) }], tenantId }),
      await create({ members: [{ aadObjectId: oid(1) }], channelData: { tenant: { id: tenantId } } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual([
      [201, chat],
      [201, chat],
      [201, chat],
    ]);
    expect(answers[0]!.body.serviceUrl).toBe(`${stage.platform.url}/connector/`);
    expect(await stage.seen(chat, 1)).toEqual([]);
  });

  test('can be opened with its first message', async () => {
    const { body } = await create({ members: [{ id: oid(1) }], tenantId, activity: withCard('Hej') });
    expect(await stage.seen(chat, 1)).toMatchObject([
      { id: body.activityId, cards: [{ body: [{ text: 'Hej' }] }] },
    ]);
  });

  test('two people never share one, and nobody but its person finds it', async () => {
    const other = await stage.install(2);
    expect(other).not.toBe(chat);
    const chats = await stage.api<any[]>('GET', `/chats?as=${oid(2)}`);
    expect(chats.map(({ id }) => id)).toEqual([other]);
  });

  // platform.md section 3.1: ForbiddenOperationException is "not installed".
  test('with somebody who never had the app, or has it no more, cannot be opened', async () => {
    await stage.add(3);
    await stage.install(4);
    await stage.api('POST', '/uninstall', { objectId: oid(4) });
    for (const n of [3, 4])
      expect(refusal(await create({ members: [{ id: oid(n) }], tenantId }))).toEqual([
        403,
        'ForbiddenOperationException',
      ]);
  });
});

describe('what a bot cannot begin', () => {
  // platform.md sections 1.1 and 3: no addressing by mail, no group chats, nobody without an account.
  test.each<[string, object]>([
    ['with somebody nobody knows', { members: [{ id: '29:unknown' }] }],
    ['by a mail address', { members: [{ id: 'p1@example.dk' }] }],
    ['with nobody', { members: [] }],
    ['with no word on whom', {}],
    ['with two people', { members: [{ id: oid(1) }, { id: oid(2) }] }],
    ['as a group', { isGroup: true, members: [{ id: oid(1) }] }],
  ])('a conversation %s', async (_, body) => {
    await Promise.all([stage.install(1), stage.install(2)]);
    expect(refusal(await create({ ...body, tenantId }))).toEqual([400, 'BadArgument']);
  });

  test('a first message above the size, and nothing is posted', async () => {
    const chat = await stage.install(5);
    const big = { members: [{ id: oid(5) }], tenantId, activity: withCard('x'.repeat(60_000)) };
    expect(refusal(await create(big))).toEqual([413, 'MessageSizeTooBig']);
    expect(await stage.seen(chat, 5)).toEqual([]);
  });
});

describe('a thread in a channel', () => {
  // platform.md section 3: the answer is `19:...;messageid=17`; the root's id is after `messageid=`.
  test.each<[string, (channelId: string) => object]>([
    ['the channel’s id', (id) => ({ channel: { id } })],
    ['its older spelling', (id) => ({ teamsChannelId: id })],
  ])('is begun by %s; its address holds the root’s number and takes answers', async (_, spelled) => {
    const { channelId } = await teamOf(stage, [10, 11]);
    const { status, body } = await create({
      isGroup: true,
      channelData: spelled(channelId),
      activity: withCard('rod'),
    });
    expect([status, body.id]).toEqual([201, `${channelId};messageid=${body.activityId}`]);
    await stage.connector('POST', to(body.id), { type: 'message', text: 'svar' });
    const shown = await stage.seen(channelId, 10);
    expect(shown.map(({ rootId }) => rootId)).toEqual([body.activityId, body.activityId]);
  });

  test('its root can be edited by the thread’s address', async () => {
    const { channelId } = await teamOf(stage, [10, 11]);
    const { body } = await create({ channelData: { channel: { id: channelId } }, activity: withCard('før') });
    expect((await stage.connector('PUT', to(body.id, body.activityId), withCard('efter'))).status).toBe(200);
    expect(await stage.seen(channelId, 11)).toMatchObject([{ cards: [{ body: [{ text: 'efter' }] }] }]);
  });

  test('of a channel there is not cannot be begun', async () => {
    const answer = await create({ channelData: { channel: { id: '19:none@thread.tacv2' } }, activity: {} });
    expect(refusal(answer)).toEqual([404, 'ConversationNotFound']);
  });
});

test('whoever shows no token of the app begins nothing', async () => {
  const chat = await stage.install(6);
  const body = { members: [{ id: oid(6) }], tenantId, activity: withCard('x') };
  const { token } = await stage.api('POST', '/token', { objectId: oid(6) });
  for (const shown of ['', 'abc.def.ghi', token])
    expect((await stage.connector('POST', 'v3/conversations', body, shown)).status).toBe(401);
  expect(await stage.seen(chat, 6)).toEqual([]);
});
