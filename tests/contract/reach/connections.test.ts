import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { testableCalls } from '../../../bot/process/reach/graphCalls.ts';
import { eventually, secretariatIds } from '../../support/app.ts';
import { secretariat, type Someone } from '../../support/factories.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { useHouse } from '../../support/useHouse.ts';
import { directoryEnv, groups, readAll } from './directoryGround.ts';

const house = useHouse({ env: { ...directoryEnv, SHAREPOINT_FILES: 'true' } });
let by: Someone;

beforeAll(async () => {
  by = secretariat(house);
  await groups(house, { team: secretariatIds, secretariat: secretariatIds, steering: [] });
  await house.api('POST', '/people', {
    objectId: '99999999-0000-4000-8000-000000000001',
    displayName: 'Sekretariatets postkasse',
    email: 'sekretariat@example.org',
  });
  await readAll(by);
}, 60_000);
afterEach(() => house.api('POST', '/graph/permissions', { denied: [] }));

const lineOf = async (name: string): Promise<any> =>
  (await by.view('connections')).calls.find((one: any) => one.name === name);
const lineWhen = (name: string, holds: (line: any) => boolean): Promise<any> =>
  eventually(() => lineOf(name), holds, 15_000);
/** So that what is seen is the answer to the test, and not to what the app asked by itself before. */
const forget = (name: string): Promise<unknown> =>
  house.sql('delete from graph_call where name = $1', [name]);
describe('a connection can be tried before anybody depends on it', () => {
  test('each kind of call that changes nothing answers when it is tried', async () => {
    for (const call of testableCalls) {
      await forget(call);
      // The same news is kept quiet for ten seconds by the app that has just written it down.
      await house.advance(11);
      await by.do('testConnection', { call });
      expect(await lineWhen(call, ({ ok }) => ok !== null)).toMatchObject({ name: call, ok: true });
    }
  }, 60_000);

  test('the mail of the test goes to the secretariat’s own mailbox, and says that nothing is to be done', async () => {
    const mails = await house.api<any[]>('GET', '/mails');
    const tests = mails.filter(({ subject }) => subject === 'Prøve af forbindelsen');
    expect(tests).toHaveLength(1);
    expect(JSON.stringify(tests[0])).toContain('Du skal ikke gøre noget');
    expect(JSON.stringify(tests[0].to)).toContain('sekretariat@example.org');
  });

  test('what the administrator has not granted is shown with what to ask for', async () => {
    await house.api('POST', '/graph/permissions', { denied: ['Mail.Send'] });
    await by.do('testConnection', { call: 'mail' });
    const line = await lineWhen('mail', ({ ok }) => ok === false);
    expect(line.status).toBe(403);
    expect(line.ask.da).toContain('Mail.Send');
  });
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));

describe('an app without a mailbox', () => {
  const bare = useHouse({ env: { MAIL_FROM: '' } });

  test('says of mail, calendar and team that they are not connected, instead of nothing', async () => {
    const own = secretariat(bare);
    for (const call of ['mail', 'freeBusy', 'onlineMeetings', 'teamMembers'] as const) {
      await own.do('testConnection', { call });
      const line = await eventually(
        async () => (await own.view('connections')).calls.find((one: any) => one.name === call),
        ({ ok }) => ok === false,
      );
      expect(line.code).toBe('notConfigured');
    }
  });
});
