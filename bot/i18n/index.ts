import { da } from './da/index.ts';
import { en } from './en/index.ts';

export type Locale = 'da' | 'en';
/** One sentence in every language we speak. */
export type Text = Record<Locale, string>;
export type Key = keyof typeof da;
export type Params = Record<string, string | number>;

const languages: Record<Locale, Record<string, string>> = { da, en };
/** A sentence cut at its holes: words, name, words, name, words. Cut once; sentences are said all the time. */
const cut: Record<Locale, Map<string, string[]>> = { da: new Map(), en: new Map() };

function cutOf(locale: Locale, key: Key): string[] {
  const known = cut[locale].get(key);
  if (known) return known;
  const sentence = languages[locale][key];
  if (sentence === undefined) throw new Error(`i18n: no sentence ${key}`);
  const parts = sentence.split(/\{(\w+)\}/);
  cut[locale].set(key, parts);
  return parts;
}

export const isKey = (key: string): key is Key => key in da;

/** The sentence for a key; `{name}` is filled from params. Throws on a missing param: a hole in a sentence is a bug. */
export function t(locale: Locale, key: Key, params: Params = {}): string {
  const [first, ...rest] = cutOf(locale, key);
  let said = first!;
  for (let index = 0; index < rest.length; index += 2) {
    const value = params[rest[index]!];
    if (value === undefined) throw new Error(`i18n: ${key} needs {${rest[index]}}`);
    said += String(value) + rest[index + 1];
  }
  return said;
}

/** The same sentence in both languages. A param may itself be a Text (a date, a label). */
export function both(key: Key, params: Record<string, string | number | Text> = {}): Text {
  const pick = (locale: Locale): Params =>
    Object.fromEntries(Object.entries(params).map(([k, v]) => [k, typeof v === 'object' ? v[locale] : v]));
  return { da: t('da', key, pick('da')), en: t('en', key, pick('en')) };
}

/** Several texts as one, language by language. */
export const joined = (texts: Text[], separator: string): Text => ({
  da: texts.map((one) => one.da).join(separator),
  en: texts.map((one) => one.en).join(separator),
});

/** Danish unless the person or the client clearly asks for English. */
export function localeOf(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'da';
}
