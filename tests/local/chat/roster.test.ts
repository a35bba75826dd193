import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid, tenantId } from '../../contract/frame/standinHelp.ts';
import { meetingOf, refusal, roster, teamOf, useStage } from '../help.ts';

const stage = useStage();
const get = (path: string, token?: string) => stage.connector('GET', path, undefined, token);
const foreign = '99999999-9999-4999-8999-999999999999';

describe('the paged roster', () => {
  const all = Array.from({ length: 510 }, (_, i) => 1000 + i);
  let channelId: string;
  let token: string;
  beforeAll(async () => {
    ({ channelId } = await teamOf(stage, all));
    token = await stage.botToken();
  });
  const page = async (query: string) => (await get(roster(channelId, `pagedmembers${query}`), token)).body;

  // platform.md section 3.1: page size 50-500, follow continuationToken.
  test.each([
    ['?pageSize=1', 50],
    ['?pageSize=50', 50],
    ['?pageSize=120', 120],
    ['?pageSize=9999', 500],
    ['?pageSize=many', 200],
    ['', 200],
  ])('asked with »%s« has %i rows on a page', async (query, rows) => {
    const { members, continuationToken } = await page(query);
    expect(members).toHaveLength(rows);
    expect(continuationToken).toEqual(expect.any(String));
  });

  test('followed to its end names everybody once, and says where it ends', async () => {
    const seen: string[] = [];
    let next: string | undefined = '';
    for (let pages = 0; next !== undefined && pages < 20; pages++) {
      const body = await page(`?pageSize=100&continuationToken=${next}`);
      seen.push(...body.members.map((one: any) => one.objectId));
      next = body.continuationToken;
    }
    expect(seen.toSorted()).toEqual(all.map(oid).toSorted());
  });

  test('has no further page when the last one is exactly full', async () => {
    const body = await page('?pageSize=60&continuationToken=450');
    expect([body.members.length, body.continuationToken]).toEqual([60, undefined]);
  });

  test('is the same by the address of a thread', async () => {
    const { body } = await get(roster(`${channelId};messageid=17`, 'pagedmembers?pageSize=50'), token);
    expect(body.members).toHaveLength(50);
  });

  test('unpaged, it comes whole', async () => {
    expect((await get(roster(channelId, 'members'), token)).body).toHaveLength(510);
  });
});

describe('one row', () => {
  let chat: string;
  beforeAll(async () => {
    await stage.api('POST', '/people', {
      objectId: oid(2),
      displayName: 'Indkøbschef, Kommune 2',
      email: 'gaest@example.dk',
      guest: true,
    });
    chat = (await teamOf(stage, [1])).channelId;
    await stage.api('POST', `/chats/${encodeURIComponent(chat)}/members`, { members: [oid(2)] });
  });
  const member = (id: string) => get(roster(chat, `members/${encodeURIComponent(id)}`));

  // platform.md section 3.1 [V]: paged rows carry objectId, not mapped to aadObjectId.
  test('carries objectId in the roster, and aadObjectId too when asked for alone', async () => {
    const [row] = (await get(roster(chat, 'pagedmembers'))).body.members;
    expect(row).toMatchObject({ objectId: oid(1), name: 'Indkøbschef, Kommune 1', email: 'p1@example.dk' });
    expect(row.aadObjectId).toBeUndefined();
    expect((await member(row.id)).body).toMatchObject({ ...row, aadObjectId: oid(1) });
  });

  test('is found by Teams’ id and by Entra’s', async () => {
    const { body } = await member(oid(1));
    expect(body.id).toMatch(/^29:/);
    expect((await member(body.id)).body).toEqual(body);
  });

  // platform.md section 1.3: userRole tells guests; a guest is in the host's tenant.
  test('tells a guest from a member of the tenant', async () => {
    const roles = await Promise.all([1, 2].map(async (n) => (await member(oid(n))).body));
    expect(roles.map(({ userRole, tenantId }) => [userRole, tenantId])).toEqual([
      ['user', tenantId],
      ['guest', tenantId],
    ]);
  });

  test('of somebody who is not in the conversation does not exist', async () => {
    await stage.add(9);
    for (const id of [oid(9), '29:unknown'])
      expect(refusal(await member(id))).toEqual([404, 'MemberNotFoundInConversation']);
  });
});

describe('a team', () => {
  test('tells its name, its group and how many it has', async () => {
    const { teamId } = await teamOf(stage, [20, 21, 22], 'Partnerskabet');
    const { body } = await get(`v3/teams/${encodeURIComponent(teamId)}`);
    expect(body).toMatchObject({ id: teamId, name: 'Partnerskabet', memberCount: 3, tenantId });
    expect(body.aadGroupId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('has one channel, the general one, which has the team’s id and no name of its own', async () => {
    const { teamId, channelId } = await teamOf(stage, [20]);
    const { body } = await get(`v3/teams/${encodeURIComponent(teamId)}/conversations`);
    expect(body).toEqual({ conversations: [{ id: channelId }] });
    expect(channelId).toBe(teamId);
  });

  test('that does not exist is not found', async () => {
    for (const id of ['19%3Anone%40thread.tacv2', 'constructor'])
      for (const rest of ['', '/conversations'])
        expect(refusal(await get(`v3/teams/${id}${rest}`))).toEqual([404, 'NotFound']);
  });
});

describe('who may look', () => {
  const reads = (conversationId: string, meetingId: string): string[] => [
    roster(conversationId, 'pagedmembers'),
    roster(conversationId, 'members'),
    roster(conversationId, `members/${oid(30)}`),
    `v1/meetings/${encodeURIComponent(meetingId)}`,
    `v1/meetings/${encodeURIComponent(meetingId)}/participants/${oid(30)}?tenantId=${tenantId}`,
  ];

  test('only the app, with a token for the Connector', async () => {
    const { conversationId, meetingId } = await meetingOf(stage, [30]);
    const graph = (await stage.tokenFor('https://graph.microsoft.com/.default')).body.access_token;
    const overrides = { appid: foreign };
    const audience = 'https://api.botframework.com';
    const { token } = await stage.api('POST', '/app-token', { audience, overrides });
    for (const path of reads(conversationId, meetingId)) {
      for (const wrong of ['none', graph, token])
        expect(refusal(await get(path, wrong))).toEqual([401, 'Unauthorized']);
      expect((await get(path)).status).toBe(200);
    }
  });

  // platform.md section 3.1: BotNotInConversationRoster, until it is installed there.
  test('only a bot that is in the conversation', async () => {
    const { conversationId, meetingId, path } = await meetingOf(stage, [30], false);
    for (const read of reads(conversationId, meetingId))
      expect(refusal(await get(read))).toEqual([403, 'BotNotInConversationRoster']);
    await stage.api('POST', `${path}/bot`);
    for (const read of reads(conversationId, meetingId)) expect((await get(read)).status).toBe(200);
  });

  test('a roster of no conversation does not exist', async () => {
    for (const rest of ['pagedmembers', 'members', `members/${oid(30)}`])
      expect(refusal(await get(roster('19:none@thread.v2', rest)))).toEqual([404, 'ConversationNotFound']);
  });
});
