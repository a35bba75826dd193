import { describe, expect, test } from '@jest/globals';
import { configurationTable, readConfig } from '../../bot/config.ts';
import { keptKey, newHeadKey } from '../../bot/process/case/heads.ts';
import { readTree } from '../support/check/tree.ts';
import { useHouse } from '../support/useHouse.ts';
import { files, givenIn, read, settingsOf, wordOf } from './sources.ts';

const house = useHouse();
const known = [...configurationTable().matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
const app = await read('modules/app.bicep');
const parameters = await Promise.all(
  (await files('bicepparam')).map(async (file) => ({ file, text: await read(file) })),
);

/** The variables that every replica is given, with their words where those are plain. */
const fixed = givenIn(app);

/** What a replica would find in its environment, with its secrets filled in. */
const environment = (text: string): Record<string, string> => ({
  NODE_ENV: fixed.get('NODE_ENV')!.value!,
  PORT: wordOf(app, 'port')!,
  PUBLIC_URL: `https://${wordOf(text, 'host')}`,
  DATABASE_OWNER_URL: 'postgres://partnership@db.example.org:5432/partnership?sslmode=verify-full',
  DATABASE_URL: 'postgres://partnership_app@db.example.org:5432/partnership?sslmode=verify-full',
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppPassword: 'a secret',
  METRICS_TOKEN: 'another secret',
  TRAIL_KEY: String(keptKey(newHeadKey()).export({ format: 'pem', type: 'pkcs8' })),
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  TRUSTED_PROXIES: fixed.get('TRUSTED_PROXIES')!.value!,
  LOG_LEVEL: wordOf(text, 'logLevel')!,
  ...Object.fromEntries(settingsOf(text)),
});

describe('the variables that Azure gives the app', () => {
  test('are all ones that the app reads', () => {
    expect([...fixed.keys()].filter((name) => !known.includes(name))).toEqual([]);
    for (const { text } of parameters)
      expect([...settingsOf(text).keys()].filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(parameters)('are all it asks for, and none twice: $file', ({ text }) => {
    const names = [...fixed.keys(), ...settingsOf(text).keys()];
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(environment(text)).sort()).toEqual(names.sort());
    const config = readConfig(environment(text));
    expect(config.databaseUrl).toContain('sslmode=verify-full');
    expect(config.publicUrl).toMatch(/^https:\/\//);
    // The ingress alone stands in front of a replica: every address it names is the one it was asked by.
    expect(config.trustedProxies).toBe(1);
  });

  test('leave out only what production never needs', () => {
    const given = new Set([
      ...fixed.keys(),
      ...parameters.flatMap(({ text }) => [...settingsOf(text).keys()]),
    ]);
    // A certificate is another way of saying the password.
    const left = known.filter((name) => !given.has(name) && !name.startsWith('Certificate'));
    expect(left).toEqual(['DATA_DIR', 'PLATFORM_URL']);
  });

  test('keep what is secret in the vault', () => {
    const secret = [...fixed].filter(([, entry]) => entry.secretRef !== undefined).map(([name]) => name);
    expect(secret.sort()).toEqual([
      'DATABASE_OWNER_URL',
      'DATABASE_URL',
      'METRICS_TOKEN',
      'MicrosoftAppPassword',
      'TRAIL_KEY',
    ]);
  });
});

describe('what Azure asks the app', () => {
  test('the app answers: it lives, and it is ready', async () => {
    const paths = [...app.matchAll(/path: '(\/\w+)'/g)].map(([, path]) => path!);
    expect(new Set(paths)).toEqual(new Set(['/healthz', '/readyz']));
    for (const path of paths) expect((await fetch(`${house.app.url}${path}`)).status).toBe(200);
  });

  test('each question has a time limit longer than the app takes, and shorter than until the next one', () => {
    const block = /^ +probes: \[\n([\s\S]*?)^ {10}\]$/m.exec(app)?.[1] ?? '';
    const probes = block.split(/^ {12}\}$/m).filter((probe) => probe.trim() !== '');
    const kinds = probes.map((probe) => /type: '(\w+)'/.exec(probe)?.[1]);
    expect(kinds.sort()).toEqual(['Liveness', 'Readiness', 'Startup']);
    for (const probe of probes) {
      const [limit, period] = ['timeoutSeconds', 'periodSeconds'].map((name) =>
        Number(new RegExp(`${name}: (\\d+)`).exec(probe)?.[1]),
      );
      expect(limit).toBeGreaterThan(3);
      expect(limit).toBeLessThan(period!);
    }
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
    expect(sentences).toHaveLength(11);
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
