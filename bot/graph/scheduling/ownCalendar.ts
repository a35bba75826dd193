import type { ScheduleInformation } from '@microsoft/microsoft-graph-types';
import type { OwnCalendar } from '../../ports.ts';
import { freeBusyOf, wire } from '../meeting/calendar.ts';
import { Graph, statusOf } from '../frame/graph.ts';
import { tokenOnBehalf } from './onBehalf.ts';
import type { GraphAccess } from '../frame/tokens.ts';

/** The least with which somebody's own free and busy times can be asked for. */
export const ownCalendarScope = 'https://graph.microsoft.com/Calendars.ReadBasic';

const unreadable = { readable: false, because: 'calendarUnreadable' } as const;

/** Where there is no mailbox, as a guest has none here, or one that may not be looked into. */
const hasNone = (error: unknown): boolean => [403, 404].includes(statusOf(error));

/** The calendar of whoever signed in, with Microsoft Graph in that person's own name. */
export function graphOwnCalendar(access: GraphAccess): OwnCalendar {
  return {
    async freeBusy(person, from, to) {
      const token = await tokenOnBehalf(access, person, ownCalendarScope);
      if (token === null) return { readable: false, because: 'consentNeeded' };
      // What one person's calendar answers says nothing of the connections that an administrator looks after.
      const graph = new Graph(
        access,
        () => undefined,
        async () => token,
      );
      const asked = { schedules: [person.address], startTime: wire(from), endTime: wire(to) };
      try {
        const { value } = await graph.post<{ value: ScheduleInformation[] }>(
          '/me/calendar/getSchedule',
          asked,
        );
        const own = value[0] && freeBusyOf(value[0]);
        return own?.readable ? own : unreadable;
      } catch (error) {
        if (hasNone(error)) return unreadable;
        throw error;
      }
    },
  };
}
