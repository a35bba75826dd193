import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { oid } from '../../contract/frame/standinHelp.ts';
import { refusal } from '../help.ts';
import { groupId, groupWith, inMinutes, teamWith, traffic, useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const deny = (...denied: string[]) => stage.api('POST', '/graph/permissions', { denied });
const groupReading = ['Group.Read.All', 'GroupMember.Read.All'];

describe('what an administrator has not granted', () => {
  test('is refused in the words of the service behind it', async () => {
    await groupWith(stage, 1, [1]);
    await teamWith(stage, 2, [1]);
    await deny(
      ...groupReading,
      'User.Read.All',
      'TeamMember.Read.Group',
      'TeamMember.ReadWrite.All',
      'Mail.Send',
    );
    const denied = [403, 'Authorization_RequestDenied'];
    for (const path of [
      `/groups/${groupId(1)}`,
      `/groups/${groupId(1)}/members`,
      '/groups/delta',
      `/users/${oid(1)}`,
    ])
      expect(refusal(await graph('GET', path))).toEqual(denied);
    expect(refusal(await graph('GET', `/teams/${groupId(2)}/members`))).toEqual([403, 'Forbidden']);
    expect(refusal(await graph('POST', '/users/x/sendMail', {}))).toEqual([403, 'ErrorAccessDenied']);
  });

  test('leaves what any other permission allows', async () => {
    await deny('GroupMember.Read.All');
    expect((await graph('GET', `/groups/${groupId(1)}/members`)).status).toBe(200);
  });

  test('of people leaves of a group’s members only that they are there', async () => {
    await deny('User.Read.All');
    const { body } = await graph('GET', `/groups/${groupId(1)}/members?$select=displayName,mail`);
    expect(body.value).toEqual([{ '@odata.type': '#microsoft.graph.user', id: oid(1) }]);
  });

  test('stands in the token: a role for each permission granted, and none of a team’s own', async () => {
    await deny('Mail.Send');
    const { body } = await stage.tokenFor('https://graph.microsoft.com/.default');
    const { roles } = decodeJwt<{ roles: string[] }>(body.access_token);
    expect(roles).toContain('User.Read.All');
    expect(roles).not.toContain('Mail.Send');
    expect(roles.filter((name) => name.endsWith('.Group'))).toEqual([]);
  });

  test('stops a subscription to it', async () => {
    await deny('Group.Read.All');
    const notificationUrl = 'http://127.0.0.1:9/';
    const told = {
      changeType: 'updated',
      notificationUrl,
      resource: '/groups',
      expirationDateTime: inMinutes(60),
    };
    expect(refusal(await graph('POST', '/subscriptions', told))).toEqual([403, 'ExtensionError']);
  });
});

describe('throttling', () => {
  const report = () => stage.api('GET', '/graph/throttle');

  test('tells every nth call to wait, and counts whoever does not', async () => {
    await groupWith(stage, 10, [1]);
    await stage.api('POST', '/graph/throttle', { everyNth: 3, retryAfter: 30 });
    const read = () => graph('GET', `/groups/${groupId(10)}`);
    const answers = [await read(), await read(), await read()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('retry-after')).toBe('30');
    expect(await report()).toMatchObject({ calls: 3, throttled: 1, earlier: 0 });
    await graph('GET', `/users/${oid(1)}`);
    expect((await report()).earlier).toBe(0);
    await read();
    expect((await report()).earlier).toBe(1);
  });

  test('does not count whoever waits as told', async () => {
    await stage.api('POST', '/graph/throttle', { everyNth: 2, retryAfter: 0 });
    for (let i = 0; i < 4; i++) await graph('GET', `/groups/${groupId(10)}`);
    expect(await report()).toMatchObject({ throttled: 2, earlier: 0 });
  });

  test('lets one team be asked so many times in any second, and others beside it', async () => {
    await teamWith(stage, 11, [1]);
    await teamWith(stage, 12, [1]);
    await stage.api('POST', '/graph/throttle', { perTeam: 4 });
    const read = async (n: number) => (await graph('GET', `/teams/${groupId(n)}/members`)).status;
    const statuses = await Promise.all([11, 11, 11, 11, 11, 12].map(read));
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await report()).toMatchObject({ throttled: 1 });
    await stage.api('POST', '/graph/throttle', {});
  });

  test('ends when it is switched off', async () => {
    await stage.api('POST', '/graph/throttle', { everyNth: 1 });
    expect((await graph('GET', `/groups/${groupId(10)}`)).status).toBe(429);
    await stage.api('POST', '/graph/throttle', { everyNth: null });
    expect((await graph('GET', `/groups/${groupId(10)}`)).status).toBe(200);
  });
});

describe('faults of Graph', () => {
  test('hit its other calls as they hit mail, and may hit after the work is done', async () => {
    await stage.api('POST', '/faults', { kind: '503', times: 1, target: 'graph' });
    expect((await graph('GET', `/groups/${groupId(10)}`)).status).toBe(503);
    expect((await graph('GET', `/groups/${groupId(10)}`)).status).toBe(200);
  });
});

describe('every answer', () => {
  test('has a request id to quote, also a refusal', async () => {
    for (const path of [`/groups/${groupId(10)}`, '/groups/none', '/groups/delta?$filter=x'])
      expect((await graph('GET', path)).headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is in the record of the traffic', async () => {
    const before = (await traffic(stage)).split('\n').length;
    await graph('GET', `/groups/${groupId(10)}`);
    await graph('GET', '/groups/delta?$top=1');
    expect((await traffic(stage)).split('\n')).toHaveLength(before + 2);
  });
});
