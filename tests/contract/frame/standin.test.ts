import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { appId, oid, openStage, tenantId, type Stage } from './standinHelp.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.heard.length = 0;
});
afterEach(async () => {
  await stage.api('DELETE', '/faults');
  await stage.api('POST', '/limits', {});
  await stage.api('POST', '/counters/reset');
});

const card = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
const withCard = (text: string) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(text) }],
});
const to = (conversationId: string) => `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

async function published(path: string) {
  const metadata = (await (await fetch(`${stage.platform.url}${path}`)).json()) as {
    issuer: string;
    jwks_uri: string;
  };
  return { issuer: metadata.issuer, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) };
}

describe('tokens', () => {
  test('the channel signs what it sends with a key it publishes and endorses for Teams', async () => {
    await stage.install(1);
    const { issuer, keys } = await published('/botframework/v1/.well-known/openidconfiguration');
    const { payload } = await jwtVerify(stage.heard[0]!.token, keys, { issuer, audience: appId });
    expect(issuer).toBe('https://api.botframework.com');
    expect(payload.serviceurl).toBe(`${stage.platform.url}/connector/`);
    const jwks = await (await fetch(`${stage.platform.url}/botframework/v1/.well-known/keys`)).json();
    expect((jwks as any).keys[0].endorsements).toEqual(['msteams']);
    expect((jwks as any).keys[0].d).toBeUndefined();
  });

  test("a person's token verifies against Entra's keys and says who, where and for what", async () => {
    await stage.add(1);
    const { token } = await stage.api('POST', '/token', { objectId: oid(1) });
    const { issuer, keys } = await published(`/entra/${tenantId}/v2.0/.well-known/openid-configuration`);
    const { payload } = await jwtVerify(token, keys, { issuer, audience: appId });
    expect(payload).toMatchObject({ oid: oid(1), tid: tenantId, ver: '2.0', scp: 'access_as_user' });
  });

  test('a token forged on request fails exactly where it was forged', async () => {
    const { keys, issuer } = await published('/botframework/v1/.well-known/openidconfiguration');
    const forged = async (overrides: object) => {
      const { token } = await stage.api('POST', '/bot-token', { overrides });
      return jwtVerify(token, keys, { issuer, audience: appId }).then(
        () => 'accepted',
        (error: { code: string }) => error.code,
      );
    };
    expect(await forged({})).toBe('accepted');
    expect(await forged({ key: 'other' })).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    expect(await forged({ kid: 'unknown' })).toBe('ERR_JWKS_NO_MATCHING_KEY');
    expect(await forged({ aud: 'somebody else' })).toBe('ERR_JWT_CLAIM_VALIDATION_FAILED');
    expect(await forged({ exp: 1 })).toBe('ERR_JWT_EXPIRED');
  });

  test('only the right secret gets a token, and only for a service there is', async () => {
    const scope = 'https://graph.microsoft.com/.default';
    expect((await stage.tokenFor(scope)).status).toBe(200);
    expect((await stage.tokenFor(scope, 'wrong')).body.error).toBe('invalid_client');
    expect((await stage.tokenFor('https://elsewhere/.default')).body.error).toBe('invalid_scope');
  });
});

describe('installation', () => {
  test('adding the bot sends both activities that Teams sends, in its shapes', async () => {
    const conversationId = await stage.install(2);
    const [update, installation] = stage.heard.map((one) => one.activity);
    expect(update).toMatchObject({
      type: 'conversationUpdate',
      channelId: 'msteams',
      serviceUrl: `${stage.platform.url}/connector/`,
      from: { aadObjectId: oid(2), id: expect.stringMatching(/^29:/) },
      recipient: { id: `28:${appId}` },
      conversation: { id: conversationId, conversationType: 'personal', tenantId },
      membersAdded: [{ id: `28:${appId}` }],
      channelData: { tenant: { id: tenantId } },
    });
    expect(installation).toMatchObject({ type: 'installationUpdate', action: 'add' });
  });

  test('a team tells its id and its group, a meeting chat the meeting it belongs to', async () => {
    await Promise.all([stage.add(3), stage.add(4)]);
    const members = [oid(3), oid(4)];
    const team = await stage.api('POST', '/teams', { name: 'Partnerskab', members });
    expect(stage.heard[0]!.activity).toMatchObject({
      conversation: { conversationType: 'channel', id: team.channelId },
      channelData: { team: { id: team.teamId, name: 'Partnerskab' }, eventType: 'teamMemberAdded' },
    });
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/a';
    const times = { startsAt: '2027-05-06T11:00:00Z', endsAt: '2027-05-06T13:00:00Z' };
    const meeting = await stage.api('POST', '/meetings', { title: 'Møde', joinUrl, ...times, members });
    const path = `/meetings/${encodeURIComponent(meeting.meetingId)}`;
    await stage.api('POST', `${path}/bot`);
    await stage.api('POST', `${path}/start`);
    const [last] = stage.heard.slice(-1);
    expect(last!.activity).toMatchObject({
      type: 'event',
      name: 'application/vnd.microsoft.meetingStart',
      channelData: { meeting: { id: meeting.meetingId } },
      value: { JoinUrl: joinUrl, Title: 'Møde' },
    });
  });
});

describe('the Connector', () => {
  test('nobody without a token of ours is let in', async () => {
    const conversationId = await stage.install(1);
    const { token } = await stage.api('POST', '/app-token', {
      audience: 'https://api.botframework.com',
      overrides: { key: 'other' },
    });
    expect((await stage.connector('POST', to(conversationId), withCard('a'), token)).status).toBe(401);
    expect((await stage.connector('POST', to(conversationId), withCard('a'))).status).toBe(201);
  });

  test('a click shows its card to that person only, and an edit reaches everybody', async () => {
    await Promise.all([stage.add(1), stage.add(2)]);
    const { channelId } = await stage.api('POST', '/teams', { name: 'To', members: [oid(1), oid(2)] });
    const { body } = await stage.connector('POST', to(channelId), withCard('fælles'));
    const type = 'application/vnd.microsoft.card.adaptive';
    stage.reply.body = { statusCode: 200, type, value: card('min') };
    const click = {
      objectId: oid(1),
      conversationId: channelId,
      activityId: body.id,
      verb: 'view',
      data: { a: 1 },
    };
    await stage.api('POST', '/click', click);
    const invoke = stage.heard.at(-1)!.activity;
    expect(invoke).toMatchObject({
      name: 'adaptiveCard/action',
      replyToId: body.id,
      conversation: { id: `${channelId};messageid=${body.id}` },
      value: { trigger: 'manual', action: { type: 'Action.Execute', verb: 'view', data: { a: 1 } } },
    });
    const textFor = async (n: number) => (await stage.seen(channelId, n))[0].cards[0].body[0].text as string;
    expect([await textFor(1), await textFor(2)]).toEqual(['min', 'fælles']);
    await stage.connector('PUT', `${to(channelId)}/${body.id}`, withCard('ny'));
    expect([await textFor(1), await textFor(2)]).toEqual(['ny', 'ny']);
  });

  test('members come in pages, and a participant is in the meeting only while in it', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i + 1);
    await Promise.all(numbers.map((n) => stage.add(n)));
    const members = numbers.map(oid);
    const times = { startsAt: '2027-05-06T11:00:00Z', endsAt: '2027-05-06T13:00:00Z' };
    const meeting = await stage.api('POST', '/meetings', {
      title: 'M',
      joinUrl: 'https://x/y',
      ...times,
      members,
    });
    const path = `/meetings/${encodeURIComponent(meeting.meetingId)}`;
    await stage.api('POST', `${path}/bot`);
    const roster = `v3/conversations/${encodeURIComponent(meeting.conversationId)}/pagedmembers?pageSize=50`;
    const first = (await stage.connector('GET', roster)).body;
    const rest = (await stage.connector('GET', `${roster}&continuationToken=${first.continuationToken}`))
      .body;
    expect([first.members.length, rest.members.length, rest.continuationToken]).toEqual([50, 10, undefined]);
    const who = `v1/meetings/${encodeURIComponent(meeting.meetingId)}/participants/${oid(7)}`;
    const inMeeting = async () =>
      (await stage.connector('GET', `${who}?tenantId=${tenantId}`)).body.meeting.inMeeting;
    expect(await inMeeting()).toBe(false);
    await stage.api('POST', `${path}/presence`, { objectId: oid(7), inMeeting: true });
    expect(await inMeeting()).toBe(true);
    expect((await stage.connector('GET', who)).status).toBe(400);
  });
});

describe('limits and faults', () => {
  test('more than the limit in a second is answered 429 with Retry-After, and counted', async () => {
    const conversationId = await stage.install(1);
    const token = await stage.botToken();
    await stage.api('POST', '/limits', { perConversation: 7, total: null });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => stage.connector('POST', to(conversationId), withCard('x'), token)),
    );
    const refused = answers.filter((one) => one.status === 429);
    expect(refused).toHaveLength(3);
    expect(refused[0]!.headers.get('retry-after')).toBe('1');
    expect(refused[0]!.body.error.code).toBe('Throttled');
    const counters = await stage.api('GET', '/counters');
    expect(counters).toMatchObject({ received: 10, accepted: 7, rejected429: 3 });
    expect(counters.byConversation[conversationId]).toBe(7);
  });

  test('whoever asks again before Retry-After is over is noticed', async () => {
    const conversationId = await stage.install(1);
    await stage.api('POST', '/faults', { kind: '429', times: 1, retryAfter: 5 });
    await stage.connector('POST', to(conversationId), withCard('x'));
    await stage.connector('POST', to(conversationId), withCard('x'));
    expect((await stage.api('GET', '/counters')).ignoredRetryAfter).toBe(1);
  });

  test.each([
    ['429', 429, 'Throttled'],
    ['412', 412, 'PreconditionFailed'],
    ['502', 502, 'ServiceError'],
    ['503', 503, 'ServiceError'],
    ['blocked', 403, 'ConversationBlockedByUser'],
    ['notInRoster', 403, 'BotNotInConversationRoster'],
  ])(
    'the fault %s answers in Teams’ own shape, for one person, as often as told',
    async (kind, status, code) => {
      const [one, two] = [await stage.install(1), await stage.install(2)];
      await stage.api('POST', '/faults', { kind, objectId: oid(1), times: 1 });
      expect((await stage.connector('POST', to(two), withCard('x'))).status).toBe(201);
      const answer = await stage.connector('POST', to(one), withCard('x'));
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
      expect((await stage.connector('POST', to(one), withCard('x'))).status).toBe(201);
    },
  );

  test('a gateway that fails after posting leaves the message there', async () => {
    const conversationId = await stage.install(8);
    await stage.api('POST', '/faults', { kind: '502', times: 1, afterStoring: true });
    expect((await stage.connector('POST', to(conversationId), withCard('x'))).status).toBe(502);
    expect(await stage.seen(conversationId, 8)).toHaveLength(1);
  });

  test('a bot that is taken out is told so', async () => {
    const conversationId = await stage.install(9);
    await stage.api('POST', '/uninstall', { objectId: oid(9) });
    const answer = await stage.connector('POST', to(conversationId), withCard('x'));
    expect([answer.status, answer.body.error.code]).toEqual([403, 'BotNotInConversationRoster']);
  });

  test('a message above Teams’ size is refused', async () => {
    const conversationId = await stage.install(1);
    const answer = await stage.connector('POST', to(conversationId), withCard('x'.repeat(60_000)));
    expect([answer.status, answer.body.error.code]).toEqual([413, 'MessageSizeTooBig']);
  });
});
