import { notToCome } from '../../../bot/process/meeting/meeting.ts';
import { canBeHeld } from '../../../bot/process/meeting/session.ts';
import { both } from '../../../bot/i18n/index.ts';
import type { CalendarView, MeetingView, SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { idOf, type Typed } from '../../support/views/views.ts';
import { verdicts, type Role } from './readers.ts';

const asIs: Typed = (text) => text;

export const seats = (typed: Typed): VoteView['turnout'] => [
  { organisationId: idOf('odense'), organisationName: typed('Odense Kommune'), cast: false, present: false },
  { organisationId: idOf('aarhus'), organisationName: typed('Aarhus Kommune'), cast: true, present: true },
];

/** What the rules make of a meeting, at the time that these pages are shown. */
export function ruled(meeting: MeetingView): MeetingView {
  const now = new Date('2026-12-01T09:00:00Z');
  const { cancelledAt, inSession } = meeting;
  const meant = { endsAt: new Date(meeting.endsAt), cancelledAt: cancelledAt ? new Date(cancelledAt) : null };
  const held = !cancelledAt && (inSession || canBeHeld(meant, now));
  return { ...meeting, toCome: notToCome(meant, now) === null, canBeHeld: held };
}

export const meetingView = (role: Role, typed: Typed = asIs, more: Partial<MeetingView> = {}): MeetingView =>
  ruled({
    id: idOf('meeting'),
    kind: 'steeringGroup',
    season: 'spring',
    revisionId: null,
    agenda: typed('1. Velkomst'),
    title: typed('Styregruppemøde, forår 2027'),
    startsAt: '2027-05-06T11:00:00Z',
    endsAt: '2027-05-06T13:00:00Z',
    joinUrl: 'https://teams.example/mode',
    cancelledAt: null,
    cancelReason: null,
    calendar: { state: 'done', reason: null, at: null },
    chat: { state: 'none', reason: null, at: null },
    answers: { accepted: 1, tentative: 0, declined: 0, none: 1, asOf: '2026-12-01T09:00:00Z' },
    attendees:
      role === 'secretariat'
        ? [
            {
              personId: idOf('repr'),
              name: typed('Indkøbschef'),
              organisationName: typed('Odense Kommune'),
              response: 'accepted',
            },
          ]
        : [],
    linked: false,
    inSession: true,
    over: false,
    toCome: true,
    canBeHeld: true,
    presence: seats(typed).map(({ cast: _, ...seat }) => seat),
    allowed: verdicts(
      role,
      'openSession',
      'endSession',
      'linkMeeting',
      'markPresent',
      'changeMeeting',
      'cancelMeeting',
      'retryMeeting',
      'refreshAnswers',
    ),
    ...more,
  });

export const waiting = { state: 'waiting', reason: null, at: null } as const;
const failed = (reason: 'meeting.failure.eventGone' | 'meeting.failure.chatRefused') =>
  ({ state: 'failed', reason: both(reason), at: '2026-12-01T09:00:00Z' }) as const;
/** Neither the calendar nor the chat got there. */
export const failedCall: Partial<MeetingView> = {
  calendar: failed('meeting.failure.eventGone'),
  chat: failed('meeting.failure.chatRefused'),
  inSession: false,
  over: false,
};

type Invitee = SchedulingView['invitees'][number];
type Time = SchedulingView['times'][number];

const inviteeOf = (typed: Typed, organisation: string, more: Partial<Invitee> = {}): Invitee => ({
  personId: idOf(`asked-${organisation}`),
  name: typed(`Indkøbschef, ${organisation}`),
  organisationName: typed(organisation),
  chair: false,
  readable: true,
  why: null,
  answeredAt: null,
  ...more,
});

/** One whose calendar is read and who is in the chair, one from elsewhere who has answered, one who has not. */
export const invitees = (typed: Typed = asIs): Invitee[] => [
  inviteeOf(typed, 'Aarhus Kommune', { chair: true }),
  inviteeOf(typed, 'Region Sjælland', {
    readable: false,
    why: both('scheduling.unreadable.elsewhere'),
    answeredAt: '2026-11-30T09:00:00Z',
  }),
  inviteeOf(typed, 'HOFOR', { readable: false, why: both('scheduling.unreadable.elsewhere') }),
];

export const timeOf = (day: string, standing: Time['standing'], chairsMissing = 0): Time => {
  const having = (one: string): number => standing.filter((stands) => stands === one).length;
  return {
    startsAt: `${day}T09:00:00Z`,
    endsAt: `${day}T11:00:00Z`,
    counts: {
      can: having('can'),
      maybe: having('maybe'),
      cannot: having('cannot'),
      unknown: having('unknown'),
    },
    chairsMissing,
    standing,
  };
};

/** A search in the middle of its poll, as the server gives it to this reader. */
export function searchView(
  role: Role,
  typed: Typed = asIs,
  more: Partial<SchedulingView> = {},
): SchedulingView {
  const office = role === 'secretariat';
  const times = [
    timeOf('2027-02-02', ['can', 'can', 'unknown']),
    timeOf('2027-02-03', ['cannot', 'maybe', 'unknown'], 1),
  ];
  return {
    id: idOf('search'),
    kind: 'steeringGroup',
    season: 'spring',
    revisionId: null,
    title: typed('Styregruppemøde, forår 2027'),
    agenda: typed('1. Velkomst'),
    minutes: 120,
    from: '2027-02-01',
    to: '2027-02-05',
    state: 'polling',
    calendars: office ? { readAt: '2026-11-28T09:00:00Z', failure: null, readable: 1, unreadable: 2 } : null,
    respondBy: '2027-01-20T11:00:00Z',
    openedAt: '2026-11-29T09:00:00Z',
    meetingId: null,
    invitees: office ? invitees(typed) : [],
    times: office ? times : [],
    slots: times.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, possible: null })),
    mine: office ? null : { answeredAt: null },
    allowed: verdicts(role, 'readCalendars', 'openPoll', 'answerPoll', 'settleTime', 'dropScheduling'),
    ...more,
  };
}

/** Before the poll: the calendars are read, and nobody has been asked. */
export const proposed = (typed: Typed = asIs, more: Partial<SchedulingView> = {}): SchedulingView =>
  searchView('secretariat', typed, {
    state: 'proposed',
    openedAt: null,
    slots: [],
    invitees: invitees(typed).map((one) => ({ ...one, answeredAt: null })),
    ...more,
  });

export const calendarView = (typed: Typed = asIs, more: Partial<CalendarView> = {}): CalendarView => ({
  address: '/calendar/reader.c2lnbmVk.ics',
  items: [
    {
      id: `meeting-${idOf('meeting')}`,
      kind: 'meeting',
      title: { da: typed('Styregruppemøde'), en: typed('Styregruppemøde') },
      startsAt: '2027-05-06T11:00:00Z',
      endsAt: '2027-05-06T13:00:00Z',
      page: `meeting/${idOf('meeting')}`,
      joinUrl: null,
      cancelled: false,
    },
  ],
  allowed: verdicts('secretariat', 'renewCalendarLink'),
  ...more,
});
