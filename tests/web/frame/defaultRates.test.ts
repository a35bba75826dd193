import { beforeAll, describe, expect, test } from '@jest/globals';
import { member, type Member } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

/** As an operator has it who sets nothing. */
const unset = {
  READ_RATE: '',
  READ_BURST: '',
  ACT_RATE: '',
  ACT_BURST: '',
  ADDRESS_RATE: '',
  ADDRESS_BURST: '',
};
const house = useHouse({ env: unset });
let one: Member;
beforeAll(async () => void (one = await member(house, { name: 'Aarhus Kommune' })));

/** So many as fast as they go, some at a time; how many were let in, and in how many seconds. */
async function flood(times: number, send: () => Promise<Response>) {
  const from = performance.now();
  let letIn = 0;
  let left = times;
  const lane = async (): Promise<void> => {
    while ((left -= 1) >= 0) {
      const answer = await send();
      await answer.text();
      if (answer.status !== 429) letIn += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return { letIn, seconds: (performance.now() - from) / 1000 };
}

describe('unless told otherwise', () => {
  const cases: [string, number, number, () => Promise<(path?: string) => Promise<Response>>, number][] = [
    [
      'one person reads 300 times at once and 50 times a second',
      300,
      50,
      async () => {
        const headers = { authorization: `Bearer ${await one.staff.token()}` };
        return () => fetch(`${house.app.url}/api/views/noSuchView`, { headers });
      },
      900,
    ],
    [
      'one person acts 600 times at once and 50 times a second',
      600,
      50,
      async () => {
        const headers = {
          authorization: `Bearer ${await one.staff.token()}`,
          'content-type': 'application/json',
        };
        return () => fetch(`${house.app.url}/api/acts/noSuchAct`, { method: 'POST', headers, body: '{}' });
      },
      1_500,
    ],
    [
      'one address asks 200 times at once and 20 times a second',
      200,
      20,
      async () => () => fetch(`${house.app.url}/privacy`),
      600,
    ],
  ];
  test.each(cases)('%s', async (_, burst, perSecond, sender, times) => {
    const { letIn, seconds } = await flood(times, await sender());
    expect(letIn).toBeGreaterThanOrEqual(burst);
    expect(letIn).toBeLessThanOrEqual(burst + perSecond * seconds + 1);
    expect(letIn).toBeLessThan(times);
  });
});
