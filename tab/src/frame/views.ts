import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { ConnectionsView, NewcomersView } from '../../../bot/views/reach/shapes.ts';
import type { CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import type {
  DeliveryView,
  MembersView,
  MeView,
  TaskView,
  TrailView,
} from '../../../bot/views/people/shapes.ts';
import type { RevisionRow, RevisionView } from '../../../bot/views/case/shapes.ts';
import type {
  CalendarView,
  MeetingsView,
  MeetingView,
  SchedulingsView,
  SchedulingView,
} from '../../../bot/views/meeting/shapes.ts';
import type { RulesView, VoteView } from '../../../bot/views/vote/shapes.ts';

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
