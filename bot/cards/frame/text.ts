import { LRUCache } from 'lru-cache';
import { t, type Key, type Locale } from '../../i18n/index.ts';
import { listed } from '../../i18n/listed.ts';
import { longTime } from '../../process/frame/calendar.ts';

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' });
/** Embeddings, overrides and isolates: typed text may not reorder the words around it. */
const reordering = /[\u202A-\u202E\u2066-\u2069]/g;
const invisible = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFEFF\uFFF9-\uFFFB]/g;
const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** Longer than any real emoji: a letter buried in combining marks would cover the lines beside it. */
const longestGrapheme = 32;

/** Typed text made safe to stand in a TextRun: no control marks, no host functions, newlines as \n. */
export function clean(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(reordering, '')
    .replace(invisible, '')
    .replace(/\{\{(?=\s*(DATE|TIME)\s*\()/gi, '{\u2060{')
    .trim();
}

const weight = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** Letters and signs that are one code unit each and combine with nothing: most of what is typed in Danish. */
const simple = /^[\n\u0020-\u024F]*$/;

/** The longest beginning of whole graphemes within `max` of them and `bytes` of JSON; and whether it is all. */
function beginning(value: string, max: number, bytes: number): { text: string; whole: boolean } {
  const fits = value.length <= max && simple.test(value) && weight(value) <= bytes;
  if (fits) return { text: value, whole: true };
  let text = '';
  let count = 0;
  let used = 0;
  for (const { segment } of graphemes.segment(value)) {
    const grapheme =
      segment.length > longestGrapheme ? String.fromCodePoint(segment.codePointAt(0)!) : segment;
    used += weight(grapheme);
    if (++count > max || used > bytes) return { text: text.trimEnd(), whole: false };
    text += grapheme;
  }
  return { text, whole: true };
}

const isolate = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

function lineOf(value: string, max: number): string {
  const cut = beginning(clean(value).replace(/\s+/g, ' '), max, max * 2);
  return isolate(cut.text) + (cut.whole ? '' : '…');
}

/** Titles and names stand in every card of a case; what is longer than this is made anew each time. */
const longestKept = 300;
const lines = new LRUCache<string, string>({ max: 2_000 });

/** One line of typed text: a name, a title, an excerpt. */
export function line(value: string, max = 120): string {
  if (value.length > longestKept) return lineOf(value, max);
  const key = `${max} ${value}`;
  const known = lines.get(key);
  if (known !== undefined) return known;
  const made = lineOf(value, max);
  lines.set(key, made);
  return made;
}

/** Typed text as paragraphs; what does not fit is said to be in the tab. */
export function paragraphs(value: string, max: number, locale: Locale): string[] {
  const cut = beginning(clean(value), max, max * 2);
  const lines = cut.text.split(/\n+/).filter((one) => one.trim());
  const shown = lines.length > 16 ? [...lines.slice(0, 15), lines.slice(15).join(' ')] : lines;
  const safe = shown.map(isolate);
  if (!cut.whole) safe.push(`${safe.pop() ?? ''}${t(locale, 'card.cut')}`);
  return safe;
}

/**
 * Typed text for places that hosts may read as Markdown or HTML (notification, fallback text, choice):
 * the marks are replaced by look-alikes, because an escape would be shown by hosts that read neither.
 */
export function plain(value: string, max = 120): string {
  const alike: Record<string, string> = {
    '<': '‹',
    '>': '›',
    '[': '(',
    ']': ')',
    '*': '∗',
    _: 'ˍ',
    '~': '∼',
    '`': '´',
    '\\': '∖',
    '|': '¦',
    '&': '＆',
  };
  return line(value, max).replace(/[<>[\]*_~`\\|&]/g, (mark) => alike[mark]!);
}

export type Said = Record<string, string | number | Date>;

const spoken = (locale: Locale, params: Said, typed: (text: string) => string) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (value instanceof Date) return [name, longTime(value, locale)];
      return [name, typeof value === 'string' ? typed(value) : value];
    }),
  );

/** A sentence of ours for a TextRun; typed params are cleaned, times are said in full. */
export const say = (locale: Locale, key: Key, params: Said = {}): string =>
  t(
    locale,
    key,
    spoken(locale, params, (text) => line(text)),
  );

/** The same for summary and fallback text. */
export const sayPlain = (locale: Locale, key: Key, params: Said = {}): string =>
  t(
    locale,
    key,
    spoken(locale, params, (text) => plain(text)),
  );

/** Names of others, as many as a line bears. */
export const namesOf = (others: { name: string }[], locale: Locale, most = 10): string =>
  listed(
    others.map(({ name }) => line(name, 60)),
    locale,
    most,
  );

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
