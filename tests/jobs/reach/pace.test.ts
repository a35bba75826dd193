import { expect, test } from '@jest/globals';
import { Moments } from '../../../bot/jobs/reach/pace.ts';
import { useStore } from '../../store/frame/ground.ts';

const store = useStore();

/** When so many messages leave, where each sleep ends as late as the timers of a busy machine. */
async function leaving(count: number, perSecond: number, lateMs: number): Promise<number[]> {
  let at = 0;
  const sleep = async (ms: number): Promise<void> => void (at += ms + lateMs);
  const moments = new Moments(store.db, perSecond, { now: () => at, sleep });
  await moments.take(count);
  const left: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await moments.next();
    left.push(at);
  }
  return left;
}

test.each([
  [25, 1],
  [250, 1],
  [250, 3],
])(
  'messages leave at the pace of %d a second though each is %d ms late, and not in a burst',
  async (perSecond, lateMs) => {
    const left = await leaving(2 * perSecond, perSecond, lateMs);
    const tookMs = left.at(-1)! - left[0]!;
    expect(tookMs).toBeLessThan(2_000 + 10);
    const inOneSecond = left.map((from) => left.filter((at) => at >= from && at < from + 1_000).length);
    expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(Math.ceil(perSecond * 1.03));
  },
);
