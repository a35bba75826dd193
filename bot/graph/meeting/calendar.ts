import type {
  Attendee,
  DateTimeTimeZone,
  Event,
  ScheduleInformation,
} from '@microsoft/microsoft-graph-types';
import type { Calendar, CalendarEvent, FreeBusy } from '../../ports.ts';
import { statusOf, type Graph } from '../frame/graph.ts';
import type { MeetingResponse } from '../../process/scheduling/meetingKinds.ts';

/** Exchange answers for so many calendars at once. */
const mostSchedules = 20;

export const wire = (at: Date): DateTimeTimeZone => ({
  dateTime: at.toISOString().slice(0, -1),
  timeZone: 'UTC',
});
/** Asked for in UTC, and so answered; the offset is left out on the wire. */
const read = (at: DateTimeTimeZone | null | undefined): Date =>
  new Date(`${(at?.dateTime ?? '').slice(0, 23)}Z`);

const blocks = new Set(['busy', 'oof', 'tentative']);

/** What stands in no way (free, working elsewhere) is left out. */
export function freeBusyOf({ error, scheduleItems }: ScheduleInformation): FreeBusy {
  if (error) return { readable: false, because: error.responseCode ?? error.message ?? 'unknown' };
  const taken = (scheduleItems ?? [])
    .filter(({ status }) => status && blocks.has(status))
    .map((one) => ({
      startsAt: read(one.start),
      endsAt: read(one.end),
      tentative: one.status === 'tentative',
    }));
  return { readable: true, taken };
}

const attendeesOf = ({ attendees }: Pick<CalendarEvent, 'attendees'>): Attendee[] =>
  attendees.map(({ name, address }) => ({ type: 'required', emailAddress: { name, address } }));

const timesOf = ({ title, startsAt, endsAt }: Omit<CalendarEvent, 'html' | 'attendees'>): Event => ({
  subject: title,
  start: wire(startsAt),
  end: wire(endsAt),
});

const responses: Record<string, MeetingResponse> = {
  accepted: 'accepted',
  organizer: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

function answerOf({ emailAddress, status }: Attendee) {
  const response = responses[status?.response ?? ''] ?? null;
  return {
    address: emailAddress?.address ?? '',
    response,
    at: response && status?.time ? new Date(status.time) : null,
  };
}

/** Asks for a list by its parts, one after another: Exchange takes few calls of an app at once. */
async function inParts<T>(all: string[], size: number, ask: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < all.length; from += size)
    found.push(...(await ask(all.slice(from, from + size))));
  return found;
}

/** The secretariat's calendar with Microsoft Graph (least permission `Calendars.ReadWrite` on that mailbox). */
export function graphCalendar(graph: Graph, mailbox: string): Calendar {
  const user = `/users/${encodeURIComponent(mailbox)}`;
  const event = (id: string): string => `${user}/events/${encodeURIComponent(id)}`;
  return {
    async freeBusy(addresses, from, to) {
      const asked = { startTime: wire(from), endTime: wire(to), availabilityViewInterval: 60 };
      const rows = await inParts(addresses, mostSchedules, async (schedules) => {
        const path = `${user}/calendar/getSchedule`;
        // A question, though Graph wants it as a POST.
        const answer = await graph.post<{ value: ScheduleInformation[] }>(
          path,
          { schedules, ...asked },
          { repeat: 'always' },
        );
        return answer.value;
      });
      const known = new Map(rows.map((row) => [row.scheduleId?.toLowerCase(), freeBusyOf(row)]));
      const none: FreeBusy = { readable: false, because: 'notAnswered' };
      return new Map(addresses.map((address) => [address, known.get(address.toLowerCase()) ?? none]));
    },
    async create(key, called) {
      const asked: Event = {
        ...timesOf(called),
        body: { contentType: 'html', content: called.html },
        attendees: attendeesOf(called),
        isOnlineMeeting: true,
        onlineMeetingProvider: 'teamsForBusiness',
        allowNewTimeProposals: false,
        // The same id again is the same event: Graph's own word that this may be repeated.
        transactionId: key,
      };
      const made = await graph.post<Event>(`${user}/events`, asked, { repeat: 'always' });
      return { id: made.id ?? '', joinUrl: made.onlineMeeting?.joinUrl ?? null };
    },
    async change(id, called) {
      const body: Event = { ...timesOf(called), attendees: attendeesOf(called) };
      return found(() => graph.at(event(id)).patch(body));
    },
    async cancel(id, comment) {
      await found(() => graph.post(`${event(id)}/cancel`, { comment }));
    },
    async answers(id) {
      try {
        const { attendees } = await graph.get<Event>(`${event(id)}?$select=attendees`);
        return (attendees ?? []).map(answerOf);
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },
  };
}

/** False when it is there no more. */
async function found(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
