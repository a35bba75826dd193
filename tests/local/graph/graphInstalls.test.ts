import { describe, expect, test } from '@jest/globals';
import type { TeamsAppPermissionSet } from '@microsoft/microsoft-graph-types';
import { setTimeout as sleep } from 'node:timers/promises';
import { appId, oid } from '../../contract/frame/standinHelp.ts';
import { meetingOf, refusal, sendCard } from '../help.ts';
import { useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const catalogAppId = 'ca7a1096-0000-4000-8000-000000000001';
const app = (id = catalogAppId) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
});
const mine = (n: number) => `/users/${oid(n)}/teamwork/installedApps`;
const theirs = (chat: string) => `/chats/${encodeURIComponent(chat)}/installedApps`;
async function heard(type: string): Promise<any> {
  for (let tries = 0; tries < 100; tries++) {
    const found = stage.heard.find(({ activity }) => activity.type === type);
    if (found) return found.activity;
    await sleep(10);
  }
  throw new Error(`the bot did not hear of ${type}`);
}

describe('the catalogue', () => {
  test('gives the app by the id of its manifest, and its own id is another', async () => {
    const by = async (id: string) =>
      (await graph('GET', `/appCatalogs/teamsApps?$filter=externalId eq '${id}'`)).body.value;
    expect(await by(appId)).toMatchObject([{ id: catalogAppId, distributionMethod: 'organization' }]);
    expect(await by(oid(1))).toEqual([]);
  });

  test('asked in a way that is not served says so', async () => {
    expect((await graph('GET', "/appCatalogs/teamsApps?$filter=displayName eq 'x'")).status).toBe(400);
  });
});

describe('the app, installed for a person', () => {
  test('is told to the bot, and stands in the list with its catalogue id', async () => {
    await stage.add(1);
    expect((await graph('GET', mine(1))).body.value).toEqual([]);
    expect((await graph('POST', mine(1), app())).status).toBe(201);
    expect(await heard('installationUpdate')).toMatchObject({ action: 'add', from: { aadObjectId: oid(1) } });
    const filter = `$expand=teamsAppDefinition,teamsApp&$filter=teamsAppDefinition/teamsAppId eq '${catalogAppId}'`;
    expect((await graph('GET', `${mine(1)}?${filter}`)).body.value).toMatchObject([
      { teamsAppDefinition: { teamsAppId: catalogAppId }, teamsApp: { externalId: appId } },
    ]);
    const other = `$filter=teamsApp/id eq '${oid(9)}'`;
    expect((await graph('GET', `${mine(1)}?${other}`)).body.value).toEqual([]);
  });

  test('leads to the chat in which the bot can write at once', async () => {
    const [{ id }] = (await graph('GET', mine(1))).body.value;
    const { body } = await graph('GET', `${mine(1)}/${encodeURIComponent(id)}/chat`);
    expect(body).toMatchObject({ chatType: 'oneOnOne', id: expect.stringContaining('@unq.gbl.spaces') });
    await sendCard(stage, body.id, 'Velkommen');
    const [chat] = await stage.api('GET', `/chats?as=${oid(1)}`);
    expect(JSON.stringify(await stage.seen(chat.id, 1))).toContain('Velkommen');
  });

  test('twice is a conflict', async () => {
    expect(refusal(await graph('POST', mine(1), app()))).toEqual([409, 'Conflict']);
  });

  test('by another id than the catalogue’s, or for nobody, is not found', async () => {
    await stage.add(2);
    expect(refusal(await graph('POST', mine(2), app(appId)))).toEqual([404, 'NotFound']);
    expect((await graph('POST', mine(4040), app())).status).toBe(404);
    expect((await graph('POST', mine(2), {})).status).toBe(400);
    expect((await graph('GET', `${mine(2)}/none/chat`)).status).toBe(404);
  });
});

describe('the app, installed in a meeting’s chat', () => {
  /** What the newest version in the catalogue asks of a chat. */
  const asked = async (): Promise<TeamsAppPermissionSet> => {
    const { value } = (await graph('GET', '/appCatalogs/teamsApps?$expand=appDefinitions')).body;
    return value[0].appDefinitions[0].authorization.requiredPermissionSet;
  };

  test('is there for everybody, and the bot hears of it', async () => {
    const { conversationId } = await meetingOf(stage, [1, 2], false);
    stage.heard.length = 0;
    const told = { ...app(), consentedPermissionSet: await asked() };
    expect((await graph('POST', theirs(conversationId), told)).status).toBe(201);
    expect(await heard('installationUpdate')).toMatchObject({ conversation: { id: conversationId } });
    expect((await graph('GET', `${theirs(conversationId)}?$expand=teamsApp`)).body.value).toHaveLength(1);
    expect(await sendCard(stage, conversationId)).toEqual(expect.any(String));
    expect(refusal(await graph('POST', theirs(conversationId), told))).toEqual([409, 'Conflict']);
  });

  test('is let in by nobody who consents to less than it asks for', async () => {
    const { conversationId } = await meetingOf(stage, [1, 2], false);
    const [first] = (await asked()).resourceSpecificPermissions!;
    for (const less of [{}, { consentedPermissionSet: { resourceSpecificPermissions: [first] } }])
      expect(refusal(await graph('POST', theirs(conversationId), { ...app(), ...less }))).toEqual([
        400,
        'BadRequest',
      ]);
  });

  test('that does not exist is not found', async () => {
    for (const chat of ['19:none@thread.v2', 'constructor'])
      expect(refusal(await graph('POST', theirs(chat), app()))).toEqual([404, 'NotFound']);
  });
});
