import type { Locale } from './index.ts';

const and: Record<Locale, Intl.ListFormat> = {
  da: new Intl.ListFormat('da-DK', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** "Odense Kommune, UCN og Region Midtjylland"; of more than a line bears the first, and that there are more. */
export const listed = (names: readonly string[], locale: Locale, most = Infinity): string =>
  names.length > most ? `${names.slice(0, most).join(', ')}, …` : and[locale].format(names);
