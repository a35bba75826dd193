import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { appId, oid, tenantId } from '../../contract/frame/standinHelp.ts';
import { refusal } from '../help.ts';
import { answer, groupId, groupWith, inMinutes, teamWith, useEar, useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const ear = useEar();
const wish = (resource: string, more: object = {}) => ({
  changeType: 'updated',
  notificationUrl: ear.url,
  lifecycleNotificationUrl: ear.lifecycleUrl,
  resource,
  expirationDateTime: inMinutes(60 * 24),
  clientState: 'hemmeligt ord',
  ...more,
});
const subscribe = async (resource: string, more: object = {}) => {
  const { status, body } = await graph('POST', '/subscriptions', wish(resource, more));
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};
const add = (group: string, n: number) => stage.api('POST', `/groups/${group}/members`, { objectId: oid(n) });
const remove = (group: string, n: number) => stage.api('DELETE', `/groups/${group}/members/${oid(n)}`);
const kept = async (id: string) =>
  (await stage.api<any[]>('GET', '/graph/subscriptions')).find((one) => one.given.id === id);
const lifecycle = (subscriptionId: string, event: string) =>
  stage.api('POST', '/graph/lifecycle', { subscriptionId, event });

beforeAll(async () => {
  await Promise.all([1, 2, 3].map((n) => stage.add(n)));
  await groupWith(stage, 1, [1]);
  await teamWith(stage, 2, [1]);
});
afterEach(async () => {
  for (const { given } of await stage.api<any[]>('GET', '/graph/subscriptions'))
    await graph('DELETE', `/subscriptions/${given.id}`);
  for (const group of [groupId(1), groupId(2)]) for (const n of [2, 3]) await remove(group, n);
});

describe('a subscription', () => {
  test('is given to whoever says Graph’s word back, and read, renewed and ended by its id', async () => {
    const given = await subscribe(`/groups/${groupId(1)}/members`);
    expect(given).toMatchObject({
      applicationId: appId,
      clientState: 'hemmeligt ord',
      changeType: 'updated',
    });
    const path = `/subscriptions/${given.id}`;
    expect((await graph('GET', path)).body.resource).toBe(`/groups/${groupId(1)}/members`);
    expect((await graph('GET', '/subscriptions')).body.value).toHaveLength(1);
    const later = inMinutes(60 * 24 * 20);
    const renewed = await graph('PATCH', path, { expirationDateTime: later });
    expect(Math.abs(Date.parse(renewed.body.expirationDateTime) - Date.parse(later))).toBeLessThan(1000);
    expect((await graph('DELETE', path)).status).toBe(204);
    for (const method of ['GET', 'DELETE'])
      expect(refusal(await graph(method, path))).toEqual([404, 'ResourceNotFound']);
  });

  // platform.md section 6: users and groups under 29 days, Teams three days.
  test.each([
    ['groups', 41_760],
    ['teams', 4320],
  ])('to %s lasts at most %i minutes', async (set, minutes) => {
    const resource = `/${set}/${groupId(2)}/members`;
    const long = { expirationDateTime: inMinutes(minutes + 1) };
    expect(refusal(await graph('POST', '/subscriptions', wish(resource, long)))).toEqual([
      400,
      'InvalidRequest',
    ]);
    const { id } = await subscribe(resource, { expirationDateTime: inMinutes(minutes - 1) });
    expect(refusal(await graph('PATCH', `/subscriptions/${id}`, long))).toEqual([400, 'InvalidRequest']);
  });

  test('shorter than three quarters of an hour lasts as long as that', async () => {
    const { expirationDateTime } = await subscribe('/groups', { expirationDateTime: inMinutes(5) });
    expect((Date.parse(expirationDateTime) - Date.now()) / 60_000).toBeCloseTo(45, 0);
  });

  test.each<[string, object]>([
    ['no resource', { resource: undefined }],
    ['no address', { notificationUrl: undefined }],
    ['an address that is none', { notificationUrl: 'nowhere' }],
    ['no end', { expirationDateTime: undefined }],
    ['an end that has passed', { expirationDateTime: inMinutes(-1) }],
    ['a change there is not', { changeType: 'created,moved' }],
    ['a word longer than 128 characters', { clientState: 'x'.repeat(129) }],
    ['a resource nobody serves', { resource: '/planets' }],
    [
      'Teams for long, without an address for its end',
      {
        resource: `/teams/${groupId(2)}/members`,
        lifecycleNotificationUrl: undefined,
      },
    ],
  ])('with %s is refused', async (_, more) => {
    const answer = await graph('POST', '/subscriptions', wish('/groups', more));
    expect(refusal(answer)).toEqual([400, 'InvalidRequest']);
  });

  test('that is there already is not given twice', async () => {
    await subscribe('/groups');
    expect(refusal(await graph('POST', '/subscriptions', wish('/groups')))).toEqual([409, 'Conflict']);
  });
});

describe('the handshake', () => {
  test.each<[string, typeof ear.answers.handshake]>([
    ['the word as it stood in the address', (word, to) => answer(to, 200, encodeURIComponent(word))],
    ['another status', (word, to) => answer(to, 202, word)],
    ['JSON', (word, to) => answer(to, 200, JSON.stringify(word), 'application/json')],
    ['nothing', (_, to) => void to.destroy()],
  ])('answered with %s gives no subscription', async (_, handshake) => {
    ear.answers.handshake = handshake;
    expect(refusal(await graph('POST', '/subscriptions', wish('/groups')))).toEqual([400, 'ValidationError']);
    expect(await stage.api('GET', '/graph/subscriptions')).toEqual([]);
  });
});

describe('a change', () => {
  test('in a group is told to whoever asked: which group, and the word agreed on', async () => {
    const { id, expirationDateTime } = await subscribe(`/groups/${groupId(1)}/members`);
    await add(groupId(1), 2);
    expect(await ear.until(1)).toEqual([
      {
        subscriptionId: id,
        clientState: 'hemmeligt ord',
        changeType: 'updated',
        resource: `Groups/${groupId(1)}`,
        resourceData: {
          '@odata.type': '#Microsoft.Graph.Group',
          '@odata.id': `Groups/${groupId(1)}`,
          id: groupId(1),
        },
        subscriptionExpirationDateTime: expirationDateTime,
        tenantId,
      },
    ]);
  });

  test('in a team is told as somebody who came, and as somebody who left', async () => {
    await subscribe(`/teams/${groupId(2)}/members`, { changeType: 'created,deleted' });
    await add(groupId(2), 2);
    await remove(groupId(2), 2);
    const news = await ear.until(2);
    // Notifications are unordered: what is promised is that both come.
    expect(news.map((one) => one.changeType).sort()).toEqual(['created', 'deleted']);
    expect(news[0].resource).toMatch(/^teams\('.*'\)\/members\('.*'\)$/);
  });

  test('nobody asked for is told to nobody', async () => {
    await subscribe(`/groups/${groupId(1)}/members`);
    await add(groupId(2), 2);
    await add(groupId(1), 2);
    expect((await ear.until(1)).map((one) => one.resource)).toEqual([`Groups/${groupId(1)}`]);
  });

  test('that could not be delivered is told again, and is counted once it is taken', async () => {
    const { id } = await subscribe('/groups');
    ear.answers.status = 503;
    await add(groupId(1), 2);
    await ear.until(1);
    expect((await kept(id)).sent).toBe(0);
    ear.answers.status = 202;
    await ear.until(2, 4000);
    expect(await kept(id)).toMatchObject({ sent: 1, failed: 0, lastFailure: null });
  });

  test('can get lost on the way, and that is counted', async () => {
    const { id } = await subscribe('/groups');
    await stage.api('POST', '/graph/dropNotifications', { on: true });
    await add(groupId(1), 2);
    expect(await kept(id)).toMatchObject({ sent: 0, dropped: 1 });
    expect(ear.came).toEqual([]);
  });
});

describe('the life of a subscription', () => {
  test('ends at its time', async () => {
    const { id } = await subscribe('/groups');
    const now = Date.now() + 25 * 3_600_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    const left = await stage.api('GET', '/graph/subscriptions');
    clock.mockRestore();
    expect(left).toEqual([]);
    expect((await graph('GET', `/subscriptions/${id}`)).status).toBe(404);
  });

  test('can be asked to be confirmed: until then nothing is told', async () => {
    const { id } = await subscribe('/groups');
    expect(await lifecycle(id, 'reauthorizationRequired')).toEqual({ sent: true, failure: null });
    expect(ear.came).toMatchObject([
      { path: '/lifecycle', value: { lifecycleEvent: 'reauthorizationRequired', subscriptionId: id } },
    ]);
    await add(groupId(1), 2);
    expect((await graph('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    await add(groupId(1), 3);
    expect((await ear.until(2)).map((one) => one.changeType)).toEqual([undefined, 'updated']);
  });

  test('can be cut short, which is told with the word agreed on', async () => {
    const { id } = await subscribe('/groups');
    await lifecycle(id, 'subscriptionRemoved');
    expect(ear.came[0]?.value).toMatchObject({ clientState: 'hemmeligt ord', tenantId });
    expect((await graph('GET', `/subscriptions/${id}`)).status).toBe(404);
  });

  test('can have missed something, and goes on', async () => {
    const { id } = await subscribe('/groups');
    await lifecycle(id, 'missed');
    expect(ear.came[0]?.value.lifecycleEvent).toBe('missed');
    expect((await graph('GET', `/subscriptions/${id}`)).status).toBe(200);
  });

  test('cannot be told where nobody wants to hear of it', async () => {
    const { id } = await subscribe('/groups', { lifecycleNotificationUrl: undefined });
    expect((await lifecycle(id, 'missed')).error.code).toBe('BadArgument');
  });
});
