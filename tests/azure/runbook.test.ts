import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { applicationName } from '../../bot/store/frame/database.ts';
import { readTree, root } from '../support/check/tree.ts';
import { parametersOf, read, settingsOf } from './sources.ts';

const runbook = await read('README.md');
const chapters = new Map(
  runbook
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split(/ \(|\n/)[0]!, text]),
);

describe('the runbook', () => {
  test.each([
    'Before you begin',
    'Install',
    'Verify',
    'Upgrade',
    'Roll back',
    'Rotate secrets',
    'Restore a backup',
    'Erase',
    'The trail does not hold',
    'Move the secretariat to another tenant',
    'Uninstall',
    'What is logged and kept',
    'What costs',
    'Troubleshooting',
  ])('has a chapter: %s', (name) => {
    expect(chapters.get(name)?.length).toBeGreaterThan(200);
  });

  test('says of each step of the installation how one sees that it worked', () => {
    const steps = chapters
      .get('Install')!
      .split(/^\d+\. /m)
      .slice(1);
    expect(steps).toHaveLength(8);
    // The last step is a choice of three, and each is seen in its own feature.
    for (const step of steps.slice(0, -1)) expect(step).toContain('*It worked when*');
  });

  test('calls the programs on a database what the server lists them as', async () => {
    expect(chapters.get('Upgrade')).toContain(`ours as \`${applicationName}\``);
    const older = [...(await readTree()).get('bot/store/case/seals.ts')!.matchAll(/'(partnership[-\d]*)'/g)];
    expect(older.map(([, name]) => name)).not.toContain(applicationName);
    for (const [, name] of older) expect(chapters.get('Upgrade')).toContain(`\`${name}\``);
  });

  test('names only files that there are', () => {
    for (const [path] of runbook.matchAll(/\b(?:infra\/azure|bot)\/[\w./-]+\w/g))
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });

  test('names parameters and variables as the templates do', async () => {
    const parameters = ['main.bicep', 'foundation.bicep'].map(async (file) => parametersOf(await read(file)));
    const names = (await Promise.all(parameters)).flat();
    for (const name of [
      'alertEmails',
      'databaseAccess',
      'geoBackup',
      'zoneRedundant',
      'certificateName',
      'backupDays',
      'logDays',
      'vaultWriterId',
      'databaseSku',
    ]) {
      expect(runbook).toContain(name);
      expect(names).toContain(name);
    }
    const settings = settingsOf(await read('main.prod.bicepparam'));
    for (const name of ['ALLOWED_TENANTS', 'MAIL_FROM', 'OPERATOR_NAME'])
      expect([...settings.keys()]).toContain(name);
    for (const [, name] of (await read('main.prod.bicepparam')).matchAll(
      /readEnvironmentVariable\('(\w+)'\)/g,
    ))
      expect(chapters.get('Install')).toMatch(new RegExp(`(export .*|\\n.*)${name}=`));
  });

  test('calls what it tells to look for in the log by the words that stand there', async () => {
    const code = [...(await readTree())].filter(([path]) => path.startsWith('bot/')).map(([, text]) => text);
    for (const words of [
      'the configuration is not complete',
      'an activity was not let in',
      'not ready',
      'the trail does not hold',
      'mailUnavailable',
    ]) {
      expect(runbook).toContain(words);
      expect(code.some((text) => text.includes(words))).toBe(true);
    }
  });

  test('counts the connections of a replica as the app opens them', async () => {
    const tree = await readTree();
    const pool = Number(
      /openDatabase\(url: string, max = (\d+)\)/.exec(tree.get('bot/store/frame/database.ts')!)?.[1],
    );
    const queue = Number(/queueLines = (\d+)/.exec(tree.get('bot/jobs/queue.ts')!)?.[1]);
    // And one that listens.
    expect(runbook).toContain(`| ${pool + queue + 1} a replica`);
  });
});
