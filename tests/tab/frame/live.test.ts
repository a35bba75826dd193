import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { host, json, line } from './host.ts';

const { keepLive } = await import('../../../tab/src/frame/live.ts');

/** The server's end of one line. */
interface End {
  say: (text: string) => void;
  hangUp: () => void;
  ended: () => boolean;
}
const bytes = new TextEncoder();
let ends: End[] = [];
let opening: () => Response | null = () => null;
let stop = (): void => undefined;
const heard = { changes: 0, links: [] as string[] };

function lift(signal: AbortSignal | null | undefined): Response {
  let ended = false;
  const stream = new ReadableStream<Uint8Array>({
    start(to) {
      signal?.addEventListener('abort', () => {
        ended = true;
        to.error(new Error('aborted'));
      });
      ends.push({
        say: (text) => to.enqueue(bytes.encode(text)),
        hangUp: () => to.close(),
        ended: () => ended,
      });
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
/** Streams move on their own turns, which fake clocks do not hold. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await pass(0);
};
async function listening(): Promise<End> {
  stop = keepLive(
    () => (heard.changes += 1),
    (link) => heard.links.push(link),
  );
  await settle();
  return ends[0]!;
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  ends = [];
  opening = () => null;
  Object.assign(heard, { changes: 0, links: [] });
  line(() => json(404, {}));
  const answered = globalThis.fetch;
  globalThis.fetch = async (input, init) =>
    String(input) === '/api/live' ? (opening() ?? lift(init?.signal)) : answered(input, init);
});
afterEach(() => {
  stop();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const change = 'event: change\ndata: {"revisionId":"r"}\n\n';
const ping = 'event: ping\ndata: {}\n\n';

describe('the page hears', () => {
  test('every change, also one that arrives in pieces, and nothing else', async () => {
    const server = await listening();
    server.say(ping);
    await settle();
    expect(heard.changes).toBe(0);
    server.say(change.slice(0, 9));
    await settle();
    server.say(change.slice(9) + change);
    await settle();
    expect(heard).toEqual({ changes: 2, links: ['live'] });
  });

  test('what happened while the line was down, once it is back', async () => {
    const server = await listening();
    expect(heard.changes).toBe(0);
    server.hangUp();
    await settle();
    await pass(1_500);
    await settle();
    expect(ends).toHaveLength(2);
    expect(heard.changes).toBe(1);
  });
});

describe('a line that goes down', () => {
  test('once is taken up again without a word; a second time in a row it says so', async () => {
    const server = await listening();
    opening = () => json(503, {});
    server.hangUp();
    await settle();
    expect(heard.links).toEqual(['live']);
    await pass(1_000);
    await settle();
    expect(heard.links).toEqual(['live', 'broken']);
    opening = () => null;
    await pass(2_000);
    await settle();
    expect(heard.links).toEqual(['live', 'broken', 'live']);
  });

  test('is tried for more and more seldom, and never less than twice a minute', async () => {
    const tries: number[] = [];
    opening = () => {
      tries.push(Date.now());
      return json(503, {});
    };
    await listening();
    await pass(300_000);
    const waits = tries.slice(1).map((at, index) => at - tries[index]!);
    expect(waits.slice(0, 5)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).toBe(30_000);
  });

  test('without anybody saying so is noticed by its silence', async () => {
    const server = await listening();
    await pass(44_000);
    server.say(ping);
    await settle();
    await pass(44_000);
    expect(server.ended()).toBe(false);
    await pass(2_000);
    expect(server.ended()).toBe(true);
    await settle();
    await pass(1_500);
    await settle();
    expect(ends).toHaveLength(2);
  });

  test('when the page is left, is not taken up again', async () => {
    const server = await listening();
    stop();
    await settle();
    await pass(120_000);
    expect(server.ended()).toBe(true);
    expect(ends).toHaveLength(1);
    expect(heard).toEqual({ changes: 0, links: ['live'] });
  });
});

describe('a line that the server ends with a word', () => {
  async function told(event: string): Promise<void> {
    const server = await listening();
    server.say(`event: ${event}\ndata: {}\n\n`);
    server.hangUp();
    await settle();
  }

  test('when the token has run out, is open again with a new one, and nothing is said to be broken', async () => {
    const { asked } = host;
    await told('renew');
    expect(host.asked).toBe(asked + 2);
    await pass(500);
    await settle();
    expect(ends).toHaveLength(2);
    expect(heard).toEqual({ changes: 1, links: ['live', 'live'] });
  });

  test('when the reader has left, makes the page ask what it may still show', async () => {
    opening = () => (ends.length > 0 ? json(403, {}) : null);
    await told('gone');
    expect(heard.changes).toBe(1);
    await pass(1_500);
    await settle();
    expect(heard.links).toEqual(['live', 'broken']);
  });
});

describe('a page that the server has no line for, since its reader has others', () => {
  const elsewhere = 'event: elsewhere\ndata: {}\n\n';
  const page = (state: string) => Object.assign(new EventTarget(), { visibilityState: state });
  beforeEach(() => void Object.assign(globalThis, { document: page('hidden'), window: new EventTarget() }));
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'window');
  });
  async function sentAway(): Promise<void> {
    const server = await listening();
    server.say(elsewhere);
    server.hangUp();
    await settle();
  }

  test('does not come back at once, and does not say that anything is broken', async () => {
    await sentAway();
    await pass(240_000);
    await settle();
    expect(ends).toHaveLength(1);
    expect(heard.links).toEqual(['live']);
  });

  test('comes back when it is looked at, and fetches what it missed', async () => {
    await sentAway();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(ends).toHaveLength(1);
    Object.assign(document, { visibilityState: 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(ends).toHaveLength(2);
    expect(heard).toEqual({ changes: 1, links: ['live', 'live'] });
  });

  test('comes back when somebody turns to its window, or after five minutes', async () => {
    await sentAway();
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]!.say(elsewhere);
    ends[1]!.hangUp();
    await settle();
    await pass(301_000);
    await settle();
    expect(ends).toHaveLength(3);
  });

  test('is let go when the page is left meanwhile', async () => {
    await sentAway();
    stop();
    await pass(600_000);
    await settle();
    expect(ends).toHaveLength(1);
  });
});
