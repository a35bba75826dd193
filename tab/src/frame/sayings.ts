import type { Locale, Params, Text } from '../../../bot/i18n/index.ts';
import { listed } from '../../../bot/i18n/listed.ts';
import { away } from './away.ts';
import * as dateField from './dateField.ts';
import * as time from './time.ts';
import type { words as first } from '../words/da.ts';
import type { words as more } from '../words/daMore.ts';

export type Key = keyof typeof first | keyof typeof more;
export type Sentences = Record<Key, string>;

function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

export function wordsIn(locale: Locale, said: Partial<Sentences>) {
  const t = (key: Key, params: Params = {}) => fill(said[key] ?? key, params);
  const number = (value: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return {
    locale,
    t,
    text: (both: Text) => both[locale],
    long: (at: string | Date) => time.long(at, locale),
    short: (at: string | Date) => time.short(at, locale),
    clock: (at: string | Date) => time.hour(at, locale),
    date: (at: string | Date) => time.date(at, locale),
    /** A size as people say it; thousands, as file lists count. What is small is not nothing. */
    bytes: (count: number) => {
      if (count < 1_000) return count === 1 ? '1 byte' : `${count} bytes`;
      return count < 1_000_000 ? `${number(count / 1_000)} kB` : `${number(count / 1_000_000)} MB`;
    },
    /** "2019-08" or a day of it, as far as it is known. */
    since: (at: string) => time.since(at, locale),
    names: (all: string[]) => listed(all, locale),
    wall: (field: string) => dateField.wall(field, locale),
    /** A person and where from; most are registered by role and organisation in one already. */
    who: (name: string, organisation: string | null) =>
      !organisation || name.includes(organisation) ? name : `${name}, ${organisation}`,
    stamp: (at: string) => time.stamp(at, locale),
    away: (at: string | Date, now: Date) => away(at, now, locale),
    /** One or many, the count in `{count}`. */
    plural: (count: number, one: Key, many: Key, params: Params = {}) =>
      t(count === 1 ? one : many, { count, ...params }),
  };
}
/** Everything that is said to one reader, in their language. */
export type Words = ReturnType<typeof wordsIn>;
