import { t, type Locale } from '../../i18n/index.ts';
import { listed } from '../../i18n/listed.ts';
import { openUrl } from '../frame/actions.ts';
import { rich, type Element } from '../frame/build.ts';
import { frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { line, plain, say, sayPlain } from '../frame/text.ts';

/** Names of members, by what nobody who is there can do for them. */
export interface Vacancies {
  /** Of this hearing those who have not answered, and nobody else. */
  hearing: { ref: string; goalNumber: number | null; title: string; deadline: string } | null;
  answerers: string[];
  representatives: string[];
}

/** More than this nobody reads on a card; the rest stands where it is put right. */
const most = 20;
const inALine = (names: string[], locale: Locale, clean: (name: string) => string): string =>
  listed(
    names.map((name) => clean(name)),
    locale,
    most,
  );

type Lack = 'card.vacant.answerers' | 'card.vacant.representatives';

function said(key: Lack, names: string[], { locale }: Reader): Element[] {
  if (names.length === 0) return [];
  return [
    rich(t(locale, key), {}, { spacing: 'medium' }),
    rich(inALine(names, locale, line), { bold: true }, { spacing: 'small' }),
  ];
}

/** The same for a mail and for whoever sees no card. */
const saidPlain = (key: Lack, names: string[], locale: Locale): string[] =>
  names.length === 0 ? [] : [`${t(locale, key)} ${inALine(names, locale, plain)}`];

/** To the secretariat, which alone can put it right: whoever else would be asked is not there. */
export function placeVacant({ hearing, answerers, representatives }: Vacancies, to: Reader): Message {
  const { locale, links } = to;
  const about = hearing && { subject: plainSubject(locale, hearing), at: new Date(hearing.deadline) };
  const count = new Set([...answerers, ...representatives]).size;
  const summary = about
    ? sayPlain(locale, 'card.vacant.inHearing', { count, ...about })
    : sayPlain(locale, 'card.vacant.summary', { count });
  return frame({
    locale,
    ...(hearing && { ref: hearing.ref }),
    heading: t(locale, 'card.vacant.heading'),
    body: [
      ...(about
        ? [rich(say(locale, 'card.vacant.inHearing', { count, ...about }), {}, { spacing: 'medium' })]
        : []),
      ...said('card.vacant.answerers', answerers, to),
      ...said('card.vacant.representatives', representatives, to),
      rich(t(locale, 'card.vacant.todo'), {}, { spacing: 'medium' }),
    ],
    actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
    summary,
    text: [
      summary,
      ...saidPlain('card.vacant.answerers', answerers, locale),
      ...saidPlain('card.vacant.representatives', representatives, locale),
      t(locale, 'card.vacant.todo'),
    ].join(' – '),
  });
}

/** In its place, when nobody is lacking any more, or the hearing that waited for them is over. */
export function placesFilled(
  { over, inHearing }: { over: boolean; inHearing: boolean },
  { locale, links }: Reader,
): Message {
  const key = over ? 'card.vacant.over' : inHearing ? 'card.vacant.filledInHearing' : 'card.vacant.filled';
  return frame({
    locale,
    heading: t(locale, 'card.vacant.settled'),
    body: [rich(t(locale, key), {}, { spacing: 'medium' })],
    actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
    summary: t(locale, key),
    text: t(locale, key),
  });
}
