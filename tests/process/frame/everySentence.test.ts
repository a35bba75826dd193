import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';
import { describe, expect, test } from '@jest/globals';
import { da } from '../../../bot/i18n/da/index.ts';
import { en } from '../../../bot/i18n/en/index.ts';
import { findingCodes } from '../../../bot/process/frame/refusals.ts';

type Node = Record<string, any>;
interface Asked {
  file: string;
  key: string;
  params: string[];
}

const bot = fileURLToPath(new URL('../../../bot/', import.meta.url));
const files = readdirSync(bot, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function* walk(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* walk(one);
  else if (node !== null && typeof node === 'object') {
    yield node as Node;
    for (const value of Object.values(node)) yield* walk(value);
  }
}

/** What a literal may be when it runs: itself, or both sides of a choice. */
function literals(node: Node): string[] {
  if (node['type'] === 'StringLiteral') return [node['value']];
  if (node['type'] !== 'ConditionalExpression') return [];
  return [...literals(node['consequent']), ...literals(node['alternate'])];
}

/** The names of what is given; null when only running it would tell. */
function given(node: Node | undefined): string[] | null {
  if (!node) return [];
  if (node['type'] !== 'ObjectExpression') return null;
  const names: string[] = [];
  for (const one of node['properties'] as Node[]) {
    if (one['type'] === 'SpreadElement') return null;
    names.push(one['value'] && one['type'] === 'Identifier' ? one['value'] : one['key']?.value);
  }
  return names;
}

const calls = files.flatMap((file) => {
  const parsed = parseSync(readFileSync(`${bot}${file}`, 'utf8'), { syntax: 'typescript' });
  return [...walk(parsed.body)]
    .filter((node) => node['type'] === 'CallExpression' && node['callee'].type === 'Identifier')
    .map((node) => ({
      file,
      name: node['callee'].value as string,
      args: (node['arguments'] as { expression: Node }[]).map((one) => one.expression),
    }));
});

/** Every place that says something: the key, and what its blanks are filled with. */
const asked = (prefix: string, names: string[], at: (args: Node[]) => [Node | undefined, Node | undefined]) =>
  calls
    .filter((call) => names.includes(call.name))
    .flatMap(({ file, args }): Asked[] => {
      const [code, params] = at(args);
      const filled = given(params);
      if (!code || filled === null) return [];
      return literals(code).map((key) => ({ file, key: `${prefix}${key}`, params: filled }));
    });

const refusals = asked('refusal.', ['refuse'], ([code, params]) => [code, params]);
/** The same with a closer word, which has a sentence of its own. */
const closer = calls
  .filter(({ name }) => name === 'refuseCloser')
  .map(({ file, args: [code, word, params] }): Asked => {
    const key = `refusal.${literals(code!)[0]}.${literals(word!)[0]}`;
    return { file, key, params: given(params) ?? [] };
  });
const gates = asked('finding.', ['hard'], (args) => {
  const at = args.findIndex((one) => one['type'] === 'StringLiteral');
  return [args[at], args[at + 1]];
});
const sentences = [
  ...asked('', ['both'], ([key, params]) => [key, params]),
  ...asked('', ['t', 'say', 'sayPlain'], ([, key, params]) => [key, params]),
];

const holes = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!))].sort();
const named = ({ file, key, params }: Asked) => [`${key} in ${file}`, key, params] as const;
const each = (all: Asked[]) => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].map(named);
const languages: Record<string, Record<string, string>> = { da, en };

describe('a refusal fills every blank of its sentence, and knows nothing that it does not say', () => {
  test.each(each([...refusals, ...closer, ...gates]))('%s', (_, key, params) => {
    for (const texts of Object.values(languages)) expect(holes(texts[key] ?? '')).toEqual([...params].sort());
  });

  test('each place that refuses was read: none makes up its code while running', () => {
    const told = calls.filter(
      ({ name, file }) => name === 'refuse' && !file.startsWith('process/frame/refusals'),
    );
    const unread = told.filter(({ args }) => literals(args[0]!).length === 0 || given(args[1]) === null);
    expect(unread.map(({ file }) => file)).toEqual([]);
    expect(told.length).toBeGreaterThan(60);
  });

  test('every finding of a gate is told by one', () => {
    const pushed = files.map((file) => readFileSync(`${bot}${file}`, 'utf8')).join('\n');
    const idle = findingCodes.filter((code) => pushed.split(`'${code}'`).length < 3);
    expect(idle).toEqual([]);
  });
});

describe('whatever the app says, it has the words for', () => {
  test('no sentence is asked for without what belongs in it', () => {
    expect(sentences.length).toBeGreaterThan(150);
    const short = sentences.flatMap(({ file, key, params }) =>
      Object.entries(languages).flatMap(([language, texts]) => {
        if (texts[key] === undefined) return [`${file}: ${language} has no ${key}`];
        const missing = holes(texts[key]).filter((hole) => !params.includes(hole));
        return missing.map((hole) => `${file}: ${key} needs ${hole}`);
      }),
    );
    expect(short).toEqual([]);
  });

  test('a refusal says a whole sentence, to a person, with what to do or why', () => {
    for (const texts of Object.values(languages))
      for (const key of Object.keys(texts).filter((one) => /^(refusal|finding)\./.test(one)))
        expect({ key, text: texts[key] }).toEqual({
          key,
          text: expect.stringMatching(/^[A-ZÆØÅ{»“].{12,}\.$/),
        });
  });
});
