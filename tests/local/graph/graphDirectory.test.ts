import { describe, expect, test } from '@jest/globals';
import { oid, tenantId } from '../../contract/frame/standinHelp.ts';
import { refusal } from '../help.ts';
import { groupId, groupWith, teamWith, useGraph, walk } from './graphHelp.ts';

const { stage, graph } = useGraph();
const guest = (n: number) =>
  stage.api('POST', '/people', {
    objectId: oid(n),
    displayName: `Indkøber, Kommune ${n}`,
    email: `p${n}@kommune.example`,
    guest: true,
  });
const people = '$select=id,displayName,mail,userType,userPrincipalName';

describe('a group', () => {
  test('is read by its id, and only what was asked for is told', async () => {
    const id = await groupWith(stage, 1, [1]);
    expect((await graph('GET', `/groups/${id}`)).body).toMatchObject({ id, displayName: 'Styregruppen' });
    const { body } = await graph('GET', `/groups/${id}?$select=displayName`);
    expect(Object.keys(body).sort()).toEqual(['@odata.context', 'displayName', 'id']);
  });

  test('that is a team’s own has the team’s name and people', async () => {
    const id = await teamWith(stage, 2, [1, 2], 'Partnerskabet');
    const { body } = await graph('GET', `/groups/${id}`);
    expect(body).toMatchObject({ displayName: 'Partnerskabet', groupTypes: ['Unified'] });
    const { rows } = await walk(graph, `/groups/${id}/members`);
    expect(rows.map((one) => one.id)).toEqual([oid(1), oid(2)]);
  });

  test('nobody has made is not found, whatever its name', async () => {
    for (const id of [groupId(999), 'constructor', '__proto__'])
      for (const rest of ['', '/members'])
        expect(refusal(await graph('GET', `/groups/${id}${rest}`))).toEqual([
          404,
          'Request_ResourceNotFound',
        ]);
  });

  test('with an id that is taken is not made twice', async () => {
    const id = await groupWith(stage, 3, [1]);
    for (const path of ['/groups', '/teams']) {
      const told = { id, groupId: id, displayName: 'x', name: 'x', members: [oid(1)] };
      expect((await stage.api('POST', path, told)).error.code).toBe('Conflict');
    }
  });
});

describe('the members of a group', () => {
  test('are told with who is a guest, and a guest’s name of sign-in is the host’s', async () => {
    await guest(12);
    const id = await groupWith(stage, 10, [11]);
    await stage.api('POST', `/groups/${id}/members`, { objectId: oid(12) });
    const { rows } = await walk(graph, `/groups/${id}/members?${people}`);
    expect(rows).toEqual([
      {
        '@odata.type': '#microsoft.graph.user',
        id: oid(11),
        displayName: 'Indkøbschef, Kommune 11',
        mail: 'p11@example.dk',
        userPrincipalName: 'p11@example.dk',
        userType: 'Member',
      },
      expect.objectContaining({
        mail: 'p12@kommune.example',
        userPrincipalName: 'p12_kommune.example#EXT#@host.example',
        userType: 'Guest',
      }),
    ]);
  });

  // Graph's user has userType only for whoever selects it.
  test('do not say who is a guest to whoever does not ask', async () => {
    const id = await groupWith(stage, 11, [11]);
    const [row] = (await walk(graph, `/groups/${id}/members`)).rows;
    expect(row.displayName).toBe('Indkøbschef, Kommune 11');
    expect(row.userType).toBeUndefined();
  });

  test('come in pages, everybody once, also when somebody leaves between two pages', async () => {
    const all = Array.from({ length: 23 }, (_, i) => 100 + i);
    const id = await groupWith(stage, 12, all);
    const { rows, pages } = await walk(graph, `/groups/${id}/members?${people}&$top=10`);
    expect([rows.length, pages]).toEqual([23, 3]);
    expect(rows.every((one) => one.userType === 'Member')).toBe(true);
    const first = (await graph('GET', `/groups/${id}/members?$top=10`)).body;
    await stage.api('DELETE', `/groups/${id}/members/${first.value[0].id}`);
    const rest = await walk(graph, first['@odata.nextLink']);
    expect(rest.rows.map((one) => one.id)).toEqual(all.slice(10).map(oid));
  });

  test.each(['0', '1000', 'many', '2.5'])('are not told %s at a time', async (top) => {
    const id = groupId(12);
    expect(refusal(await graph('GET', `/groups/${id}/members?$top=${top}`))).toEqual([
      400,
      'Request_BadRequest',
    ]);
  });

  test('asked with an option this stand-in has not are refused by its name, not told wrongly', async () => {
    const { status, body } = await graph('GET', `/groups/${groupId(12)}/members?$search="a"`);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('$search')]);
  });

  test('with a page’s token that is broken are refused', async () => {
    const { status } = await graph('GET', `/groups/${groupId(12)}/members?$skiptoken=%7Bbroken`);
    expect(status).toBe(400);
  });
});

describe('a team', () => {
  test('is read by its group’s id, with the id Teams gives it', async () => {
    const id = await teamWith(stage, 20, [1, 2]);
    const { body } = await graph('GET', `/teams/${id}`);
    expect(body).toMatchObject({ id, displayName: 'Partnerskabet', visibility: 'private' });
    expect(body.internalId).toMatch(/@thread\.tacv2$/);
  });

  test('tells of its members who owns it and who is a guest', async () => {
    await guest(32);
    const id = await teamWith(stage, 21, [30, 31]);
    await stage.api('POST', `/teams/${id}/members`, { objectId: oid(32) });
    const { rows } = await walk(graph, `/teams/${id}/members?$top=2`);
    expect(rows.map(({ userId, roles }) => [userId, roles])).toEqual([
      [oid(30), ['owner']],
      [oid(31), []],
      [oid(32), ['guest']],
    ]);
    expect(rows[2]).toMatchObject({
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      email: 'p32@kommune.example',
      tenantId,
    });
    expect(new Set(rows.map((one) => one.id)).size).toBe(3);
  });

  test('that is only a group is no team', async () => {
    const id = await groupWith(stage, 22, [1]);
    for (const rest of ['', '/members'])
      expect(refusal(await graph('GET', `/teams/${id}${rest}`))).toEqual([404, 'NotFound']);
  });
});

describe('somebody who comes into a team', () => {
  test('is in its channel and its group, and the bot hears of it as from Teams', async () => {
    const id = await teamWith(stage, 30, [40]);
    await stage.add(41);
    stage.heard.length = 0;
    expect(await stage.api('POST', `/groups/${id}/members`, { objectId: oid(41) })).toEqual({ added: 1 });
    expect((await walk(graph, `/groups/${id}/members`)).rows).toHaveLength(2);
    const chats = await stage.api('GET', `/chats?as=${oid(41)}`);
    expect(chats).toMatchObject([{ type: 'channel', members: 2 }]);
    expect(stage.heard.map(({ activity }) => activity)).toMatchObject([
      {
        type: 'conversationUpdate',
        membersAdded: [{ aadObjectId: oid(41) }],
        channelData: { eventType: 'teamMemberAdded', team: { aadGroupId: id } },
      },
    ]);
  });

  test('and goes again is in neither, and the bot hears that too', async () => {
    const id = groupId(30);
    expect(await stage.api('DELETE', `/teams/${id}/members/${oid(41)}`)).toEqual({ removed: 1 });
    expect((await walk(graph, `/teams/${id}/members`)).rows).toHaveLength(1);
    expect(await stage.api('GET', `/chats?as=${oid(41)}`)).toEqual([]);
    expect(stage.heard[0]?.activity).toMatchObject({
      membersRemoved: [{ aadObjectId: oid(41) }],
      channelData: { eventType: 'teamMemberRemoved' },
    });
  });

  test('twice is there once, and the second time nobody is told', async () => {
    const id = await teamWith(stage, 31, [40]);
    stage.heard.length = 0;
    for (const added of [1, 0])
      expect(await stage.api('POST', `/teams/${id}/members`, { objectId: oid(41) })).toEqual({ added });
    expect(stage.heard).toHaveLength(1);
    await stage.api('DELETE', `/teams/${id}/members/${oid(41)}`);
    expect(await stage.api('DELETE', `/teams/${id}/members/${oid(41)}`)).toEqual({ removed: 0 });
  });

  test('must exist, and so must the group', async () => {
    const unknown = await stage.api('POST', `/teams/${groupId(31)}/members`, { objectId: oid(4040) });
    expect(unknown.error.code).toBe('UserNotFound');
    const nowhere = await stage.api('POST', `/groups/${groupId(998)}/members`, { objectId: oid(40) });
    expect(nowhere.error.code).toBe('NotFound');
  });
});

describe('a person', () => {
  test('who is a guest is found by the name of sign-in too', async () => {
    await guest(50);
    const upn = encodeURIComponent('p50_kommune.example#EXT#@host.example');
    const { body } = await graph('GET', `/users/${upn}?$select=userType,mail`);
    expect(body).toMatchObject({ id: oid(50), mail: 'p50@kommune.example', userType: 'Guest' });
    expect(body.displayName).toBeUndefined();
  });
});
