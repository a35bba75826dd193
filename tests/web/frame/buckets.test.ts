import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { addressOf } from '../../../bot/web/frame/edge/address.ts';
import { Buckets } from '../../../bot/web/frame/edge/buckets.ts';

/** A bucket on a clock that the test moves, in seconds. */
function bucket(perSecond: number, burst: number, most = 100) {
  let at = 0;
  const buckets = new Buckets({ perSecond, burst }, most, () => at * 1000);
  const letIn = (key: string, times: number): number =>
    Array.from({ length: times }, () => buckets.take(key)).filter((one) => one === null).length;
  return { buckets, letIn, pass: (seconds: number) => void (at += seconds) };
}

describe('how fast is too fast', () => {
  test('so many at once, then so many a second, and never more than at once in the end', () => {
    const { letIn, pass } = bucket(5, 20);
    expect(letIn('a', 100)).toBe(20);
    pass(1);
    expect(letIn('a', 100)).toBe(5);
    pass(0.5);
    expect(letIn('a', 100)).toBe(2);
    pass(3600);
    expect(letIn('a', 100)).toBe(20);
  });

  test('each key has its own', () => {
    const { letIn } = bucket(1, 3);
    expect([letIn('a', 5), letIn('b', 5), letIn('a', 5)]).toEqual([3, 3, 0]);
  });

  test('whoever is refused is told when there is room, and is let in then', () => {
    const { buckets, letIn, pass } = bucket(0.25, 1);
    letIn('a', 1);
    const { seconds } = buckets.take('a')!;
    expect(seconds).toBe(4);
    pass(seconds);
    expect(buckets.take('a')).toBeNull();
  });

  test('being refused costs nothing, and the first time of several can be told from the rest', () => {
    const { buckets, letIn, pass } = bucket(1, 1);
    letIn('a', 1);
    expect([1, 2, 3].map(() => buckets.take('a')!.again)).toEqual([false, true, true]);
    pass(1);
    expect(letIn('a', 1)).toBe(1);
    expect(buckets.take('a')!.again).toBe(false);
  });

  test('what costs less is let in more often', () => {
    const { buckets } = bucket(1, 1);
    const cheap = Array.from({ length: 20 }, () => buckets.take('a', 0.125)).filter((one) => !one).length;
    expect(cheap).toBe(8);
  });

  test('a million keys are not remembered, and those who come back often are', () => {
    const { buckets, letIn } = bucket(0.001, 2, 50);
    letIn('often', 2);
    for (let n = 0; n < 10_000; n += 1) {
      buckets.take(`once ${n}`);
      if (n % 20 === 0) expect(buckets.take('often')).not.toBeNull();
    }
    expect(letIn('once 0', 5)).toBe(2);
  });
});

describe('the address that a stranger counts against', () => {
  const from = (said: string | undefined, trusted: number, socket = '10.0.0.1') =>
    addressOf(
      {
        headers: { 'x-forwarded-for': said },
        socket: { remoteAddress: socket },
      } as unknown as IncomingMessage,
      trusted,
    );
  const cases: [string, string | undefined, number, string][] = [
    ['the connection’s, where no proxy is trusted', '203.0.113.7', 0, '10.0.0.1'],
    ['the connection’s, where the proxy says nothing', undefined, 1, '10.0.0.1'],
    ['what the one proxy says', '203.0.113.7', 1, '203.0.113.7'],
    ['what the proxy added, not what the stranger said before', '1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['counted from the end with two proxies', '1.1.1.1, 203.0.113.7,198.51.100.2', 2, '203.0.113.7'],
    ['the first there is, where fewer have spoken', '203.0.113.7', 3, '203.0.113.7'],
    ['without its port', '203.0.113.7:50123', 1, '203.0.113.7'],
    ['the connection’s, where the entry is none', '203.0.113.7, unknown', 1, '10.0.0.1'],
    ['the connection’s, where there are only commas', ', ,', 1, '10.0.0.1'],
    ['a whole network of IPv6', '2001:db8:1:2:3:4:5:6', 1, '2001:db8:1:2'],
    ['the same, however it is written', '[2001:DB8:1:2::9]:443', 1, '2001:db8:1:2'],
    ['the same, with its zeros left out', '2001:db8::7', 1, '2001:db8:0:0'],
  ];
  test.each(cases)('is %s', (_, said, trusted, expected) => {
    expect(from(said, trusted)).toBe(expected);
  });

  test('is one, whether it comes as IPv4 or as IPv4 in IPv6', () => {
    expect(from(undefined, 0, '::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(from(undefined, 0, 'fe80::1%eth0')).toBe('fe80:0:0:0');
  });
});
