import { t, type Locale } from '../../i18n/index.ts';
import { clockTime, longTime } from '../../process/frame/calendar.ts';
import type { SchedulingCardView } from '../../views/scheduling/schedulingCard.ts';
import { execute, openUrl } from '../frame/actions.ts';
import { box, rich, small, title, typed, type Action, type Element } from '../frame/build.ts';
import { choiceInput } from '../frame/inputs.ts';
import { fit, frame, type Message, type Reader } from '../frame/frame.ts';
import { capital, plain, say, sayPlain } from '../frame/text.ts';

type Slot = SchedulingCardView['slots'][number];

const slotText = ({ startsAt, endsAt }: Slot, locale: Locale): string =>
  capital(
    t(locale, 'card.meeting.until', { from: longTime(startsAt, locale), to: clockTime(endsAt, locale) }),
  );

/** What was ticked last time is ticked again: an answer is given whole. */
function ticks(view: SchedulingCardView, locale: Locale): Element {
  const value = view.slots.filter(({ possible }) => possible).map(({ startsAt }) => startsAt.toISOString());
  return choiceInput({
    id: 'slots',
    label: t(locale, 'card.time.slots'),
    many: true,
    expanded: true,
    ...(value.length > 0 && { value: value.join(',') }),
    choices: view.slots.map((slot) => ({
      title: slotText(slot, locale),
      value: slot.startsAt.toISOString(),
    })),
  });
}

function receiptBox(view: SchedulingCardView, locale: Locale): Element[] {
  if (!view.answeredAt) return [];
  const count = view.slots.filter(({ possible }) => possible).length;
  const time = clockTime(view.answeredAt, locale);
  const said =
    count > 0
      ? say(locale, 'card.time.receipt', { time, count, of: view.slots.length })
      : say(locale, 'card.time.receiptNone', { time });
  return [box('good', [rich(said, { bold: true }), rich(t(locale, 'card.time.until'))])];
}

/** Why there is nothing to answer any more. */
function overText({ state, settledAt }: SchedulingCardView, locale: Locale): string | null {
  if (settledAt) return say(locale, 'card.time.settled', { at: settledAt });
  return state === 'dropped' ? t(locale, 'card.time.dropped') : null;
}

/** To those whose calendar cannot be read: tick the times that are possible. Also the receipt, with the way to change it. */
export function findTime(view: SchedulingCardView, { locale, links }: Reader): Message {
  const over = overText(view, locale);
  const at = view.respondBy ?? new Date(0);
  const word = t(locale, view.answeredAt ? 'card.time.again' : 'card.time.answer');
  const data = { schedulingId: view.id };
  const actions: Action[] = over
    ? []
    : [
        execute(word, 'answerPoll', data, { primary: !view.answeredAt, withInputs: true }),
        execute(t(locale, 'card.time.none'), 'answerPoll', { ...data, none: 'true' }),
      ];
  const asked = [rich(say(locale, 'card.time.asked', { at }), {}, { spacing: 'medium' })];
  return fit((room) =>
    frame({
      locale,
      heading: t(locale, 'card.time.heading'),
      body: [
        title(view.title),
        ...(over ? [box('emphasis', [rich(over)])] : [...receiptBox(view, locale), ...asked]),
        small(say(locale, 'card.time.lasts', { minutes: view.minutes })),
        ...typed(view.agenda, Math.ceil(1_500 * room), locale),
        ...(over ? [] : [ticks(view, locale)]),
      ],
      actions: [...actions, openUrl(t(locale, 'card.openTab'), links.tab)],
      summary: view.answeredAt
        ? sayPlain(locale, 'card.time.answered', { title: view.title })
        : t(locale, 'card.time.summary', { title: plain(view.title, 80), at: longTime(at, locale) }),
      text: over ?? sayPlain(locale, 'card.time.plainText', { title: view.title, at }),
    }),
  );
}
