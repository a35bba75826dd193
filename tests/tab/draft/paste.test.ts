import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clausesIn } from '../../../tab/src/draft/paste.ts';
import { cells } from '../../../tab/src/hearing/comments/sheetCells.ts';

const clause = (number: string, heading: string, text = '', kind = 'requirement') => ({
  number,
  kind,
  heading,
  text,
});

describe('a table pasted from Word or Excel becomes clauses', () => {
  test.each([
    ['number, heading, text', '5.a\tSæbe\tUden parfume', [clause('5.a', 'Sæbe', 'Uden parfume')]],
    ['the kind in words', '5.a\tkrav\tSæbe\tUden parfume', [clause('5.a', 'Sæbe', 'Uden parfume')]],
    [
      'a recommendation',
      '5.b\tAnbefaling\tPapir\tHvidt',
      [clause('5.b', 'Papir', 'Hvidt', 'recommendation')],
    ],
    [
      'the kind in English',
      '5.b\trecommendation\tPapir\tHvidt',
      [clause('5.b', 'Papir', 'Hvidt', 'recommendation')],
    ],
    [
      'the kind as a letter, anywhere',
      '5.b\tPapir\tHvidt\tA',
      [clause('5.b', 'Papir', 'Hvidt', 'recommendation')],
    ],
    ['more columns than four', '5.a\tSæbe\tFørst\tSå', [clause('5.a', 'Sæbe', 'Først\nSå')]],
    ['no heading, only a long text', `5.a\t${'x'.repeat(81)}`, [clause('5.a', '', 'x'.repeat(81))]],
    ['a short second column is the heading', '5.a\tSæbe', [clause('5.a', 'Sæbe')]],
  ])('%s', (_, pasted, expected) => expect(clausesIn(pasted)).toEqual(expected));

  test('rows end as Windows ends them, and empty rows are no clauses', () =>
    expect(clausesIn('5.a\tSæbe\tEt\r\n\t\t\r\n5.b\tPapir\tTo\r\n')).toEqual([
      clause('5.a', 'Sæbe', 'Et'),
      clause('5.b', 'Papir', 'To'),
    ]));

  test('a line break or a tab inside a quoted cell belongs to its text', () =>
    expect(clausesIn('5.a\tSæbe\t"Først\nså\tog ""altid"""\n5.b\tPapir\tTo')).toEqual([
      clause('5.a', 'Sæbe', 'Først\nså\tog "altid"'),
      clause('5.b', 'Papir', 'To'),
    ]));

  test('a quotation mark inside a text begins nothing', () =>
    expect(clausesIn('5.a\tSæbe 5" flaske\tUden "parfume"')).toEqual([
      clause('5.a', 'Sæbe 5" flaske', 'Uden "parfume"'),
    ]));

  const cell = fc.stringMatching(/^[a-zæøå"\n\t 0-9]{0,12}$/).map((text) => text.trim());
  const row = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((one) => one.some((text) => text !== ''));

  test('every cell is read as the sheet wrote it', () =>
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const written = (text: string) => (/["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        expect(cells(rows.map((one) => one.map(written).join('\t')).join('\r\n'))).toEqual(rows);
      }),
    ));
});

describe('lines of text become clauses', () => {
  test('a number at the start of a line begins one; the lines under it are its text', () =>
    expect(clausesIn('10.f Sæbe\nUden parfume\n\n  og farve\n10.g. Papir\nHvidt')).toEqual([
      clause('10.f', 'Sæbe', 'Uden parfume\nog farve'),
      clause('10.g', 'Papir', 'Hvidt'),
    ]));

  test.each([
    ['1 Et\n2 To', ['1', '2']],
    ['1.1 Et\n1.2 To', ['1.1', '1.2']],
    ['10.æ Et\n10.ø To', ['10.æ', '10.ø']],
    ['1. Et\n2. To', ['1', '2']],
    ['Forord\n5.a Et\n5.b To', ['5.a', '5.b']],
  ])('the numbers of %j', (pasted, numbers) =>
    expect(clausesIn(pasted).map(({ number }) => number)).toEqual(numbers),
  );

  test.each([
    ['a sentence', 'Produktet er uden parfume.'],
    ['a sentence over two lines', 'Produktet er\nuden parfume.'],
    ['one numbered line, as a text may have', 'Kravet gælder\n14 dage efter levering'],
    ['a single numbered line', '5.a Sæbe'],
    ['nothing', ''],
  ])('%s is text for the field it is pasted into', (_, pasted) => expect(clausesIn(pasted)).toEqual([]));
});
