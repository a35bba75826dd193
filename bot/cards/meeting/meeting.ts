import { t, type Locale } from '../../i18n/index.ts';
import { clockTime, longTime } from '../../process/frame/calendar.ts';
import type { MeetingCardView } from '../../views/meeting/meetingCard.ts';
import { openUrl } from '../frame/actions.ts';
import { fact, facts, rich, subheading, title, typed, type Action, type Element } from '../frame/build.ts';
import { fit, frame, type Message, type Reader } from '../frame/frame.ts';
import { capital, sayPlain } from '../frame/text.ts';

export type MeetingNews = 'called' | 'changed' | 'cancelled';

const section = (head: string, text: string, most: number, locale: Locale): Element[] =>
  text ? [subheading(head), ...typed(text, most, locale)] : [];

/** What the reader does next, or that there is nothing to do. */
function next({ joinUrl, inCalendar }: MeetingCardView, news: MeetingNews, locale: Locale): Element[] {
  if (news === 'cancelled') return [rich(t(locale, 'card.meeting.noMore'), {}, { spacing: 'medium' })];
  if (inCalendar) return [rich(t(locale, 'card.meeting.inCalendar'), {}, { spacing: 'medium' })];
  return joinUrl ? [] : [rich(t(locale, 'card.meeting.noLink'), {}, { spacing: 'medium' })];
}

/** Called, moved or cancelled: when, what about, and the way in. */
export function meetingNews(view: MeetingCardView, news: MeetingNews, { locale, links }: Reader): Message {
  const { startsAt, endsAt, joinUrl } = view;
  const from = capital(longTime(startsAt, locale));
  const when = t(locale, 'card.meeting.until', { from, to: clockTime(endsAt, locale) });
  const cancelled = news === 'cancelled';
  const join: Action[] =
    joinUrl && !cancelled ? [openUrl(t(locale, 'card.meeting.join'), joinUrl, { primary: true })] : [];
  const summary = sayPlain(locale, `card.meeting.summary.${news}`, { title: view.title, at: startsAt });
  return fit((room) =>
    frame({
      locale,
      heading: t(locale, `card.meeting.${news}`),
      body: [
        title(view.title),
        facts([fact(t(locale, 'card.meeting.when'), when, { bold: true })]),
        ...(cancelled
          ? section(t(locale, 'card.meeting.reason'), view.cancelReason, Math.ceil(2_000 * room), locale)
          : section(t(locale, 'card.meeting.agenda'), view.agenda, Math.ceil(4_000 * room), locale)),
        ...next(view, news, locale),
      ],
      actions: [...join, openUrl(t(locale, 'card.openTab'), links.tab)],
      summary,
      text: summary,
    }),
  );
}
