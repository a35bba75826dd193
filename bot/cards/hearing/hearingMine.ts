import { t, type Locale, type Text } from '../../i18n/index.ts';
import { clockTime } from '../../process/frame/calendar.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { openUrl, show } from '../frame/actions.ts';
import { submitAnswer, type Named } from './answerForm.ts';
import { box, rich, type Action, type Element } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { answerBox } from './hearingAnswer.ts';
import { editBody } from './hearingEdit.ts';
import { commentList } from './hearingList.ts';
import { about, closedText, deadlineOf, maySubmitLate, hearingFrame, writeComment } from './hearingParts.ts';
import { ownParts, proposalBoxes } from './jointProposal.ts';
import { keptAll, type Typed } from '../frame/kept.ts';
import { line, say, sayPlain } from '../frame/text.ts';

export interface HearingReceipt {
  kind: 'saved' | 'edited' | 'withdrawn' | 'submitted' | 'cameLate' | 'joined' | 'declined';
  /** Whose joint answer. */
  by?: string;
  ref?: string;
  /** What the comment is about; none is the whole document. */
  clause?: string | null;
  at: Date;
  /** How many comments came late. */
  count?: number;
}

export interface ToMe extends Reader {
  receipt?: HearingReceipt;
  /** The comment to open for editing. */
  edit?: string;
  /** Why what was pressed on an older card was not done, and what was typed there. */
  refused?: { message: Text; typed: Typed };
  /** It is put in the place of a card that somebody had: it asks for nothing to be typed, and shows the way. */
  still?: boolean;
  /** Members who may be named in a joint answer; without them the card does not ask. */
  others?: Named[];
}

/** What was recorded, when, what can still be changed and until when. */
function receiptBox(
  view: HearingView,
  locale: Locale,
  { kind, ref, clause = null, at, by = '', count = 0 }: HearingReceipt,
): Element {
  const said = say(locale, `card.receipt.${kind}`, {
    time: clockTime(at, locale),
    ref: ref ?? '',
    by,
    count,
    about: about(locale, { clause }),
    state: t(locale, `answer.${view.mine?.answer.position ?? 'noRemarks'}`),
  });
  const written = kind === 'saved' || kind === 'edited';
  // Once it is submitted it is the contact's to change.
  const until = written && !view.mine?.isContact ? 'staff' : kind === 'cameLate' ? 'submitted' : kind;
  const untilText = say(locale, `card.receipt.until.${until}`, { at: deadlineOf(view) });
  const open = view.state === 'open';
  const waits = open && written ? [rich(waitsText(view, locale))] : [];
  const own = kind === 'joined' && view.mine ? ownParts(view.mine, locale) : [];
  return box('good', [rich(open ? `✓ ${said} ${untilText}` : `✓ ${said}`), ...waits, ...own]);
}

/** Who sends on what was written, and who sees it until then. */
function waitsText({ mine }: HearingView, locale: Locale): string {
  const { drafts = 0, isContact = false, contactName = null } = mine ?? {};
  if (drafts === 0) return t(locale, 'card.receipt.seen');
  const by = mine?.joinedTo;
  if (by) return say(locale, 'card.receipt.besideJoint', { by });
  if (isContact) return t(locale, 'card.receipt.waitsForYou');
  return contactName
    ? say(locale, 'card.receipt.waits', { contact: contactName })
    : t(locale, 'card.receipt.waitsForContact');
}

const refusedBox = (message: Text, locale: Locale): Element =>
  box('emphasis', [
    rich(t(locale, 'card.refusal.heading'), { bold: true }),
    rich(line(message[locale], 600)),
  ]);

/** The form of our answer keeps what was typed in it. */
const withTyped = (mine: NonNullable<HearingView['mine']>, reservation: string | undefined) =>
  reservation ? { ...mine, answer: { ...mine.answer, reservation } } : mine;

function mineActions(view: HearingView, to: ToMe, room: number): Action[] {
  const { locale, links, others = [] } = to;
  const tab = openUrl(t(locale, 'card.openTab'), links.tab);
  if (!view.mine) return [tab];
  const see = show(t(locale, 'card.hearing.showMine'), 'hearing', { id: view.id });
  if (view.state === 'closed' && to.still) return [see, tab];
  if (view.state === 'closed')
    return maySubmitLate(view) ? [submitAnswer(view, to, 1, { others, room, primary: true }), tab] : [tab];
  const remarks = view.mine.commentCount;
  const { submits, writes } = view.mine;
  const unsubmitted = view.mine.answer.submittedAt === null;
  const due = submits && unsubmitted;
  const actions: Action[] = [];
  const filled = { ...view, mine: withTyped(view.mine, to.refused?.typed.reservation) };
  if (submits) actions.push(submitAnswer(filled, to, remarks, { others, room, primary: due }));
  if (writes) {
    const label = t(locale, remarks > 0 ? 'card.hearing.writeMore' : 'card.hearing.write');
    actions.push(writeComment(view, locale, label, room, unsubmitted && !due));
  }
  return [...actions, tab];
}

/** After the deadline, where something waits: what may still come, and what it does to our answer. */
function stillText(view: HearingView, locale: Locale): Element {
  const { drafts: count, lateWay } = view.mine!;
  const said = lateWay === 'beside' ? 'card.late.stillBeside' : 'card.late.still';
  return rich(say(locale, said, { at: deadlineOf(view), count }), {}, { spacing: 'medium' });
}

/** For those who see no card: until when, and whose answer it is. */
function textOf({ state, mine }: HearingView) {
  if (state === 'closed') return 'card.hearing.mineClosed';
  return mine ? 'card.hearing.mineText' : 'card.hearing.nobodysText';
}

/** The person's own view after a click. Refreshed only from its menu: a refresh would wipe half-typed input. */
export function hearingMine(view: HearingView, to: ToMe): Message {
  const { locale, receipt, edit, refused } = to;
  return fit((room) => {
    const receipts = receipt ? [receiptBox(view, locale, receipt)] : [];
    const no = refused ? [refusedBox(refused.message, locale)] : [];
    const typed = refused?.typed;
    const editing = edit === undefined ? null : [...no, ...editBody(view, { ...to, id: edit, typed }, room)];
    const open = view.state === 'open';
    const when = rich(
      say(locale, 'card.hearing.until', { at: deadlineOf(view) }),
      { subtle: true },
      { spacing: 'small' },
    );
    const over = maySubmitLate(view) ? stillText(view, locale) : closedText(view, locale);
    const body = editing ?? [
      ...receipts,
      ...no,
      // While the hearing is open, the form of our answer holds it.
      ...keptAll(locale, open ? { ...typed, reservation: '' } : { ...typed }),
      open ? when : over,
      ...proposalBoxes(view, locale),
      ...commentList(view, locale, room, receipt !== undefined),
      answerBox(view, locale),
    ];
    const names = { subject: plainSubject(locale, view.revision), at: deadlineOf(view) };
    return frame({
      ...hearingFrame(view, to, body),
      actions: editing ? [] : mineActions(view, to, room),
      refresh: { action: show(t(locale, 'card.refresh'), 'hearing', { id: view.id }), userIds: [] },
      summary: sayPlain(locale, 'card.hearing.mineSummary', names),
      text: sayPlain(locale, textOf(view), names),
    });
  });
}
