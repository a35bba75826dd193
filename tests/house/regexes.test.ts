import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { parseSync } from '@swc/core';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readTree, root } from '../support/check/tree.ts';

/** Of what is read by a pattern, more than fits into any request that is taken in one piece. */
const bytes = 100_000;
/** A pattern that tries every beginning against every end takes seconds for it; one that does not, a millisecond. */
const mostMs = 400;
/** What is slow on the whole is already slow on this much, more than ten times what it takes else. */
const sample = { bytes: 6_000, mostMs: 2 };

/** Patterns that would take long, and why they cannot: the most that is given to them, and where it is cut. */
const cutBefore: Record<string, [most: number, why: string]> = {
  ['bot/log.ts "[^"]*"?|(?<!\\w)\'[^\']*\'?|`[^`]*`?|“[^”]*”?|»[^«]*«?|[([{][^)\\]}]*[)\\]}]?|[^\\s@]{1,64}@\\S*|[a-z]{2,10}:\\/\\/\\S*|[\\w-]{24,}']:
    [200, 'the message is cut first'],
  'bot/process/group/workingGroup.ts [\\s.,–-]+$': [60, 'the name of a channel is cut first'],
  'bot/config.ts \\/+$': [200, 'the operator writes it'],
};
/** Patterns that the app once had, and what stopped it on a short file. */
const once = [
  '^(?:<\\?xml[^>]*>|<!--[\\s\\S]{0,2000}?-->|<!doctype[^>]*>|\\s)*<!?(html|script)\\b',
  '\\{\\s*\\\\\\*\\s*\\\\template\\b\\s*(?![a-z]:\\\\\\\\|[\\w .-]+\\})([^}\\s][^}]{0,200})',
  '(::\\$data|[\\s.:/\\\\\\p{Cc}\\p{Cf}])+$',
];
/** Made while the app runs, of parts that are no pattern of anybody’s. */
const made: Record<string, number> = { 'bot/views/index.ts': 1 };

const named = ({ path, pattern }: Found): string => `${path} ${pattern}`;

interface Found {
  path: string;
  pattern: string;
  flags: string;
}

/** Every regular expression that is written in a file, and how many are made while it runs. */
function patternsIn(path: string): { written: Found[]; made: number } {
  const source = readFileSync(join(root, path), 'utf8');
  const written: Found[] = [];
  let count = 0;
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern, flags, callee } = node as Record<string, any>;
    if (type === 'RegExpLiteral') written.push({ path, pattern, flags });
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.value === 'RegExp') count += 1;
    Object.values(node).forEach(look);
  };
  look(parseSync(source, { syntax: 'typescript', target: 'esnext' }));
  return { written, made: count };
}

const signs = [...' \n\t\ra0Z.,;:!?-–_/\\<>&{}()[]"\'`~*#%@+=|æ\u200b\u00a0'];
/** What stands in a pattern as it is: the way into the part that repeats, and what it repeats. */
const wordsOf = (pattern: string): string[] => [
  ...new Set(
    pattern
      .replace(/\\[sbdw][*+?]?|(?<!\\)\{\d+,?\d*\}/g, '')
      .match(/(?:\\[^\w]|[^\\()[\]|?*+.^$]){2,}/g)
      ?.map((word) => word.replace(/\\(\W)/g, '$1')) ?? [],
  ),
];
/** Two words of a pattern beside each other, as an opening and its end are. */
const pairsOf = (words: string[]): string[] =>
  words.slice(0, 8).flatMap((one, index) => words.slice(index + 1, 9).map((other) => one + other));

/** Neither of them is what a pattern ends with, whatever it is. */
const ends = ['', '\u0001', '~a'];

/** What makes a pattern try again and again: one thing over and over, behind a way in, and an end that does not fit. */
function* attacks(pattern: string, size: number): Generator<string> {
  const words = wordsOf(pattern);
  for (const unit of [...signs, ...words, ...pairsOf(words), 'a.', '. ', '<a', 'a-', 'a/', '{{ '])
    for (const before of ['', ...words]) {
      const many = unit.repeat(Math.max(1, Math.floor((size - before.length - 2) / unit.length)));
      for (const end of ends) yield before + many + end;
    }
}

const given: { texts?: string[]; pattern?: RegExp; took?: number[]; now?: () => number } = {
  now: () => performance.now(),
};
const place = createContext(given);
const tried = new Script(`
  for (const text of texts) {
    const from = now();
    text.replace(pattern, "");
    took.push(now() - from);
  }`);
/** How long for each, up to one that would never end: that is stopped, and took that long at least. */
function takes({ pattern, flags }: Found, texts: string[], longest: number): number[] {
  const took: number[] = [];
  Object.assign(given, { texts, pattern: new RegExp(pattern, flags), took });
  try {
    tried.runInContext(place, { timeout: longest });
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    took.push(longest);
  }
  return took;
}

/** What it takes long for. A busy machine makes anything slow for once: what is suspect is asked again, and whole. */
function slowOn(found: Found, most = bytes, longest = mostMs): string | null {
  const size = cutBefore[named(found)]?.[0] ?? most;
  const parts = [...attacks(found.pattern, Math.min(size, sample.bytes))];
  const once = (text: string, limit: number): number => takes(found, [text], limit)[0]!;
  for (let done = 0; done < parts.length;) {
    const took = takes(found, parts.slice(done), 2 * mostMs);
    const suspects = took.flatMap((ms, index) => (ms > sample.mostMs ? [done + index] : []));
    for (const index of suspects) {
      if (once(parts[index]!, 2 * mostMs) <= sample.mostMs) continue;
      const whole = [...attacks(found.pattern, size)][index]!;
      if (once(whole, 2 * mostMs) > longest) return `${JSON.stringify(parts[index]!.slice(0, 20))} and so on`;
    }
    done += took.length;
  }
  return null;
}

describe('no text from outside keeps a pattern busy', () => {
  let all: { written: Found[]; made: number; path: string }[];
  beforeAll(async () => {
    const paths = [...(await readTree()).keys()].filter((path) => /^bot\/.*\.ts$/.test(path));
    all = paths.map((path) => ({ path, ...patternsIn(path) }));
  });

  test('every pattern of the app is through 100 kB of what is worst for it at once', () => {
    const written = all.flatMap((one) => one.written);
    expect(written.length).toBeGreaterThan(40);
    const slow = written.flatMap((one) => {
      const on = slowOn(one);
      return on ? [`${one.path}: /${one.pattern}/ takes long for ${on}`] : [];
    });
    expect(slow).toEqual([]);
  }, 120_000);

  test('patterns are written down, not made of what comes in', () => {
    const counts = all.filter((one) => one.made > 0).map((one) => [one.path, one.made]);
    expect(Object.fromEntries(counts)).toEqual(made);
  });

  test('what is cut first still exists', () => {
    const patterns = all.flatMap((one) => one.written.map(named));
    for (const one of Object.keys(cutBefore)) expect(patterns).toContain(one);
  });

  test('a pattern that tries every beginning against every end would be seen', () => {
    for (const pattern of ['<at>.*?</at>', ',+$', '\\s+$', ...once])
      // A third of the length takes a tenth of the time.
      expect([
        pattern,
        slowOn({ path: '', pattern, flags: pattern.includes('\\p') ? 'giu' : 'gi' }, bytes / 3, mostMs / 10),
      ]).not.toEqual([pattern, null]);
  }, 120_000);
});
