import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Action } from '../../../tab/src/parts/form/action.ts';
import { json, line, type Asked } from './host.ts';
import { me } from './readers.ts';
import { inside, part, visit, wordsOf } from './show.tsx';
import { world } from '../case/cases.ts';
import { said } from './page.ts';

const { usePress } = await import('../../../tab/src/frame/press.ts');
const { client, whole } = await import('../../../tab/src/frame/queries.ts');

beforeAll(() => wordsOf('da'));
afterEach(() => {
  jest.useRealTimers();
  client.clear();
});
const down = (): never => {
  throw new TypeError('fetch failed');
};
const keys = (asked: Asked[]): (string | null)[] =>
  asked.map(({ headers }) => headers.get('idempotency-key'));

describe('a list', () => {
  test('is fetched to its end, page by page', async () => {
    const pages: Record<string, object> = {
      '': { items: [1, 2], next: 'b' },
      b: { items: [3], next: 'c' },
      c: { items: [4] },
    };
    const asked = line(({ query }) => pages[query['after'] ?? '']!);
    expect(await whole('revisions', { state: 'decision' })).toMatchObject({ items: [1, 2, 3, 4] });
    expect(asked.map(({ query }) => query['after'])).toEqual([undefined, 'b', 'c']);
    expect(asked.every(({ query }) => query['limit'] === '200' && query['state'] === 'decision')).toBe(true);
  });

  test('that breaks off half way is not shown as if it were whole', async () => {
    line(({ query }) => (query['after'] ? json(500, {}) : { items: [1], next: 'b' }));
    await expect(whole('members', {})).rejects.toThrow('http500');
  });

  test('one thing is asked for as it is', async () => {
    const asked = line(() => ({}));
    await whole('vote', { id: 'v' });
    expect(asked).toMatchObject([{ path: '/api/views/vote', query: { id: 'v' } }]);
    expect(asked[0]!.query).not.toHaveProperty('limit');
  });
});

describe('a page that cannot be fetched', () => {
  const fetched = (): Promise<unknown> =>
    client.fetchQuery({ queryKey: ['me', {}], queryFn: () => whole('me', {}) }).catch(() => undefined);
  const bar = async (): Promise<string> => said((await visit('/rules', world('staff'))).page);
  const warning = 'Ingen forbindelse til serveren.';

  test('is tried again when the reader asked too fast, and nothing is said of a line that is not down', async () => {
    jest.useFakeTimers();
    let tries = 0;
    line(() =>
      (tries += 1) > 1 ? me('staff') : json(429, { refusal: { code: 'tooManyRequests', message: {} } }),
    );
    const work = fetched();
    await jest.advanceTimersByTimeAsync(10_000);
    await work;
    jest.useRealTimers();
    expect(tries).toBe(2);
    expect(await bar()).not.toContain(warning);
  });

  test('is tried again when the line is down, and says so until the server is heard', async () => {
    jest.useFakeTimers();
    const asked = line(down);
    const work = fetched();
    await jest.advanceTimersByTimeAsync(10_000);
    await work;
    jest.useRealTimers();
    expect(asked).toHaveLength(3);
    expect(await bar()).toContain(warning);
    line(() => me('staff'));
    await fetched();
    expect(await bar()).not.toContain(warning);
  });

  test('is not tried again when it was refused: a refusal is an answer', async () => {
    const asked = line(() =>
      json(403, { refusal: { code: 'notRegistered', message: { da: 'Nej', en: 'No' } } }),
    );
    await fetched();
    expect(asked).toHaveLength(1);
    expect(await bar()).not.toContain(warning);
  });
});

describe('one button', () => {
  const krav = { hearingId: 'h', type: 'general', text: 'Krav' } as const;
  const ok = { ok: true, result: {} };

  test('pressed again after the line was lost counts once; pressed anew when it was done, it counts again', async () => {
    jest.useFakeTimers();
    const { press } = await inside(() => usePress('addComment'));
    const lost = line(down);
    const first = press(krav);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await first).toMatchObject({ ok: false, refusal: { code: 'offline' } });
    const back = line(() => ok);
    await press(krav);
    await press(krav);
    const [tried] = keys(lost);
    expect(keys(lost)).toEqual([tried, tried]);
    expect(keys(back)[0]).toBe(tried);
    expect(keys(back)[1]).not.toBe(tried);
  });

  test('with something else in the form it is another press', async () => {
    jest.useFakeTimers();
    const { press } = await inside(() => usePress('addComment'));
    const asked = line(down);
    const first = press(krav);
    await jest.advanceTimersByTimeAsync(3_000);
    await first;
    const second = press({ ...krav, text: 'Andet krav' });
    await jest.advanceTimersByTimeAsync(3_000);
    await second;
    expect(new Set(keys(asked)).size).toBe(2);
  });

  test('a double click is one press', async () => {
    jest.useFakeTimers();
    const { press } = await inside(() => usePress('addComment'));
    const asked = line(() => ok);
    expect(await Promise.all([press(krav), press(krav)])).toEqual([ok, null]);
    expect(asked).toHaveLength(1);
  });
});

describe('what a view knew already is not asked for again', () => {
  test('but what depends on more is', async () => {
    const { Actions } = await import('../../../tab/src/parts/form/Actions.tsx');
    const { createElement } = await import('react');
    const known = [{ act: 'extendDeadline', ok: true, refusal: null, unmet: [] }];
    const action = (act: string, more: object = {}) =>
      ({ act, label: act, done: '', input: { hearingId: 'h' }, ...more }) as Action;
    const actions = [
      action('extendDeadline'),
      action('remindMissing'),
      action('addComment', { ask: { hearingId: 'h', organisationId: 'o' } }),
    ];
    const given = { act: '', ok: true, refusal: null, unmet: [] };
    const wanted: string[] = [];
    const allowed = (act: string, query: Record<string, string>) => {
      wanted.push(`${act} ${Object.values(query).join(' ')}`);
      return { ...given, act };
    };
    await part(createElement(Actions, { actions, lists: [known] }), { allowed });
    expect(wanted).toEqual(['remindMissing h', 'addComment h o']);
  });
});
