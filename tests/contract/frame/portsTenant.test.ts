import { describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { realTenant } from './tenants.ts';

const whole = {
  CONTRACT_TENANT_ID: oid(1),
  CONTRACT_APP_ID: oid(2),
  CONTRACT_APP_PASSWORD: 'a secret',
  CONTRACT_TEAM_ID: oid(3),
  CONTRACT_GROUP_ID: oid(4),
  CONTRACT_MAILBOX: 'sekretariat@example.org',
  CONTRACT_PERSON_ID: oid(5),
};
const certificate = { CONTRACT_CERTIFICATE_THUMBPRINT: 'AB12'.repeat(16), CONTRACT_CERTIFICATE_KEY: 'a key' };

describe('a real tenant', () => {
  test('is not asked because the app itself is set up, only when it is named for this', () => {
    expect(realTenant({ MicrosoftAppId: oid(2), MAIL_FROM: 'sekretariat@example.org' })).toBeNull();
    expect(realTenant({ CONTRACT_TENANT_ID: '' })).toBeNull();
  });

  test('is asked as the app would ask it, and is never the stand-in', async () => {
    const tenant = realTenant({ ...whole, PLATFORM_URL: 'http://127.0.0.1:9' });
    expect(tenant).toMatchObject({ changes: false, answers: false, recorded: false });
    const { config, personId, house } = await tenant!.open();
    expect({ personId, house }).toEqual({ personId: oid(5), house: null });
    expect(config).toMatchObject({
      appId: oid(2),
      appPassword: 'a secret',
      tenantId: oid(1),
      mailFrom: 'sekretariat@example.org',
      platformUrl: undefined,
      directory: [
        { source: 'team', groupId: oid(3) },
        { source: 'secretariat', groupId: oid(4) },
      ],
    });
  });

  test('is asked with a certificate in place of the secret', async () => {
    const { CONTRACT_APP_PASSWORD: _, ...rest } = whole;
    const { config } = await realTenant({ ...rest, ...certificate })!.open();
    expect(config.certificate).toEqual({ thumbprint: 'AB12'.repeat(16), privateKey: 'a key' });
  });

  test('gets a channel, files and a subscription only where that is said', () => {
    const more = { CONTRACT_CHANGES: 'true', CONTRACT_PUBLIC_URL: 'https://example.org' };
    expect(realTenant({ ...whole, ...more })).toMatchObject({ changes: true, answers: true });
    expect(realTenant({ ...whole, CONTRACT_CHANGES: 'false' })).toMatchObject({ changes: false });
  });

  test.each(Object.keys(whole))('that is named without %s is a mistake, and not left out', (name) => {
    const asked = (): unknown => realTenant({ ...whole, [name]: '' });
    expect(asked).toThrow(new RegExp(`half named: ${name}`));
  });

  test('that is named with half a certificate is a mistake too', () => {
    const half = { ...whole, CONTRACT_APP_PASSWORD: '', CONTRACT_CERTIFICATE_THUMBPRINT: 'AB12' };
    expect(() => realTenant(half)).toThrow(/CONTRACT_CERTIFICATE_KEY/);
  });
});
