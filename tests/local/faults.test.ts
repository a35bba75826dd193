import { describe, expect, test } from '@jest/globals';
import { oid, tenantId } from '../contract/frame/standinHelp.ts';
import { ask, refusal, sendCard, to, useStage, withCard } from './help.ts';

const stage = useStage();
const fault = (said: object) => stage.api('POST', '/faults', said);
const send = (chat: string) => stage.connector('POST', to(chat), withCard('x'));
const statusOf = async (chat: string) => (await send(chat)).status;

describe('where a fault hits', () => {
  test('one conversation, and no other', async () => {
    const [one, two] = [await stage.install(1), await stage.install(2)];
    await fault({ kind: '503', conversationId: one });
    expect([await statusOf(one), await statusOf(two)]).toEqual([503, 201]);
  });

  test('everything that is sent: a message, an edit, a removal, a new conversation', async () => {
    const chat = await stage.install(3);
    const id = await sendCard(stage, chat);
    await fault({ kind: '412' });
    const answers = [
      await send(chat),
      await stage.connector('POST', to(chat, id), withCard('svar')),
      await stage.connector('PUT', to(chat, id), withCard('ny')),
      await stage.connector('DELETE', to(chat, id)),
      await stage.connector('POST', 'v3/conversations', { members: [{ id: oid(3) }], tenantId }),
    ];
    expect(answers.map(refusal)).toEqual(Array.from({ length: 5 }, () => [412, 'PreconditionFailed']));
    expect(await stage.seen(chat, 3)).toMatchObject([{ id, version: 1, deleted: false }]);
  });

  test('a person’s own chat, but not the shared ones that person is in', async () => {
    const chat = await stage.install(4);
    const { channelId } = await stage.api('POST', '/teams', { name: 'Hold', members: [oid(4)] });
    await fault({ kind: 'blocked', objectId: oid(4) });
    expect(refusal(await send(chat))).toEqual([403, 'ConversationBlockedByUser']);
    expect(await statusOf(channelId)).toBe(201);
  });

  test('Graph only when it is meant for Graph', async () => {
    const chat = await stage.install(5);
    await fault({ kind: '503', target: 'graph' });
    expect(await statusOf(chat)).toBe(201);
  });

  test('nobody who asks without a token: the door is shut before', async () => {
    const chat = await stage.install(6);
    await fault({ kind: '429', times: 1, retryAfter: 7 });
    expect((await stage.connector('POST', to(chat), withCard('x'), 'none')).status).toBe(401);
    expect(await stage.api('GET', '/faults')).toMatchObject([{ kind: '429', times: 1 }]);
  });
});

describe('how long a fault lasts', () => {
  test('as often as told, then it is gone from the list', async () => {
    const chat = await stage.install(1);
    await fault({ kind: '502', times: 2 });
    const seen = [await statusOf(chat), await statusOf(chat), await statusOf(chat)];
    expect(seen).toEqual([502, 502, 201]);
    expect(await stage.api('GET', '/faults')).toEqual([]);
  });

  test('without a number, until it is switched off', async () => {
    const chat = await stage.install(1);
    await fault({ kind: '503' });
    for (let i = 0; i < 5; i++) expect(await statusOf(chat)).toBe(503);
    await stage.api('DELETE', '/faults');
    expect(await statusOf(chat)).toBe(201);
  });

  test('one is switched off by its number, the others stay on', async () => {
    const [one, two] = [await stage.install(1), await stage.install(2)];
    const first = await fault({ kind: '503', objectId: oid(1) });
    await fault({ kind: '502', objectId: oid(2) });
    await stage.api('DELETE', `/faults/${first.id}`);
    expect([await statusOf(one), await statusOf(two)]).toEqual([201, 502]);
    expect(await stage.api('GET', '/faults')).toMatchObject([{ kind: '502', objectId: oid(2) }]);
  });

  test('two at once come one after the other, in the order they were switched on', async () => {
    const chat = await stage.install(1);
    await fault({ kind: '429', times: 1 });
    await fault({ kind: '503', times: 1 });
    expect([await statusOf(chat), await statusOf(chat), await statusOf(chat)]).toEqual([429, 503, 201]);
  });
});

describe('what a fault answers', () => {
  // platform.md section 3.1: 429 says in Retry-After when to come back.
  test('429 says for how long, in seconds', async () => {
    const chat = await stage.install(1);
    await fault({ kind: '429', times: 1, retryAfter: 17 });
    await fault({ kind: '429', times: 1 });
    const waits = [await send(chat), await send(chat)].map(({ headers }) => headers.get('retry-after'));
    expect(waits).toEqual(['17', '1']);
  });

  test('nothing but 429 says when to come back', async () => {
    const chat = await stage.install(1);
    for (const kind of ['412', '502', '503', 'blocked', 'notInRoster']) {
      await fault({ kind, times: 1 });
      expect((await send(chat)).headers.get('retry-after')).toBeNull();
    }
  });

  test('a slow line is slow, and then does as asked', async () => {
    const chat = await stage.install(2);
    await fault({ kind: 'slow', ms: 150, times: 1 });
    const from = performance.now();
    expect(await statusOf(chat)).toBe(201);
    expect(performance.now() - from).toBeGreaterThanOrEqual(145);
  });

  test('a slow line that fails first takes its time', async () => {
    const chat = await stage.install(9);
    await fault({ kind: 'slow', ms: 120, times: 1 });
    await fault({ kind: '502', times: 1 });
    const from = performance.now();
    expect(await statusOf(chat)).toBe(502);
    expect(performance.now() - from).toBeGreaterThanOrEqual(115);
    expect(await stage.seen(chat, 9)).toEqual([]);
  });

  // platform.md section 3.1 [V]: a retried POST after 502 can post twice.
  test('an edit can be done although the answer says it failed', async () => {
    const chat = await stage.install(7);
    const id = await sendCard(stage, chat, 'før');
    await fault({ kind: '502', times: 1, afterStoring: true });
    expect((await stage.connector('PUT', to(chat, id), withCard('efter'))).status).toBe(502);
    expect(await stage.seen(chat, 7)).toMatchObject([{ version: 2, cards: [{ body: [{ text: 'efter' }] }] }]);
  });

  test('a retry after such an answer is a second message: the stand-in forgives nothing', async () => {
    const chat = await stage.install(8);
    await fault({ kind: '502', times: 1, afterStoring: true });
    expect([await statusOf(chat), await statusOf(chat)]).toEqual([502, 201]);
    expect(await stage.seen(chat, 8)).toHaveLength(2);
  });
});

describe('switching a fault on', () => {
  test('tells which it is, so that it can be switched off', async () => {
    const said = { kind: 'blocked', objectId: oid(1), times: 3 };
    const one = await fault(said);
    const two = await fault(said);
    expect(one).toMatchObject(said);
    expect(two.id).toBeGreaterThan(one.id);
  });

  test('that does not exist is refused in words, and nothing is on', async () => {
    const answer = await ask(stage, 'POST', '/_platform/faults', { kind: '418' });
    expect(refusal(answer)).toEqual([400, 'BadArgument']);
    expect(answer.body.error.message).toMatch(/^kind: /);
    expect(await stage.api('GET', '/faults')).toEqual([]);
  });
});
