import { event } from '../frame/event.ts';
import type { Channel, CommentType, Disposition, HearingKind, Position } from './hearing.ts';
import type { FindingCode } from '../frame/refusals.ts';

interface OfComment {
  commentId: string;
  ref: string;
  hearingId: string;
  organisationId: string;
}
/** Somebody named in the sender's answer. */
interface OfJoint {
  hearingId: string;
  organisationId: string;
  senderId: string;
}
/** Of what the secretariat typed in from a mail: when that had come, which counts. An older program did not say. */
interface Arrived {
  receivedAt?: string;
}
interface Words {
  clause: string | null;
  type: CommentType;
  text: string;
  proposedChange: string | null;
}

export const hearingEvents = {
  hearingOpened: event<{
    hearingId: string;
    number: number;
    kind: HearingKind;
    versionId: string;
    letter: string;
    reason: string | null;
    deadline: string;
    heard: string[];
    told: number;
    passed: FindingCode[];
  }>()('event.hearingOpened', 'members', 'never', 'records'),
  deadlineExtended: event<{
    hearingId: string;
    from: string;
    to: string;
    reason: string | null;
    told: number;
  }>()('event.deadlineExtended', 'members', 'never', 'records'),
  // How many were reminded is how many had not answered.
  missingReminded: event<{ hearingId: string; told: number }>()(
    'event.missingReminded',
    'members',
    'untilDeadline',
    'nothing',
  ),
  // Said whether or not there was anything to read, so that it tells of no answer.
  sealedAnswersRead: event<{ hearingId: string }>()('event.sealedAnswersRead', 'members', 'never', 'nothing'),
  commentAdded: event<OfComment & Words & { channel: Channel; late: boolean } & Arrived>()(
    'event.commentAdded',
    'members',
    'comment',
    'records',
  ),
  commentEdited: event<OfComment & Words>()('event.commentEdited', 'members', 'comment', 'records'),
  commentWithdrawn: event<OfComment>()('event.commentWithdrawn', 'members', 'comment', 'records'),
  // The secretariat's answer says what the comment said.
  commentDisposed: event<
    OfComment & {
      disposition: Disposition;
      response: string;
      theme: string | null;
      changedClause: string | null;
    }
  >()('event.commentDisposed', 'members', 'disposition', 'records'),
  answerSubmitted: event<
    {
      hearingId: string;
      organisationId: string;
      position: Position;
      reservation: string | null;
      late: boolean;
      channel: Channel;
      /** Whom an older program bound by naming, and it says so always; now who is named is asked (`jointProposed`). */
      jointWith?: string[];
    } & Arrived
  >()('event.answerSubmitted', 'members', 'answer', 'records'),
  // An answer of in time stands whatever comes late: what its organisation had not submitted came beside it.
  commentsCameLate: event<{ hearingId: string; organisationId: string; commentIds: string[] }>()(
    'event.commentsCameLate',
    'members',
    'untilDeadline',
    'records',
  ),
  answerChanged: event<{ hearingId: string; organisationId: string; position: Position }>()(
    'event.answerChanged',
    'members',
    'answer',
    'records',
  ),
  // Who was asked, and who did not come along, is for good between the two and the secretariat.
  jointProposed: event<OfJoint>()('event.jointProposed', 'members', 'between', 'records'),
  jointAccepted: event<
    OfJoint & { position: Position; reservation: string | null; late: boolean; channel: Channel } & Arrived
  >()('event.jointAccepted', 'members', 'joined', 'records'),
  jointDeclined: event<OfJoint>()('event.jointDeclined', 'members', 'between', 'records'),
  // The sender's words changed: what was decided about the old ones fell, and it is asked anew.
  jointLapsed: event<OfJoint>()('event.jointLapsed', 'members', 'between', 'records'),
  // The sender no longer names it, or has no answer of its own any more.
  jointEnded: event<OfJoint>()('event.jointEnded', 'members', 'between', 'records'),
  // It has left a joint answer: what it had answered by itself stands again, or nothing does. Said either way, so that
  // nobody can count in the chain who had.
  answerAlone: event<{
    hearingId: string;
    organisationId: string;
    position: Position | null;
    reservation: string | null;
    late: boolean | null;
    channel: Channel | null;
    submittedAt: string | null;
    submittedBy: string | null;
  }>()('event.answerAlone', 'members', 'answer', 'records'),
};
