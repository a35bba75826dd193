import { describe, expect, test } from '@jest/globals';
import { configurationTable } from '../../bot/config.ts';
import { filled } from '../../infra/package/build.ts';
import { readValues } from '../../infra/package/values.ts';
import { env, host } from './unpacked.ts';

const read = (more: Record<string, string | undefined>, version = '0.3.0') =>
  readValues({ ...env, ...more }, version);

describe('an installation is named with what the app itself is configured with', () => {
  test('the id, the address, the body that runs it, and the version of the program', () => {
    expect(read({})).toEqual({
      APP_ID: env['MicrosoftAppId'],
      HOST: host,
      DEVELOPER_NAME: 'Indkøbsfællesskabet',
      VERSION: '0.3.0',
    });
  });

  test('and every one of those names is the app’s own', () => {
    for (const name of Object.keys(env)) expect(configurationTable()).toContain(`| \`${name}\` |`);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a slash after the address changes nothing', { PUBLIC_URL: `https://${host}/` }, { HOST: host }],
    ['a host is written small, as browsers do', { PUBLIC_URL: 'https://POGI.Example.org' }, { HOST: host }],
    ['blanks around a value are nobody’s meaning', { PUBLIC_URL: ` https://${host} ` }, { HOST: host }],
    ['a version of one’s own comes first', { VERSION: '2.10.3' }, { VERSION: '2.10.3' }],
    ['an empty variable is an unset one', { VERSION: '', DEVELOPER_NAME: '' }, { VERSION: '0.3.0' }],
    [
      'a long name has its short form',
      { OPERATOR_NAME: 'Staten og Kommunernes Indkøbsservice', DEVELOPER_NAME: 'SKI' },
      { DEVELOPER_NAME: 'SKI' },
    ],
  ])('%s', (_, given, expected) => expect(read(given)).toMatchObject(expected));
});

describe('an app package is not made', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['without an app id', { MicrosoftAppId: '' }, /MicrosoftAppId is missing/],
    ['with an app id that is none', { MicrosoftAppId: 'my-bot' }, /MicrosoftAppId is »my-bot«/],
    ['without an address', { PUBLIC_URL: '' }, /PUBLIC_URL is missing/],
    ['for an address that is not https', { PUBLIC_URL: `http://${host}` }, /must be https/],
    ['for a machine of one’s own', { PUBLIC_URL: 'https://localhost' }, /PUBLIC_URL is »https:..localhost«/],
    ['for an address of numbers', { PUBLIC_URL: 'https://192.0.2.7' }, /a domain name/],
    ['for an address with a port', { PUBLIC_URL: `https://${host}:8443` }, /without port or path/],
    ['for an address with a path', { PUBLIC_URL: `https://${host}/app` }, /without port or path/],
    ['for an address with a secret in it', { PUBLIC_URL: `https://me:pw@${host}` }, /PUBLIC_URL/],
    ['for a bare host', { PUBLIC_URL: host }, /PUBLIC_URL/],
    ['for nobody', { OPERATOR_NAME: ' ' }, /OPERATOR_NAME is missing/],
    ['with a name too long for Teams', { OPERATOR_NAME: 'x'.repeat(33) }, /OPERATOR_NAME has 33/],
    ['with a short form that is none', { DEVELOPER_NAME: 'x'.repeat(40) }, /DEVELOPER_NAME has 40/],
    ['with a version that Teams cannot compare', { VERSION: '1.0' }, /VERSION is »1.0«/],
    ['with a version that is a promise', { VERSION: '1.0.0-rc.1' }, /VERSION/],
    ['with a version that begins with nothing', { VERSION: '01.0.0' }, /VERSION/],
  ])('%s', (_, given, said) => expect(() => read(given)).toThrow(said));

  test('and everything that is wrong is said at once', () => {
    const wrong = { MicrosoftAppId: '', PUBLIC_URL: 'http://x', OPERATOR_NAME: '', VERSION: 'next' };
    for (const name of ['MicrosoftAppId', 'PUBLIC_URL', 'OPERATOR_NAME', 'VERSION'])
      expect(() => read(wrong)).toThrow(new RegExp(`^  ${name} `, 'm'));
  });
});

describe('the manifest is filled in', () => {
  const fill = (template: object, name = 'SKI') => filled(template, { ...read({}), DEVELOPER_NAME: name });

  test('wherever a place stands, as often as it does', () => {
    const template = {
      urls: ['https://{{HOST}}/', 'api://{{HOST}}/{{APP_ID}}'],
      deep: [{ n: 1, at: '{{VERSION}}' }],
    };
    expect(fill(template)).toEqual({
      urls: [`https://${host}/`, `api://${host}/${env['MicrosoftAppId']}`],
      deep: [{ n: 1, at: '0.3.0' }],
    });
  });

  test.each(['A "quoted" \\ name', '$& {{HOST}} $1'])('with a name just as it is: %s', (name) => {
    expect(fill({ name: '{{DEVELOPER_NAME}}' }, name)).toEqual({ name });
  });

  test('what is filled in while sending is left alone', () => {
    expect(fill({ text: '{case} {deadline}' })).toEqual({ text: '{case} {deadline}' });
  });

  test.each(['{{HOTS}}', '{{}}', '{{toString}}'])('and a place that nothing fills is told: %s', (place) => {
    expect(() => fill({ a: { b: [place] } })).toThrow(place);
  });
});
