import { afterEach, describe, expect, test } from '@jest/globals';
import { graphFeed } from '../../../bot/graph/reach/feed.ts';
import { graphMail } from '../../../bot/graph/reach/mail.ts';
import { mostMailAttempts, reasonOfSent, retryDelay } from '../../../bot/process/reach/messages.ts';
import { graphThat, type Answer } from '../frame/ground.ts';

type There = Awaited<ReturnType<typeof graphThat>>;
let there: There | null = null;
afterEach(async () => {
  await there?.stop().catch(() => undefined);
  there = null;
});

const from = 'sekretariatet@example.dk';
const mail = { subject: 'Høring', html: '<p>Svar inden fristen.</p>' };
const send = (graph: ReturnType<There['graph']>) => graphMail(graph, from).send('kontakt@example.dk', mail);

async function answered(given: Answer | null) {
  let asked = 0;
  there = await graphThat(() => {
    asked += 1;
    return given;
  });
  return { outcome: await send(there.graph()), asked: () => asked };
}
const error = (status: number, headers?: Record<string, string>): Answer => ({
  status,
  body: { error: { code: 'AnyCode', message: 'Any words.' } },
  ...(headers && { headers }),
});

describe('a mail that may have left is in doubt, and is asked for once', () => {
  test.each([408, 500, 502, 503, 504])('after %i', async (status) => {
    const { outcome, asked } = await answered(error(status));
    expect(outcome).toEqual({ sent: false, retry: false, reason: 'unknown', uncertain: true });
    expect(asked()).toBe(1);
  });

  test('where the line broke when Graph had it', async () => {
    const { outcome } = await answered(null);
    expect(outcome).toMatchObject({ retry: false, uncertain: true });
  });

  test('also a line in the feed', async () => {
    there = await graphThat(() => error(502));
    const line = { kind: 'hearing', text: 'Høring', link: 'https://example.dk' } as const;
    const outcome = await graphFeed(there.graph()).notify('team', 'who', line);
    expect(outcome).toMatchObject({ retry: false, uncertain: true });
  });
});

describe('a mail that surely has not left waits, and leaves by itself', () => {
  const waits = { sent: false, retry: true, reason: 'mailUnavailable', afterMs: null };

  test('where Exchange has no room, for as long as it asks for, in seconds or as a date', async () => {
    expect((await answered(error(429, { 'retry-after': '7' }))).outcome).toEqual({
      ...waits,
      afterMs: 7_000,
    });
    await there!.stop();
    const later = new Date(Date.now() + 60_000).toUTCString();
    const { outcome } = await answered(error(429, { 'retry-after': later }));
    const { afterMs } = outcome as { afterMs: number };
    expect(afterMs).toBeGreaterThan(50_000);
    expect(afterMs).toBeLessThanOrEqual(60_000);
  });

  test('where nobody took the call', async () => {
    there = await graphThat(() => null);
    await there.stop();
    expect(await send(there.graph())).toEqual(waits);
  });

  test('where Entra gave no token', async () => {
    there = await graphThat(() => ({ status: 202 }));
    const none = () => Promise.reject(new Error('no token'));
    expect(await send(there.graph(none))).toEqual(waits);
  });

  test('where Graph is not asked for the moment, because the calls before all failed', async () => {
    there = await graphThat(() => error(500));
    const graph = there.graph();
    for (let n = 0; n < 5; n += 1) expect(await send(graph)).toMatchObject({ uncertain: true });
    expect(await send(graph)).toEqual(waits);
  });

  test('for most of an hour', () => {
    const tries = Array.from({ length: mostMailAttempts - 1 }, (_, index) => index + 1);
    const waited = tries.reduce((sum, tried) => sum + retryDelay(tried, null, 0.5), 0);
    expect(waited).toBeGreaterThan(30 * 60_000);
    expect(waited).toBeLessThan(60 * 60_000);
  });
});

test.each([400, 401, 403, 404])(
  'a mail that is refused with %i has failed, and is told at once',
  async (status) => {
    const { outcome } = await answered(error(status));
    expect(outcome).toEqual({ sent: false, retry: false, reason: 'mailUnavailable', uncertain: false });
  },
);

test('a message that went says why it went by mail, and not what kept it waiting', () => {
  expect(reasonOfSent('mail', 'blocked')).toBe('blocked');
  expect(reasonOfSent('mail', 'mailUnavailable')).toBeNull();
  expect(reasonOfSent('personal', 'unavailable')).toBeNull();
});
