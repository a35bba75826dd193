import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { INetworkModule } from '@azure/msal-node';
import { readConfig, type Config } from '../../../bot/config.ts';
import { botToken, graphToken } from '../../../bot/graph/frame/tokens.ts';
import { connectorWith } from '../../../bot/teams/frame/connector.ts';
import { messengerOn } from '../../../bot/teams/reach/messenger.ts';
import { trustedServices } from '../../../bot/teams/frame/services.ts';
import { appId, appPassword, openStage, tenantId, type Stage } from './standinHelp.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const env = { MicrosoftAppId: appId, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId };
const configured = (more: Record<string, string> = {}): Config =>
  readConfig({ ...env, MicrosoftAppPassword: appPassword, PLATFORM_URL: stage.platform.url, ...more });
const message = { card: { type: 'AdaptiveCard' }, summary: 'En meddelelse' };

/** A message to somebody who has the app, by an app that is configured so; and whether it came. */
async function sent(number: number, config: Config) {
  const conversationId = await stage.install(number);
  const address = { conversationId, serviceUrl: `${stage.platform.url}/connector/`, tenantId };
  const connector = connectorWith(botToken(config), trustedServices(stage.platform.url));
  const outcome = await messengerOn(connector).send(address, message as never);
  return { outcome, arrived: await stage.seen(conversationId, number) };
}

describe('a message to Teams', () => {
  test.each(['SingleTenant', 'MultiTenant'])(
    'goes with a token that a bot of kind %s was given',
    async (type) => {
      const number = type === 'SingleTenant' ? 1 : 2;
      const { outcome, arrived } = await sent(number, configured({ MicrosoftAppType: type }));
      expect(outcome.sent).toBe(true);
      expect(arrived).toHaveLength(1);
    },
  );

  test('waits where the secret has expired: it has surely not left, and is not told as perhaps sent', async () => {
    const { outcome, arrived } = await sent(3, configured({ MicrosoftAppPassword: 'of last year' }));
    expect(outcome).toEqual({ sent: false, retry: true, reason: 'unavailable', afterMs: null });
    expect(arrived).toHaveLength(0);
  });
});

describe('a token', () => {
  let asked = 0;
  let answer: { status: number; body: object };
  /** Entra, as MSAL asks it. */
  const network: INetworkModule = {
    sendGetRequestAsync: (url) => {
      const at = url.replace(/\/v2\.0\/\.well-known.*$/, '');
      const body = {
        issuer: `${at}/v2.0`,
        authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
        token_endpoint: `${at}/oauth2/v2.0/token`,
        jwks_uri: `${at}/discovery/v2.0/keys`,
      };
      return Promise.resolve({ headers: {}, status: 200, body: body as never });
    },
    sendPostRequestAsync: () => {
      asked += 1;
      return Promise.resolve({ headers: {}, ...answer, body: answer.body as never });
    },
  };
  const given = (token: string, seconds: number) => {
    answer = { status: 200, body: { token_type: 'Bearer', expires_in: seconds, access_token: token } };
  };
  const source = () => botToken({ ...configured(), platformUrl: undefined }, network);
  beforeEach(() => {
    asked = 0;
  });
  afterEach(() => void jest.restoreAllMocks());

  test('is asked for once by all who want it at the same time, and kept while it is good', async () => {
    given('the first', 3600);
    const getToken = source();
    expect(await Promise.all([getToken(), getToken(), getToken()])).toEqual(Array(3).fill('the first'));
    expect(await getToken()).toBe('the first');
    expect(asked).toBe(1);
  });

  test('that ends within five minutes is not used again', async () => {
    given('almost over', 290);
    const getToken = source();
    expect(await getToken()).toBe('almost over');
    given('another', 3600);
    expect(await getToken()).toBe('another');
  });

  test('that was refused is asked for again by the next who wants it', async () => {
    answer = {
      status: 401,
      body: { error: 'invalid_client', error_description: 'AADSTS7000222: The secret is expired.' },
    };
    const getToken = source();
    await expect(getToken()).rejects.toThrow('AADSTS7000222');
    given('after the secret was renewed', 3600);
    expect(await getToken()).toBe('after the secret was renewed');
  });

  test('for Graph is another than the one for Teams', async () => {
    const [forGraph, forTeams] = await Promise.all([graphToken(configured())(), botToken(configured())()]);
    const audienceOf = (token: string): unknown =>
      JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).aud;
    expect([audienceOf(forGraph), audienceOf(forTeams)]).toEqual([
      'https://graph.microsoft.com',
      'https://api.botframework.com',
    ]);
  });

  test('of a managed identity is asked of the machine, without a secret', async () => {
    const { MicrosoftAppPassword: _, ...without } = { ...env, MicrosoftAppPassword: '' };
    const config = readConfig({ ...without, MicrosoftAppType: 'UserAssignedMSI' });
    const urls: URL[] = [];
    const ofMachine: INetworkModule = {
      ...network,
      sendGetRequestAsync: (url) => {
        urls.push(new URL(url));
        const expires_on = Math.floor(Date.now() / 1000) + 3600;
        const body = { access_token: 'of the machine', expires_on, token_type: 'Bearer' };
        return Promise.resolve({ headers: {}, status: 200, body: body as never });
      },
    };
    jest.replaceProperty(process, 'env', {
      ...process.env,
      IDENTITY_ENDPOINT: 'http://localhost:42356/msi/token',
      IDENTITY_HEADER: 'of the machine',
    });
    expect(await botToken(config, ofMachine)()).toBe('of the machine');
    expect(urls).toHaveLength(1);
    expect(urls[0]!.href).toContain('http://localhost:42356/msi/token?');
    expect(urls[0]!.searchParams.get('client_id')).toBe(appId);
    expect(urls[0]!.searchParams.get('resource')).toBe('https://api.botframework.com');
  });
});
