import { describe, expect, test } from '@jest/globals';
import { configurationTable, readConfig } from '../../bot/config.ts';
import { readTree } from '../support/check/tree.ts';
import { useHouse } from '../support/useHouse.ts';
import { entriesOf, files, of, parseParameters, read, template, textOf, valueOf } from './bicep.ts';

const house = useHouse();
const known = [...configurationTable().matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
const app = await template('modules/app.bicep');
const parameters = await Promise.all(
  (await files('bicepparam')).map(async (file) => ({ file, node: parseParameters(await read(file)) })),
);

/** The variables that every replica is given, with their words where those are plain. */
const fixed = new Map(
  of(app, 'object')
    .map(entriesOf)
    .filter((entry) => entry.has('name') && (entry.has('value') || entry.has('secretRef')))
    .map((entry) => [textOf(entry.get('name')!), entry] as const)
    .filter(([name]) => /^\w+$/.test(name)),
);
const settingsIn = (node: (typeof parameters)[number]['node']) =>
  new Map([...entriesOf(valueOf(node, 'settings')!)].map(([name, value]) => [name, textOf(value)]));

/** What a replica would find in its environment, with its secrets filled in. */
const environment = (node: (typeof parameters)[number]['node']): Record<string, string> => ({
  NODE_ENV: textOf(fixed.get('NODE_ENV')!.get('value')!),
  PORT: of(app, 'variable_declaration')
    .find((one) => one.text.startsWith('var port'))!
    .namedChild(1)!.text,
  PUBLIC_URL: `https://${textOf(valueOf(node, 'host')!)}`,
  DATABASE_URL: 'postgres://partnership@db.example.org:5432/partnership?sslmode=verify-full',
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppPassword: 'a secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  LOG_LEVEL: textOf(valueOf(node, 'logLevel')!),
  ...Object.fromEntries(settingsIn(node)),
});

describe('the variables that Azure gives the app', () => {
  test('are all ones that the app reads', () => {
    expect([...fixed.keys()].filter((name) => !known.includes(name))).toEqual([]);
    for (const { node } of parameters)
      expect([...settingsIn(node).keys()].filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(parameters)('are all it asks for, and none twice: $file', ({ node }) => {
    const names = [...fixed.keys(), ...settingsIn(node).keys()];
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(environment(node)).sort()).toEqual(names.sort());
    const config = readConfig(environment(node));
    expect(config.databaseUrl).toContain('sslmode=verify-full');
    expect(config.publicUrl).toMatch(/^https:\/\//);
  });

  test('leave out only what production never needs', () => {
    const given = new Set([
      ...fixed.keys(),
      ...parameters.flatMap(({ node }) => [...settingsIn(node).keys()]),
    ]);
    // A certificate is another way of saying the password.
    const left = known.filter((name) => !given.has(name) && !name.startsWith('Certificate'));
    expect(left).toEqual(['DATA_DIR', 'PLATFORM_URL']);
  });

  test('keep what is secret in the vault', () => {
    const secret = [...fixed].filter(([, entry]) => entry.has('secretRef')).map(([name]) => name);
    expect(secret.sort()).toEqual(['DATABASE_URL', 'MicrosoftAppPassword']);
  });
});

describe('what Azure asks the app', () => {
  test('the app answers: it lives, and it is ready', async () => {
    const paths = of(app, 'object')
      .map(entriesOf)
      .flatMap((entry) => entry.get('path') ?? [])
      .map(textOf);
    expect(new Set(paths)).toEqual(new Set(['/healthz', '/readyz']));
    for (const path of paths) expect((await fetch(`${house.app.url}${path}`)).status).toBe(200);
  });

  test('the bot is reached where the app answers it', async () => {
    const endpoint = /endpoint: 'https:\/\/\$\{host\}([^']+)'/.exec(await read('main.bicep'))?.[1];
    const answer = await fetch(`${house.app.url}${endpoint}`, { method: 'POST' });
    expect([endpoint, answer.status]).toEqual(['/api/messages', 401]);
  });
});

describe('what Azure wakes somebody for', () => {
  test('are sentences that the app writes to its log', async () => {
    const text = await read('modules/logAlerts.bicep');
    const listed = text.slice(text.indexOf('var undelivered'), text.indexOf('var rules'));
    const sentences = [
      ...[...text.matchAll(/where msg == "([^"]+)"/g)].map(([, one]) => one!),
      ...[...listed.matchAll(/^ {2}'([^']+)'$/gm)].map(([, one]) => one!),
    ];
    expect(sentences).toHaveLength(6);
    const code = [...(await readTree())]
      .filter(([path]) => path.startsWith('bot/'))
      .map(([, source]) => source);
    for (const sentence of sentences)
      expect([sentence, code.some((source) => source.includes(`'${sentence}'`))]).toEqual([sentence, true]);
  });

  test('is the readiness that fails, the database that is full, and what cannot be delivered', async () => {
    const text = `${await read('modules/alerts.bicep')}${await read('modules/logAlerts.bicep')}`;
    const keys = [...text.matchAll(/\{ key: '([\w-]+)'/g)].map(([, key]) => key);
    for (const key of [
      'not-ready',
      'server-errors',
      'restarts',
      'database-storage',
      'database-cpu',
      'deliveries',
    ])
      expect(keys).toContain(key);
  });
});
