import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { createLimits } from '../../infra/local/standin/network/limits.ts';
import { oid, tenantId } from '../contract/frame/standinHelp.ts';
import { ask, refusal, to, useStage, withCard } from './help.ts';

describe('the sliding second', () => {
  beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2027-01-11T08:00:00Z') }));
  afterEach(() => void jest.useRealTimers());
  const passes = (limits: ReturnType<typeof createLimits>, conversation = 'a') =>
    limits.take(conversation) === null;

  // platform.md section 3.1: 7 a second to one thread.
  test('lets seven into one conversation, and the next when the first is a second old', () => {
    const limits = createLimits();
    limits.set({ perConversation: 7 });
    const seen: boolean[] = [];
    for (let i = 0; i < 8; i++) {
      seen.push(passes(limits));
      jest.advanceTimersByTime(100);
    }
    expect(seen).toEqual([...Array.from({ length: 7 }, () => true), false]);
    jest.advanceTimersByTime(199);
    expect(passes(limits)).toBe(false);
    jest.advanceTimersByTime(1);
    expect([passes(limits), passes(limits)]).toEqual([true, false]);
  });

  test('is not a calendar second: a burst over the change of second is one burst', () => {
    const limits = createLimits();
    limits.set({ total: 2 });
    jest.advanceTimersByTime(900);
    const before = [passes(limits, 'a'), passes(limits, 'b')];
    jest.advanceTimersByTime(200);
    expect([...before, passes(limits, 'c')]).toEqual([true, true, false]);
  });

  test('of all is shared by every conversation; what was refused takes no place in it', () => {
    const limits = createLimits();
    limits.set({ perConversation: 1, total: 3 });
    expect(['a', 'a', 'b', 'b', 'c', 'd'].map((one) => passes(limits, one))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('off again lets everything through', () => {
    const limits = createLimits();
    limits.set({ perConversation: 1 });
    expect([passes(limits), passes(limits)]).toEqual([true, false]);
    limits.set({});
    expect([passes(limits), passes(limits), passes(limits)]).toEqual([true, true, true]);
  });

  test('a limit of none stops everything', () => {
    const limits = createLimits();
    limits.set({ total: 0 });
    expect(passes(limits)).toBe(false);
  });

  const arrivals = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 700 }), to: fc.constantFrom('a', 'b', 'c') }),
    { maxLength: 60 },
  );
  test('whatever comes, no second of any conversation and no second in all holds more than allowed', () => {
    fc.assert(
      fc.property(arrivals, fc.nat({ max: 5 }), fc.nat({ max: 8 }), (list, perConversation, total) => {
        const limits = createLimits();
        limits.set({ perConversation, total });
        const letIn: { at: number; to: string }[] = [];
        let at = 0;
        for (const { wait, to } of list) {
          jest.advanceTimersByTime(wait);
          at += wait;
          const recent = letIn.filter((one) => one.at > at - 1000);
          const free =
            recent.length < total && recent.filter((one) => one.to === to).length < perConversation;
          expect(passes(limits, to)).toBe(free);
          if (free) letIn.push({ at, to });
        }
      }),
    );
  });

  test('holds over a long run of many thousands', () => {
    const limits = createLimits();
    limits.set({ total: 50 });
    let passed = 0;
    for (let i = 0; i < 20_000; i++) {
      if (passes(limits, `${i % 20}`)) passed++;
      jest.advanceTimersByTime(1);
    }
    expect(passed).toBe(20 * 50);
    expect(limits.counters().peakPerSecond).toBe(50);
  });
});

describe('over the wire', () => {
  const stage = useStage();
  const limit = (said: object) => stage.api('POST', '/limits', said);
  const counters = () => stage.api('GET', '/counters');
  const send = async (chat: string, token?: string) =>
    stage.connector('POST', to(chat), withCard('x'), token);

  test('the limit in all holds over several chats; the refused ones post nothing', async () => {
    const chats = [await stage.install(1), await stage.install(2), await stage.install(3)];
    const token = await stage.botToken();
    await limit({ perConversation: null, total: 5 });
    const answers = await Promise.all([...chats, ...chats, ...chats].map((chat) => send(chat, token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 201),
      ...Array.from({ length: 4 }, () => 429),
    ]);
    const posted = await Promise.all(chats.map((chat, i) => stage.seen(chat, i + 1)));
    expect(posted.flat()).toHaveLength(5);
  });

  // platform.md section 3.1: creating a conversation has the limits of sending to it.
  test('opening a chat and editing count with what is sent there', async () => {
    const chat = await stage.install(4);
    const { body } = await send(chat);
    await stage.api('POST', '/counters/reset');
    await limit({ perConversation: 2 });
    const opened = await stage.connector('POST', 'v3/conversations', { members: [{ id: oid(4) }], tenantId });
    const edited = await stage.connector('PUT', to(chat, body.id), withCard('y'));
    const third = await send(chat);
    expect([opened.status, edited.status, third.status]).toEqual([201, 200, 429]);
  });

  test('a thread and its channel are one conversation', async () => {
    await stage.add(5);
    const { channelId } = await stage.api('POST', '/teams', { name: 'Hold', members: [oid(5)] });
    await limit({ perConversation: 1 });
    const first = await send(channelId);
    const second = await send(`${channelId};messageid=${first.body.id}`);
    expect([first.status, second.status]).toEqual([201, 429]);
    expect((await counters()).byConversation).toEqual({ [channelId]: 1 });
  });

  test('the counters tell what came, what was taken, and how each was answered', async () => {
    const chat = await stage.install(6);
    await stage.api('POST', '/faults', { kind: '412', times: 1 });
    const from = Date.now();
    const { body } = await stage.connector('POST', to(chat), withCard('x'));
    expect(body.error.code).toBe('PreconditionFailed');
    await send(chat);
    await stage.connector('DELETE', to(chat, '1'));
    const seen = await counters();
    expect(seen).toMatchObject({
      received: 3,
      accepted: 1,
      rejected429: 0,
      byStatus: { '412': 1, '201': 1, '404': 1 },
      byConversation: { [chat]: 1 },
    });
    expect(seen.firstAt).toBeGreaterThanOrEqual(from);
    expect(seen.lastAt).toBeGreaterThanOrEqual(seen.firstAt);
  });

  test('what had no token is not counted as sent by the app', async () => {
    const chat = await stage.install(7);
    await send(chat, 'none');
    expect(await counters()).toMatchObject({ received: 0, byStatus: {} });
  });

  test('reset begins from nothing, and forgets who was told to wait', async () => {
    const chat = await stage.install(8);
    await limit({ perConversation: 0 });
    await send(chat);
    await limit({});
    await stage.api('POST', '/counters/reset');
    await send(chat);
    expect(await counters()).toMatchObject({ received: 1, rejected429: 0, ignoredRetryAfter: 0 });
  });

  test.each([{ perConversation: -1 }, { total: 'many' }, { perConversation: 7, total: {} }])(
    'a limit like %j is refused in words, and the one in force stays',
    async (said) => {
      await limit({ perConversation: 3, total: 9 });
      const answer = await ask(stage, 'POST', '/_platform/limits', said);
      expect(refusal(answer)).toEqual([400, 'BadArgument']);
      expect((await stage.api('GET', '/state')).limits).toEqual({ perConversation: 3, total: 9 });
    },
  );
});
