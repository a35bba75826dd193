import { t, type Locale } from '../../i18n/index.ts';
import type { CommentView, HearingView } from '../../views/hearing/shapes.ts';
import { execute, openUrl, show } from '../frame/actions.ts';
import { actionSet, box, rich, subheading, type Element } from '../frame/build.ts';
import { commentInputs, fitsForm } from './commentForm.ts';
import type { Reader } from '../frame/frame.ts';
import { wouldFall } from './hearingAnswer.ts';
import { about, deadlineOf } from './hearingParts.ts';
import { keptAll, type Typed } from '../frame/kept.ts';
import { line, say } from '../frame/text.ts';

const back = (view: HearingView, locale: Locale, key: 'card.cancel' | 'card.back') =>
  show(t(locale, key), 'hearing', { id: view.id });

/** Why: to whom else in the organisation it was theirs to change until now, the contact has submitted it. */
function whyNot(view: HearingView, locale: Locale, comment: CommentView | undefined) {
  const at = deadlineOf(view);
  if (!comment) return say(locale, 'card.edit.notFound', { at });
  const { ref } = comment;
  if (comment.withdrawnAt !== null) return say(locale, 'card.edit.withdrawn', { ref });
  return say(locale, view.state === 'open' ? 'card.edit.submitted' : 'card.edit.over', { ref, at });
}

function notEditable(view: HearingView, locale: Locale, comment: CommentView | undefined): Element[] {
  const said = whyNot(view, locale, comment);
  return [box('emphasis', [rich(said)]), actionSet([back(view, locale, 'card.back')])];
}

/** The comment as it stands, above a form that keeps what was typed before it changed. */
const asItStands = (comment: CommentView, locale: Locale): Element =>
  box('emphasis', [
    rich(say(locale, 'card.edit.stands', { about: about(locale, comment) }), { bold: true }),
    rich(line(comment.proposedChange ? `${comment.text} → ${comment.proposedChange}` : comment.text, 1500)),
  ]);

interface Editing extends Reader {
  id: string;
  /** Typed over words that somebody else has changed meanwhile. */
  typed?: Typed | undefined;
}

/** One comment opened: changed, withdrawn, or left as it was. Withdrawing takes this second step on purpose. */
export function editBody(view: HearingView, { locale, links, id, typed }: Editing, room: number): Element[] {
  const comment = view.mine?.comments.find((one) => one.id === id);
  if (!comment?.editable) return notEditable(view, locale, comment);
  const withdraw = execute(t(locale, 'card.comment.withdraw'), 'withdrawComment', {
    commentId: id,
    seen: comment.seen,
  });
  const head = subheading(t(locale, 'card.edit.heading', { ref: comment.ref }));
  const falls = wouldFall(view.mine!.answer, locale);
  const until = rich(
    say(locale, 'card.edit.until', { at: deadlineOf(view) }),
    { subtle: true },
    { spacing: 'small' },
  );
  const filled = { ...comment, ...typed };
  if (!fitsForm(filled)) {
    const what = rich(`${about(locale, comment)}: ${line(comment.text)}`);
    const tab = openUrl(t(locale, 'card.edit.inTab'), links.tab, { primary: true });
    const buttons = actionSet([tab, withdraw, back(view, locale, 'card.cancel')]);
    return [
      head,
      until,
      ...falls,
      ...keptAll(locale, typed ?? {}),
      what,
      rich(t(locale, 'card.edit.tooLong')),
      buttons,
    ];
  }
  const save = execute(
    t(locale, 'card.comment.saveEdit'),
    'editComment',
    { commentId: id, seen: comment.seen },
    { withInputs: true, primary: true },
  );
  const inputs = commentInputs(view, locale, room, filled);
  const now = typed ? [asItStands(comment, locale)] : [];
  return [
    head,
    until,
    ...falls,
    ...now,
    ...inputs,
    actionSet([save, withdraw, back(view, locale, 'card.cancel')]),
  ];
}
