import { caseEvents } from './case/events.ts';
import { draftEvents } from './draft/events.ts';
import type { EventKind } from './frame/event.ts';
import { groupEvents } from './group/events.ts';
import { hearingEvents } from './hearing/events.ts';
import { meetingEvents } from './meeting/events.ts';
import { peopleEvents } from './people/events.ts';
import { reachEvents } from './reach/events.ts';
import { schedulingEvents } from './scheduling/events.ts';
import { voteEvents } from './vote/events.ts';

/** Everything the trail can say: nothing else is recorded, and what is not here is sealed from everybody. */
export const events = {
  ...reachEvents,
  ...peopleEvents,
  ...caseEvents,
  ...draftEvents,
  ...groupEvents,
  ...hearingEvents,
  ...schedulingEvents,
  ...meetingEvents,
  ...voteEvents,
};

type Events = typeof events;
export type EventType = keyof Events;
/** What an event holds. */
export type EventData<T extends EventType> = Events[T] extends EventKind<infer D> ? D : never;
/** Those that the records are held against. */
export type TellingType = {
  [T in EventType]: Events[T] extends { tells: 'records' } ? T : never;
}[EventType];
/** A field that the event does not have, also one that came along with a spread, does not compile. */
export type Exactly<D, T extends EventType> = D &
  Record<
    Exclude<keyof D, EventData<T> extends infer All ? (All extends object ? keyof All : never) : never>,
    never
  >;

export const eventTypes = Object.keys(events) as EventType[];

/** Null for an event of a later version of the app. */
export const eventOf = (type: string): EventKind | null =>
  Object.hasOwn(events, type) ? events[type as EventType] : null;
