import { describe, expect, test } from '@jest/globals';
import { cardType, refusal, sendCard, teamOf, to, useStage, withCard } from '../help.ts';

const stage = useStage();
const personal = (n: number): Promise<string> => stage.install(n);
const last = async (conversationId: string, n: number) => (await stage.seen(conversationId, n)).at(-1);

describe('sending', () => {
  test('messages sent in the same moment get numbers that differ and rise as they stand in the chat', async () => {
    const chat = await personal(1);
    const token = await stage.botToken();
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        stage.connector('POST', to(chat), { type: 'message', text: `${i}` }, token),
      ),
    );
    const ids = sent.map(({ body }) => body.id as string);
    const shown = (await stage.seen(chat, 1)).map(({ id }) => id as string);
    expect(new Set(ids).size).toBe(20);
    expect(shown.toSorted()).toEqual(ids.toSorted());
    expect(shown).toEqual(shown.toSorted((a, b) => Number(a) - Number(b)));
    expect(ids.every((id) => /^\d{13}$/.test(id))).toBe(true);
  });

  test('text, summary and card are kept as sent; an attachment that is no card is not shown as one', async () => {
    const chat = await personal(2);
    const { attachments } = withCard('kort');
    await stage.connector('POST', to(chat), {
      type: 'message',
      text: 'Høringen er åben',
      summary: 'Intern høring',
      attachments: [{ contentType: 'image/png', contentUrl: 'https://x/y.png' }, ...attachments],
    });
    expect(await last(chat, 2)).toMatchObject({
      from: null,
      fromName: 'POGI',
      text: 'Høringen er åben',
      summary: 'Intern høring',
      cards: [attachments[0]!.content],
      version: 1,
      ownView: false,
    });
  });

  test('a typing sign is accepted, and nothing is left of it in the chat', async () => {
    const chat = await personal(3);
    const { status, body } = await stage.connector('POST', to(chat), { type: 'typing' });
    expect([status, typeof body.id]).toEqual([201, 'string']);
    expect(await stage.seen(chat, 3)).toEqual([]);
  });

  // platform.md section 2: about 100 KB in UTF-16, so ASCII weighs double and the Danish letters no more than it.
  test.each([
    ['of ordinary letters', 'x', 4],
    ['of Danish letters', 'ø', 6],
  ])('a message %s may weigh 100 KB, and not one letter more', async (_, letter, n) => {
    const chat = await personal(n);
    const frame = JSON.stringify({ type: 'message', text: '' }).length;
    const text = letter.repeat(51_200 - frame);
    expect((await stage.connector('POST', to(chat), { type: 'message', text })).status).toBe(201);
    const more = await stage.connector('POST', to(chat), { type: 'message', text: text + letter });
    expect(refusal(more)).toEqual([413, 'MessageSizeTooBig']);
    expect(await stage.seen(chat, n)).toHaveLength(1);
  });

  test('a body that is not JSON is refused in words', async () => {
    const chat = await personal(5);
    const answer = await fetch(`${stage.platform.url}/connector/${to(chat)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await stage.botToken()}` },
      body: '{"type":',
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: { code: 'BadSyntax', message: 'The body is not JSON' } });
  });
});

describe('threads of a channel', () => {
  const rootOf = async (channelId: string, id: string) =>
    (await stage.seen(channelId, 10)).find((one) => one.id === id).rootId;

  test('a new message begins a thread, an answer stays in it, by its own address or by the thread’s', async () => {
    const { channelId } = await teamOf(stage, [10, 11]);
    const first = await sendCard(stage, channelId);
    const reply = { type: 'message', text: 'svar' };
    const answered = await stage.connector('POST', to(channelId, first), reply);
    const threaded = await stage.connector('POST', to(`${channelId};messageid=${first}`), reply);
    const deeper = await stage.connector('POST', to(channelId, answered.body.id), reply);
    const other = await sendCard(stage, channelId);
    expect(await rootOf(channelId, first)).toBe(first);
    for (const { body } of [answered, threaded, deeper]) expect(await rootOf(channelId, body.id)).toBe(first);
    expect(await rootOf(channelId, other)).toBe(other);
  });

  test('a personal chat has no threads', async () => {
    const chat = await personal(12);
    const first = await sendCard(stage, chat);
    await stage.connector('POST', to(chat, first), { type: 'message', text: 'svar' });
    expect((await stage.seen(chat, 12)).map(({ rootId }) => rootId)).toEqual([undefined, undefined]);
  });
});

describe('changing what was sent', () => {
  test('an edit keeps the number and the place, and takes away a card it does not bring', async () => {
    const chat = await personal(20);
    const [first, second] = [await sendCard(stage, chat, 'et'), await sendCard(stage, chat, 'to')];
    const { status, body } = await stage.connector('PUT', to(chat, first), {
      type: 'message',
      text: 'lukket',
    });
    const shown = await stage.seen(chat, 20);
    expect([status, body.id]).toEqual([200, first]);
    expect(shown.map(({ id }) => id)).toEqual([first, second]);
    expect(shown[0]).toMatchObject({ text: 'lukket', cards: [], version: 2, editedAt: expect.any(String) });
    expect(shown[1]).toMatchObject({ version: 1, cards: [{ type: 'AdaptiveCard' }] });
    expect(shown[1].editedAt).toBeUndefined();
  });

  test('every edit counts one version up', async () => {
    const chat = await personal(21);
    const id = await sendCard(stage, chat);
    for (const text of ['a', 'b', 'c']) await stage.connector('PUT', to(chat, id), withCard(text));
    expect(await last(chat, 21)).toMatchObject({ version: 4, cards: [{ body: [{ text: 'c' }] }] });
  });

  test('an edit above the size is refused, and the message stands as it was', async () => {
    const chat = await personal(22);
    const id = await sendCard(stage, chat, 'før');
    const answer = await stage.connector('PUT', to(chat, id), withCard('x'.repeat(60_000)));
    expect(refusal(answer)).toEqual([413, 'MessageSizeTooBig']);
    expect(await last(chat, 22)).toMatchObject({ version: 1, cards: [{ body: [{ text: 'før' }] }] });
  });

  test('a deleted message leaves its place and none of its words', async () => {
    const chat = await personal(23);
    const id = await sendCard(stage, chat, 'hemmeligt');
    expect((await stage.connector('DELETE', to(chat, id))).status).toBe(200);
    const shown = await last(chat, 23);
    expect(shown).toMatchObject({ id, deleted: true, text: '', cards: [] });
    expect(JSON.stringify(shown)).not.toContain('hemmeligt');
  });
});

describe('what is not there', () => {
  const gone = async (): Promise<[string, string]> => {
    const chat = await personal(30);
    const id = await sendCard(stage, chat);
    await stage.connector('DELETE', to(chat, id));
    return [chat, id];
  };

  // platform.md section 3.1, the error table.
  test.each(['PUT', 'DELETE'])(
    '%s of a message that was deleted, or never was: no such activity',
    async (method) => {
      const [chat, id] = await gone();
      const body = method === 'PUT' ? withCard('x') : undefined;
      for (const wanted of [id, '1'])
        expect(refusal(await stage.connector(method, to(chat, wanted), body))).toEqual([
          404,
          'ActivityNotFound',
        ]);
    },
  );

  test('the message of one chat cannot be edited by way of another', async () => {
    const [one, two] = [await personal(31), await personal(32)];
    const id = await sendCard(stage, one, 'min');
    expect(refusal(await stage.connector('PUT', to(two, id), withCard('din')))).toEqual([
      404,
      'ActivityNotFound',
    ]);
    expect(await last(one, 31)).toMatchObject({ version: 1 });
  });

  test.each([
    ['POST', to('19:nowhere@thread.v2')],
    ['PUT', to('19:nowhere@thread.v2', '1')],
    ['DELETE', to('a:nobody', '1')],
  ])('%s in a conversation that does not exist: no such conversation', async (method, path) => {
    const body = method === 'DELETE' ? undefined : withCard('x');
    expect(refusal(await stage.connector(method, path, body))).toEqual([404, 'ConversationNotFound']);
  });

  test('an address the Connector does not have is answered in its shape', async () => {
    const answer = await stage.connector('GET', 'v3/attachments/1');
    expect(refusal(answer)).toEqual([404, 'NotFound']);
    expect(answer.body.error.message).toContain('/connector/v3/attachments/1');
  });

  test('cards are told by their type, whatever else an attachment says', async () => {
    const chat = await personal(33);
    const odd = [{ contentType: cardType }, { content: { type: 'AdaptiveCard' } }];
    await stage.connector('POST', to(chat), { type: 'message', attachments: odd });
    expect((await last(chat, 33)).cards).toEqual([]);
  });
});
