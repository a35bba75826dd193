import { beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { oid } from '../../contract/frame/standinHelp.ts';
import { refusal, sendCard } from '../help.ts';
import { groupId, teamWith, useGraph, walk } from './graphHelp.ts';

const { stage, graph } = useGraph();
const team = groupId(1);
const channels = `/teams/${team}/channels`;
const user = (n: number) => ({ 'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${oid(n)}')` });
const catalogAppId = 'ca7a1096-0000-4000-8000-000000000001';
const app = (id = catalogAppId) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
});
const one = (id: string, rest = '') => `${channels}/${encodeURIComponent(id)}${rest}`;
const make = (displayName: string, more: object = {}) => graph('POST', channels, { displayName, ...more });
const peopleIn = async (path: string) => (await walk(graph, path)).rows.map((row) => row.userId);
/** What the bot hears comes after Graph's answer. */
async function heard(type: string): Promise<any> {
  for (let tries = 0; tries < 100; tries++) {
    const found = stage.heard.find(({ activity }) => activity.channelData?.eventType === type);
    if (found) return found.activity;
    await sleep(10);
  }
  throw new Error(`the bot did not hear of ${type}`);
}
beforeAll(async () => {
  await teamWith(stage, 1, [1, 2]);
  await stage.add(3);
});

describe('a team’s channels', () => {
  test('begin with the general one', async () => {
    expect((await graph('GET', channels)).body.value).toMatchObject([
      { displayName: 'General', membershipType: 'standard' },
    ]);
  });

  test('get one more, with the team’s people in it and the bot, which hears of it and can write there', async () => {
    const { status, body } = await make('Rengøring');
    expect([status, body.displayName, body.membershipType]).toEqual([201, 'Rengøring', 'standard']);
    expect(await heard('channelCreated')).toMatchObject({
      channelData: { channel: { id: body.id, name: 'Rengøring' } },
    });
    expect(await peopleIn(one(body.id, '/members'))).toEqual([oid(1), oid(2)]);
    expect(await sendCard(stage, body.id)).toEqual(expect.any(String));
    expect((await graph('GET', one(body.id))).body.id).toBe(body.id);
  });

  test('all have whoever comes into the team, until that person leaves', async () => {
    const { body } = await make('Træ');
    await stage.api('POST', `/teams/${team}/members`, { objectId: oid(3) });
    expect(await peopleIn(one(body.id, '/allMembers'))).toContain(oid(3));
    await stage.api('DELETE', `/teams/${team}/members/${oid(3)}`);
    expect(await peopleIn(one(body.id, '/members'))).not.toContain(oid(3));
  });

  test('that are private have only those who were named, and not the bot', async () => {
    const { body } = await make('Formandskab', { membershipType: 'private', members: [user(2)] });
    expect(await peopleIn(one(body.id, '/members'))).toEqual([oid(2)]);
    await expect(sendCard(stage, body.id)).rejects.toThrow('BotNotInConversationRoster');
  });

  test.each<[string, string, object]>([
    ['no name', '', {}],
    ['a name with a sign Teams does not take', 'a/b', {}],
    ['a name of more than fifty letters', 'x'.repeat(51), {}],
    ['the name of another', 'General', {}],
    ['nobody in it, though private', 'Lukket', { membershipType: 'private' }],
  ])('with %s are not made', async (_, name, more) => {
    expect(refusal(await make(name, more))).toEqual([400, 'BadRequest']);
  });

  test('that do not exist are not found', async () => {
    for (const path of [one('19:none@thread.tacv2'), one('19:none@thread.tacv2', '/members')])
      expect(refusal(await graph('GET', path))).toEqual([404, 'NotFound']);
  });
});

describe('a tab', () => {
  const configuration = { entityId: 'sager', contentUrl: 'https://pogi.example/tab/' };
  const general = async () => (await graph('GET', channels)).body.value[0].id as string;

  test('is put into a channel and stands in its list', async () => {
    const path = one(await general(), '/tabs');
    const { status, body } = await graph('POST', path, { displayName: 'Sager', configuration, ...app() });
    expect([status, body.configuration]).toEqual([201, configuration]);
    expect((await graph('GET', path)).body.value.map((tab: any) => tab.id)).toEqual([body.id]);
  });

  // platform.md section 3: the id is the catalogue's, not the manifest's.
  test('of an app that is not in the catalogue is refused', async () => {
    const told = { displayName: 'Sager', configuration, ...app(oid(77)) };
    expect(refusal(await graph('POST', one(await general(), '/tabs'), told))).toEqual([404, 'NotFound']);
  });

  test('without a name, an app or an address is refused', async () => {
    const path = one(await general(), '/tabs');
    for (const told of [
      app(),
      { displayName: 'x' },
      { displayName: 'x', ...app(), configuration: { contentUrl: 'intet' } },
    ])
      expect(refusal(await graph('POST', path, told))).toEqual([400, 'BadRequest']);
  });
});

describe('somebody whom the app puts into the team', () => {
  test('is told back with the roles, and the bot hears of it', async () => {
    const told = {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      roles: ['owner'],
      ...user(3),
    };
    const { status, body } = await graph('POST', `/teams/${team}/members`, told);
    expect([status, body.userId, body.roles]).toEqual([201, oid(3), ['owner']]);
    expect(await heard('teamMemberAdded')).toMatchObject({ membersAdded: [{ aadObjectId: oid(3) }] });
    expect(await peopleIn(`/teams/${team}/members`)).toContain(oid(3));
  });

  test('must be named, and be somebody', async () => {
    expect((await graph('POST', `/teams/${team}/members`, {})).status).toBe(400);
    expect((await graph('POST', `/teams/${team}/members`, user(4040))).status).toBe(404);
  });
});
