import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffClauses, type ClauseChange } from '../../../tab/src/draft/diffClauses.ts';
import { diffText } from '../../../tab/src/draft/diffText.ts';
import type { Clause } from '../../../bot/views/case/shapes.ts';

const shown = (before: string, after: string): string =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

describe('what changed in a text is shown word by word', () => {
  test.each([
    ['Højst 30 dage', 'Højst 14 dage', 'Højst -30-+14+ dage'],
    ['Produktet er mærket', 'Produktet er altid mærket', 'Produktet er +altid +mærket'],
    ['Produktet er altid mærket', 'Produktet er mærket', 'Produktet er -altid -mærket'],
    ['', 'Nyt krav', '+Nyt krav+'],
    ['Gammelt krav', '', '-Gammelt krav-'],
    ['Uændret', 'Uændret', 'Uændret'],
  ])('«%s» and «%s»', (before, after, expected) => expect(shown(before, after)).toBe(expected));

  const text = fc
    .array(fc.constantFrom('krav', 'til', 'papir', 'og', '  ', '\n', '30', 'æøå'), { maxLength: 30 })
    .map((words) => words.join(' '));

  test('nothing of either text is lost, whatever was changed', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffText(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    ));

  test('it never marks more than it must: one word put in is one word shown', () =>
    fc.assert(
      fc.property(text, fc.nat(30), (before, at) => {
        const words = before.split(' ');
        const after = words.toSpliced(at % (words.length + 1), 0, 'NYT').join(' ');
        const added = diffText(before, after).filter((piece) => piece.kind === 'added');
        const removed = diffText(before, after).filter((piece) => piece.kind === 'removed');
        expect(added.map((piece) => piece.text).join('')).toContain('NYT');
        expect(added.concat(removed).every((piece) => piece.text.replace('NYT', '').trim() === '')).toBe(
          true,
        );
      }),
    ));

  test('two very long texts are shown one for the other, at once', () => {
    const before = 'krav '.repeat(3_000);
    const after = 'mål '.repeat(3_000);
    const from = performance.now();
    expect(diffText(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
    expect(performance.now() - from).toBeLessThan(500);
  });
});

const clause = (number: string, more: Partial<Clause> = {}): Clause => ({
  number,
  kind: 'requirement',
  heading: `Overskrift ${number}`,
  text: `Tekst ${number}`,
  ...more,
});
const list = (changes: ClauseChange[]): string =>
  changes.map(({ number, change }) => `${number} ${change}`).join(', ');

describe('two versions are laid side by side, clause by clause', () => {
  const [a, b, c] = [clause('5.a'), clause('5.b'), clause('5.c')];

  test.each<[string, Clause[], Clause[], string]>([
    ['the same clauses', [a, b], [a, b], '5.a same, 5.b same'],
    ['a new text', [a], [{ ...a, text: 'Andet' }], '5.a changed'],
    ['a new heading', [a], [{ ...a, heading: 'Andet' }], '5.a changed'],
    ['a requirement made a recommendation', [a], [{ ...a, kind: 'recommendation' }], '5.a changed'],
    ['a clause put in between', [a, c], [a, b, c], '5.a same, 5.b added, 5.c same'],
    ['a clause dropped where it stood', [a, b, c], [a, c], '5.a same, 5.b removed, 5.c same'],
    ['the first dropped', [a, b], [b], '5.a removed, 5.b same'],
    ['two dropped in a row', [a, b, c], [c], '5.a removed, 5.b removed, 5.c same'],
    ['all dropped', [a, b], [], '5.a removed, 5.b removed'],
    ['a new order', [a, b], [b, a], '5.b same, 5.a same'],
    ['a first version', [], [a, b], '5.a added, 5.b added'],
  ])('%s', (_, before, after, expected) => expect(list(diffClauses(before, after))).toBe(expected));

  test('every clause of both versions stands in it exactly once, with its own texts', () => {
    const numbers = fc.uniqueArray(fc.constantFrom('1', '2', '3.a', '3.b', '4', '10.f', '10.g'));
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const before = one.map((number) => clause(number));
        const after = other.map((number) => clause(number, { text: 'Ny' }));
        const changes = diffClauses(before, after);
        expect(changes.map((change) => change.number).toSorted()).toEqual(
          [...new Set([...one, ...other])].toSorted(),
        );
        expect(changes.flatMap((change) => change.after ?? [])).toEqual(after);
        expect(new Set(changes.flatMap((change) => change.before ?? []))).toEqual(new Set(before));
      }),
    );
  });
});
