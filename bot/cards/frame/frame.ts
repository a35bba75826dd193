import { t, type Locale } from '../../i18n/index.ts';
import { heading, kicker, type Action, type Element } from './build.ts';
import { cardJson } from './once.ts';
import { plain } from './text.ts';

/** What the messenger sends: the card, a line for the notification, and text for those who cannot see cards. */
export interface Message {
  card: object;
  /** The card as JSON, made when its size was measured. */
  json?: string;
  summary: string;
  text: string;
}

/** Who reads it: their language and where the tab shows the same. */
export interface Reader {
  locale: Locale;
  links: { tab: string; heads?: string };
}

export interface Frame {
  locale: Locale;
  /** `POGI-2027-01`; absent where the card is about no single case. */
  ref?: string;
  heading: string;
  body: Element[];
  actions?: Action[];
  refresh?: { action: Action; userIds?: string[] };
  summary: string;
  text: string;
}

export const cardLimit = 25_000;

export function frame({
  locale,
  ref,
  heading: headline,
  body,
  actions,
  refresh,
  summary,
  text,
}: Frame): Message {
  const partnership = t(locale, 'partnership');
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    fallbackText: text,
    msteams: { width: 'Full' },
    ...(refresh && { refresh }),
    body: [kicker(ref ? `${partnership} · ${ref}` : partnership), heading(headline), ...body],
    ...(actions?.length && { actions }),
  };
  return { card, summary, text };
}

/** No letter takes more than three bytes, so most cards need not be counted. */
const fits = (json: string): boolean => json.length * 3 <= cardLimit || Buffer.byteLength(json) <= cardLimit;

/** Teams cuts nothing: what is too large is refused. So build with less room until it fits. */
export function fit(build: (room: number) => Message): Message {
  const rooms = [1, 0.6, 0.35, 0.2];
  for (const room of rooms) {
    const message = build(room);
    const json = cardJson(message.card);
    if (fits(json)) return { ...message, json };
  }
  return build(0.1);
}

/** `indkøbsmål 5` or `nyt indkøbsmål`: our words for what a case is about; its title is typed and stands apart. */
export const subject = (locale: Locale, of: { goalNumber: number | null }): string =>
  of.goalNumber === null
    ? t(locale, 'card.subject.new')
    : t(locale, 'card.subject.goal', { number: of.goalNumber });

export const plainSubject = (locale: Locale, of: { goalNumber: number | null; title: string }): string =>
  `${subject(locale, of)}, ${plain(of.title, 80)}`;
