import { notAnswerer } from '../people/organisation.ts';
import { isLate, isOpen, type Position } from './hearing.ts';
import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';
import { isSecretariat, organisationOf, type Doer } from '../frame/roles.ts';

/** How an organisation's answer stands, and who gives it. */
export interface Standing {
  submittedAt: Date | null;
  contactId: string | null;
  contactName: string | null;
  organisationName: string | null;
}

/** Of its answer: whether it came late (null: there is none), and in a joint answer whose it is. */
interface Answered {
  late: boolean | null;
  senderId: string | null;
}

interface Comment {
  /** Null: the secretariat typed it in. */
  personId: string | null;
  organisationId: string;
  /** When it had gone along with an answer that has given way since. */
  leftAt: Date | null;
}

/** Whether somebody is the one who answers for the organisation. */
export const isContact = ({ contactId }: Pick<Standing, 'contactId'>, doer: Doer): boolean =>
  doer !== 'system' && doer.personId === contactId;

/** Whoever answers for the organisation, and the secretariat for a paper that came. */
const mayAnswer = (standing: Pick<Standing, 'contactId'>, doer: Doer): boolean =>
  isSecretariat(doer) || isContact(standing, doer);

export const notTheAnswerer = (standing: Standing, doer: Doer): Refusal | null =>
  mayAnswer(standing, doer) ? null : notAnswerer(standing.organisationName ?? '', standing.contactName);

/** Members until the deadline, by server time; the secretariat also after it, for what came late. */
export const notClosed = (deadline: Date, doer: Doer, now: Date): Refusal | null =>
  isOpen(deadline, now) || isSecretariat(doer)
    ? null
    : refuse('hearingClosed', { deadlineAt: deadline.toISOString() });

/** What is done to a hearing itself is done while it is open: after that its answers have been seen. */
export const mustBeOpen = (deadline: Date, now: Date): Refusal | null =>
  isOpen(deadline, now)
    ? null
    : refuseCloser('hearingClosed', 'over', { deadlineAt: deadline.toISOString() });

/** Once the contact has submitted, only the contact changes what was submitted. */
function notSubmittedBy(standing: Standing, doer: Doer): Refusal | null {
  const { submittedAt, organisationName } = standing;
  if (!submittedAt || mayAnswer(standing, doer)) return null;
  const organisation = organisationName ?? '';
  return refuse('answerSubmitted', { organisation, submittedAt: submittedAt.toISOString() });
}

/** Whether one more comment may be written for the organisation, and if not why. */
export const mayWrite = (
  { standing, deadline }: { standing: Standing; deadline: Date },
  doer: Doer,
  now: Date,
): Refusal | null => notClosed(deadline, doer, now) ?? notSubmittedBy(standing, doer);

/** An organisation that is part of another's answer has none of its own. */
export const isAnothers = ({ senderId }: Pick<Answered, 'senderId'>, organisationId: string): boolean =>
  senderId !== null && senderId !== organisationId;

/**
 * What becomes of comments that were not submitted in time: a late answer, or comments beside one that came in time and
 * stands as it is. An answer of its own would end another's that it is part of: there they are sent to the secretariat.
 */
export const lateWays = ['late', 'beside', 'mail'] as const;
export function lateWay(answer: Answered, organisationId: string): (typeof lateWays)[number] {
  if (isAnothers(answer, organisationId)) return 'mail';
  return comesBeside(answer) ? 'beside' : 'late';
}

/** It came in time, and stands whatever comes late. */
const comesBeside = ({ late }: Pick<Answered, 'late'>): boolean => late === false;

/** Whether what comes at this moment comes late, and so beside an answer of in time. */
export const isBesideInTime = (answer: Pick<Answered, 'late'>, deadline: Date, at: Date): boolean =>
  comesBeside(answer) && isLate(deadline, at);

interface Submitting {
  organisationId: string;
  standing: Standing & Answered;
  /** Comments of which nobody outside knows. */
  drafts: number;
  deadline: Date;
}

/** Whether the organisation's answer may be submitted now, and if not why: also late, where something waits for that. */
export function maySubmit(
  { organisationId, standing, drafts, deadline }: Submitting,
  doer: Doer,
  now: Date,
): Refusal | null {
  const waits = drafts > 0 && lateWay(standing, organisationId) !== 'mail';
  return notTheAnswerer(standing, doer) ?? (waits ? null : notClosed(deadline, doer, now));
}

/**
 * A submitted answer says whether there are remarks; what comes late is none of an answer's that came in time. `left`: comments
 * that have left the organisation, and those of them that came in time.
 */
export const positionOf = (
  answer: Pick<Answered, 'late'>,
  left: { handedIn: number; timely: number },
): Position => ((comesBeside(answer) ? left.timely : left.handedIn) > 0 ? 'withRemarks' : 'noRemarks');

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
  return mayWrite({ standing, deadline }, doer, now) ?? notLeft(comment, standing, doer);
}
