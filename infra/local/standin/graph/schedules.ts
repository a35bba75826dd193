import type { DateTimeTimeZone, FreeBusyStatus, ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import { personAt, sameAddress } from '../people/people.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';
import { mailboxOf } from './events.ts';
import { context } from './odata.ts';
import type { Serve } from './serve.ts';
import { momentOf, written } from './times.ts';

const MOST = 20;
const MINUTE = 60_000;
const LONGEST = 62 * 24 * 60 * MINUTE;
/** The digits of `availabilityView`. */
const digits: Partial<Record<FreeBusyStatus, string>> = {
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};

type Taken = { from: number; to: number; status: FreeBusyStatus };
type Told = {
  schedules?: string[];
  startTime?: DateTimeTimeZone;
  endTime?: DateTimeTimeZone;
  availabilityViewInterval?: number;
};

const bad = (message: string) => new WireError(400, 'ErrorInvalidParameter', message);

/** What was set as taken, and the events the person called or has not declined. */
function takenBy(world: World, { objectId, email }: Person): Taken[] {
  const set = world.state.busy
    .filter((one) => one.objectId === objectId)
    .map((one) => ({ from: Date.parse(one.startsAt), to: Date.parse(one.endsAt), status: one.status }));
  const called = Object.values(world.state.events).flatMap(({ owner, event }): Taken[] => {
    const own = event.attendees?.find((one) => sameAddress(one.emailAddress?.address, email))?.status
      ?.response;
    if (owner !== email && (own === undefined || own === 'declined')) return [];
    const status = owner === email || own === 'accepted' ? 'busy' : 'tentative';
    return [{ from: momentOf(event.start, 'start'), to: momentOf(event.end, 'end'), status }];
  });
  return [...set, ...called].sort((a, b) => a.from - b.from);
}

/** Another tenant's calendars are not seen: such a row has its own error, and the rest is answered. */
function scheduleOf(
  world: World,
  scheduleId: string,
  from: number,
  to: number,
  step: number,
): ScheduleInformation {
  const person = personAt(world, scheduleId);
  const message = 'The mail recipient is not found in the directory.';
  if (!person || person.guest)
    return { scheduleId, error: { message, responseCode: 'ErrorMailRecipientNotFound' } };
  const taken = takenBy(world, person).filter((one) => one.from < to && one.to > from);
  const cells = Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => {
    const cell = from + i * step;
    const inside = taken.filter((one) => one.from < cell + step && one.to > cell);
    return (
      inside
        .map((one) => digits[one.status] ?? '0')
        .sort()
        .at(-1) ?? '0'
    );
  });
  const scheduleItems = taken.map((one) => ({
    status: one.status,
    start: written(one.from),
    end: written(one.to),
  }));
  return { scheduleId, availabilityView: cells.join(''), scheduleItems };
}

async function getSchedule(world: World, call: Call): Promise<Reply> {
  const told = await call.json<Told>();
  const { schedules = [], availabilityViewInterval: minutes = 30 } = told;
  const [from, to] = [momentOf(told.startTime, 'startTime'), momentOf(told.endTime, 'endTime')];
  if (schedules.length === 0 || schedules.length > MOST) throw bad(`There may be 1 to ${MOST} schedules.`);
  if (minutes < 5 || minutes > 1440) throw bad('availabilityViewInterval must be between 5 and 1440.');
  if (to <= from || to - from > LONGEST) throw bad('The time must end after it begins, within 62 days.');
  const value = schedules.map((one) => scheduleOf(world, one, from, to, minutes * MINUTE));
  return { body: { '@odata.context': context('Collection(microsoft.graph.scheduleInformation)'), value } };
}

/** A guest's calendar lies at home: here they have no mailbox to ask from. */
function ownSchedule(world: World, call: Call, objectId: string): Promise<Reply> {
  mailboxOf(world, objectId);
  return getSchedule(world, call);
}

export const scheduleRoutes = (world: World, serve: Serve): Route[] => [
  serve(
    'POST',
    '/users/([^/]+)/calendar/getSchedule',
    { service: 'mailbox', any: ['Calendars.ReadBasic.All', 'Calendars.ReadWrite'] },
    (call) => getSchedule(world, call),
  ),
  serve(
    'POST',
    '/me/calendar/getSchedule',
    { service: 'mailbox', any: ['Calendars.ReadBasic'], own: true },
    (call, me) => ownSchedule(world, call, me),
  ),
];
