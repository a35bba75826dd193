import { both } from '../../../bot/i18n/index.ts';
import type { CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import type {
  DeliveryView,
  MembersView,
  MemberView,
  ReachView,
  TrailItem,
} from '../../../bot/views/people/shapes.ts';
import type {
  FileView,
  GroupView,
  HearingSummary,
  RevisionView,
  VoteSummary,
} from '../../../bot/views/case/shapes.ts';
import type { RulesView, VoteView } from '../../../bot/views/vote/shapes.ts';
import { taskView } from '../../support/views/taskView.ts';
import {
  answerView,
  commentView,
  hearingView,
  idOf,
  asStaff,
  mineView,
  ruleTexts,
  versionView,
  voteView,
  type Typed,
} from '../../support/views/views.ts';
import { revisionRow } from '../../support/views/rowViews.ts';
import { me, verdict, verdicts, type Role } from '../frame/readers.ts';
import { connectionsView, newcomersView } from '../reach/setupCases.ts';
import { calendarView, meetingView, searchView, seats } from '../frame/timeCases.ts';
import type { Answers } from '../frame/show.tsx';

const asIs: Typed = (text) => text;

export function revisionView(
  role: Role,
  typed: Typed = asIs,
  more: Partial<RevisionView> = {},
): RevisionView {
  const row = revisionRow(typed);
  return {
    ...row,
    createdAt: '2026-09-01T06:00:00Z',
    versions: [{ ...versionView(typed), id: idOf('version1'), number: 1 }, versionView(typed)],
    hearings: [row.hearing!],
    votes: [row.vote!],
    group: groupView(role, typed),
    files: filesView(typed),
    largestFile: 50_000_000,
    allowed: verdicts(
      role,
      'addVersion',
      'openHearing',
      'openVote',
      'callMeeting',
      'formGroup',
      'addToGroup',
      'removeFromGroup',
    ),
    ...more,
  };
}

/** Not in the team, and Teams has said no; the app was asked for a moment ago. */
export const reachView = (typed: Typed = asIs): ReachView => ({
  way: 'mail',
  said: both('reach.way.mail'),
  lacks: [
    {
      step: 'team',
      what: both('reach.lacks.team'),
      askedAt: '2026-12-01T09:40:00Z',
      failure: { da: typed(both('reach.failure.denied').da), en: typed(both('reach.failure.denied').en) },
    },
    { step: 'app', what: both('reach.lacks.app'), askedAt: '2026-12-01T09:40:00Z', failure: null },
  ],
});

export const fileView = (typed: Typed = asIs, more: Partial<FileView> = {}): FileView => ({
  id: idOf('file'),
  name: typed('Baggrundsrapport.docx'),
  number: 1,
  size: 1_234_567,
  hash: 'a91f'.padEnd(62, '0') + 'c2',
  versionId: null,
  addedAt: '2026-10-01T08:00:00Z',
  state: 'there',
  sent: 1_234_567,
  url: 'https://host.sharepoint.com/sites/team/rapport.docx',
  reason: null,
  ...more,
});
/** One in each state that a reader may meet. */
export const filesView = (typed: Typed = asIs): FileView[] => [
  fileView(typed),
  fileView(typed, { id: idOf('f2'), name: typed('Udkast.pdf'), state: 'here', url: null, number: 2 }),
  fileView(typed, { id: idOf('f3'), name: typed('Bilag.xlsx'), state: 'waiting', sent: 400_000, url: null }),
  fileView(typed, {
    id: idOf('f4'),
    name: typed('Notat.docx'),
    state: 'changed',
    versionId: idOf('version'),
    reason: both('file.failure.changed'),
  }),
];

export const groupView = (role: Role, typed: Typed = asIs, more: Partial<GroupView> = {}): GroupView => ({
  formedAt: '2026-09-02T06:00:00Z',
  represented: 2,
  channel: { state: 'done', url: 'https://teams.microsoft.com/l/channel/19%3Aa', reason: null, at: null },
  seats: (['aarhus', 'odense'] as const).map((name, index) => ({
    personId: idOf(`person-${index ? 'odense' : 'deputy'}`),
    displayName: typed(`Miljøchef, ${name} Kommune`),
    organisationId: idOf(name),
    organisationName: typed(`${name} Kommune`),
    field: index ? 'both' : 'environment',
    since: '2026-09-02T06:00:00Z',
    left: index === 1,
    reach: role === 'secretariat' && index === 0 ? reachView(typed) : null,
  })),
  ...more,
});

export const hearingOf = (revision: RevisionView, more: Partial<HearingSummary> = {}): HearingSummary => ({
  ...revision.hearings[0]!,
  ...more,
});
export const voteOf = (revision: RevisionView, more: Partial<VoteSummary> = {}): VoteSummary => ({
  ...revision.votes[0]!,
  ...more,
});

/** The hearing as the server gives it to this reader: sealed for all but the secretariat until the deadline. */
export function hearingFor(role: Role, typed: Typed = asIs, more: Partial<HearingView> = {}): HearingView {
  const open = (more.state ?? 'open') === 'open';
  const sealed = open && role !== 'secretariat';
  const own = answerView(typed, { reservation: null, jointWith: [], state: 'silent' });
  const other = answerView(typed, {
    organisationId: idOf('odense'),
    organisationName: typed('Odense Kommune'),
  });
  const acts = ['addComment', 'submitAnswer', 'extendDeadline', 'remindMissing', 'resendFailed'];
  return hearingView(typed, {
    sealed,
    answers: sealed ? [own] : [own, { ...other, state: 'withRemarks', submitted: true }],
    mine: role === 'secretariat' ? null : { ...mineView(typed), ...(role === 'contact' ? {} : asStaff) },
    allowed: verdicts(role, ...acts),
    ...more,
  });
}

export const voteFor = (role: Role, typed: Typed = asIs, more: Partial<VoteView> = {}): VoteView => {
  const view = voteView(typed);
  const entitled = role === 'representative' || role === 'chair';
  const why = verdict(role, 'castBallot').refusal?.message ?? null;
  const counts = role === 'secretariat' || role === 'chair';
  const seat = entitled ? ('representative' as const) : null;
  return {
    ...view,
    mine: role === 'secretariat' ? null : { ...view.mine!, seat, why },
    turnout: counts ? seats(typed) : [],
    allowed: verdicts(role, 'castBallot', 'closeVote', 'decideTie', 'recordBallotOnBehalf'),
    ...more,
  };
};

export const rulesView = (role: Role, more: Partial<RulesView> = {}): RulesView => ({
  current: voteView().rule,
  text: ruleTexts,
  confirmed: false,
  confirmedAt: null,
  allowed: verdicts(role, 'confirmRules'),
  ...more,
});

export const memberView = (typed: Typed = asIs, more: Partial<MemberView> = {}): MemberView => ({
  id: idOf('aarhus'),
  name: typed('Aarhus Kommune'),
  kind: 'municipality',
  joined: '2019',
  answererId: idOf('person-contact'),
  people: (['representative', 'deputy', 'contact', 'chair'] as const).map((role) => ({
    id: idOf(`person-${role}`),
    displayName: typed(`Indkøbschef ${role.length}, Aarhus Kommune`),
    email: typed(`${role.length}@aarhus.example`),
    fields: ['environment', 'procurement'],
    roles: [role],
    reach: role === 'deputy' ? reachView(typed) : null,
    left: false,
    groups: null,
    ofSecretariat: null,
    inSteeringGroup: null,
  })),
  ...more,
});
export const membersView = (role: Role, typed: Typed = asIs): MembersView => ({
  items: [
    memberView(typed),
    memberView(typed, { id: idOf('ucn'), name: typed('UCN'), people: [], joined: null }),
  ],
  allowed: verdicts(role, 'registerMember'),
});

export const deliveryView = (typed: Typed = asIs, more: Partial<DeliveryView> = {}): DeliveryView => ({
  id: '1',
  personId: idOf('person'),
  personName: typed('Indkøbschef, Odense Kommune'),
  organisationName: typed('Odense Kommune'),
  message: 'hearingInvitation',
  channel: 'personal',
  state: 'failed',
  reason: typed('Teams svarede ikke'),
  attempts: 3,
  at: '2026-11-13T08:00:02Z',
  ...more,
});

export const trailItem = (typed: Typed = asIs, more: Partial<TrailItem> = {}): TrailItem => ({
  id: '7',
  seq: 7,
  at: '2026-07-01T10:15:30Z',
  actor: { personId: null, organisationId: null },
  by: { name: typed('Miljøchef'), organisationName: typed('Odense Kommune') },
  type: typed('commentAdded'),
  data: { text: typed('Kravet er for strengt.') },
  sentence: both('event.voteClosed', { result: 'Godkendt' }),
  hash: typed('ab12'),
  previous: null,
  digest: null,
  salt: null,
  ...more,
});

/** The comments of an open hearing as the server gives them: the reader's own, or all to the secretariat. */
export const commentsFor = (role: Role, typed: Typed = asIs): CommentView[] =>
  role === 'secretariat'
    ? [
        commentView(typed, { editable: false }),
        commentView(typed, {
          id: idOf('c35'),
          ref: 'H12-035',
          clause: null,
          type: 'editorial',
          editable: false,
        }),
      ]
    : [commentView(typed)];

/** Everything there is, for one reader: what a test is about it replaces. */
export function world(role: Role, typed: Typed = asIs, more: Answers = {}): Answers {
  const revision = revisionView(role, typed);
  return {
    me: me(role),
    revisions: { items: [revisionRow(typed)] },
    revision,
    hearing: hearingFor(role, typed),
    comments: { items: commentsFor(role, typed) },
    vote: voteFor(role, typed),
    meetings: { items: [meetingView(role, typed)], allowed: verdicts(role, 'callMeeting', 'findTime') },
    meeting: meetingView(role, typed),
    schedulings: { items: [searchView(role, typed)], allowed: verdicts(role, 'findTime') },
    scheduling: searchView(role, typed),
    calendar: calendarView(typed),
    rules: rulesView(role),
    members: membersView(role, typed),
    ...(role === 'secretariat' && {
      newcomers: newcomersView(typed),
      connections: connectionsView(typed),
    }),
    tasks: { items: [taskView(typed)] },
    deliveries: { items: [deliveryView(typed)], allowed: verdicts(role, 'resendFailed') },
    trail: {
      items: [trailItem(typed)],
      anchors: [],
      verification: { ok: true, checked: 7, unsealed: 0, brokenAt: null, ...notLooked },
    },
    allowed: (act) => verdict(role, act),
    ...more,
  };
}
/** No job has looked at the trail yet. */
export const notLooked = { verifiedAt: null, differences: [] };
export const casePath = `/revision/${idOf('revision')}`;
