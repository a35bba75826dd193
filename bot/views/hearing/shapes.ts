import { z } from 'zod';
import {
  answerStates,
  channels,
  commentTypes,
  dispositions,
  hearingKinds,
  positions,
} from '../../process/hearing/hearing.ts';
import { lateWays } from '../../process/hearing/changing.ts';
import { proposalStates } from '../../process/hearing/joint.ts';
import { allowed, id, instant, named, page } from '../frame/shapes.ts';
import { version } from '../case/shapes.ts';

export const comment = z.object({
  id,
  /** `H12-437`: never changes, and tells of no order. */
  ref: z.string(),
  hearingId: id,
  organisationId: id,
  organisationName: z.string(),
  personName: z.string().nullable(),
  /** Null: about the whole document. */
  clause: z.string().nullable(),
  type: z.enum(commentTypes),
  text: z.string(),
  proposedChange: z.string().nullable(),
  channel: z.enum(channels),
  receivedAt: instant,
  late: z.boolean(),
  editedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  disposition: z.enum(dispositions).nullable(),
  response: z.string().nullable(),
  theme: z.string().nullable(),
  /** The clause of a later version that this comment changed. */
  changedClause: z.string().nullable(),
  disposedAt: instant.nullable(),
  /** May this reader still edit or withdraw it? */
  editable: z.boolean(),
  /** Stands for its words and for the answer to it: who acts on them sends it along, and nothing is written over unseen. */
  seen: z.string(),
});

/** Somebody named in a joint answer, and what it said. */
export const proposed = named.extend({
  state: z.enum(proposalStates),
  /** It had said yes, which no longer counts since the words have changed. */
  fell: z.boolean(),
});

export const answer = z.object({
  organisationId: id,
  organisationName: z.string(),
  state: z.enum(answerStates),
  invited: z.boolean(),
  /** Whether there is an answer; without one there may still be remarks that the secretariat typed in from a mail. */
  submitted: z.boolean(),
  submittedAt: instant.nullable(),
  reservation: z.string().nullable(),
  /** Those who are bound. */
  jointWith: z.array(named),
  /** Those whom it names, for the organisation itself and the secretariat; empty for others. */
  proposed: z.array(proposed),
  comments: z.int(),
  /** There are such, and all of them came late. */
  commentsLate: z.boolean(),
});

/** Another member's answer that names the reader's organisation. */
export const proposal = z.object({
  /** Whose answer it is. */
  organisationId: id,
  organisationName: z.string(),
  state: z.enum(proposalStates),
  /** About these words; null for one of an older program's. */
  askedAt: instant.nullable(),
  /** When it said yes or no, where that stands. */
  decidedAt: instant.nullable(),
  /** A yes no longer counts, since the words have changed. */
  fell: z.boolean(),
  /** It is asked again after a no to other words. */
  afterNo: z.boolean(),
  /** The hearing is closed, and the yes that fell may still be given again, as a late answer. */
  lateYes: z.boolean(),
  /** What the reader may still say to it. */
  decisions: z.object({ accept: z.boolean(), decline: z.boolean() }),
  /** Whom else it names; what they said is the sender's to know. */
  others: z.array(named),
  /** What one would put one's name to; for whoever decides it alone. */
  answer: z
    .object({
      position: z.enum(positions),
      reservation: z.string().nullable(),
      /** Stands for these words: `answerJoint` takes it as `seen`. */
      seen: z.string(),
      /** A card shows the first of them. */
      comments: z.array(comment),
      commentCount: z.int(),
    })
    .nullable(),
});

/** The reader's own organisation in this hearing; null for the secretariat and outsiders. */
export const mine = z.object({
  organisationId: id,
  organisationName: z.string(),
  isContact: z.boolean(),
  contactName: z.string().nullable(),
  /** May the reader write one more comment, and submit the answer, now? */
  writes: z.boolean(),
  submits: z.boolean(),
  /** What becomes of comments that are not submitted in time. */
  lateWay: z.enum(lateWays),
  /** Whose joint answer is ours. */
  joinedTo: z.string().nullable(),
  comments: z.array(comment),
  /** Comments that stand; a card shows only the newest of them. */
  commentCount: z.int(),
  /** Of these, comments that nobody outside sees until the contact submits them. */
  drafts: z.int(),
  answer: answer
    .pick({ state: true, submittedAt: true, reservation: true, jointWith: true, proposed: true })
    .extend({ position: z.enum(positions).nullable() }),
  /** Stands for the answer and the comments as they are: `submitAnswer` takes it as `seen`. */
  seen: z.string(),
  /** Joint answers that others propose to the organisation. */
  proposals: z.array(proposal),
});

export const hearing = z.object({
  id,
  ref: z.string(),
  kind: z.enum(hearingKinds),
  state: z.enum(['open', 'closed']),
  letter: z.string(),
  reason: z.string().nullable(),
  opensAt: instant,
  deadline: instant,
  /** The first deadline, when it has been extended. */
  originalDeadline: instant.nullable(),
  /** Calendar days from opening to deadline, in Copenhagen. */
  days: z.int(),
  revision: z.object({ id, ref: z.string(), goalNumber: z.int().nullable(), title: z.string() }),
  version,
  heard: z.int(),
  answered: z.int(),
  /** As of when others' answers are counted, while they are sealed for the reader; null: now. */
  answeredAsOf: instant.nullable(),
  /** Own organisation's only while open (sealed), everybody's after the deadline; all for the secretariat. */
  answers: z.array(answer),
  sealed: z.boolean(),
  mine: mine.nullable(),
  allowed: z.array(allowed),
});

export const comments = page(comment);

export type CommentView = z.infer<typeof comment>;
export type ProposedView = z.infer<typeof proposed>;
export type ProposalView = z.infer<typeof proposal>;
export type AnswerView = z.infer<typeof answer>;
export type HearingView = z.infer<typeof hearing>;
