import { both } from '../i18n/index.ts';
import { joinLink } from '../process/meeting.ts';
import { revisionById } from '../store/cases.ts';
import { attendeesOf } from '../store/calendarEvents.ts';
import { feedName } from '../store/feeds.ts';
import { heardBy, hearingsOf } from '../store/hearings.ts';
import { meetingRows } from '../store/meetings.ts';
import type { MeetingRow } from '../store/schema.ts';
import { inviteeOf, schedulingRows } from '../store/scheduling.ts';
import { mayAll, type Viewing } from './context.ts';
import type { CalendarView } from './shapes/meeting.ts';

type Item = CalendarView['items'][number];

/** A deadline is a moment; a calendar shows what lasts. It ends when the deadline does. */
const deadlineLastsMs = 30 * 60_000;

const deadline = (at: Date) => ({
  startsAt: new Date(at.getTime() - deadlineLastsMs).toISOString(),
  endsAt: at.toISOString(),
  joinUrl: null,
  cancelled: false,
});

/** A meeting is in the calendar of those who were called; one called by hand, in that of every member. */
async function concerns({ db, reader }: Viewing, meeting: MeetingRow): Promise<boolean> {
  if (reader.secretariat) return true;
  const called = await attendeesOf(db, meeting.id);
  return called.length === 0
    ? meeting.kind === 'steeringGroup'
    : called.some(({ personId }) => personId === reader.personId);
}

async function meetingItems(context: Viewing): Promise<Item[]> {
  const items: Item[] = [];
  for (const meeting of await meetingRows(context.db)) {
    if (!(await concerns(context, meeting))) continue;
    const { id, title, startsAt, endsAt, joinUrl, cancelledAt } = meeting;
    items.push({
      id: `meeting-${id}`,
      kind: 'meeting',
      title: { da: title, en: title },
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      page: `meeting/${id}`,
      joinUrl: joinLink(joinUrl),
      cancelled: cancelledAt !== null,
    });
  }
  return items;
}

async function hearingItems({ db, reader }: Viewing): Promise<Item[]> {
  const items: Item[] = [];
  for (const hearing of await hearingsOf(db)) {
    const heard = reader.secretariat || (await heardBy(db, hearing.id)).includes(reader.organisationId ?? '');
    const revision = heard ? await revisionById(db, hearing.revisionId) : null;
    if (!revision) continue;
    items.push({
      id: `hearing-${hearing.id}`,
      kind: 'hearingDeadline',
      title: both('calendar.hearingDeadline', { ref: `H${hearing.number}`, title: revision.title }),
      ...deadline(hearing.deadline),
      page: `revision/${hearing.revisionId}`,
    });
  }
  return items;
}

async function pollItems({ db, reader }: Viewing): Promise<Item[]> {
  const items: Item[] = [];
  for (const row of await schedulingRows(db)) {
    const over = row.meetingId !== null || row.droppedAt !== null;
    if (over || !row.openedAt || !row.respondBy) continue;
    const invitee = await inviteeOf(db, row.id, reader.personId);
    if (!invitee || invitee.answeredAt || invitee.readable === true) continue;
    items.push({
      id: `scheduling-${row.id}`,
      kind: 'pollDeadline',
      title: both('calendar.pollDeadline', { title: row.title }),
      ...deadline(row.respondBy),
      page: `scheduling/${row.id}`,
    });
  }
  return items;
}

/** What one person has to be at or to answer in time, by time; and where their calendar can follow it. */
export async function calendarView(context: Viewing): Promise<CalendarView> {
  const all = [
    ...(await meetingItems(context)),
    ...(await hearingItems(context)),
    ...(await pollItems(context)),
  ];
  const name = await feedName(context.db, context.reader.personId);
  return {
    address: name && `/calendar/${name}.ics`,
    items: all.sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    allowed: await mayAll(context, [['renewCalendarLink', {}]]),
  };
}
