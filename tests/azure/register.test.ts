import { execFile } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { playAz, type App, type Az, type Entra } from './az.ts';
import { azure, read } from './sources.ts';

const run = promisify(execFile);
// Each run starts some thirty programs one after the other: seconds here, a minute on a busy machine.
jest.setTimeout(120_000);
const script = join(azure, 'register.sh');
let folder: string;
let az: Az;

const env = () => ({ PATH: `${folder}${delimiter}${process.env['PATH']}` });
const state = () => structuredClone(az.state) as Entra & { apps: [App, App] };
const register = (...args: string[]) =>
  run('bash', [script, '--host', 'p.example.dk', '--vault', 'kv-test', ...args], { env: env() });
const refused = (args: string[]): Promise<{ code: number; stderr: string }> =>
  run('bash', [script, ...args], { env: env() }).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );

/** What the commands were since the last look, and whether any of them changes something. */
const told = (): string[] => az.log.splice(0);
const changing = /^(ad (app|sp) create|rest --method (POST|PATCH)|ad app credential|keyvault secret set)/;
const changes = (): string[] => told().filter((line) => changing.test(line));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  az = await playAz(folder);
});

afterEach(async () => {
  await az.close();
  await rm(folder, { recursive: true, force: true });
});

describe('registering the app', () => {
  test('makes what the tab signs in to, lets Teams in, and puts the secret into the vault', async () => {
    const { stdout, stderr } = await register();
    const { apps, principals, granted, secrets } = state();
    const [{ id, identifierUris, api }] = apps;
    expect(stdout).toContain(`APP_ID=${id}`);
    expect(identifierUris).toEqual([`api://p.example.dk/${id}`]);
    expect(api.requestedAccessTokenVersion).toBe(2);
    const [scope] = api.oauth2PermissionScopes;
    expect(scope).toMatchObject({ value: 'access_as_user', type: 'User', isEnabled: true });
    const teams = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
    expect(api.preAuthorizedApplications).toEqual(
      teams.map((appId) => ({ appId, delegatedPermissionIds: [scope!.id] })),
    );
    expect(apps[0].web.redirectUris).toEqual(['https://p.example.dk/tab/consent/done']);
    expect(apps[0].optionalClaims).toEqual({ accessToken: [{ name: 'acct' }] });
    expect(principals).toEqual([id]);
    expect(granted).toContain('role-of-GroupMember.Read.All');
    expect(granted).not.toContain('role-of-User.Invite.All');
    expect(secrets).toEqual({ 'bot-password': 'secret-1' });
    expect(stdout + stderr).not.toContain('secret-1');
  });

  test('declares what each person is asked for themselves, and grants it to nobody', async () => {
    await register();
    const { apps, granted } = state();
    expect(apps[0].requiredResourceAccess).toEqual([
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: [{ id: 'scope-of-Calendars.ReadBasic', type: 'Scope' }],
      },
    ]);
    expect(granted.join()).not.toContain('Calendars');
  });

  test('a second time changes nothing', async () => {
    await register();
    changes();
    const before = state();
    await register();
    expect(changes()).toEqual([]);
    expect(state()).toEqual(before);
  });

  test('for another host changes the host alone, and the scope keeps its id', async () => {
    await register();
    const { apps: first } = state();
    changes();
    await register('--host', 'q.example.dk');
    expect(changes()).toHaveLength(1);
    const { apps } = state();
    expect(apps[0].identifierUris).toEqual([`api://q.example.dk/${apps[0].id}`]);
    expect(apps[0].api).toEqual(first[0].api);
    expect(apps[0].web.redirectUris).toEqual(['https://q.example.dk/tab/consent/done']);
  });

  test('with one more feature asks for that one, and with one less says what is still granted', async () => {
    await register();
    changes();
    await register('--features', 'directory,install,meetings,files,guests');
    expect(changes()).toEqual([expect.stringContaining('role-of-User.Invite.All')]);
    const { stderr } = await register();
    expect(stderr).toContain('granted before and not asked for now: role-of-User.Invite.All');
    expect(changes()).toEqual([]);
  });

  test('makes a new secret beside the old one when it is asked to', async () => {
    await register();
    changes();
    await register('--new-secret');
    expect(changes().map((line) => line.split(' --')[0])).toEqual([
      expect.stringMatching(/^(ad app credential reset|keyvault secret set)$/),
      expect.stringMatching(/^(ad app credential reset|keyvault secret set)$/),
    ]);
    expect(state().secrets).toEqual({ 'bot-password': 'secret-2' });
  });
});

describe('a dry run', () => {
  test('prints every command that a run would give, and gives none', async () => {
    const { stderr } = await register('--dry-run');
    expect(told()).toEqual([]);
    await register();
    const kinds = (lines: string[]): string[] =>
      lines
        .map((line) => /^(?:az )?((?:[a-z]+ )+)-/.exec(line)?.[1] ?? '')
        .filter(Boolean)
        .sort();
    expect(kinds(stderr.split('\n').filter((line) => line.startsWith('az ')))).toEqual(kinds(told()));
  });
});

describe('what is not understood', () => {
  test.each([
    ['no host', ['--vault', 'kv']],
    ['an address in place of a host', ['--host', 'https://p.example.dk', '--vault', 'kv']],
    ['a feature that does not exist', ['--host', 'p.example.dk', '--vault', 'kv', '--features', 'all']],
    ['an option that does not exist', ['--host', 'p.example.dk', '--vault', 'kv', '--force']],
  ])('is refused before anything is done: %s', async (_, args) => {
    const { code, stderr } = await refused(args);
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
    expect(told()).toEqual([]);
  });

  test('two registrations of one name are left alone', async () => {
    const api = { oauth2PermissionScopes: [], preAuthorizedApplications: [] };
    const name = 'Partnerskab for Offentlige Grønne Indkøb';
    const apps = [1, 2].map((n) => ({ name, id: `${n}`, api }));
    az.state.apps.push(...apps);
    expect((await refused(['--host', 'p.example.dk', '--vault', 'kv'])).code).toBe(1);
    expect(changes()).toEqual([]);
  });
});

describe('the scripts', () => {
  test('can be read by the shell and run', async () => {
    await run('bash', ['-n', script]);
    await access(script, 1);
  });

  test('the one for Exchange assigns each role within the scope of the one mailbox', async () => {
    const text = await read('exchange.ps1');
    expect(text.match(/New-ManagementRoleAssignment -/g)).toHaveLength(1);
    expect(text).toMatch(/New-ManagementRoleAssignment .*-CustomResourceScope \$scope$/m);
    for (const [open, close] of ['{}', '()'].map((pair) => [...pair]))
      expect(text.split(open!).length).toBe(text.split(close!).length);
  });
});
