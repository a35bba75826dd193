import { z } from 'zod';
import { commentTypes } from '../process/hearing/hearing.ts';
import { revisionStates } from '../process/case/revision.ts';
import { registerCase } from '../process/frame/trail.ts';
import { calendarView } from './meeting/calendar.ts';
import { commentsView, placeIn } from './hearing/comments.ts';
import { connectionsView } from './reach/connections.ts';
import type { Viewing } from './frame/context.ts';
import { deliveriesView } from './reach/deliveries.ts';
import { hearingView } from './hearing/hearing.ts';
import { membersView, meView, rulesView } from './people/members.ts';
import { meetingsView, meetingView } from './meeting/meetings.ts';
import { newcomersView } from './people/newcomers.ts';
import { revisionsView, revisionView } from './case/revision.ts';
import { schedulingsView, schedulingView } from './scheduling/scheduling.ts';
import { connections, newcomers } from './reach/shapes.ts';
import { comments, hearing } from './hearing/shapes.ts';
import { deliveries, me, members, tasks, trail } from './people/shapes.ts';
import { revision, revisions } from './case/shapes.ts';
import { calendar, meeting, meetings, scheduling, schedulings } from './meeting/shapes.ts';
import { rules, vote } from './vote/shapes.ts';
import { tasksView } from './overview/tasks.ts';
import { trailView } from './case/trail.ts';
import { voteView } from './vote/vote.ts';

/** One read: what may be asked, what it answers, and how. */
export interface View {
  query: z.ZodType;
  shape: z.ZodType;
  read(context: Viewing, query: never): Promise<object>;
}

/** The same in capitals. */
const id = z.uuid().toLowerCase();
const byId = z.object({ id });
const none = z.object({});
/** Query strings are text; a page is at most 500 rows. */
const paging = {
  limit: z.coerce.number<number>().int().min(1).max(500).default(100),
  after: z.string().max(100).optional(),
};
/** Pages that go on after a row. */
const byRow = { ...paging, after: id.optional() };
/** Pages that go on after a number. */
const numbered = (digits: number) => ({
  ...paging,
  after: z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`))
    .optional(),
});
/** Pages of comments, which are in the order they were received. */
const place = z
  .string()
  .max(100)
  .transform((text, context) => {
    const found = placeIn(text);
    if (found && z.uuid().safeParse(found.id).success) return found;
    context.addIssue({ code: 'custom', message: 'no place in the list' });
    return z.NEVER;
  })
  .optional();
/** PostgreSQL takes no NUL in a text, not even to look for it. */
const word = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0]*$/)
    .optional();
const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

const view = <Q extends z.ZodType, S extends z.ZodType>(
  query: Q,
  shape: S,
  read: (context: Viewing, query: z.output<Q>) => Promise<z.output<S> & object>,
) => ({ query, shape, read });

const definitions = {
  me: view(none, me, meView),
  revisions: view(
    z.object({ ...byRow, state: z.enum(revisionStates).optional(), over: yes.optional() }),
    revisions,
    revisionsView,
  ),
  revision: view(byId, revision, revisionView),
  hearing: view(byId, hearing, hearingView),
  comments: view(
    z.object({
      hearingId: id,
      clause: word(20),
      organisationId: id.optional(),
      type: z.enum(commentTypes).optional(),
      theme: word(200),
      unanswered: yes.optional(),
      ...paging,
      after: place,
    }),
    comments,
    commentsView,
  ),
  vote: view(byId, vote, voteView),
  meetings: view(z.object({ ...byRow, past: yes.optional() }), meetings, meetingsView),
  meeting: view(byId, meeting, meetingView),
  schedulings: view(z.object(byRow), schedulings, schedulingsView),
  scheduling: view(byId, scheduling, schedulingView),
  calendar: view(none, calendar, calendarView),
  rules: view(none, rules, rulesView),
  members: view(z.object({ ...byRow, limit: paging.limit.default(500) }), members, membersView),
  newcomers: view(z.object(byRow), newcomers, newcomersView),
  connections: view(none, connections, connectionsView),
  tasks: view(z.object({ ...byRow, limit: paging.limit.default(500) }), tasks, tasksView),
  deliveries: view(
    z.object({
      hearingId: id.optional(),
      voteId: id.optional(),
      meetingId: id.optional(),
      schedulingId: id.optional(),
      ...numbered(15),
    }),
    deliveries,
    deliveriesView,
  ),
  trail: view(
    z.object({ revisionId: z.union([id, z.literal(registerCase)]), ...numbered(15) }),
    trail,
    trailView,
  ),
};

export type ViewName = keyof typeof definitions;
/** What may be asked of a view, for those who ask. */
export type ViewParams<N extends ViewName> = z.input<(typeof definitions)[N]['query']>;
export type ViewResult<N extends ViewName> = z.output<(typeof definitions)[N]['shape']>;

// A door looks a view up here by name; it needs none of those types.
export const views: Record<string, View> = definitions;
