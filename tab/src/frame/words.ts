import { createContext, lazy, useContext, type ComponentType } from 'react';
import type { Locale, Params, Text } from '../../../bot/i18n/index.ts';
import { wordsIn, type Key, type Sentences, type Words } from './sayings.ts';

export type { Key, Locale, Text, Words };

/**
 * One language is fetched, and of it only what the tab says: cards and mails have words of their own. What the first
 * page says comes first, the rest with the first of the other pages.
 */
const languages: Record<Locale, Record<'first' | 'more', () => Promise<{ words: Partial<Sentences> }>>> = {
  da: { first: () => import('../words/da.ts'), more: () => import('../words/daMore.ts') },
  en: { first: () => import('../words/en.ts'), more: () => import('../words/enMore.ts') },
};

export const localeOf = (tag: string | null | undefined): Locale =>
  tag?.toLowerCase().startsWith('en') ? 'en' : 'da';

let current: Words | null = null;
let said: Partial<Sentences> = {};

export async function loadWords(locale: Locale): Promise<Words> {
  said = { ...(await languages[locale].first()).words };
  current = wordsIn(locale, said);
  document.documentElement.lang = locale;
  return current;
}

/** The rest of the language that is spoken. */
export async function moreWords(): Promise<void> {
  const speaking = said;
  if (current) Object.assign(speaking, (await languages[current.locale].more()).words);
}

/** Part of the tab that is fetched when it is gone to, together with what it says. */
export const later = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(async () => (await Promise.all([load(), moreWords()]))[0]);

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
