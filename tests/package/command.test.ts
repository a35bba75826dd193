import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { env, host } from './unpacked.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, variables: Record<string, string>): Promise<string> => {
  const lines = Object.entries(variables).map(([key, value]) => `${key}="${value}"`);
  await writeFile(join(folder, name), `# one installation\n${lines.join('\n')}\n`);
  return join(folder, name);
};

/** `npm run package -- …`, as an operator runs it. */
const run = (args: string[], zone = 'Europe/Copenhagen') =>
  new Promise<{ code: number; out: string; error: string }>((done) => {
    const { PATH = '', HOME = '' } = process.env;
    const how = { cwd: root, env: { PATH, HOME, TZ: zone } };
    const child = execFile('npm', ['run', '--silent', 'package', '--', ...args], how, (_, out, error) =>
      done({ code: child.exitCode ?? -1, out, error }),
    );
  });

describe('npm run package', () => {
  test('makes the zip from a file of variables, and says which app and version it is', async () => {
    const out = join(folder, 'new/folder/app.zip');
    const said = await run(['--env', await file('good.env', { ...env, VERSION: '1.2.3' }), '--out', out]);
    expect(said).toMatchObject({ code: 0, error: '' });
    expect(said.out).toContain(out);
    expect(said.out).toContain(`version 1.2.3, app ${env['MicrosoftAppId']}, at https://${host}`);
    expect(Object.keys(unzipSync(await readFile(out)))).toContain('manifest.json');
  });

  test('makes the same bytes of the same variables, on another day and in another zone', async () => {
    const from = await file('same.env', env);
    const [one, other] = [join(folder, 'one.zip'), join(folder, 'other.zip')];
    await run(['--env', from, '--out', one], 'Pacific/Auckland');
    await run(['--env', from, '--out', other], 'America/Anchorage');
    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  });

  test('says everything that is missing in the file, makes nothing, and ends as a failure', async () => {
    const out = join(folder, 'none.zip');
    const said = await run(['--env', await file('empty.env', {}), '--out', out]);
    expect(said.code).toBe(1);
    for (const name of ['MicrosoftAppId', 'PUBLIC_URL', 'OPERATOR_NAME']) expect(said.error).toContain(name);
    expect(said.error).not.toMatch(/^\s+at /m);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ['without a file', [], /which installation is it for\? npm run package -- --env FILE/],
    ['with a file that is nowhere', ['--env', 'nowhere.env'], /nowhere\.env/],
    ['with an option it does not have', ['--envv', 'x'], /--envv/],
  ])('%s it says what is wrong', async (_, args, said) => {
    const { code, error } = await run(args);
    expect(code).toBe(1);
    expect(error).toMatch(said);
  });
});
