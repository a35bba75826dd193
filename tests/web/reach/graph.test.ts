import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, sendTo } from '../../support/app.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const paths = ['/api/graph/notifications', '/api/graph/lifecycle'];

/** How often the directory is to be looked at. */
const looks = async (): Promise<number> =>
  (await house.sql(`select 1 from pgboss.job where name = 'syncDirectory'`)).length;
beforeEach(() => house.sql(`delete from pgboss.job where name = 'syncDirectory'`));

/** Long enough for what was said to have been looked up. */
const quiet = (): Promise<void> => new Promise((done) => setTimeout(done, 1_300));
const subscribe = (id: string, secret: string) =>
  house.sql(
    `insert into subscription values ($1, 'g1', $2, now() + interval '1 day') on conflict do nothing`,
    [id, secret],
  );

const handshake = (path: string, token: string): Promise<Response> =>
  fetch(`${house.app.url}${path}?validationToken=${encodeURIComponent(token)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

describe.each(paths)('%s', (path) => {
  test('gives Graph its own words back, as text that no browser takes for a page', async () => {
    const token = 'Validation: Testing client application reachability for subscription æ <script>1</script>';
    const answer = await handshake(path, token);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(token);
  });

  test('acknowledges a word about a subscription that is not ours, and does nothing about it', async () => {
    const before = await fingerprint(house);
    const value = [{ subscriptionId: 'somebody else’s', clientState: 'guessed', changeType: 'updated' }];
    const { status } = await sendTo(`${house.app.url}${path}`, 'POST', { body: { value } });
    expect(status).toBe(202);
    await quiet();
    expect(changes(before, await fingerprint(house))).toEqual([]);
    expect(await looks()).toBe(0);
  });

  test('a word without its secret is not heard, with it the directory is looked at once', async () => {
    await subscribe('s1', 'the secret');
    const told = (clientState: unknown) => ({
      body: { value: Array.from({ length: 3 }, () => ({ subscriptionId: 's1', clientState })) },
    });
    for (const wrong of ['another', 'the secret ', '', null, undefined, 1, true, ['the secret'], {}])
      expect((await sendTo(`${house.app.url}${path}`, 'POST', told(wrong))).status).toBe(202);
    await quiet();
    expect(await looks()).toBe(0);
    expect((await sendTo(`${house.app.url}${path}`, 'POST', told('the secret'))).status).toBe(202);
    await eventually(looks, (seen) => seen === 1);
  });

  test.each([{}, { value: 'x' }, { value: { length: 1 } }, [], [{ value: [] }], 'words', 7, null])(
    '%j is no list of words: it is refused, and changes nothing',
    async (body) => {
      const before = await fingerprint(house);
      const { status } = await sendTo(`${house.app.url}${path}`, 'POST', { body: JSON.stringify(body) });
      expect(status).toBe(400);
      expect(changes(before, await fingerprint(house))).toEqual([]);
    },
  );

  test.each([{}, 1, null, 'x', [], { subscriptionId: 1, clientState: 's' }, { subscriptionId: 'a\0' }])(
    'a word like %j is let pass unheard, and the one beside it is heard',
    async (odd) => {
      await subscribe('s1', 'the secret');
      const value = [odd, { subscriptionId: 's1', clientState: 'the secret', lifecycleEvent: 7 }, odd];
      expect((await sendTo(`${house.app.url}${path}`, 'POST', { body: { value } })).status).toBe(202);
      await eventually(looks, (seen) => seen === 1);
    },
  );
});

test('a subscription that Graph says it has removed is ours no longer', async () => {
  await subscribe('s2', 'the secret');
  const value = [{ subscriptionId: 's2', clientState: 'the secret', lifecycleEvent: 'subscriptionRemoved' }];
  await sendTo(`${house.app.url}/api/graph/lifecycle`, 'POST', { body: { value } });
  await eventually(
    () => house.sql(`select 1 from subscription where id = 's2'`),
    (left) => left.length === 0,
  );
});
