import { describe, expect, test } from '@jest/globals';
import { clean, line, paragraphs, plain } from '../../../bot/cards/frame/text.ts';

describe('text that people typed', () => {
  test('loses marks that reorder the words around it, and keeps Hebrew and Arabic readable inside their own isolate', () => {
    expect(line('a\u202Eb\u2067c')).toBe('abc');
    expect(line('Odense שלום')).toBe('\u2068Odense שלום\u2069');
  });

  test('is cut between letters, never inside one', () => {
    expect(line('👩‍👩‍👧‍👦'.repeat(3), 1)).toBe('…');
    expect(line('👩‍👩‍👧‍👦'.repeat(30), 20)).toBe('👩‍👩‍👧‍👦…');
    expect(line('æøå', 2)).toBe('æø…');
    expect(line('æøå', 3)).toBe('æøå');
  });

  test('cannot pile marks over the lines beside it', () => {
    expect(line(`e${'\u0301'.repeat(500)}!`)).toBe('e!');
  });

  test('keeps its paragraphs, and the rest is said to be in the tab', () => {
    expect(paragraphs('Et\n\nTo\nTre', 100, 'da')).toEqual(['Et', 'To', 'Tre']);
    expect(paragraphs('Et\n\nTo', 4, 'da')).toEqual(['Et… (læs resten i fanen)']);
    expect(paragraphs('', 100, 'da')).toEqual([]);
    expect(paragraphs('x\n'.repeat(500), 10_000, 'en')).toHaveLength(16);
  });

  test('cannot call functions of the host', () => {
    expect(clean('{{DATE(2017-02-14T06:08:39Z)}}')).not.toContain('{{');
  });

  test('is plain where a host may read Markdown, HTML or mentions', () => {
    expect(plain('<at>Alle</at> **fed** [a](b) `c` _d_ & e')).toBe(
      '‹at›Alle‹/at› ∗∗fed∗∗ (a)(b) ´c´ ˍdˍ ＆ e',
    );
    expect(plain('Sæbe\n# og papir')).toBe('Sæbe # og papir');
  });
});
