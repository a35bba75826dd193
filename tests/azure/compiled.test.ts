import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build, findCompiler } from '../support/check/bicep.ts';
import { azure, files, givenIn, parametersOf, read, settingsOf, wordOf } from './sources.ts';

const { compiler } = await findCompiler();
const scratch = await mkdtemp(join(tmpdir(), 'bicep-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** One mistake in each file, as somebody may make it, and the name that the compiler has for it. */
const mistakes: Record<string, { text: string; code: string }> = {
  'unreadable.bicep': { text: "resource x 'A/b@1' = {", code: 'Error' },
  'unknownName.bicep': { text: 'output a string = b\n', code: 'BCP057' },
  'unusedParameter.bicep': { text: 'param a string\n', code: 'no-unused-params' },
  'unusedVariable.bicep': { text: "var a = 'b'\n", code: 'no-unused-vars' },
  'moduleLacks.bicep': { text: "module a 'part.bicep' = {\n  params: {}\n}\n", code: 'BCP035' },
  'moduleExtra.bicep': {
    text: "module a 'part.bicep' = {\n  params: {\n    b: 'c'\n    d: 'e'\n  }\n}\n",
    code: 'BCP037',
  },
  'moduleOutput.bicep': {
    text: "module a 'part.bicep' = {\n  params: {\n    b: 'c'\n  }\n}\noutput d string = a.outputs.d\n",
    code: 'BCP053',
  },
  'version.bicep': {
    text: "resource a 'Microsoft.KeyVault/vaults@2023-07-02' existing = {\n  name: 'b'\n}\noutput c string = a.id\n",
    code: 'BCP081',
  },
  'secretOut.bicep': { text: '@secure()\nparam a string\noutput b string = a\n', code: 'outputs-should-not' },
  'lacks.bicepparam': { text: "using 'part.bicep'\n", code: 'BCP258' },
  'extra.bicepparam': { text: "using 'part.bicep'\nparam b = 'c'\nparam d = 'e'\n", code: 'BCP259' },
  'type.bicepparam': { text: "using 'part.bicep'\nparam b = 1\n", code: 'BCP033' },
};

async function lay(folder: string, texts: Record<string, string>): Promise<string> {
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(dirname(join(scratch, folder, file)), { recursive: true });
    await writeFile(join(scratch, folder, file), text);
  }
  return join(scratch, folder);
}

const json = async (file: string) => JSON.parse(await readFile(join(scratch, 'made', file), 'utf8'));

function ours(): void {
  beforeAll(async () => {
    expect(await build(compiler!, azure, join(scratch, 'made'))).toEqual([]);
  }, 120_000);

  test('in a parameter file is what the other tests read there', async () => {
    for (const file of await files('bicepparam')) {
      const { parameters } = await json(file.replace('.bicepparam', '.json'));
      const text = await read(file);
      expect(Object.fromEntries(settingsOf(text))).toEqual(parameters.settings.value);
      for (const name of ['host', 'logLevel']) expect(wordOf(text, name)).toBe(parameters[name].value);
    }
  });

  test('in a template is what the other tests read there', async () => {
    for (const file of ['main.bicep', 'foundation.bicep'])
      expect(parametersOf(await read(file))).toEqual(
        Object.keys((await json(file.replace('.bicep', '.json'))).parameters),
      );
    const made = await json('modules/app.json');
    const text = await read('modules/app.bicep');
    expect(wordOf(text, 'port')).toBe(String(made.variables.port));
    const env: string = made.resources.find((one: { type: string }) => one.type.endsWith('/containerApps'))
      .properties.template.containers[0].env;
    const given = [...env.matchAll(/createObject\('name', '(\w+)', '(value|secretRef)'/g)];
    expect([...givenIn(text)].map(([name, one]) => [name, Object.keys(one)[0]])).toEqual(
      given.map(([, name, kind]) => [name, kind]),
    );
  });
}

function others(): void {
  test('is each mistake that somebody may make', async () => {
    const part = { 'part.bicep': 'param b string\noutput a string = b\n' };
    const texts = Object.entries(mistakes).map(([file, { text }]) => [file, text]);
    const folder = await lay('wrong', { ...part, ...Object.fromEntries(texts) });
    const faults = await build(compiler!, folder, join(scratch, 'wrong-made'));
    for (const [file, { code }] of Object.entries(mistakes))
      expect(faults).toContainEqual(expect.stringMatching(`^${file.replace('.', '\\.')}.*${code}`));
    expect(faults.filter((line) => line.startsWith('part.bicep'))).toEqual([]);
  }, 120_000);

  test('is never nothing at all', async () => {
    const folder = await lay('empty', { 'words.md': '' });
    expect(await build(compiler!, folder, join(scratch, 'empty-made'))).toEqual([
      'no template and no parameter file was found',
    ]);
  }, 120_000);
}

describe('the way to a compiler', () => {
  test('that leads nowhere is said with its reason, and fails nothing', async () => {
    const { compiler: none, why } = await findCompiler([['no-such-bicep'], ['sh', '-c', 'exit 3']]);
    expect(none).toBeUndefined();
    expect(why).toMatch(/no-such-bicep.*ENOENT; sh: .*exit 3/);
  });
});

// Where there is none, `npm run check:outside` says so: what a compiler proves is then not proven here.
if (compiler) {
  describe('what Microsoft’s compiler finds', () => {
    ours();
    others();
  });
}
