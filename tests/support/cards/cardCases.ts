import * as cards from '../../../bot/cards/index.ts';
import type { Message } from '../../../bot/cards/index.ts';
import type { Locale } from '../../../bot/i18n/index.ts';
import { jointCases } from './jointCases.ts';
import { timeCases } from './timeCases.ts';
import { taskView } from '../views/taskView.ts';
import {
  answerView,
  asStaff,
  ballotView,
  closedVote,
  commentView,
  hearingView,
  idOf,
  mineView,
  voteView,
  type Typed,
} from '../views/views.ts';
import { revisionRow } from '../views/rowViews.ts';

const asIs: Typed = (text) => text;
const at = new Date('2026-12-01T09:42:00Z');
const asOf = new Date('2027-05-06T11:04:00Z');
const others = (typed: Typed, count = 4) =>
  Array.from({ length: count }, (_, n) => ({ id: idOf(`other${n}`), name: typed(`Medlem ${n + 1}`) }));

const submitted = (typed: Typed) => ({
  ...mineView(typed),
  answer: {
    position: 'withRemarks' as const,
    state: 'reservation' as const,
    submittedAt: '2026-12-01T09:42:00Z',
    reservation: typed('Med forbehold for byrådets godkendelse.'),
    jointWith: [{ id: idOf('other1'), name: typed('Medlem 2') }],
    proposed: [{ id: idOf('other1'), name: typed('Medlem 2'), state: 'accepted' as const, fell: false }],
  },
});

const staff = (typed: Typed) => ({ ...mineView(typed), ...asStaff });
const disposed = (typed: Typed) => ({
  ...submitted(typed),
  writes: false,
  submits: false,
  comments: [
    commentView(typed, {
      disposition: 'partly',
      response: typed('Kravet er gjort lempeligere.'),
      editable: false,
    }),
  ],
});

const closedHearing = (typed: Typed) => ({
  state: 'closed' as const,
  sealed: false,
  answers: [answerView(typed, { state: 'withRemarks' })],
});

function hearingCases(typed: Typed, locale: Locale): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' } };
  const view = hearingView(typed);
  const closed = closedHearing(typed);
  return {
    'too late': cards.hearingLate(
      { ...view, ...closed },
      { ...to, late: 'comment', typed: { text: typed('Kravet er for strengt.') } },
    ),
    'too late to answer': cards.hearingLate(
      { ...view, ...closed },
      { ...to, late: 'answer', typed: { reservation: typed('Med forbehold for byrådets godkendelse.') } },
    ),
    reminder: cards.hearingReminder(
      { ...view, mine: { ...mineView(typed), comments: [], commentCount: 0 } },
      to,
    ),
    'reminder, comments not submitted': cards.hearingReminder(view, { ...to, others: others(typed) }),
    'deadline extended': cards.deadlineExtended(
      { ...view, originalDeadline: '2026-12-04T11:00:00Z' },
      { ...to, audience: 'personal' },
    ),
    'named in a joint answer': cards.jointNotice(
      { ...view, mine: { ...mineView(typed), comments: [], commentCount: 0 } },
      { ...to, by: typed('Odense Kommune') },
    ),
    'invitation, personal': cards.hearingInvitation(
      { ...view, mine: { ...mineView(typed), comments: [], commentCount: 0 } },
      { ...to, audience: 'personal' },
    ),
    'invitation, channel': cards.hearingInvitation({ ...view, mine: null }, { ...to, audience: 'channel' }),
    'invitation, already closed': cards.hearingInvitation(
      { ...view, ...closed },
      { ...to, audience: 'personal' },
    ),
  };
}

function mineCases(typed: Typed, locale: Locale): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' } };
  const view = hearingView(typed);
  const closed = closedHearing(typed);
  return {
    'receipt, saved': cards.hearingMine(view, {
      ...to,
      others: others(typed),
      receipt: { kind: 'saved', ref: 'H12-034', clause: '5.b', at },
    }),
    'receipt, edited, as staff': cards.hearingMine(
      { ...view, mine: staff(typed) },
      { ...to, receipt: { kind: 'edited', ref: 'H12-034', clause: '5.b', at } },
    ),
    'receipt, withdrawn': cards.hearingMine(
      {
        ...view,
        mine: {
          ...mineView(typed),
          comments: [commentView(typed, { withdrawnAt: '2026-12-01T09:42:00Z' })],
          commentCount: 0,
        },
      },
      { ...to, receipt: { kind: 'withdrawn', ref: 'H12-034', at } },
    ),
    'receipt, submitted': cards.hearingMine(
      { ...view, mine: submitted(typed) },
      { ...to, others: others(typed), receipt: { kind: 'submitted', at } },
    ),
    'mine, closed and answered': cards.hearingMine({ ...view, ...closed, mine: disposed(typed) }, to),
    'mine, no organisation': cards.hearingMine({ ...view, mine: null }, to),
    'edit a comment': cards.hearingMine(view, { ...to, edit: idOf('comment34') }),
    'edit what is not ours': cards.hearingMine(view, { ...to, edit: idOf('somebody') }),
  };
}

function voteCases(typed: Typed, locale: Locale): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' }, asOf };
  const mine = voteView(typed).mine!;
  const held = (ballot: Parameters<typeof ballotView>[1], more: object = {}) =>
    voteView(typed, { mine: { ...mine, ballot: ballotView(typed, ballot), ...more } });
  const why = { da: 'Repræsentanten er til stede og afgiver stemmen.', en: 'The representative is present.' };
  const against = { choice: 'against' as const, statement: typed('Kravet er for dyrt.') };
  return {
    'vote, shared': cards.voteCard(voteView(typed), { ...to, audience: 'shared' }),
    'vote, shared, rehearsal': cards.voteCard(voteView(typed, { rehearsal: true }), {
      ...to,
      audience: 'shared',
    }),
    'vote, mine, not cast': cards.voteCard(voteView(typed, { reason: typed('Ekstraordinært møde.') }), {
      ...to,
      audience: 'mine',
    }),
    'vote, mine, for': cards.voteCard(held({}), { ...to, audience: 'mine' }),
    'vote, mine, against with a statement': cards.voteCard(held(against), { ...to, audience: 'mine' }),
    'vote, mine, not entitled': cards.voteCard(held({ by: 'deputy' }, { seat: null, why }), {
      ...to,
      audience: 'mine',
    }),
    'vote, no organisation': cards.voteCard(voteView(typed, { mine: null }), { ...to, audience: 'mine' }),
    result: cards.voteResult(closedVote(typed), to),
    'result, tie': cards.voteResult(closedVote(typed, 5, { outcome: 'tied', carried: null }), to),
    'result, not carried': cards.voteResult(
      closedVote(typed, 5, { outcome: 'notCarried', carried: false }),
      to,
    ),
    'result, rehearsal': cards.voteResult(closedVote(typed, 5, { rehearsal: true }), to),
    'ballot recorded on behalf': cards.ballotRecorded(
      held({ by: 'secretariat', means: 'phone', choice: 'abstain' }),
      to,
    ),
    'vote left open': cards.voteLeftOpen(voteView(typed, { meetingOverAt: '2027-05-06T12:30:00Z' }), {
      ...to,
      asOf,
    }),
    'vote left open, closed since': cards.leftOpenSettled(closedVote(typed), to),
    'vote left open, the meeting goes on': cards.leftOpenSettled(voteView(typed), to),
    'seat replaced': cards.seatReplaced(held({ by: 'representative' }, { seat: null, why }), to),
    'ballot recorded, cannot correct': cards.ballotRecorded(
      held({ by: 'secretariat', means: 'room', choice: 'recused' }, { seat: null, why }),
      to,
    ),
  };
}

function vacantCases(typed: Typed, locale: Locale): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' } };
  return {
    'somebody to answer and vote again': cards.placesFilled({ over: false, inHearing: false }, to),
    'somebody to answer again in a hearing': cards.placesFilled({ over: false, inHearing: true }, to),
    'nobody to answer in a hearing that is over': cards.placesFilled({ over: true, inHearing: true }, to),
    'nobody to answer or vote': cards.placeVacant(
      { hearing: null, answerers: [typed('Odense Kommune')], representatives: [typed('Region Fyn')] },
      to,
    ),
    'nobody to answer in a hearing': cards.placeVacant(
      {
        hearing: {
          ref: 'POGI-2027-01',
          goalNumber: 5,
          title: typed('Fødevarer'),
          deadline: '2026-12-11T11:00:00Z',
        },
        answerers: [typed('Odense Kommune'), typed('Region Fyn')],
        representatives: [],
      },
      to,
    ),
  };
}

/** Every card in every state that we know, by a name a member would use. */
export function cardCases(locale: Locale, typed: Typed = asIs): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' }, asOf: at };
  const message = {
    da: `Underpunkt ${typed('5.x')} findes ikke.`,
    en: `Clause ${typed('5.x')} does not exist.`,
  };
  const todo = { da: 'Vælg et andet underpunkt.', en: 'Choose another clause.' };
  return {
    ...hearingCases(typed, locale),
    ...mineCases(typed, locale),
    ...jointCases(typed, locale),
    ...voteCases(typed, locale),
    ...timeCases(typed, locale),
    ...vacantCases(typed, locale),
    refusal: cards.refusalCard(
      {
        message,
        todo,
        unmet: [{ message }],
        typed: { text: typed('Tekst.'), proposedChange: typed('Ny tekst.') },
      },
      locale,
    ),
    apology: cards.apology('req-7f3a', locale),
    status: cards.statusCard(
      [revisionRow(typed), revisionRow(typed, { state: 'returned', goalNumber: null })],
      to,
    ),
    'status, nothing': cards.statusCard([], to),
    tasks: cards.tasksCard(
      [
        taskView(typed),
        taskView(typed, { kind: 'castBallot', voteId: idOf('vote'), due: null }),
        taskView(typed, { kind: 'openHearing' }),
      ],
      to,
    ),
    'tasks, nothing': cards.tasksCard([], to),
    help: cards.helpCard(to),
    'where others read along': cards.elsewhereCard(to),
    'a case that is shared': cards.caseCard(revisionRow(typed), to),
    greeting: cards.greeting({ ...to, organisation: typed('Odense Kommune') }),
    'greeting, secretariat': cards.greeting({ ...to, organisation: null }),
  };
}
