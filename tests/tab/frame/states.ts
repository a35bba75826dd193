import { answerStates, type AnswerState } from '../../../bot/process/hearing/hearing.ts';
import { both } from '../../../bot/i18n/index.ts';
import type { GroupView } from '../../../bot/views/case/shapes.ts';
import type { MeetingView, SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import type { AnswerView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import { taskView } from '../../support/views/taskView.ts';
import {
  answerView,
  ballotView,
  closedVote,
  commentView,
  idOf,
  type Typed,
} from '../../support/views/views.ts';
import {
  casePath,
  groupView,
  hearingFor,
  membersView,
  memberView,
  revisionView,
  rulesView,
  trailItem,
  voteFor,
  world,
} from '../case/cases.ts';
import { calendarView, failedCall, meetingView, proposed, searchView, waiting } from './timeCases.ts';
import { gated, missing, refused, verdicts, type Role } from './readers.ts';
import {
  connectionsView,
  heldPlan,
  shownPlan,
  sourceView,
  troubled,
  unconfigured,
} from '../reach/setupCases.ts';
import type { Answers } from './show.tsx';

/** An address of the tab, and the server behind it. */
export interface Address {
  path: string;
  answers: Answers;
}
type Addresses = Record<string, Address>;

const at = (path: string, answers: Answers): Address => ({ path: casePath + path, answers });
const asIs: Typed = (text) => text;

const answerOf = (typed: Typed, state: AnswerState, more: Partial<AnswerView> = {}): AnswerView => {
  const submittedAt = state === 'silent' ? null : '2026-07-02T10:00:00Z';
  const own = { organisationId: idOf(state), state, submitted: state !== 'silent', submittedAt };
  return answerView(typed, { ...own, ...more });
};

/** A hearing that is over, with an answer of each of the six kinds and one that nobody asked for. */
export function answered(role: Role, typed: Typed = asIs): HearingView {
  const unasked = { organisationId: idOf('x'), invited: false, submitted: false };
  return hearingFor(role, typed, {
    state: 'closed',
    originalDeadline: '2026-12-04T11:00:00Z',
    answers: [
      ...answerStates.map((state) => answerOf(typed, state)),
      answerOf(typed, 'withRemarks', unasked),
    ],
  });
}

const disposed = (typed: Typed) => [
  commentView(typed, {
    disposition: 'partly',
    response: typed('Kravet er gjort lempeligere.'),
    theme: typed('Dosering'),
    changedClause: typed('5.c'),
    late: true,
    editedAt: '2026-12-01T10:00:00Z',
    editable: false,
  }),
  commentView(typed, {
    id: idOf('w'),
    withdrawnAt: '2026-12-01T10:00:00Z',
    channel: 'mail',
    editable: false,
  }),
];

function ofHearings(typed: Typed): Addresses {
  const over = { hearing: answered('staff', typed) };
  const items = disposed(typed);
  return {
    'a hearing that is over': at(
      '/hearing',
      world('contact', typed, { hearing: answered('contact', typed) }),
    ),
    'comments that are answered': at('/comments', world('staff', typed, { ...over, comments: { items } })),
    'comments none of which is mine': at('/comments', world('staff', typed, { comments: { items: [] } })),
  };
}

function ofCases(typed: Typed): Addresses {
  const whole = revisionView('secretariat', typed);
  const nothing = { hearings: [], votes: [], versions: [], blocking: [], hearing: null, vote: null };
  const empty = { revision: { ...whole, ...nothing } };
  const aside = { revision: { ...whole, state: 'onHold' as const, stage: 'decision' as const } };
  const failure = both('channel.failure.nameTaken');
  const ofGroup = (more: Partial<GroupView>) => ({
    revision: { ...whole, group: groupView('secretariat', typed, more) },
  });
  const shut = { state: 'failed' as const, url: null, reason: failure, at: '2026-12-01T09:00:00Z' };
  const soon = { ...shut, state: 'waiting' as const, reason: null, at: null };
  const gate = { revision: { ...whole, allowed: [gated('addVersion', missing(), missing(true))] } };
  return {
    'a case without anything': at('', world('secretariat', typed, empty)),
    'a case without a group': at(
      '/group',
      world('secretariat', typed, { revision: { ...whole, group: null } }),
    ),
    'a group whose channel failed': at('/group', world('secretariat', typed, ofGroup({ channel: shut }))),
    'a group that was just formed': at(
      '/group',
      world('secretariat', typed, ofGroup({ channel: soon, seats: [], represented: 0 })),
    ),
    'a case without documents': at('/documents', world('staff', typed, empty)),
    'a case without a hearing': at('/hearing', world('staff', typed, empty)),
    'a case set aside': at('', world('staff', typed, aside)),
    'a gate that is not met': at('/documents', world('secretariat', typed, gate)),
  };
}

function ofVotes(typed: Typed): Addresses {
  const held = voteFor('representative', typed);
  const ballot = ballotView(typed, { choice: 'against', statement: typed('For dyrt.'), by: 'deputy' });
  const message = { da: 'Du er ikke i mødet.', en: 'You are not in the meeting.' };
  const away = { ...held, allowed: [refused('castBallot', 'notInMeeting', message)] };
  const tie = { outcome: 'tied' as const, carried: null, present: 18, quorumNeeded: 10 };
  const tied = closedVote(typed, 19, { ...tie, allowed: verdicts('chair', 'decideTie') });
  const cast = { ...held, mine: { ...held.mine!, ballot } };
  const rehearsal = voteFor('chair', typed, { rehearsal: true });
  return {
    'a ballot that is cast': at('/vote', world('representative', typed, { vote: cast })),
    'a ballot that cannot be cast now': at('/vote', world('representative', typed, { vote: away })),
    'a rehearsal': at('/vote', world('chair', typed, { vote: rehearsal })),
    'a vote that was carried': at('/vote', world('staff', typed, { vote: closedVote(typed) })),
    'a vote that is tied': at('/vote', world('chair', typed, { vote: tied })),
    'no meeting to vote at': at(
      '/vote',
      world('secretariat', typed, { meetings: { items: [], allowed: [] } }),
    ),
  };
}

function ofPages(typed: Typed): Addresses {
  const what = { thing: 'ballot', field: 'choice', how: 'differs' };
  const differences = [{ ...what, sentence: { da: typed('En stemme: valget'), en: typed('A ballot') } }];
  const found = { verifiedAt: '2026-07-01T10:00:00Z', differences };
  const broken = { ok: false, checked: 3, unsealed: 1, brokenAt: 4, ...found };

  const items = [trailItem(typed, { seq: null, hash: null, data: null })];
  const confirmed = rulesView('secretariat', { confirmed: true, confirmedAt: '2026-07-01T10:00:00Z' });
  const tasks = { items: Array.from({ length: 6 }, (_, n) => taskView(typed, { id: `${n}` })) };
  const none = { revisions: { items: [] }, tasks: { items: [] } };
  const page = (path: string, answers: Answers): Address => ({ path, answers });
  return {
    'a broken chain': at(
      '/trail',
      world('staff', typed, { trail: { items, anchors: [], verification: broken } }),
    ),
    'rules in force': page('/rules', world('secretariat', typed, { rules: confirmed })),
    'nothing at all': page('/', world('staff', typed, none)),
    'many tasks': page('/', world('contact', typed, { tasks })),
    'no meetings': page('/meetings', world('chair', typed, { meetings: { items: [], allowed: [] } })),
    'a stranger': page('/', {}),
  };
}

function ofMeetings(typed: Typed): Addresses {
  const meeting = (more: Partial<MeetingView>): Address => ({
    path: `/meeting/${idOf('meeting')}`,
    answers: world('secretariat', typed, { meeting: meetingView('secretariat', typed, more) }),
  });
  const search = (scheduling: SchedulingView, role: Role = 'secretariat'): Address => ({
    path: `/scheduling/${idOf('search')}`,
    answers: world(role, typed, { scheduling }),
  });
  const own = searchView('representative', typed);
  const answeredAt = '2026-11-30T09:00:00Z';
  const said = own.slots.map((slot, index) => ({ ...slot, possible: index === 0 }));
  const failure = both('scheduling.failure.unavailable');
  const unread = { readAt: null, failure, readable: 0, unreadable: 0 };
  return {
    'a meeting whose call failed': meeting(failedCall),
    'a meeting on its way': meeting({ calendar: waiting, chat: waiting, inSession: false }),
    'a meeting that is cancelled': meeting({
      cancelledAt: '2026-11-30T09:00:00Z',
      cancelReason: typed('Udbuddet er udskudt.'),
      inSession: false,
    }),
    'calendars being read': search(proposed(typed, { state: 'reading', times: [] })),
    'times proposed': search(proposed(typed)),
    'calendars that cannot be read': search(proposed(typed, { calendars: unread })),
    'no time at all': search(proposed(typed, { times: [] })),
    'a time found': search(
      searchView('secretariat', typed, { state: 'settled', meetingId: idOf('meeting') }),
    ),
    'a search given up': search(searchView('secretariat', typed, { state: 'dropped' })),
    'a poll one has answered': search({ ...own, slots: said, mine: { answeredAt } }, 'representative'),
    'a poll that is over': search({ ...own, state: 'settled', meetingId: idOf('meeting') }, 'chair'),
    'nowhere to follow': {
      path: '/meetings',
      answers: world('staff', typed, { calendar: calendarView(typed, { address: null, items: [] }) }),
    },
  };
}

function ofSetup(typed: Typed): Addresses {
  const state = (connections: ReturnType<typeof troubled>): Address => ({
    path: '/setup',
    answers: world('secretariat', typed, { connections }),
  });
  const planned = (plan: ReturnType<typeof heldPlan>) =>
    state(connectionsView(typed, { sources: [sourceView(typed, { plan })] }));
  const [seat, ...others] = memberView(typed).people;
  const people = [{ ...seat!, left: true, inSteeringGroup: false }, ...others];
  const members = { ...membersView('secretariat', typed), items: [memberView(typed, { people })] };
  return {
    'no directory': state(unconfigured(typed)),
    'a directory in trouble': state(troubled(typed)),
    'a change that waits': planned(heldPlan(typed)),
    'a change that is only shown': planned(shownPlan(typed)),
    'a seat whose holder has left': {
      path: '/members',
      answers: world('secretariat', typed, { members }),
    },
  };
}

/** What a page can come to show beside what it mostly shows. */
export const states = (typed: Typed): Addresses => ({
  ...ofHearings(typed),
  ...ofCases(typed),
  ...ofVotes(typed),
  ...ofPages(typed),
  ...ofMeetings(typed),
  ...ofSetup(typed),
});
