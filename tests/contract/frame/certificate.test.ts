import { describe, expect, test } from '@jest/globals';
import type { INetworkModule } from '@azure/msal-node';
import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { readConfig } from '../../../bot/config.ts';
import { botToken } from '../../../bot/graph/frame/tokens.ts';
import { OwnFactory } from '../../../bot/teams/frame/credentials.ts';
import { Adapter } from '../../../bot/teams/frame/adapter.ts';
import { tenantId } from '../../support/app.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const thumbprint = 'ab12'.repeat(16);
const env = {
  MicrosoftAppId: '00000001-0000-4000-8000-000000000009',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  CertificateThumbprint: thumbprint,
  CertificatePrivateKey: pem,
};

/** Entra, as MSAL asks it: where its doors are, and for a token; what it was asked is kept. */
function entra() {
  const asked: { url: string; body: URLSearchParams }[] = [];
  const answer = (body: object) => Promise.resolve({ headers: {}, status: 200, body: body as never });
  const network: INetworkModule = {
    sendGetRequestAsync: (url) => {
      const tenant = /microsoftonline\.com\/([^/]+)/.exec(url)![1];
      const at = `https://login.microsoftonline.com/${tenant}`;
      return answer({
        issuer: `${at}/v2.0`,
        authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
        token_endpoint: `${at}/oauth2/v2.0/token`,
        jwks_uri: `${at}/discovery/v2.0/keys`,
      });
    },
    sendPostRequestAsync: (url, options) => {
      asked.push({ url, body: new URLSearchParams(options?.body) });
      return answer({ token_type: 'Bearer', expires_in: 3600, access_token: 'the token' });
    },
  };
  return { asked, network };
}

describe('a bot that proves itself by a certificate', () => {
  test.each([
    ['SingleTenant', tenantId],
    ['MultiTenant', 'botframework.com'],
  ])(
    'of kind %s asks its tenant, signed with the key, named by the SHA-256 thumbprint',
    async (type, tenant) => {
      const { asked, network } = entra();
      const config = readConfig({ ...env, MicrosoftAppType: type });
      const getToken = botToken(config, network);
      expect(await getToken()).toBe('the token');
      const [{ url, body }] = asked as [(typeof asked)[0]];
      expect(url).toContain(`/${tenant}/oauth2/v2.0/token`);
      expect(body.get('scope')).toContain('https://api.botframework.com/.default');
      // The library rounds the time to whole seconds, and so may be half of one ahead.
      const tolerance = { clockTolerance: 1 };
      const { protectedHeader } = await jwtVerify(body.get('client_assertion')!, publicKey, tolerance);
      expect(protectedHeader['x5t#S256']).toBe(Buffer.from(thumbprint, 'hex').toString('base64url'));
      expect(protectedHeader.x5t).toBeUndefined();
    },
  );

  test('starts without a secret, and speaks to the Connector with that token', async () => {
    const { network } = entra();
    const config = readConfig(env);
    const registration = { ...config, getToken: botToken(config, network) };
    expect(() => new Adapter(registration)).not.toThrow();
    const made = await new OwnFactory(registration).createCredentials();
    const sent = new Map<string, string>();
    await made.signRequest({ headers: sent } as never);
    expect(sent.get('authorization')).toBe('Bearer the token');
  });

  test('takes the thumbprint as tools print it, and refuses another than a SHA-256 one at start', () => {
    const colons = thumbprint.match(/../g)!.join(':');
    expect(readConfig({ ...env, CertificateThumbprint: colons }).certificate?.thumbprint).toBe(
      thumbprint.toUpperCase(),
    );
    const sha1 = { ...env, CertificateThumbprint: 'ab12'.repeat(10) };
    expect(() => readConfig(sha1)).toThrow(/CertificateThumbprint: must be a SHA-256 thumbprint/);
  });
});
