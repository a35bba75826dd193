import { both } from '../../i18n/index.ts';
import { joinLink } from '../../process/meeting/meeting.ts';
import {
  hearingsConcerning,
  meetingsConcerning,
  pollsOwedBy,
  type Whose,
} from '../../store/meeting/calendarLists.ts';
import { feedName } from '../../store/scheduling/feeds.ts';
import { mayAll, type Viewing } from '../frame/context.ts';
import { ownPages } from '../frame/pages.ts';
import type { CalendarView } from './shapes.ts';

type Item = CalendarView['items'][number];

/** A deadline is a moment; a calendar shows what lasts. It ends when the deadline does. */
const deadlineLastsMs = 30 * 60_000;

const deadline = (at: Date) => ({
  startsAt: new Date(at.getTime() - deadlineLastsMs).toISOString(),
  endsAt: at.toISOString(),
  joinUrl: null,
  cancelled: false,
});

/** A year back, for whoever looks something up; and never more of one kind than a calendar program takes. */
const backMs = 365 * 24 * 3600_000;
const most = 500;

const whoseOf = ({ reader, now }: Viewing): Whose => ({
  personId: reader.personId,
  organisationId: reader.organisationId,
  secretariat: reader.secretariat,
  since: new Date(now.getTime() - backMs),
  most,
});

async function meetingItems(context: Viewing): Promise<Item[]> {
  const items: Item[] = [];
  for (const meeting of await meetingsConcerning(context.db, whoseOf(context))) {
    const { id, title, startsAt, endsAt, joinUrl, cancelledAt } = meeting;
    items.push({
      id: `meeting-${id}`,
      kind: 'meeting',
      title: { da: title, en: title },
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      page: ownPages.meeting(id),
      joinUrl: joinLink(joinUrl),
      cancelled: cancelledAt !== null,
    });
  }
  return items;
}

async function hearingItems(context: Viewing): Promise<Item[]> {
  const items: Item[] = [];
  for (const hearing of await hearingsConcerning(context.db, whoseOf(context))) {
    items.push({
      id: `hearing-${hearing.id}`,
      kind: 'hearingDeadline',
      title: both('calendar.hearingDeadline', { ref: `H${hearing.number}`, title: hearing.caseTitle }),
      ...deadline(hearing.deadline),
      page: ownPages.case(hearing.caseId),
    });
  }
  return items;
}

async function pollItems({ db, reader }: Viewing): Promise<Item[]> {
  const items: Item[] = [];
  for (const row of await pollsOwedBy(db, reader.personId, most)) {
    if (!row.respondBy) continue;
    items.push({
      id: `scheduling-${row.id}`,
      kind: 'pollDeadline',
      title: both('calendar.pollDeadline', { title: row.title }),
      ...deadline(row.respondBy),
      page: ownPages.scheduling(row.id),
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
