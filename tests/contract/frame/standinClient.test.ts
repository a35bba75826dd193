import { afterAll, beforeAll, expect, test } from '@jest/globals';
import connector from 'botframework-connector';
import { oid, openStage, tenantId, type Stage } from './standinHelp.ts';

// The real client is the judge of the stand-in: what it sends and reads here is what it does against Teams.
let stage: Stage;
let client: InstanceType<typeof connector.ConnectorClient>;

beforeAll(async () => {
  stage = await openStage();
  const token = await stage.botToken();
  const credentials = {
    getToken: async () => token,
    signRequest: async (request: { headers: { set: (name: string, value: string) => void } }) => {
      request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  };
  const options = { baseUri: `${stage.platform.url}/connector/` };
  client = new connector.ConnectorClient(credentials as never, options);
});
afterAll(() => stage.close());

test('botframework-connector sends, edits and deletes a message here as in Teams', async () => {
  const conversationId = await stage.install(1);
  const { id } = await client.conversations.sendToConversation(conversationId, {
    type: 'message',
    text: 'et',
  } as never);
  await client.conversations.updateActivity(conversationId, id!, { type: 'message', text: 'to' } as never);
  expect(await stage.seen(conversationId, 1)).toMatchObject([{ id, text: 'to', version: 2 }]);
  await client.conversations.deleteActivity(conversationId, id!);
  expect(await stage.seen(conversationId, 1)).toMatchObject([{ deleted: true }]);
});

test('botframework-connector reads a paged roster and opens a personal conversation', async () => {
  const conversationId = await stage.install(2);
  const size = { pageSize: 100, continuationToken: '' };
  const roster = await client.conversations.getConversationPagedMembers(conversationId, size);
  expect(roster.members).toMatchObject([{ name: 'Indkøbschef, Kommune 2' }]);
  const opened = await client.conversations.createConversation({
    isGroup: false,
    members: [{ id: roster.members[0]!.id }],
    tenantId,
  } as never);
  expect(opened.id).toBe(conversationId);
});

test('botframework-connector obeys the 429 it gets and then succeeds', async () => {
  const conversationId = await stage.install(3);
  await stage.api('POST', '/faults', { kind: '429', times: 1, retryAfter: 1, objectId: oid(3) });
  const before = Date.now();
  await client.conversations.sendToConversation(conversationId, { type: 'message', text: 'a' } as never);
  expect(Date.now() - before).toBeGreaterThanOrEqual(950);
  expect((await stage.api('GET', '/counters')).ignoredRetryAfter).toBe(0);
});
