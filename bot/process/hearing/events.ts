import { event } from '../frame/event.ts';
import type { Channel, CommentType, Disposition, HearingKind, Position } from '../hearing.ts';
import type { FindingCode } from '../refusals.ts';

interface OfComment {
  commentId: string;
  ref: string;
  hearingId: string;
  organisationId: string;
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
  }>()('event.hearingOpened', 'members', 'never'),
  deadlineExtended: event<{
    hearingId: string;
    from: string;
    to: string;
    reason: string | null;
    told: number;
  }>()('event.deadlineExtended', 'members', 'never'),
  // How many were reminded is how many had not answered.
  missingReminded: event<{ hearingId: string; told: number }>()(
    'event.missingReminded',
    'members',
    'untilDeadline',
  ),
  commentAdded: event<OfComment & Words & { channel: Channel; late: boolean }>()(
    'event.commentAdded',
    'members',
    'comment',
  ),
  commentEdited: event<OfComment & Words>()('event.commentEdited', 'members', 'comment'),
  commentWithdrawn: event<OfComment>()('event.commentWithdrawn', 'members', 'comment'),
  // The secretariat's answer says what the comment said.
  commentDisposed: event<
    OfComment & {
      disposition: Disposition;
      response: string;
      theme: string | null;
      changedClause: string | null;
    }
  >()('event.commentDisposed', 'members', 'disposition'),
  answerSubmitted: event<{
    hearingId: string;
    organisationId: string;
    position: Position;
    reservation: string | null;
    late: boolean;
    channel: Channel;
    jointWith: string[];
  }>()('event.answerSubmitted', 'members', 'answer'),
  answerChanged: event<{ hearingId: string; organisationId: string; position: Position }>()(
    'event.answerChanged',
    'members',
    'answer',
  ),
};
