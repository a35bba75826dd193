import { createContext, useContext } from 'react';
import type { Locale, Params, Text } from '../../bot/i18n/index.ts';
import type { words as danish } from './words/da.ts';
import * as time from './time.ts';

export type { Locale, Text };
export type Key = keyof typeof danish;

/** One language is fetched, and of it only what the tab says: cards and mails have words of their own. */
const languages: Record<Locale, () => Promise<{ words: Record<Key, string> }>> = {
  da: () => import('./words/da.ts'),
  en: () => import('./words/en.ts'),
};

export const localeOf = (tag: string | null | undefined): Locale =>
  tag?.toLowerCase().startsWith('en') ? 'en' : 'da';

function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

function wordsIn(locale: Locale, said: Record<Key, string>) {
  const t = (key: Key, params: Params = {}) => fill(said[key], params);
  return {
    locale,
    t,
    text: (both: Text) => both[locale],
    long: (at: string | Date) => time.long(at, locale),
    short: (at: string | Date) => time.short(at, locale),
    date: (at: string | Date) => time.date(at, locale),
    wall: (field: string) => time.wall(field, locale),
    /** A person and where from; most are registered by role and organisation in one already. */
    who: (name: string, organisation: string | null) =>
      !organisation || name.includes(organisation) ? name : `${name}, ${organisation}`,
    stamp: (at: string) => time.stamp(at, locale),
    away: (at: string | Date, now: Date) => time.away(at, now, locale),
    /** One or many, the count in `{count}`. */
    plural: (count: number, one: Key, many: Key, params: Params = {}) =>
      t(count === 1 ? one : many, { count, ...params }),
  };
}
/** Everything that is said to one reader, in their language. */
export type Words = ReturnType<typeof wordsIn>;

let current: Words | null = null;

export async function loadWords(locale: Locale): Promise<Words> {
  current = wordsIn(locale, (await languages[locale]()).words);
  document.documentElement.lang = locale;
  return current;
}

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words around this');
  return words;
}

/** A sentence of our own where the server would have sent one in both languages. */
export function ownText(key: Key, params?: Params): Text {
  const sentence = current?.t(key, params) ?? key;
  return { da: sentence, en: sentence };
}
