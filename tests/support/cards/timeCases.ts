import * as cards from '../../../bot/cards/index.ts';
import type { Message, MeetingNews } from '../../../bot/cards/index.ts';
import type { Locale } from '../../../bot/i18n/index.ts';
import type { MeetingCardView } from '../../../bot/views/meeting/meetingCard.ts';
import type { SchedulingCardView } from '../../../bot/views/scheduling/schedulingCard.ts';
import { idOf, type Typed } from '../views/views.ts';

const slot = (day: string, possible: boolean | null = null) => ({
  startsAt: new Date(`${day}T11:00:00Z`),
  endsAt: new Date(`${day}T13:00:00Z`),
  possible,
});

const asked = (typed: Typed, more: Partial<SchedulingCardView> = {}): SchedulingCardView => ({
  id: idOf('scheduling'),
  title: typed('Styregruppemøde, forår 2027'),
  agenda: typed('Velkomst og valg af referent.'),
  minutes: 120,
  state: 'polling',
  respondBy: new Date('2027-01-20T11:00:00Z'),
  slots: [slot('2027-02-02'), slot('2027-02-03')],
  answeredAt: null,
  settledAt: null,
  ...more,
});

const called = (typed: Typed, more: Partial<MeetingCardView> = {}): MeetingCardView => ({
  id: idOf('meeting'),
  title: typed('Styregruppemøde, forår 2027'),
  agenda: typed('Velkomst og valg af referent.'),
  startsAt: new Date('2027-02-02T11:00:00Z'),
  endsAt: new Date('2027-02-02T13:00:00Z'),
  joinUrl: 'https://teams.example/meet',
  inCalendar: true,
  cancelled: false,
  cancelReason: '',
  ...more,
});

/** The cards about finding a time, and about meetings. */
export function timeCases(typed: Typed, locale: Locale): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' } };
  const answeredAt = new Date('2027-01-12T08:30:00Z');
  const some = [slot('2027-02-02', true), slot('2027-02-03', false)];
  const none = some.map((one) => ({ ...one, possible: false }));
  const news = (what: MeetingNews, more: Partial<MeetingCardView> = {}) =>
    cards.meetingNews(called(typed, more), what, to);
  return {
    'find a time': cards.findTime(asked(typed), to),
    'find a time, answered': cards.findTime(asked(typed, { answeredAt, slots: some }), to),
    'find a time, none suits': cards.findTime(asked(typed, { answeredAt, slots: none }), to),
    'find a time, settled': cards.findTime(
      asked(typed, { state: 'settled', settledAt: new Date('2027-02-02T11:00:00Z') }),
      to,
    ),
    'find a time, given up': cards.findTime(asked(typed, { state: 'dropped' }), to),
    'called to a meeting': news('called'),
    'called to a meeting, no calendar': news('called', { inCalendar: false, joinUrl: null, agenda: '' }),
    'meeting changed': news('changed'),
    'meeting cancelled': news('cancelled', {
      cancelled: true,
      cancelReason: typed('Udbuddet er udskudt til efteråret.'),
    }),
  };
}
