import { t, type Locale } from '../../i18n/index.ts';
import { longTime, shortTime } from '../../process/frame/calendar.ts';
import { unanswered } from '../../process/hearing/seen.ts';
import type { CommentView, HearingView } from '../../views/hearing/shapes.ts';
import { execute, openUrl, show, showCard } from '../frame/actions.ts';
import { fact, facts, rich, title, type Action, type Element } from '../frame/build.ts';
import { commentInputs } from './commentForm.ts';
import { subject, type Frame, type Reader } from '../frame/frame.ts';
import { once } from '../frame/once.ts';
import { capital, line, say } from '../frame/text.ts';

export type Audience = 'personal' | 'channel';

export const deadlineOf = (view: HearingView): Date => new Date(view.deadline);

/** `udkast 2` in our words; the document's own title is typed and stands in the facts. */
export const documentOf = (locale: Locale, view: HearingView): string =>
  `${t(locale, `versionKind.${view.version.kind}`)} ${view.version.number}`;

export const about = (locale: Locale, { clause }: Pick<CommentView, 'clause'>): string =>
  clause === null ? t(locale, 'wholeDocument') : line(clause, 20);

/** What was written in time and never submitted may still come, late. */
export const maySubmitLate = ({ state, mine }: HearingView): boolean =>
  state === 'closed' && mine !== null && mine.submits;

export const standing = (view: HearingView): CommentView[] =>
  (view.mine?.comments ?? []).filter((comment) => comment.withdrawnAt === null);

/** Header, heading and title of every hearing card. */
export function hearingFrame(
  view: HearingView,
  { locale }: Reader,
  body: Element[],
): Omit<Frame, 'summary' | 'text'> {
  const kind = t(locale, `hearingKind.${view.kind}`);
  return {
    locale,
    ref: view.revision.ref,
    heading: t(locale, 'card.hearing.heading', { kind, subject: subject(locale, view.revision) }),
    body: [title(view.revision.title), ...body],
  };
}

/** Until when, and about which document. */
export function deadlineFacts(view: HearingView, locale: Locale): (Element | null)[] {
  const first = view.originalDeadline;
  return [
    fact(t(locale, 'card.hearing.deadline'), longTime(deadlineOf(view), locale), { bold: true }),
    first === null ? null : fact(t(locale, 'card.hearing.firstDeadline'), shortTime(new Date(first), locale)),
    fact(
      t(locale, 'card.hearing.document'),
      `${capital(documentOf(locale, view))}: ${line(view.version.title)}`,
    ),
  ];
}

export function hearingFacts(view: HearingView, locale: Locale, audience: Audience): Element {
  const mine = audience === 'personal' ? view.mine : null;
  const contact = mine?.contactName ? line(mine.contactName) : t(locale, 'card.hearing.contactPerson');
  return facts([
    ...deadlineFacts(view, locale),
    fact(
      t(locale, 'card.hearing.answersFor'),
      mine
        ? say(locale, 'card.hearing.oneAnswer', { organisation: mine.organisationName })
        : t(locale, 'card.hearing.oneAnswerEach'),
    ),
    fact(t(locale, 'card.hearing.submittedBy'), mine?.isContact ? t(locale, 'card.hearing.you') : contact),
    fact(t(locale, 'card.hearing.contact'), t(locale, 'secretariat')),
  ]);
}

export const closedText = (view: HearingView, locale: Locale): Element =>
  rich(say(locale, 'card.hearing.closed', { at: deadlineOf(view) }), {}, { spacing: 'medium' });

/** What may be done from a message that was sent: write, answer without remarks, read. */
export function invitationActions(
  view: HearingView,
  reader: Reader,
  audience: Audience,
  room: number,
): Action[] {
  const { locale, links } = reader;
  const read = openUrl(t(locale, 'card.hearing.read'), links.tab);
  if (view.state === 'closed') return [read];
  const actions: Action[] = [];
  const stranger = audience === 'channel';
  if (stranger || view.mine?.writes)
    actions.push(
      writeComment(stranger ? { ...view, mine: null } : view, locale, t(locale, 'card.hearing.write'), room),
    );
  const due = stranger || (standing(view).length === 0 && !view.mine?.answer.submittedAt);
  if (due && (stranger || view.mine?.submits))
    actions.push(
      execute(t(locale, 'card.hearing.noRemarks'), 'submitAnswer', {
        hearingId: view.id,
        position: 'noRemarks',
        seen: unanswered,
      }),
    );
  // Always: the message stays as it was sent, and colleagues may write long after it came.
  if (!stranger && view.mine)
    actions.push(show(t(locale, 'card.hearing.showMine'), 'hearing', { id: view.id }));
  return [...actions, read];
}

export const writeComment = (
  view: HearingView,
  locale: Locale,
  label: string,
  room: number,
  primary = true,
): Action =>
  once(view.version, `${view.id} ${view.mine?.organisationId} ${locale} ${room} ${primary} ${label}`, () => {
    // For whom it is written, whoever its writer is with when it is pressed.
    const data = { hearingId: view.id, ...(view.mine && { organisationId: view.mine.organisationId }) };
    const save = execute(t(locale, 'card.comment.save'), 'addComment', data, {
      withInputs: true,
      primary: true,
    });
    return showCard(locale, label, commentInputs(view, locale, room), [save], { primary });
  });
