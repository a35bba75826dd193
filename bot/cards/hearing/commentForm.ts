import { t, type Locale } from '../../i18n/index.ts';
import { commentTypes } from '../../process/hearing/hearing.ts';
import type { CommentView, HearingView } from '../../views/hearing/shapes.ts';
import type { Element } from '../frame/build.ts';
import { choiceInput, textInput } from '../frame/inputs.ts';
import { capital, line } from '../frame/text.ts';

/** As long as a comment may be: a longer one would be refused after it was written. */
const textLimit = 10_000;
const clauseLimit = 20;
const mostClauses = 60;
/** What may stand prefilled in a card beside everything else in it. */
const prefillBytes = 9000;

/** Saving a cut text would lose its end, so what does not fit whole is edited in the tab. */
export const fitsForm = ({ text, proposedChange }: CommentView): boolean =>
  Buffer.byteLength(JSON.stringify([text, proposedChange])) <= prefillBytes;

/** Nothing chosen is "not given": a comment is then about the whole document. A choice may not be empty. */
function clauseInput(view: HearingView, locale: Locale, room: number, current?: CommentView): Element[] {
  const { clauses } = view.version;
  if (clauses.length === 0) return [];
  // An emptied field would empty the clause, so what cannot be shown whole is not asked for.
  if (current?.clause && current.clause.length > clauseLimit) return [];
  const value = current?.clause ? { value: current.clause.toWellFormed() } : {};
  const wieldy = clauses.every(({ number }) => number.length <= clauseLimit);
  if (!wieldy || clauses.length > mostClauses * room)
    return [
      textInput({
        id: 'clause',
        label: t(locale, 'card.comment.clauseNumber'),
        ...value,
        maxLength: clauseLimit,
      }),
    ];
  const choices = clauses.map(({ number, heading }) => ({
    title: line(`${number} ${heading}`, 60 * room),
    value: number.toWellFormed(),
  }));
  const placeholder = t(locale, 'wholeDocument');
  return [
    choiceInput({ id: 'clause', label: t(locale, 'card.comment.clause'), ...value, placeholder, choices }),
  ];
}

/** Inputs of addComment, and of editComment when there is a comment to start from. */
export function commentInputs(
  view: HearingView,
  locale: Locale,
  room: number,
  current?: CommentView,
): Element[] {
  return [
    ...clauseInput(view, locale, room, current),
    choiceInput({
      id: 'type',
      label: t(locale, 'card.comment.type'),
      value: current?.type ?? 'general',
      errorMessage: t(locale, 'card.comment.typeMissing'),
      choices: commentTypes.map((type) => ({
        title: capital(t(locale, `commentType.${type}`)),
        value: type,
      })),
    }),
    textInput({
      id: 'text',
      label: t(locale, 'card.comment.text'),
      ...(current && { value: current.text.toWellFormed() }),
      errorMessage: t(locale, 'card.comment.textMissing'),
      placeholder: t(locale, 'card.comment.textHint'),
      maxLength: textLimit,
      lines: true,
    }),
    textInput({
      id: 'proposedChange',
      label: t(locale, 'card.comment.proposedChange'),
      ...(current?.proposedChange && { value: current.proposedChange.toWellFormed() }),
      maxLength: textLimit,
      lines: true,
    }),
  ];
}
