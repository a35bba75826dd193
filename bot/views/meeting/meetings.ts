import { both } from '../../i18n/index.ts';
import { joinLink } from '../../process/meeting/meeting.ts';
import { isInSession } from '../../process/meeting/session.ts';
import { attendeesOf, chatOf, eventOf } from '../../store/meeting/calendarEvents.ts';
import { meetingPage } from '../../store/meeting/meetingLists.ts';
import { meetingById, openSessionOf, presenceIn } from '../../store/meeting/meetings.ts';
import { organisations } from '../../store/people/people.ts';
import type { MeetingChatRow, MeetingEventRow, MeetingRow } from '../../store/schema.ts';
import { found, mayAll, type Viewing } from '../frame/context.ts';
import type { MeetingsView, MeetingView } from './shapes.ts';

const failed = (failure: string, at: Date | null) => ({
  state: 'failed' as const,
  reason: both(`meeting.failure.${failure}` as 'meeting.failure.unavailable'),
  at: at?.toISOString() ?? null,
});

function calendarState(event: MeetingEventRow | null): MeetingView['calendar'] {
  if (!event) return { state: 'none', reason: null, at: null };
  if (event.failure) return failed(event.failure, event.failedAt);
  return { state: event.done >= event.wanted ? 'done' : 'waiting', reason: null, at: null };
}

function chatState({ conversationId }: MeetingRow, chat: MeetingChatRow | null): MeetingView['chat'] {
  if (conversationId) return { state: 'linked', reason: null, at: null };
  if (chat?.failure) return failed(chat.failure, chat.failedAt);
  return { state: chat ? 'waiting' : 'none', reason: null, at: chat?.askedAt?.toISOString() ?? null };
}

async function calledTo({ db, reader }: Viewing, meetingId: string, event: MeetingEventRow | null) {
  const all = await attendeesOf(db, meetingId);
  const having = (response: string | null): number => all.filter((one) => one.response === response).length;
  const answers = all.length > 0 && {
    accepted: having('accepted'),
    tentative: having('tentative'),
    declined: having('declined'),
    none: having(null),
    asOf: event?.answersAt?.toISOString() ?? null,
  };
  const shown = all.map(({ personId, displayName: name, organisationName, response }) => ({
    personId,
    name,
    organisationName,
    response,
  }));
  return { answers: answers || null, attendees: reader.secretariat ? shown : [] };
}

const acts = [
  'linkMeeting',
  'openSession',
  'endSession',
  'markPresent',
  'changeMeeting',
  'cancelMeeting',
  'retryMeeting',
  'refreshAnswers',
];

async function presenceOf({ db }: Viewing, sessionId: string | undefined): Promise<MeetingView['presence']> {
  const marks = sessionId ? await presenceIn(db, sessionId) : [];
  const present = new Map(marks.map((mark) => [mark.organisationId, mark.present]));
  return (await organisations(db)).map((one) => ({
    organisationId: one.id,
    organisationName: one.name,
    present: present.get(one.id) ?? false,
  }));
}

async function meetingShown(context: Viewing, meeting: MeetingRow, whole: boolean): Promise<MeetingView> {
  const { db } = context;
  const session = await openSessionOf(db, meeting.id);
  const event = await eventOf(db, meeting.id);
  const { id, kind, season, revisionId, title, agenda, joinUrl, cancelReason } = meeting;
  return {
    id,
    kind,
    season,
    revisionId,
    title,
    agenda,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    joinUrl: joinLink(joinUrl),
    cancelledAt: meeting.cancelledAt?.toISOString() ?? null,
    cancelReason,
    calendar: calendarState(event),
    chat: chatState(meeting, await chatOf(db, id)),
    linked: meeting.conversationId !== null,
    inSession: session !== null && isInSession(session, meeting, context.now),
    over: Boolean(session?.overAt),
    ...(await calledTo(context, id, event)),
    presence: whole ? await presenceOf(context, session?.id) : [],
    allowed: await mayAll(
      context,
      acts.map((act) => [act, { meetingId: id }]),
    ),
  };
}

export async function meetingsView(
  context: Viewing,
  query: { limit: number; after?: string | undefined },
): Promise<MeetingsView> {
  const rows = await meetingPage(context.db, query.after, query.limit + 1);
  const part = rows.slice(0, query.limit);
  const items: MeetingView[] = [];
  for (const row of part) items.push(await meetingShown(context, row, false));
  const allowed = await mayAll(context, [
    ['callMeeting', {}],
    ['findTime', {}],
  ]);
  return { items, allowed, ...(part.length < rows.length && { next: part.at(-1)!.id }) };
}

export async function meetingView(context: Viewing, { id }: { id: string }): Promise<MeetingView> {
  return meetingShown(context, found(await meetingById(context.db, id)), true);
}
