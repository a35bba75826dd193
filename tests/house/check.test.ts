import { describe, expect, test } from '@jest/globals';
import { areas } from '../support/check/areas.ts';
import { budgets } from '../support/check/budgets.ts';
import { buttonless, unlisted } from '../support/check/doors.ts';
import { banned, misnumbered, topLevel } from '../support/check/house.ts';
import { linesOf, type Tree } from '../support/check/tree.ts';
import { compare, shapesIn, unused } from '../support/check/words.ts';

const tree = (files: Record<string, string>): Tree => new Map(Object.entries(files));
const lines = (count: number): string => 'x\n'.repeat(count);

describe('the top of the house', () => {
  const whole =
    'README.md CHANGELOG.md CONTRIBUTING.md LICENSE SECURITY.md package.json package-lock.json tsconfig.json .gitignore ' +
    'appPackage/manifest.json bot/main.ts tab/index.html infra/local/start.ts tests/support/check.ts';

  test('is as the architecture draws it', () => {
    expect(topLevel(whole.split(' '))).toEqual([]);
  });

  test('takes no further folder', () => {
    expect(topLevel([...whole.split(' '), 'scripts/build.sh'])).toEqual([
      'scripts does not belong at the top',
    ]);
  });

  test('misses a folder that is gone', () => {
    expect(topLevel(whole.split(' ').filter((path) => path !== 'tab/index.html'))).toEqual([
      'tab is missing at the top',
    ]);
  });
});

describe('an act that a person may do', () => {
  const written = (may: string) => `export const tidyUp = act({\n  name: 'tidyUp',\n  may: ${may},\n});\n`;

  test('has a button in the tab or on a card', () => {
    const act = { 'bot/acts/case/tidyUp.ts': written('secretariat') };
    expect(buttonless(tree(act))).toEqual([
      'bot/acts/case/tidyUp.ts: nothing in tab/src or bot/cards presses tidyUp',
    ]);
    expect(buttonless(tree({ ...act, 'tab/src/case/tidy.ts': `act: 'tidyUp'` }))).toEqual([]);
    expect(buttonless(tree({ ...act, 'bot/cards/case/tidy.ts': `execute('tidyUp')` }))).toEqual([]);
    // That a view asks for it puts it before nobody.
    expect(buttonless(tree({ ...act, 'bot/views/case/tidy.ts': `['tidyUp', {}]` }))).toHaveLength(1);
  });

  test('is listed by its area, or it has no door at all', () => {
    const act = { 'bot/acts/case/tidyUp.ts': written('systemOnly') };
    const list = 'bot/acts/case/index.ts';
    expect(unlisted(tree({ ...act, [list]: `export const caseActs = {\n  tidyUp,\n};` }))).toEqual([]);
    expect(unlisted(tree({ ...act, [list]: `export const caseActs = {};` }))).toEqual([
      'bot/acts/case/tidyUp.ts: bot/acts/case/index.ts does not list tidyUp',
    ]);
  });

  test('is told from one of the clock, which has none', () => {
    expect(buttonless(tree({ 'bot/acts/case/tidyUp.ts': written('systemOnly') }))).toEqual([]);
  });
});

test('migrations are numbered without gaps, so that two written at once are noticed', () => {
  const steps = (...names: string[]) =>
    misnumbered(names.map((name) => `bot/store/migrations/0001-0020/${name}.sql`));
  expect(steps('0002_b', '0001_a', '0003_c')).toEqual([]);
  expect(steps('0001_a', '0002_b', '0002_c', '0003_d')).toEqual([
    'migration 0002_c does not have the next number',
  ]);
  expect(steps('0001_a', '0003_c')).toEqual(['migration 0003_c does not have the next number']);
});

describe('what no file may hold', () => {
  test.each([
    ['something left to do', 'bot/a.ts', '// TODO later', 'left to do'],
    ['a path of somebody’s machine', 'infra/a.ts', `open('/home/me/x')`, 'a path of one machine'],
    [
      'an address a package came from',
      'package-lock.json',
      '"resolved": "https://example.org/x.tgz"',
      'an address of a package registry',
    ],
    ['a registry of one’s own', '.npmrc', 'registry=https://example.org', 'an address of a package registry'],
    [
      'a statement in a template',
      'bot/store/case/a.ts',
      'await sql<Row>`select 1`.execute(db)',
      'SQL in a third way; the builder for one table, text by rowsOf for the rest',
    ],
    ['a test that runs alone', 'tests/a.test.ts', `test.only('x', run)`, 'a test that is held back or alone'],
    [
      'a test that is skipped',
      'tests/a.test.ts',
      `describe.skip('x', run)`,
      'a test that is held back or alone',
    ],
  ])('%s', (_, path, text, what) => {
    expect(banned(tree({ [path]: `\n${text}\n` }))).toEqual([expect.stringMatching(`^${path}:2: ${what}`)]);
  });

  test('what needs a real tenant is listed as skipped from one place, and from nowhere else', () => {
    const text = 'test.skip(what, () => undefined)';
    expect(banned(tree({ 'tests/contract/frame/tenants.ts': text }))).toEqual([]);
    expect(banned(tree({ 'tests/contract/frame/ports.test.ts': text }))).toHaveLength(1);
  });

  test.each([
    'if (await button.isVisible()) await button.click();',
    'for (let at = 0; at < (await links.count()); at += 1) await links.nth(at).click();',
    'for (const link of await links.all()) await link.click();',
    'await field.fill((await field.inputValue()).slice(1));',
    'expect(await line.textContent()).toBe("x");',
    'await page.waitForTimeout(500);',
  ])('a journey neither asks and then acts on the answer, nor waits for a while: %s', (line) => {
    const what = expect.stringMatching(/^tests\/journeys\/a\.ts:2: a question whose answer may be old/);
    expect(banned(tree({ 'tests/journeys/a.ts': `\n${line}\n` }))).toEqual([what]);
    expect(banned(tree({ 'tests/journeys/until.ts': line, 'tests/acts/a.ts': line }))).toEqual([]);
  });

  test('a journey may do several things at once', () => {
    expect(banned(tree({ 'tests/journeys/a.ts': 'await Promise.all(buttons.map(press));' }))).toEqual([]);
  });

  test('addresses and routes are no paths of a machine', () => {
    const text = `'https://example.org/home/x' '/tab/home/x' \`\${url}/root/x\``;
    expect(banned(tree({ 'bot/a.ts': text }))).toEqual([]);
  });
});

describe('sentences in two languages', () => {
  test.each([
    ['the same', { a: 'Frist {at}' }, { a: 'Deadline {at}' }, []],
    ['one missing', { a: 'x' }, {}, ['a is missing in English']],
    ['one too many', {}, { a: 'x' }, ['a is missing in Danish']],
    ['other placeholders', { a: '{at}' }, { a: '{by}' }, ['a has not the same placeholders: {at} | {by}']],
    ['an exclamation', { a: 'Tak!' }, { a: 'Thanks' }, ['a has an exclamation mark']],
    ['an empty one', { a: 'Tak' }, { a: ' ' }, ['a is empty']],
  ])('%s', (_, da, en, wrong) => {
    expect(compare(da, en as Record<string, string>)).toEqual(wrong);
  });

  test('a key is in use when a line asks for it, whole or in pieces', () => {
    const keys = [
      'hello',
      'state.open',
      'task.vote.title',
      'step.one',
      'lost',
      'state',
      'task.vote.body',
      'rule.2/3',
    ];
    const sources = [
      "t(locale, 'hello')",
      't(locale, `state.${state}`)',
      't(l, `task.${kind}.title`)',
      "'step.' + step",
      "t(l, `rule.${share || 'none'}`)",
    ];
    expect(unused(keys, sources)).toEqual(['lost', 'state', 'task.vote.body']);
  });

  test('a template without a fixed beginning asks for nothing', () => {
    expect(shapesIn('`${a}.${b}` `plain.key` `Hello ${name}`')).toEqual([]);
  });
});

describe('the budgets', () => {
  const balanced = { 'bot/a.ts': lines(50), 'tests/a.test.ts': lines(50) };

  test('hold for small files and as many lines of tests', () => {
    expect(budgets(tree(balanced)).wrong).toEqual([]);
  });

  test.each([
    [
      'a file over 300 lines',
      { 'bot/a.ts': lines(301), 'bot/b.ts': '', 'bot/c.ts': '', 'tests/a.test.ts': lines(300) },
      /bot\/a\.ts has 301 lines/,
    ],
    [
      'files that are long as a rule',
      { 'bot/a.ts': lines(71), 'tests/a.test.ts': lines(71) },
      /the median file has 71/,
    ],
    ['too few tests', { 'bot/a.ts': lines(60), 'tests/a.test.ts': lines(20) }, /tests are 25 %/],
    [
      'more tests than the house can carry',
      { 'bot/a.ts': lines(10), 'tests/a.test.ts': lines(90) },
      /tests are 90 %/,
    ],
  ])('%s', (_, files, wrong) => {
    expect(budgets(tree(files as Record<string, string>)).wrong.join('\n')).toMatch(wrong);
  });

  test('a last line without its end is a line too', () => {
    expect([linesOf('a\nb\n'), linesOf('a\nb')]).toEqual([2, 2]);
  });
});

describe('the areas of a room', () => {
  const wrong = (files: Record<string, string>): string[] => areas(tree(files)).wrong;

  test('know what comes before them', () => {
    expect(wrong({ 'bot/acts/vote/a.ts': `import { b } from '../../store/hearing/b.ts';` })).toEqual([]);
    expect(wrong({ 'bot/process/events.ts': `import { b } from './vote/b.ts';` })).toEqual([]);
  });

  test.each([
    ['in the same room', 'bot/process/hearing/a.ts', `import { b } from '../vote/b.ts';`],
    ['in another room', 'bot/acts/people/a.ts', `import { b } from '../../store/meeting/b.ts';`],
    ['by a type alone', 'bot/store/frame/a.ts', `import type {\n  B,\n} from '../case/b.ts';`],
    ['by handing it on', 'bot/store/case/a.ts', `export { b } from '../vote/b.ts';`],
  ])('and nothing of what comes after them: %s', (_, path, text) => {
    expect(wrong({ [path]: text })).toEqual([expect.stringContaining(`${path} imports`)]);
  });

  test('are those of the order, and no others', () => {
    expect(wrong({ 'bot/process/misc/a.ts': '' })).toEqual(['bot/process/misc is no area']);
  });

  test('are seen at a glance: no folder holds more than 25 files', () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`tab/src/vote/f${index}.ts`, '']));
    expect(wrong(files(25))).toEqual([]);
    expect(wrong(files(26))).toEqual(['tab/src/vote holds 26 files, 25 is the most']);
  });
});
