import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Server } from 'restify';
import { t } from '../../i18n/index.ts';
import { feedActor } from '../../views/people/actor.ts';
import { calendarView } from '../../views/meeting/calendar.ts';
import type { CalendarView } from '../../views/meeting/shapes.ts';
import { asAttachment } from '../frame/attachment.ts';
import { viewingFor, type Doors } from '../people/people.ts';

export interface FeedSettings {
  tabLink(page: string): string;
}

/** An address that leads nowhere says so without a hint whether it ever did. */
const gone = 404;

/** `GET /calendar/<who>.<signature>.ics`: what one person's own calendar program follows, without signing in. */
export function serveCalendar(server: Server, doors: Doors, { tabLink }: FeedSettings): void {
  server.get(
    '/calendar/:name',
    doors.safely(async (request, response) => {
      const name = String(request.params.name ?? '').replace(/\.ics$/, '');
      const actor = await feedActor(doors.house.db, name);
      if (!actor) return void response.sendRaw(gone, '');
      const view = await calendarView(viewingFor(doors, actor));
      asAttachment(response, 'calendar.ics', 'text/calendar; charset=utf-8');
      response.sendRaw(200, feedOf(view, actor.locale, tabLink));
    }),
  );
}

function feedOf({ items }: CalendarView, locale: 'da' | 'en', tabLink: FeedSettings['tabLink']): string {
  const feed = ical({
    name: t(locale, 'calendar.name', { partnership: t(locale, 'partnership') }),
    method: ICalCalendarMethod.PUBLISH,
    // How often a calendar program is asked to look; most look when they like.
    ttl: 3600,
  });
  for (const item of items) {
    const title = item.title[locale];
    feed.createEvent({
      id: item.id,
      start: new Date(item.startsAt),
      end: new Date(item.endsAt),
      summary: item.cancelled ? t(locale, 'calendar.cancelled', { title }) : title,
      url: tabLink(item.page),
      ...(item.joinUrl && { location: item.joinUrl }),
      status: item.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // The same words give the same file: nothing is stamped with the moment it was asked for.
      stamp: new Date(item.startsAt),
    });
  }
  return feed.toString();
}
