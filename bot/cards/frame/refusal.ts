import { t, type Locale, type Text } from '../../i18n/index.ts';
import type { About } from '../../process/frame/about.ts';
import { show, type ShownKind } from './actions.ts';
import { box, rich } from './build.ts';
import { fit, frame, type Message } from './frame.ts';
import { keptAll, type Typed } from './kept.ts';
import { line, plain, say, sayPlain } from './text.ts';

export interface Refused {
  message: Text;
  /** The way out, where the message does not already say it. */
  todo?: Text;
  /** What a gate misses, in its own words. */
  unmet?: { message: Text }[];
  typed?: Typed;
  /** Where the click came from: this card takes that one's place, and may not be a dead end. */
  back?: About<ShownKind>;
}

/** Nothing was changed, why, and what to do. */
export function refusalCard(
  { message, todo, unmet = [], typed = {}, back }: Refused,
  locale: Locale,
): Message {
  return fit((room) =>
    frame({
      locale,
      heading: t(locale, 'card.refusal.heading'),
      body: [
        rich(line(message[locale], 600), {}, { spacing: 'medium' }),
        ...unmet.slice(0, Math.ceil(20 * room)).map((one) => rich(`– ${line(one.message[locale], 300)}`)),
        ...(todo ? [box('emphasis', [rich(line(todo[locale], 600))])] : []),
        ...keptAll(locale, typed),
      ],
      actions: back ? [show(t(locale, 'card.back'), back.kind, { id: back.id })] : [],
      summary: sayPlain(locale, 'card.refusal.summary'),
      text: plain(message[locale], 600),
    }),
  );
}

/**
 * Something failed on our side; the number lets the secretariat find it in the log. `unknown`: nobody can say whether
 * what was pressed was kept.
 */
export function apology(requestId: string, locale: Locale = 'da', unknown = false): Message {
  const words = unknown ? 'unknown' : 'apology';
  return frame({
    locale,
    heading: t(locale, `card.${words}.heading`),
    body: [
      rich(t(locale, `card.${words}.said`), {}, { spacing: 'medium' }),
      rich(say(locale, 'card.apology.number', { requestId }), {}, { spacing: 'small' }),
    ],
    summary: t(locale, `card.${words}.heading`),
    text: sayPlain(locale, `card.${words}.plainText`, { requestId }),
  });
}
