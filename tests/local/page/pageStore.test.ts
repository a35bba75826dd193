import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { oid } from '../../contract/frame/standinHelp.ts';
import { card, cardType, meetingOf, pageScript, sendCard, teamOf, to, useStage, withCard } from '../help.ts';

interface Chat {
  id: string;
  type: string;
  members: number;
  lastId: string | null;
}
interface Store {
  store: Record<string, any>;
  me(): { mri: string } | undefined;
  isFirstVisit(): boolean;
  loadOverview(): Promise<void>;
  loadChats(): Promise<void>;
  become(objectId: string): Promise<void>;
  listen(listener: (what: string) => void): void;
}
interface Refresh {
  refreshes(card: object | undefined, chat: object): boolean;
  autoRefresh(message: object, chat: object): void;
  refreshNow(message: object, chat: object, trigger: string): Promise<unknown>;
}
interface Unread {
  isUnread(chat: Chat): boolean;
  markSeen(conversationId: string): void;
}

const stage = useStage();
const kept = new Map<string, string>();
let page: Store;
let unread: Unread;
let refresh: Refresh;

/** What a browser gives the page, and the page’s own address is the stand-in’s. */
beforeAll(async () => {
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const own = globalThis.fetch;
  const fetchHere = (path: string, init?: RequestInit) => own(new URL(path, stage.platform.url), init);
  const location = { search: '', hash: '#chat' };
  for (const [name, value] of Object.entries({ localStorage, location, fetch: fetchHere }))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  page = await pageScript('store.js');
  unread = await pageScript('chat/unread.js');
  refresh = await pageScript('refresh.js');
});
beforeEach(async () => {
  await Promise.all([stage.install(1), stage.install(2)]);
  page.store['persona'] = null;
  page.store['conversationId'] = null;
  await page.loadOverview();
});
const storedPersona = () => JSON.parse(kept.get('pogi') ?? '{}').persona as string | undefined;
const chatOf = (id: string) => page.store['chats'].find((one: Chat) => one.id === id) as Chat;

describe('who one is', () => {
  test('is nobody until it is chosen, and kept for the next visit when it is', async () => {
    expect(page.me()).toBeUndefined();
    expect(page.store['persona']).toBeNull();
    await page.become(oid(1));
    expect(page.me()).toMatchObject({ objectId: oid(1) });
    expect(storedPersona()).toBe(oid(1));
  });

  test('is asked for on a first visit, as soon as there is somebody to be, and not after a choice', async () => {
    const { overview } = page.store;
    page.store['overview'] = { ...overview, personas: [] };
    expect(page.isFirstVisit()).toBe(false);
    page.store['overview'] = overview;
    expect(page.isFirstVisit()).toBe(true);
    await page.become(oid(1));
    expect(page.isFirstVisit()).toBe(false);
  });

  test('is nobody again when that person is no longer here', async () => {
    page.store['persona'] = oid(99);
    await page.loadOverview();
    expect(page.store['persona']).toBeNull();
  });

  test('the last six are remembered, the newest first, none twice', async () => {
    await Promise.all([3, 4, 5, 6, 7].map((n) => stage.add(n)));
    for (const n of [1, 2, 3, 4, 5, 6, 7, 3]) await page.become(oid(n));
    expect(page.store['recent']).toEqual([3, 7, 6, 5, 4, 2].map(oid));
  });

  test('another person sees their own chats, and the open one is left when they are not in it', async () => {
    await page.become(oid(1));
    const [mine] = page.store['chats'];
    page.store['conversationId'] = mine.id;
    const told: string[] = [];
    page.listen((what) => told.push(what));
    await page.become(oid(2));
    expect(page.store['chats'].map(({ id }: Chat) => id)).not.toContain(mine.id);
    expect(page.store['conversationId']).toBeNull();
    expect(told).toEqual(['persona']);
  });
});

describe('what is new', () => {
  test('the chat with the newest message stands first, and is new until it is opened', async () => {
    const chat = await stage.install(1);
    const { channelId } = await teamOf(stage, [1, 2]);
    await page.become(oid(1));
    await sendCard(stage, channelId);
    await sendCard(stage, chat);
    await page.loadChats();
    expect(page.store['chats'].slice(0, 2).map(({ id }: Chat) => id)).toEqual([chat, channelId]);
    expect([unread.isUnread(chatOf(chat)), unread.isUnread(chatOf(channelId))]).toEqual([true, true]);
    unread.markSeen(chat);
    expect([unread.isUnread(chatOf(chat)), unread.isUnread(chatOf(channelId))]).toEqual([false, true]);
  });

  test('seen by one person is not seen by another, and the next message is new again', async () => {
    const { channelId } = await teamOf(stage, [1, 2]);
    await sendCard(stage, channelId);
    await page.become(oid(1));
    unread.markSeen(channelId);
    await page.become(oid(2));
    expect(unread.isUnread(chatOf(channelId))).toBe(true);
    await page.become(oid(1));
    await sendCard(stage, channelId);
    await page.loadChats();
    expect(unread.isUnread(chatOf(channelId))).toBe(true);
  });

  test('the open chat and an empty one are never new', async () => {
    const { conversationId } = await meetingOf(stage, [1]);
    await page.become(oid(1));
    expect(unread.isUnread(chatOf(conversationId))).toBe(false);
    await sendCard(stage, conversationId);
    await page.loadChats();
    page.store['conversationId'] = conversationId;
    expect(unread.isUnread(chatOf(conversationId))).toBe(false);
  });
});

describe('a card that asks for itself again', () => {
  const action = { type: 'Action.Execute', verb: 'view', data: { view: 'vote', id: 'v' } };
  const group = { type: 'groupChat', members: 5 };
  const asking = (userIds?: string[]) => ({ refresh: { action, ...(userIds && { userIds }) } });
  const others = (n: number) => Array.from({ length: n }, (_, i) => `29:other${i}`);
  beforeEach(() => page.become(oid(1)));
  const mine = () => page.me()!.mri;

  // platform.md section 2: at most 60 ids; without them only where no more than 60 are; never in channels.
  test.each<[string, () => object | undefined, object, boolean]>([
    ['that names the person does', () => asking([mine()]), group, true],
    ['that names others does not', () => asking(others(2)), group, false],
    ['that names the person as the sixtieth does', () => asking([...others(59), mine()]), group, true],
    [
      'that names the person as the sixty-first does not',
      () => asking([...others(60), mine()]),
      group,
      false,
    ],
    ['that names nobody on purpose does not', () => asking([]), group, false],
    ['that names nobody does among sixty', () => asking(), { ...group, members: 60 }, true],
    ['that names nobody does not among sixty-one', () => asking(), { ...group, members: 61 }, false],
    ['in a channel does not', () => asking([mine()]), { type: 'channel', members: 2 }, false],
    ['without a refresh does not', () => ({ body: [] }), group, false],
    ['that is not there does not', () => undefined, group, false],
  ])('one %s', (_, json, chat, does) => {
    expect(refresh.refreshes(json(), chat)).toBe(does);
  });

  const shown = async (conversationId: string) => (await stage.seen(conversationId, 1)).at(-1);
  async function asksIn(text: string) {
    const { conversationId } = await meetingOf(stage, [1, 2]);
    await stage.connector('POST', to(conversationId), withCard(text, asking([mine()])));
    await page.loadChats();
    stage.heard.length = 0;
    return conversationId;
  }
  const clicks = () => stage.heard.filter(({ activity }) => activity.type === 'invoke');
  const settle = () => new Promise((done) => setTimeout(done, 60));

  test('asks once for one version, by itself, and what comes is the person’s own view', async () => {
    const chat = await asksIn('fælles');
    stage.reply.body = { statusCode: 200, type: cardType, value: card('min', asking([mine()])) };
    const message = await shown(chat);
    refresh.autoRefresh(message, chatOf(chat));
    refresh.autoRefresh(message, chatOf(chat));
    await settle();
    expect(clicks().map(({ activity }) => activity.value)).toEqual([{ action, trigger: 'automatic' }]);
    expect(await shown(chat)).toMatchObject({ ownView: true, cards: [{ body: [{ text: 'min' }] }] });
  });

  test('asks again when it was edited, and again for another person', async () => {
    const chat = await asksIn('før');
    refresh.autoRefresh(await shown(chat), chatOf(chat));
    const { id } = await shown(chat);
    await stage.connector('PUT', to(chat, id), withCard('efter', asking()));
    refresh.autoRefresh(await shown(chat), chatOf(chat));
    await page.become(oid(2));
    refresh.autoRefresh(await shown(chat), chatOf(chat));
    await settle();
    const who = clicks().map(({ activity }) => activity.from.aadObjectId);
    expect(who.toSorted()).toEqual([oid(1), oid(1), oid(2)]);
  });

  test('asked for by hand says so, as often as it is pressed', async () => {
    const chat = await asksIn('x');
    const message = await shown(chat);
    await refresh.refreshNow(message, chatOf(chat), 'manual');
    await refresh.refreshNow(message, chatOf(chat), 'manual');
    expect(clicks().map(({ activity }) => activity.value.trigger)).toEqual(['manual', 'manual']);
  });
});
