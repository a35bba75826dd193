import { z } from 'zod';
import {
  answerStates,
  channels,
  commentTypes,
  dispositions,
  hearingKinds,
  positions,
} from '../../process/hearing.ts';
import { allowed, id, instant, named, page } from './common.ts';
import { version } from './revision.ts';

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
  jointWith: z.array(named),
  comments: z.int(),
});

/** The reader's own organisation in this hearing; null for the secretariat and outsiders. */
export const mine = z.object({
  organisationId: id,
  organisationName: z.string(),
  isContact: z.boolean(),
  contactName: z.string().nullable(),
  comments: z.array(comment),
  /** Comments that stand; a card shows only the newest of them. */
  commentCount: z.int(),
  /** Of these, comments that nobody outside sees until the contact submits them. */
  drafts: z.int(),
  answer: answer
    .pick({ state: true, submittedAt: true, reservation: true, jointWith: true })
    .extend({ position: z.enum(positions).nullable() }),
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
export type AnswerView = z.infer<typeof answer>;
export type HearingView = z.infer<typeof hearing>;
