import { expect, test } from '@jest/globals';
import { batch } from '../../../bot/graph/frame/batch.ts';
import { waitIn } from '../../../bot/graph/frame/waits.ts';
import { graphThat } from './ground.ts';

test('what Graph has no room for within a batch waits until the date it was told', async () => {
  const asked: number[] = [];
  const until = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 2_000);
  const there = await graphThat(({ body }) => {
    asked.push(Date.now());
    const { requests } = JSON.parse(body);
    const one = asked.length > 1 ? { status: 200, body: { id: 'a' } } : busy(until);
    return { status: 200, body: { responses: requests.map(({ id }: { id: string }) => ({ id, ...one })) } };
  });
  expect(await batch(there.graph(), ['/users/a'])).toEqual([{ id: 'a' }]);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBeGreaterThanOrEqual(until.getTime() - 50);
  await there.stop();
}, 15_000);

const busy = (until: Date) => ({ status: 429, headers: { 'Retry-After': until.toUTCString() } });

test('what an answer asks to wait is read in seconds or as a date, and as nothing where it is neither', () => {
  const now = Date.parse('2027-01-11T08:00:00Z');
  const said: [string | null | undefined, number | null][] = [
    ['9', 9_000],
    ['0', 0],
    ['Mon, 11 Jan 2027 08:00:30 GMT', 30_000],
    ['Mon, 11 Jan 2027 07:59:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
    [null, null],
    [undefined, null],
  ];
  for (const [header, wait] of said) expect(waitIn(header, now)).toBe(wait);
});
