import { joinLink, notToCome } from '../../process/meeting/meeting.ts';
import { canBeHeld, isInSession } from '../../process/meeting/session.ts';
import {
  attendanceOf,
  peopleNamed,
  type Attendance,
  type PersonNamed,
} from '../../store/meeting/attendance.ts';
import { chatOf, eventOf } from '../../store/meeting/calendarEvents.ts';
import { meetingPage } from '../../store/meeting/meetingLists.ts';
import { meetingById, openSessionOf, presenceIn } from '../../store/meeting/meetings.ts';
import { organisations } from '../../store/people/people.ts';
import { errandOf } from '../../store/reach/errands.ts';
import type {
  ErrandRow,
  MeetingChatRow,
  MeetingEventRow,
  MeetingRow,
  SessionRow,
} from '../../store/schema.ts';
import { found, mayAll, type Viewing } from '../frame/context.ts';
import { errandShown } from '../reach/errands.ts';
import type { MeetingsView, MeetingView } from './shapes.ts';

/** Asked for once Teams is known to have it. */
function chatShown(
  { conversationId }: MeetingRow,
  { chat, inChat }: Pick<Material, 'chat' | 'inChat'>,
): MeetingView['chat'] {
  if (conversationId) return { state: 'linked', reason: null, at: null };
  const { state, ...why } = errandShown(inChat);
  if (state === 'failed') return { state, ...why };
  if (!chat || state !== 'waiting') return { state: 'none', reason: null, at: null };
  return { state, reason: null, at: inChat?.askedAt.toISOString() ?? null };
}

/** Who was called, and how they answered; by name, for the secretariat alone. */
function calledTo({ reader }: Viewing, { attendance, people }: Material, event: MeetingEventRow | null) {
  const all = attendance?.responses ?? [];
  const having = (response: string | null): number => all.filter((one) => one === response).length;
  const answers = all.length > 0 && {
    accepted: having('accepted'),
    tentative: having('tentative'),
    declined: having('declined'),
    none: having(null),
    asOf: event?.answersAt?.toISOString() ?? null,
  };
  if (!reader.secretariat || !attendance) return { answers: answers || null, attendees: [] };
  const responses = new Map(attendance.personIds.map((id, index) => [id, all[index] ?? null]));
  const listed = [...people.values()].filter(({ personId }) => responses.has(personId));
  const attendees = listed.map(({ personId, displayName: name, organisationName }) => ({
    personId,
    name,
    organisationName,
    response: responses.get(personId) ?? null,
  }));
  return { answers: answers || null, attendees };
}

/** What is read of one meeting beside its row. */
interface Material {
  session: SessionRow | null;
  event: MeetingEventRow | null;
  inCalendar: ErrandRow | null;
  inChat: ErrandRow | null;
  chat: MeetingChatRow | null;
  attendance: Attendance | null;
  /** Everybody called to any of them, in the order in which they are listed. */
  people: Map<string, PersonNamed>;
}

/** Of all of them at once. */
async function materialOf({ db, reader }: Viewing, meetings: MeetingRow[]): Promise<Material[]> {
  const parts = await Promise.all(
    meetings.map(async ({ id }) => {
      const [session, event, chat, attendance, inCalendar, inChat] = await Promise.all([
        openSessionOf(db, id),
        eventOf(db, id),
        chatOf(db, id),
        attendanceOf(db, id),
        errandOf(db, 'event', id),
        errandOf(db, 'chat', id),
      ]);
      return { session, event, chat, attendance, inCalendar, inChat };
    }),
  );
  const called = parts.flatMap(({ attendance }) => attendance?.personIds ?? []);
  const people = reader.secretariat ? await peopleNamed(db, called) : new Map<string, PersonNamed>();
  return parts.map((part) => ({ ...part, people }));
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

async function meetingShown(
  context: Viewing,
  meeting: MeetingRow,
  material: Material,
  whole: boolean,
): Promise<MeetingView> {
  const { session, event, inCalendar } = material;
  const { id, kind, season, caseId, title, agenda, joinUrl, cancelReason } = meeting;
  return {
    id,
    kind,
    season,
    revisionId: caseId,
    title,
    agenda,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    joinUrl: joinLink(joinUrl),
    cancelledAt: meeting.cancelledAt?.toISOString() ?? null,
    cancelReason,
    calendar: errandShown(inCalendar),
    chat: chatShown(meeting, material),
    linked: meeting.conversationId !== null,
    inSession: session !== null && isInSession(session, meeting, context.now),
    over: Boolean(session?.overAt),
    toCome: notToCome(meeting, context.now) === null,
    canBeHeld: !meeting.cancelledAt && (session !== null || canBeHeld(meeting, context.now)),
    ...calledTo(context, material, event),
    presence: whole ? await presenceOf(context, session?.id) : [],
    allowed: await mayAll(
      context,
      acts.map((act) => [act, { meetingId: id }]),
    ),
  };
}

export async function meetingsView(
  context: Viewing,
  query: { limit: number; after?: string | undefined; past?: boolean | undefined },
): Promise<MeetingsView> {
  const { now } = context;
  const rows = await meetingPage(context.db, { ...query, limit: query.limit + 1, now });
  const part = rows.slice(0, query.limit);
  const materials = await materialOf(context, part);
  const items = await Promise.all(
    part.map((row, index) => meetingShown(context, row, materials[index]!, false)),
  );
  const allowed = await mayAll(context, [
    ['callMeeting', {}],
    ['findTime', {}],
  ]);
  return { items, allowed, ...(part.length < rows.length && { next: part.at(-1)!.id }) };
}

export async function meetingView(context: Viewing, { id }: { id: string }): Promise<MeetingView> {
  const meeting = found(await meetingById(context.db, id));
  return meetingShown(context, meeting, (await materialOf(context, [meeting]))[0]!, true);
}
