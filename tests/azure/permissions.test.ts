import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ownCalendarScope } from '../../bot/graph/scheduling/ownCalendar.ts';
import { graphCalls } from '../../bot/process/reach/graphCalls.ts';
import { root } from '../support/check/tree.ts';
import { read } from './sources.ts';

const rows = [...(await read('permissions.md')).matchAll(/^\| (.+) \|$/gm)]
  .map(([, line]) => line!.split(' | '))
  .filter(([call]) => call !== 'Call' && !call!.startsWith('-'))
  .map(([call, permission, consent, why, without]) => ({
    call: call!,
    permission: permission!.replaceAll('`', ''),
    consent: consent!,
    why,
    without,
  }));
const of = (consent: string): string[] =>
  [
    ...new Set(rows.filter((row) => row.consent.startsWith(consent)).map(({ permission }) => permission)),
  ].sort();

const script = await read('register.sh');
const features = new Map(
  [...script.matchAll(/^ {4}(\w+)\) echo ((?:\w+\.[\w.]+ ?)+);;$/gm)].map(([, feature, list]) => [
    feature!,
    list!.trim().split(' '),
  ]),
);

describe('the permissions that an administrator is told of', () => {
  test('each says which call needs it, who consents, why and what stops without it', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.permission).toMatch(/^\w+(\.\w+)+$/);
      expect(row.consent).toMatch(/^(Team or chat|Exchange|Person|Entra \(\w+\))$/);
      for (const words of [row.why, row.without]) expect(words).toMatch(/^.{8,}\.$/);
    }
  });

  test('in Entra are those that register.sh grants, feature by feature', () => {
    const granted = Object.fromEntries([...features].map(([feature, list]) => [feature, list.toSorted()]));
    const told = Object.fromEntries(
      [...features.keys()].map((feature) => [feature, of(`Entra (${feature})`)]),
    );
    expect(granted).toEqual(told);
    expect(of('Entra')).toEqual([...features.values()].flat().sort());
  });

  test('in teams and chats are those that the manifest asks for', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'appPackage/manifest.json'), 'utf8'));
    const asked = manifest.authorization.permissions.resourceSpecific.map(
      (one: { name: string }) => one.name,
    );
    expect(of('Team or chat')).toEqual(asked.sort());
  });

  test('in Exchange are those that exchange.ps1 assigns for the one mailbox', async () => {
    const line = /^\$roles = (.*)$/m.exec(await read('exchange.ps1'))![1]!;
    const assigned = [...line.matchAll(/'Application ([\w.]+)'/g)].map(([, name]) => name!);
    expect(of('Exchange')).toEqual(assigned.sort());
  });

  test('of a person’s own are those that register.sh declares and the app asks for, and grant nothing', async () => {
    const declared = /^own_permissions="([\w. ]+)"$/m.exec(script)![1]!.split(' ');
    expect(of('Person')).toEqual(declared.toSorted());
    expect(declared.map((name) => `https://graph.microsoft.com/${name}`)).toEqual([ownCalendarScope]);
    for (const name of declared) expect([...features.values()].flat()).not.toContain(name);
  });

  test('never open all mailboxes or all files', () => {
    expect(of('Entra').filter((name) => /^(Mail|Calendars|Files)\.|^Sites\.(?!Selected)/.test(name))).toEqual(
      [],
    );
    expect(script).not.toMatch(/echo .*\b(Mail|Calendars|Files)\./);
  });

  test('are those that the app itself names when a call is refused', () => {
    const consents = {
      team: 'Team or chat',
      admin: 'Entra',
      policy: 'Entra',
      site: 'Entra',
      exchange: 'Exchange',
    };
    for (const { permission, consent } of Object.values(graphCalls))
      expect(of(consents[consent])).toContain(permission);
  });

  test('to invite guests are asked for only on request', () => {
    const standard = /^features="([\w,]+)"$/m.exec(script)![1]!.split(',');
    expect(standard).not.toContain('guests');
    expect([...standard, 'guests'].sort()).toEqual([...features.keys()].sort());
  });
});
