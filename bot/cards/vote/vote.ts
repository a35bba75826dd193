import { t, type Locale } from '../../i18n/index.ts';
import { clockTime } from '../../process/frame/calendar.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { execute, openUrl, show, showCard } from '../frame/actions.ts';
import { actionSet, box, facts, rich, small, type Action, type Element } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { textInput } from '../frame/inputs.ts';
import { fixed, perContent } from '../frame/once.ts';
import { voteResult } from './result.ts';
import {
  afterMeeting,
  ballotBox,
  ballotChoices,
  castFact,
  motion,
  questionFacts,
  voteFrame,
  voteHeading,
  type Question,
} from './voteParts.ts';
import { sayPlain } from '../frame/text.ts';

export interface ToVoter extends Reader {
  /** `shared` stands in the meeting's chat for everyone; `mine` is one person's own view of it. */
  audience: 'shared' | 'mine';
  /** Whether words typed here last: not where the card is edited for everybody while they are typed. Unless told, they do. */
  mayType?: boolean;
  /** When the count was true: the shared card is edited now and then, not at every ballot. */
  asOf: Date;
  /** Channel ids (`29:…`) whose Teams fetches their own view by itself, 60 at most; unset: everyone in a small chat. */
  refreshFor?: string[];
}

const statementLimit = 4000;
const statementBytes = 8000;
const mostRefreshed = 60;

/** Only after a ballot against: the four choices stay alike, and no other choice can carry a statement. */
function statementAction(view: VoteView, { locale, links, mayType = true }: ToVoter): Action[] {
  const ballot = view.mine?.ballot;
  // A rehearsal keeps nothing.
  if (view.rehearsal || ballot?.choice !== 'against') return [];
  const current = ballot.statement ?? '';
  const label = t(locale, current ? 'card.statement.edit' : 'card.statement.write');
  // Every ballot of the others edits the card in their chat, and would take a half-typed statement with it.
  if (!mayType) return [openUrl(`${label} ${t(locale, 'card.statement.inTab')}`, links.tab)];
  // Saving replaces it, so it is opened whole or in the tab.
  if (Buffer.byteLength(JSON.stringify(current)) > statementBytes) return [];
  const input = textInput({
    id: 'statement',
    label: t(locale, 'card.statement.label'),
    errorMessage: t(locale, 'card.statement.missing'),
    ...(current && { value: current.toWellFormed() }),
    maxLength: statementLimit,
    lines: true,
  });
  const save = execute(
    t(locale, 'card.statement.save'),
    'castBallot',
    { voteId: view.id, choice: 'against', seen: view.mine!.seen },
    { withInputs: true },
  );
  return [showCard(locale, label, [input], [save])];
}

interface Asked {
  view: Question;
  locale: Locale;
  room: number;
  tab: string;
}

/** The question stands in everybody's card alike, at every ballot anew. */
const askedOf = perContent(({ view, locale, room, tab }: Asked) => {
  const names = { subject: plainSubject(locale, view.revision) };
  const head = voteFrame(view, locale, voteHeading(view, locale), motion(view, locale, room));
  return {
    head: { ...head, body: head.body.map(fixed) },
    facts: questionFacts(view, locale),
    choices: fixed(ballotChoices(view, locale)),
    read: fixed(openUrl(t(locale, 'card.vote.read'), tab)),
    again: show(t(locale, 'card.refresh'), 'vote', { id: view.id }),
    summary: sayPlain(locale, view.rehearsal ? 'card.vote.summaryRehearsal' : 'card.vote.summary', names),
    text: sayPlain(locale, view.rehearsal ? 'card.vote.plainRehearsal' : 'card.vote.plainText', {
      ...names,
      meeting: view.meeting.title,
    }),
  };
});

function questionOf(view: VoteView): Question {
  const {
    id,
    rehearsal,
    motion: motionText,
    versionHash,
    version,
    revision,
    meeting,
    ruleText,
    reason,
  } = view;
  return { id, rehearsal, motion: motionText, versionHash, version, revision, meeting, ruleText, reason };
}

type Said = ReturnType<typeof askedOf>;

function sharedBody(view: VoteView, { choices }: Said, locale: Locale): Element[] {
  const over = afterMeeting(view, locale);
  if (over.length > 0)
    return [rich(over.join(' '), {}, { spacing: 'medium' }), ...(view.countsUntil ? [choices] : [])];
  return [
    rich(t(locale, view.rule.deputies ? 'card.vote.whoDeputy' : 'card.vote.who'), {}, { spacing: 'medium' }),
    choices,
    small(t(locale, view.rehearsal ? 'card.vote.openRehearsal' : 'card.vote.open')),
  ];
}

/** Never empty: who may not vote is told why, and still sees the organisation's ballot. */
function mineBody(view: VoteView, { choices, again }: Said, locale: Locale, room: number): Element[] {
  const { mine } = view;
  const ballot = mine?.ballot ? [ballotBox(view, mine.ballot, locale, room)] : [];
  const why = mine ? mine.why?.[locale] : t(locale, 'card.vote.noOrganisation');
  if (why) {
    return [...ballot, box('emphasis', [rich(why)]), actionSet([again])];
  }
  const asked = ballot.length > 0 ? [] : [rich(notYet(view, locale), {}, { spacing: 'medium' })];
  return [...ballot, ...asked, choices];
}

function notYet({ countsUntil }: VoteView, locale: Locale): string {
  const until = countsUntil && clockTime(new Date(countsUntil), locale);
  return until ? t(locale, 'card.vote.notYetOver', { until }) : t(locale, 'card.vote.notYet');
}

/** A refresh would wipe a half-typed statement; without one there is nothing to wipe. */
function refresh(action: Action, { audience, refreshFor }: ToVoter, typing: boolean) {
  if (audience === 'mine' && typing) return { action, userIds: [] };
  return refreshFor ? { action, userIds: refreshFor.slice(-mostRefreshed) } : { action };
}

export function voteCard(view: VoteView, to: ToVoter): Message {
  if (view.state === 'closed') return voteResult(view, to);
  const { locale, links, audience, asOf } = to;
  const mine = audience === 'mine';
  const question = questionOf(view);
  return fit((room) => {
    const asked = askedOf({ view: question, locale, room, tab: links.tab });
    const mayCast = mine && view.mine !== null && view.mine.why === null;
    const statement = mayCast ? statementAction(view, to) : [];
    const { head, read, again, summary, text } = asked;
    return frame({
      ...head,
      body: [
        ...head.body,
        facts([...asked.facts, castFact(view, locale, asOf)]),
        ...(mine ? mineBody(view, asked, locale, room) : sharedBody(view, asked, locale)),
      ],
      actions: [...statement, read],
      refresh: refresh(again, to, (to.mayType ?? true) && statement.length > 0),
      summary,
      text,
    });
  });
}
