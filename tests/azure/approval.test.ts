import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { configurationTable } from '../../bot/config.ts';
import { limits } from '../../bot/store/frame/limits.ts';
import { readTree, root } from '../support/check/tree.ts';
import { read } from './sources.ts';

const tree = await readTree();
const approval = await read('approval.md');
const security = tree.get('SECURITY.md')!;
const chapter = (name: string): string =>
  approval.split(/^## /m).find((text) => text.startsWith(`${name}\n`))!;
const code = [...tree].filter(([path]) => /^(bot|tab\/src)\/(?!i18n\/).*\.tsx?$/.test(path));
const inRoom = (room: string) => code.filter(([path]) => path.startsWith(room));

describe('whoever approves the app is told', () => {
  test('of every table, in its one place', () => {
    const tables = [...tree.get('bot/store/schema.sql')!.matchAll(/^table (\w+)$/gm)].map(
      ([, name]) => name!,
    );
    const rows = chapter('What is kept, and how long')
      .split('| Elsewhere |')[0]!
      .match(/^\| [^|]+ \| `[^|]+ \|/gm)!
      .join('\n');
    const told = [...rows.matchAll(/`(\w+)`/g)].map(([, name]) => name!).filter((name) => name !== 'pgboss');
    expect(told.toSorted()).toEqual(tables.toSorted());
  });

  test('after how many days what is deleted by itself', () => {
    const tidy = tree.get('bot/jobs/frame/tidy.ts')!;
    const days = ['keepMs', 'halfMs'].map((name) => new RegExp(`${name} = (\\d+) \\* dayMs`).exec(tidy)![1]);
    expect(approval).toContain(`\`receipt\`: after ${days[0]} days`);
    expect(approval).toContain(`a file that never came in whole: after ${days[1]} days`);
    const code = tree.get('bot/jobs/queue.ts')!;
    // Unless the queue is told otherwise, its default of a week holds.
    expect(code).not.toMatch(/deleteAfterSeconds|retentionSeconds/);
  });

  test('how long backups and logs are kept, as the templates allow it', async () => {
    const between = async (file: string, name: string) => {
      const found = new RegExp(`@minValue\\((\\d+)\\)\\n@maxValue\\((\\d+)\\)\\nparam ${name} int = (\\d+)`);
      return found.exec(await read(file))!.slice(1);
    };
    const [least, most] = await between('main.bicep', 'backupDays');
    expect(approval).toContain(`\`backupDays\`, ${least} to ${most} days`);
    const [fewest, longest, usual] = await between('foundation.bicep', 'logDays');
    expect(approval).toContain(`\`logDays\`, ${usual} days unless told (${fewest} to ${longest})`);
  });

  test('how long anything on the database may take', () => {
    expect(security).toContain(`statements end after ${limits.statementMs / 1_000} seconds`);
  });

  test('of every host that the code names', () => {
    // What may frame the tab is no address that anything is sent to; a template's own name has no host in it.
    const others = /^(adaptivecards\.io|127\.0\.0\.1|localhost|query|tab|\$\{.*)$/;
    const named = code
      .filter(([path]) => path !== 'bot/web/frame/tab.ts')
      .flatMap(([, text]) => [...text.matchAll(/https?:\/\/([\w.-]+|\$\{)/g)].map(([, host]) => host!))
      .filter((host) => !others.test(host));
    const policy = /'connect-src': "'self' https:\/\/([\w.-]+)"/.exec(tree.get('bot/web/frame/tab.ts')!)![1]!;
    const hosts = new Set([...named, policy]);
    expect(hosts.size).toBeGreaterThan(4);
    for (const host of hosts) expect(chapter('Where data flows')).toContain(`\`${host}\``);
    expect(tree.get('bot/graph/draft/files.ts')).toContain(".endsWith('.sharepoint.com')");
  });

  test('of settings by the names that they have', () => {
    const known = [...configurationTable().matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
    for (const [, name] of `${approval}${security}`.matchAll(/`([A-Z]+_[A-Z_]+)`/g))
      expect(known).toContain(name);
  });

  test('which files run the unsupported SDK, and which only name its types', () => {
    const from = /^import ([^;]*?) from '(botbuilder|botframework-[\w-]+)';/gms;
    const runs = new Map<string, boolean>();
    for (const [path, text] of inRoom('bot/'))
      for (const [, names] of text.matchAll(from)) {
        const value = !names!.startsWith('type ') && /[{,]\s*(?!type\b)\w/.test(names!);
        runs.set(path, value || (runs.get(path) ?? false));
      }
    const files = (is: boolean): string[] =>
      [...runs].filter(([, value]) => value === is).map(([path]) => path);
    const text = chapter('The way out of botbuilder');
    const listed = [...text.matchAll(/^\| `(bot\/[\w/.]+)` \|/gm)].map(([, path]) => path!);
    expect(listed.toSorted()).toEqual(files(true).toSorted());
    const sentence = /^(`[\w/]+\.ts`.*?) beside them use its types alone/m.exec(text)![1]!;
    const types = [...sentence.matchAll(/`([\w/]+\.ts)`/g)].map(([, name]) => `bot/teams/${name}`);
    expect(types.toSorted()).toEqual(files(false).toSorted());
  });

  test('in which versions it runs', async () => {
    const { dependencies } = JSON.parse(tree.get('package.json')!);
    expect(approval).toContain(`(\`botbuilder\`) | ${dependencies.botbuilder} |`);
    expect(approval).toContain(`| Node | ${tree.get('.node-version')!.trim()} |`);
    expect(approval).toContain(`(${/node:\d+-(\w+)-slim/.exec(await read('Dockerfile'))![1]})`);
    const version = /^param databaseVersion string = '(\d+)'$/m.exec(await read('main.bicep'))![1];
    expect(approval).toContain(`| PostgreSQL | ${version} unless told`);
  });
});

describe('what both papers say', () => {
  test.each([
    ['infra/azure/approval.md', approval],
    ['SECURITY.md', security],
  ])('leads to files that there are: %s', (file, text) => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, path]) =>
      join(dirname(file), path!),
    );
    const paths = [...text.matchAll(/`((?:bot|tests)\/[\w./]+)`/g)].map(([, path]) => path!);
    expect(links.length + paths.length).toBeGreaterThan(5);
    for (const path of [...links, ...paths])
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });

  test('sends whoever found a weakness to the body that runs the app, and to no invented address', () => {
    expect(security).toContain('OPERATOR_NAME');
    expect(security).toContain('/privacy');
    expect(`${security}${approval}`).not.toMatch(/[\w.]+@(?!microsoft\/)[\w-]+\.\w+/);
  });
});
