import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Unavailable } from '../../../bot/process/frame/outage.ts';
import { createVerifier, NotLetIn } from '../../../bot/teams/frame/verify.ts';
import { createIssuers } from '../../../bot/web/frame/edge/issuers.ts';
import { remembering } from '../../../bot/web/edge/remembering.ts';
import { createSignIn } from '../../../bot/web/frame/signIn.ts';

const tenantId = '22222222-2222-4222-8222-222222222222';
const channel = 'https://api.botframework.com';
const hourMs = 3600_000;
const known = await generateKeyPair('RS256', { extractable: true });
const strange = await generateKeyPair('RS256');
const clock = { realMs: () => Date.now() };

let server: Server;
let platformUrl = '';
/** What the address of the keys answers, and that of the metadata: a status, or 0 for a broken line. */
let keysAnswer = 200;
let metadataAnswer = 200;

beforeEach(async () => {
  keysAnswer = metadataAnswer = 200;
  const jwk = await exportJWK(known.publicKey);
  server = createServer((request, response) => {
    const isMetadata = request.url!.includes('openid');
    const status = isMetadata ? metadataAnswer : keysAnswer;
    if (status === 0) return void request.socket.destroy();
    const issuer = request.url!.includes('botframework') ? channel : 'https://entra.example';
    const body = isMetadata
      ? { issuer, jwks_uri: `${platformUrl}/keys` }
      : { keys: [{ ...jwk, kid: 'known', alg: 'RS256' }] };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 200 ? JSON.stringify(body) : '{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  platformUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

const later = (ms: number): void => {
  const at = Date.now() + ms;
  jest.spyOn(Date, 'now').mockImplementation(() => at);
};
async function signed(
  claims: object,
  issuer: string,
  kid = 'known',
  key = known.privateKey,
): Promise<string> {
  const at = Math.floor(Date.now() / 1000);
  const token = new SignJWT({ ...claims, iat: at, exp: at + 3600 }).setProtectedHeader({ alg: 'RS256', kid });
  return `Bearer ${await token.setIssuer(issuer).setAudience('app').sign(key)}`;
}

type Said = 'let in' | 'refused' | 'not now';
const said = (asked: Promise<unknown>): Promise<Said> =>
  asked.then(
    (who) => (who ? 'let in' : 'refused'),
    (error: unknown) => {
      if (error instanceof NotLetIn) return 'refused';
      if (error instanceof Unavailable) return 'not now';
      throw error;
    },
  );

/** Both doors, each asked with a token of its own that nobody has seen. */
const doors = {
  'the channel’s': () => {
    const { verify } = createVerifier(
      { appId: 'app', tenants: [tenantId], platformUrl },
      clock,
      createIssuers(),
      remembering(clock),
    );
    const serviceUrl = `${platformUrl}/connector/`;
    const activity = { serviceUrl, channelId: 'msteams', conversation: { id: 'a', tenantId } } as never;
    return async (kid?: string, key?: CryptoKey) =>
      said(verify(await signed({ serviceurl: serviceUrl }, channel, kid, key), activity));
  },
  'the tab’s': () => {
    const signIn = createSignIn(
      { appId: 'app', tenants: [tenantId], platformUrl },
      clock,
      createIssuers(),
      remembering(clock),
    );
    const claims = { tid: tenantId, oid: 'o', scp: 'access_as_user', ver: '2.0' };
    return async (kid?: string, key?: CryptoKey) =>
      said(signIn(await signed(claims, 'https://entra.example', kid, key)));
  },
};

describe.each(Object.entries(doors))(
  'at %s door, while the address of the keys does not answer',
  (_, open) => {
    test.each([503, 500, 429, 0])('with %s: nobody is told that their token is bad', async (answer) => {
      const ask = open();
      keysAnswer = answer;
      expect(await ask()).toBe('not now');
      keysAnswer = 200;
      expect(await ask()).toBe('let in');
    });

    test('nor while its metadata does not', async () => {
      const ask = open();
      metadataAnswer = 503;
      expect(await ask()).toBe('not now');
      metadataAnswer = 200;
      expect(await ask()).toBe('let in');
    });

    test('keys that were fetched are taken for another day, and then no more', async () => {
      const ask = open();
      expect(await ask()).toBe('let in');
      keysAnswer = 503;
      later(25 * hourMs);
      expect(await ask()).toBe('let in');
      later(24 * hourMs);
      expect(await ask()).toBe('not now');
    });

    test('and by them a token that is signed by somebody else is refused all the same', async () => {
      const ask = open();
      expect(await ask()).toBe('let in');
      expect(await ask('known', strange.privateKey)).toBe('refused');
      keysAnswer = 503;
      later(25 * hourMs);
      expect(await ask('known', strange.privateKey)).toBe('refused');
      // It may be a key that has just been made.
      expect(await ask('new', strange.privateKey)).toBe('not now');
    });

    test('a key that is none of theirs is refused once they have been asked', async () => {
      expect(await open()('new', strange.privateKey)).toBe('refused');
    });
  },
);
