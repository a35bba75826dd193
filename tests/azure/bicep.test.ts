import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  declaredIn,
  faults,
  files,
  modulesOf,
  of,
  outputsOf,
  parametersOf,
  parse,
  parseParameters,
  read,
  readIn,
  template,
  textOf,
} from './bicep.ts';

const templates = await files('bicep');
const parameterFiles = await files('bicepparam');

/** Versions of the interfaces as Microsoft has published them; a new one is looked up before it is used. */
const published = new Map([
  ['Microsoft.App/containerApps', '2024-03-01'],
  ['Microsoft.App/managedEnvironments', '2024-03-01'],
  ['Microsoft.Authorization/roleAssignments', '2022-04-01'],
  ['Microsoft.BotService/botServices', '2022-09-15'],
  ['Microsoft.BotService/botServices/channels', '2022-09-15'],
  ['Microsoft.ContainerRegistry/registries', '2023-07-01'],
  ['Microsoft.DBforPostgreSQL/flexibleServers', '2024-08-01'],
  ['Microsoft.DBforPostgreSQL/flexibleServers/configurations', '2024-08-01'],
  ['Microsoft.DBforPostgreSQL/flexibleServers/databases', '2024-08-01'],
  ['Microsoft.DBforPostgreSQL/flexibleServers/firewallRules', '2024-08-01'],
  ['Microsoft.Insights/actionGroups', '2023-01-01'],
  ['Microsoft.Insights/diagnosticSettings', '2021-05-01-preview'],
  ['Microsoft.Insights/metricAlerts', '2018-03-01'],
  ['Microsoft.Insights/scheduledQueryRules', '2022-06-15'],
  ['Microsoft.KeyVault/vaults', '2023-07-01'],
  ['Microsoft.KeyVault/vaults/secrets', '2023-07-01'],
  ['Microsoft.ManagedIdentity/userAssignedIdentities', '2023-01-31'],
  ['Microsoft.Network/privateDnsZones', '2020-06-01'],
  ['Microsoft.Network/privateDnsZones/virtualNetworkLinks', '2020-06-01'],
  ['Microsoft.Network/virtualNetworks', '2024-01-01'],
  ['Microsoft.OperationalInsights/workspaces', '2023-09-01'],
]);

describe.each(templates)('%s', (file) => {
  test('can be read', async () => {
    expect(faults(await template(file))).toEqual([]);
  });

  test('reads no name that it does not declare, and declares none that it does not read', async () => {
    const node = await template(file);
    const [declared, asked] = [new Set(declaredIn(node)), new Set(readIn(node))];
    expect([...asked].filter((name) => !declared.has(name))).toEqual([]);
    const parameters = parametersOf(node).map(({ name }) => name);
    expect(parameters.filter((name) => !asked.has(name))).toEqual([]);
  });

  test('gives each of its modules what that asks for, and no more', async () => {
    for (const { path, given } of modulesOf(await template(file))) {
      const asked = parametersOf(await template(join(file, '..', path)));
      const known = asked.map(({ name }) => name);
      expect({ path, extra: given.filter((name) => !known.includes(name)) }).toEqual({ path, extra: [] });
      const needed = asked.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
      expect(given).toEqual(expect.arrayContaining(needed));
    }
  });

  test('reads from a module only what that puts out', async () => {
    const node = await template(file);
    const paths = new Map(modulesOf(node).map(({ name, path }) => [name, path]));
    for (const one of of(node, 'member_expression')) {
      const [, name, output] = /^(\w+)\.outputs\.(\w+)$/.exec(one.text) ?? [];
      if (!name) continue;
      const outputs = outputsOf(await template(join(file, '..', paths.get(name)!)));
      expect(outputs).toContain(output);
    }
  });

  test('speaks to Azure in versions that exist', async () => {
    for (const one of of(await template(file), 'resource_declaration')) {
      const [type, version] = textOf(one.namedChild(1)!).split('@');
      expect([type, version]).toEqual([type, published.get(type!)]);
    }
  });

  test('is short enough to be read before it is run', async () => {
    const most = file.startsWith('modules/') ? 150 : 230;
    expect((await read(file)).split('\n').length).toBeLessThanOrEqual(most);
  });
});

describe.each(parameterFiles)('%s', (file) => {
  test('gives main.bicep all it asks for, and nothing it does not know', async () => {
    const text = await read(file);
    expect(text).toMatch(/^using 'main\.bicep'$/m);
    const node = parseParameters(text);
    expect(faults(node)).toEqual([]);
    const asked = parametersOf(await template('main.bicep'));
    const given = of(node, 'variable_declaration').map((one) => one.namedChild(0)!.text);
    expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(given));
    const needed = asked.filter(({ hasDefault }) => !hasDefault).map(({ name }) => name);
    expect(given).toEqual(expect.arrayContaining(needed));
  });

  test('holds no secret', async () => {
    expect(await read(file)).toMatch(/^param databasePassword = readEnvironmentVariable\(/m);
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

  test('put no secret out', async () => {
    for (const file of templates)
      for (const one of of(await template(file), 'output_declaration'))
        expect(one.text).not.toMatch(/password|secret|key\b|connection/i);
  });
});

describe('the reader of these tests', () => {
  test('sees a fault, a missing name and an unknown one', () => {
    expect(faults(parse("resource x 'A/b@1' = {"))).not.toEqual([]);
    const node = parse('param a string\nvar b = concat(a, c.d, map(a, e => e.f))\n');
    expect(readIn(node)).toEqual(['a', 'c', 'a', 'e']);
    expect(declaredIn(node)).toEqual(['a', 'b', 'e']);
  });
});
