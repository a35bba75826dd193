import { isOpen } from './hearing.ts';
import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';
import { isSecretariat, organisationOf, type Doer } from '../frame/roles.ts';

/** How an organisation's answer stands, and who gives it. */
interface Standing {
  submittedAt: Date | null;
  contactId: string | null;
  organisationName: string | null;
}

interface Comment {
  /** Null: the secretariat typed it in. */
  personId: string | null;
  organisationId: string;
  /** When it had gone along with an answer that has given way since. */
  leftAt: Date | null;
}

/** Whoever answers for the organisation, and the secretariat for a paper that came. */
export const mayAnswer = ({ contactId }: Pick<Standing, 'contactId'>, doer: Doer): boolean =>
  isSecretariat(doer) || (doer !== 'system' && doer.personId === contactId);

/** Members until the deadline, by server time; the secretariat also after it, for what came late. */
export const notClosed = (deadline: Date, doer: Doer, now: Date): Refusal | null =>
  isOpen(deadline, now) || isSecretariat(doer)
    ? null
    : refuse('hearingClosed', { deadlineAt: deadline.toISOString() });

/** Once the contact has submitted, only the contact changes what was submitted. */
export function notSubmittedBy(standing: Standing, doer: Doer): Refusal | null {
  const { submittedAt, organisationName } = standing;
  if (!submittedAt || mayAnswer(standing, doer)) return null;
  const organisation = organisationName ?? '';
  return refuse('answerSubmitted', { organisation, submittedAt: submittedAt.toISOString() });
}

/** What the secretariat typed in from a mail it may correct; a member's own words are the member's. */
export const isOwnComment = ({ personId, organisationId }: Comment, doer: Doer): boolean =>
  isSecretariat(doer) ? personId === null : organisationId === organisationOf(doer);

/** What the contact has submitted is the contact's to change, also where its answer has given way since. */
function notLeft({ leftAt }: Comment, standing: Standing, doer: Doer): Refusal | null {
  if (!leftAt || mayAnswer(standing, doer)) return null;
  return refuseCloser('answerSubmitted', 'left', { organisation: standing.organisationName ?? '' });
}

/** Whether a comment's words may be corrected or taken back now, and if not why; `standing` is its organisation's. */
export function mayChange(
  { comment, standing, deadline }: { comment: Comment; standing: Standing; deadline: Date },
  doer: Doer,
  now: Date,
): Refusal | null {
  if (!isOwnComment(comment, doer)) return refuse('notYourComment');
  return notClosed(deadline, doer, now) ?? notSubmittedBy(standing, doer) ?? notLeft(comment, standing, doer);
}
