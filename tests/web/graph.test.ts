import { beforeEach, describe, expect, test } from '@jest/globals';
import { sendTo } from '../support/app.ts';
import { changes, fingerprint } from '../support/fingerprint.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
const paths = ['/api/graph/notifications', '/api/graph/lifecycle'];

/** How often the directory is to be looked at. */
const looks = async (): Promise<number> =>
  (await house.sql(`select 1 from pgboss.job where name = 'syncDirectory'`)).length;
beforeEach(() => house.sql(`delete from pgboss.job where name = 'syncDirectory'`));

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
    expect(changes(before, await fingerprint(house))).toEqual([]);
    expect(await looks()).toBe(0);
  });

  test('a word without its secret is not heard, with it the directory is looked at once', async () => {
    await house.sql(
      `insert into subscription values ('s1', 'g1', 'the secret', now() + interval '1 day') on conflict do nothing`,
    );
    const told = (clientState: string) => ({
      body: { value: Array.from({ length: 3 }, () => ({ subscriptionId: 's1', clientState })) },
    });
    expect((await sendTo(`${house.app.url}${path}`, 'POST', told('another'))).status).toBe(202);
    expect(await looks()).toBe(0);
    expect((await sendTo(`${house.app.url}${path}`, 'POST', told('the secret'))).status).toBe(202);
    expect(await looks()).toBe(1);
  });

  test.each([{}, { value: 'x' }, { value: [{}] }, { value: [{ subscriptionId: 1, clientState: 's' }] }])(
    '%j is refused, and changes nothing',
    async (body) => {
      const before = await fingerprint(house);
      const { status } = await sendTo(`${house.app.url}${path}`, 'POST', { body });
      expect(status).toBe(400);
      expect(changes(before, await fingerprint(house))).toEqual([]);
    },
  );
});

test('a subscription that Graph says it has removed is ours no longer', async () => {
  await house.sql(`insert into subscription values ('s2', 'g2', 'the secret', now() + interval '1 day')`);
  const value = [{ subscriptionId: 's2', clientState: 'the secret', lifecycleEvent: 'subscriptionRemoved' }];
  await sendTo(`${house.app.url}/api/graph/lifecycle`, 'POST', { body: { value } });
  expect(await house.sql(`select 1 from subscription where id = 's2'`)).toEqual([]);
});
