import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escaped, escapedLines } from '../../../bot/i18n/html.ts';

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** As a browser reads it back. */
const read = (html: string): string => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => signs[name]!);

const text = fc.string({ unit: fc.constantFrom(...'&<>"\'; #ab\n', '&lt;', '<script>', 'æ') });

test('whatever is typed stands in a page or a mail as it was typed, and neither ends nor begins anything there', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const html = escaped(typed);
      expect(html).not.toMatch(/[<>"']/);
      expect(read(html)).toBe(typed);
    }),
  );
});

test('a line that was ended is ended there too', () => {
  expect(escapedLines('<b>\nto')).toBe('&lt;b&gt;<br>to');
});
