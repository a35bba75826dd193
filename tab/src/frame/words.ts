import { createContext, useContext } from 'react';
import type { Locale, Params, Text } from '../../../bot/i18n/index.ts';
import { wordsIn, type Key, type Words } from './sayings.ts';

export type { Key, Locale, Text, Words };

/** One language is fetched, and of it only what the tab says: cards and mails have words of their own. */
const languages: Record<Locale, () => Promise<{ words: Record<Key, string> }>> = {
  da: () => import('../words/da.ts'),
  en: () => import('../words/en.ts'),
};

export const localeOf = (tag: string | null | undefined): Locale =>
  tag?.toLowerCase().startsWith('en') ? 'en' : 'da';

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
