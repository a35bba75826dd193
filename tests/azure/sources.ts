import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/check/tree.ts';

export const azure = join(root, 'infra/azure');

export async function files(ending: 'bicep' | 'bicepparam'): Promise<string[]> {
  const all = await readdir(azure, { recursive: true });
  return all.filter((file) => file.endsWith(`.${ending}`)).sort();
}

export const read = (file: string): Promise<string> => readFile(join(azure, file), 'utf8');

// Names and plain words, read off the lines they stand on. Whether a template means anything is the compiler's to
// say, and compiled.test.ts holds what is read here against what it made.

/** `param name type`: what a template asks for. */
export const parametersOf = (text: string): string[] =>
  [...text.matchAll(/^param (\w+) /gm)].map(([, name]) => name!);

/** What a parameter file, or a variable of a template, says in plain words. */
export const wordOf = (text: string, name: string): string | undefined =>
  new RegExp(`^(?:param|var) ${name} = '?([^'\\n]*)'?$`, 'm').exec(text)?.[1];

/** The app's variables that a parameter file sets; a line that is no plain word is no setting that we can read. */
export function settingsOf(text: string): Map<string, string> {
  const block = /^param settings = \{\n([\s\S]*?)^\}$/m.exec(text)?.[1] ?? '';
  const lines = block.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
  return new Map(
    lines.map((line) => {
      const [, name, value] = /^ {2}(\w+): '([^']*)'$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`not a plain setting: ${line}`);
      return [name, value!];
    }),
  );
}

export interface Given {
  value?: string;
  secretRef?: string;
}

/** The variables that every replica is given: a plain word without its quotes, an expression as it stands. */
export const givenIn = (text: string): Map<string, Given> =>
  new Map(
    [...text.matchAll(/\{ name: '(\w+)', (value|secretRef): (.+?) \}/g)].map(([, name, kind, value]) => [
      name!,
      { [kind!]: value!.replace(/^'([^']*)'$/, '$1') },
    ]),
  );
