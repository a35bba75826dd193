import { describe, expect, test } from '@jest/globals';
import { files, read } from './sources.ts';

const templates = await files('bicep');
const parameterFiles = await files('bicepparam');

describe.each(templates)('%s', (file) => {
  test('is short enough to be read before it is run', async () => {
    const most = file.startsWith('modules/') ? 150 : 230;
    expect((await read(file)).split('\n').length).toBeLessThanOrEqual(most);
  });

  test('puts no secret out', async () => {
    for (const [output] of (await read(file)).matchAll(/^output .*$/gm))
      expect(output).not.toMatch(/password|secret|key\b|connection/i);
  });
});

describe.each(parameterFiles)('%s', (file) => {
  test('is for main.bicep and holds no secret', async () => {
    expect(await read(file)).toMatch(/^using 'main\.bicep'$/m);
    for (const name of ['databasePassword', 'databaseAppPassword'])
      expect(await read(file)).toMatch(new RegExp(`^param ${name} = readEnvironmentVariable\\(`, 'm'));
  });
});

describe('the two deployments', () => {
  test('find what the other made: they make names in the same way', async () => {
    const names = async (file: string): Promise<string[]> =>
      [...(await read(file)).matchAll(/'((?:id|log|kv)-\$\{name\}[^']*)'/g)].map(([, name]) => name!);
    const suffix = async (file: string): Promise<string | undefined> =>
      /^var suffix = (.*)$/m.exec(await read(file))?.[1];
    expect(new Set(await names('main.bicep'))).toEqual(new Set(await names('foundation.bicep')));
    expect(await suffix('main.bicep')).toBe(await suffix('foundation.bicep'));
  });
});
