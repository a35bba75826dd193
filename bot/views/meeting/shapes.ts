import { z } from 'zod';
import { availabilities, schedulingStates } from '../../process/scheduling/scheduling.ts';
import { allowed, id, instant, page, text } from '../frame/shapes.ts';
import { meetingKinds, seasons } from '../../process/scheduling/meetingKinds.ts';

/** How far something outside the app has come. `reason` says in words why it failed. */
const outside = <S extends string>(states: readonly [S, ...S[]]) =>
  z.object({ state: z.enum(states), reason: text.nullable(), at: instant.nullable() });

const about = {
  kind: z.enum(meetingKinds),
  season: z.enum(seasons),
  revisionId: id.nullable(),
  title: z.string(),
  agenda: z.string(),
};

export const meeting = z.object({
  id,
  ...about,
  startsAt: instant,
  endsAt: instant,
  joinUrl: z.string().nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  /** `none`: the app keeps no calendar entry for it. */
  calendar: outside(['none', 'waiting', 'done', 'failed']),
  /** Is the bot in this meeting's chat? */
  chat: outside(['none', 'waiting', 'linked', 'failed']),
  linked: z.boolean(),
  inSession: z.boolean(),
  /** It was over while a vote in it was open, and may be opened again. */
  over: z.boolean(),
  /** Neither cancelled nor over by the clock: it can be changed. */
  toCome: z.boolean(),
  /** It is in session, or a session of it may still be opened. */
  canBeHeld: z.boolean(),
  /** Of those who were called; null where nobody was called through the app. */
  answers: z
    .object({
      accepted: z.int(),
      tentative: z.int(),
      declined: z.int(),
      none: z.int(),
      asOf: instant.nullable(),
    })
    .nullable(),
  /** One by one; for the secretariat only, else empty. */
  attendees: z.array(
    z.object({
      personId: id,
      name: z.string(),
      organisationName: z.string().nullable(),
      response: z.enum(['accepted', 'tentative', 'declined']).nullable(),
    }),
  ),
  presence: z.array(z.object({ organisationId: id, organisationName: z.string(), present: z.boolean() })),
  allowed: z.array(allowed),
});
export const meetings = page(meeting).extend({ allowed: z.array(allowed) });

const counts = z.object({ can: z.int(), maybe: z.int(), cannot: z.int(), unknown: z.int() });

export const scheduling = z.object({
  id,
  ...about,
  minutes: z.int(),
  /** Days in Copenhagen; both are among them. */
  from: z.iso.date(),
  to: z.iso.date(),
  state: z.enum(schedulingStates),
  /** The calendars, and whether reading them failed. Secretariat only; null for others. */
  calendars: z
    .object({ readAt: instant.nullable(), failure: text.nullable(), readable: z.int(), unreadable: z.int() })
    .nullable(),
  respondBy: instant.nullable(),
  openedAt: instant.nullable(),
  meetingId: id.nullable(),
  /** Everyone who is asked; secretariat only, else empty. */
  invitees: z.array(
    z.object({
      personId: id,
      name: z.string(),
      organisationName: z.string().nullable(),
      chair: z.boolean(),
      /** Can the calendar be read? Null until it was tried. */
      readable: z.boolean().nullable(),
      why: text.nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
  /** The best first: what is proposed, or what was offered once a poll is open. Secretariat only, else empty. */
  times: z.array(
    z.object({
      startsAt: instant,
      endsAt: instant,
      counts,
      chairsMissing: z.int(),
      /** How each of `invitees` stands to it, in their order. */
      standing: z.array(z.enum(availabilities)),
    }),
  ),
  /** The times on offer, with the reader's own answer; empty before the poll. */
  slots: z.array(z.object({ startsAt: instant, endsAt: instant, possible: z.boolean().nullable() })),
  /** Is the reader asked, and when did they answer? */
  mine: z.object({ answeredAt: instant.nullable() }).nullable(),
  allowed: z.array(allowed),
});
export const schedulings = page(scheduling).extend({ allowed: z.array(allowed) });

/** What one person can put into their own calendar. */
export const calendar = z.object({
  /** The signed address; whoever has it reads it. */
  address: z.string().nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['meeting', 'hearingDeadline', 'pollDeadline']),
      title: text,
      startsAt: instant,
      endsAt: instant,
      /** Where the tab shows it. */
      page: z.string(),
      joinUrl: z.string().nullable(),
      cancelled: z.boolean(),
    }),
  ),
  allowed: z.array(allowed),
});

export type MeetingView = z.infer<typeof meeting>;
export type MeetingsView = z.infer<typeof meetings>;
export type SchedulingView = z.infer<typeof scheduling>;
export type SchedulingsView = z.infer<typeof schedulings>;
export type CalendarView = z.infer<typeof calendar>;
