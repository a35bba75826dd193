import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageScript } from '../help.ts';

let markdown: (text: string) => string;
beforeAll(async () => {
  ({ markdown } = await pageScript<{ markdown: typeof markdown }>('chat/markdown.js'));
});

describe('what Teams shows of Markdown in a card is shown here', () => {
  test.each([
    ['plain', '<p>plain</p>'],
    ['**fed** tekst', '<p><strong>fed</strong> tekst</p>'],
    ['_kursiv_ tekst', '<p><em>kursiv</em> tekst</p>'],
    [
      '**_begge_** og _**begge**_',
      '<p><strong><em>begge</em></strong> og <em><strong>begge</strong></em></p>',
    ],
    ['**a _b** c_', '<p><strong>a _b</strong> c_</p>'],
    ['linje\nlinje', '<p>linje<br>linje</p>'],
    ['et\n\nto', '<div><p>et</p><p>to</p></div>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['- a\nikke en liste', '<p>- a<br>ikke en liste</p>'],
    ['snake_case_navn', '<p>snake_case_navn</p>'],
    ['gade_på_ø', '<p>gade_på_ø</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['', '<p></p>'],
  ])('%j', (text, html) => {
    expect(markdown(text)).toBe(html);
  });

  test('a link opens a window that knows nothing of this one', () => {
    expect(markdown('se [siden](https://pogi.example/a?b=1&c=2)')).toBe(
      '<p>se <a href="https://pogi.example/a?b=1&amp;c=2" target="_blank" rel="noopener">siden</a></p>',
    );
  });

  test.each([
    ['[a](https://x/_b_)', 'https://x/_b_'],
    ['[a](https://x/**b**)', 'https://x/**b**'],
    ['[a](https://x/a_b) og _c_', 'https://x/a_b'],
    ['[a](https://x) b_', 'https://x'],
    ['_a [b](https://x) c_', 'https://x'],
  ])('an address is never changed by what stands in or around it: %s', (text, address) => {
    expect(markdown(text)).toContain(`<a href="${address}" target="_blank" rel="noopener">`);
  });
});

describe('what would do harm is shown as the text it is', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '**<b onclick=alert(1)>**',
    '_<i>_',
    '- <li onmouseover=alert(1)>',
    '&lt;script&gt;',
    '<at>alle</at>',
    '<!-- -->',
    '\'"><svg/onload=alert(1)>',
  ])('%s', (text) => {
    const html = markdown(text);
    const own = html.replace(/<\/?(p|strong|em|ul|li|br)>/g, '');
    expect(own).not.toMatch(/[<>"']/);
    expect(html).not.toMatch(/<(script|img|b|i|svg|at|!)/i);
  });

  test.each([
    '[klik](javascript:alert(1))',
    '[klik](JAVASCRIPT:alert(1))',
    '[klik](data:text/html,<script>alert(1)</script>)',
    '[klik](vbscript:x)',
    '[klik](//elsewhere.example)',
    '[klik](/api/acts/castBallot)',
    '[klik]( https://x)',
    '[klik](ftp://x)',
  ])('%s is no link', (text) => {
    expect(markdown(text)).not.toContain('<a');
  });

  test.each([
    ['[a](https://x"onmouseover="alert(1))', '&quot;'],
    ["[a](https://x'onmouseover='alert(1))", '&#39;'],
    ['[a](https://x><script>alert(1)</script>)', '&gt;'],
    ['["><img src=x>](https://x)', '&quot;&gt;&lt;img'],
  ])('nothing gets out of a link’s address or name: %s', (text, escaped) => {
    const html = markdown(text);
    expect(html).toContain(escaped);
    expect(html.match(/<[^>]*>/g)!.filter((tag) => tag.startsWith('<a'))).toHaveLength(1);
    expect(html).not.toMatch(/<(script|img)|"on|'on/);
  });
});

/** Pieces that mean something to Markdown or to HTML, in any order. */
const signs = '** * _ [ ] ( ) < > " \' & \\ ` - 1. ord æ &lt; <script> </strong>'.split(' ');
const longer = [
  '](https://x',
  '](javascript:',
  'https://a.b/_c_',
  'target="_blank"',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  ' ',
];
const piece = fc.constantFrom(...signs, ...longer);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const allowed =
  /^<(?:\/?(?:p|strong|em|ul|ol|li|div)|br|\/a|a href="https?:\/\/[^"<>']*" target="_blank" rel="noopener")>$/;

/** The tags in their order; fails when one closes what is not open. */
function unclosed(tags: string[]): string[] {
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^<\/?(\w+)/.exec(tag)?.[1] ?? '';
    if (name === 'br') continue;
    if (!tag.startsWith('</')) open.push(name);
    else if (open.pop() !== name) return [`${tag} closes nothing`];
  }
  return open;
}

describe('whatever is written', () => {
  test('only the tags of this page come out, each closed where it should be', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tags = markdown(text).match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) expect(tag).toMatch(allowed);
        expect(unclosed(tags)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('every letter of it is still there', () => {
    const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
    const words = fc.array(fc.constantFrom('ord', '**', '_', ' ', '\n', '<', '&', '"'), { maxLength: 20 });
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join('');
        const shown = markdown(text)
          .replace(/<[^>]*>/g, '')
          .replace(/&(amp|lt|gt|quot|#39);/g, '');
        expect(letters(shown)).toBe(letters(text));
      }),
    );
  });
});
