import type { Allowed } from '../../bot/views/shapes/common.ts';
import type { ConnectionsView, NewcomersView } from '../../bot/views/shapes/connections.ts';
import type { CommentView, HearingView } from '../../bot/views/shapes/hearing.ts';
import type {
  DeliveryView,
  MembersView,
  MeView,
  TaskView,
  TrailView,
} from '../../bot/views/shapes/people.ts';
import type { RevisionRow, RevisionView } from '../../bot/views/shapes/revision.ts';
import type {
  CalendarView,
  MeetingsView,
  MeetingView,
  SchedulingsView,
  SchedulingView,
} from '../../bot/views/shapes/meeting.ts';
import type { RulesView, VoteView } from '../../bot/views/shapes/vote.ts';

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Views {
  me: MeView;
  revisions: Page<RevisionRow>;
  revision: RevisionView;
  hearing: HearingView;
  comments: Page<CommentView>;
  vote: VoteView;
  meetings: MeetingsView;
  meeting: MeetingView;
  schedulings: SchedulingsView;
  scheduling: SchedulingView;
  calendar: CalendarView;
  rules: RulesView;
  members: MembersView;
  newcomers: NewcomersView;
  connections: ConnectionsView;
  tasks: Page<TaskView>;
  deliveries: Page<DeliveryView> & { allowed: Allowed[] };
  trail: TrailView;
}
export type ViewName = keyof Views;
export type Params = Record<string, string | number | boolean | undefined>;
