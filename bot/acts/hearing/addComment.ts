// Who may: staff of a member organisation until the deadline; the secretariat for mail it types in, also after it.
// Changes: one more comment with a number that never changes, the organisation's own until its contact submits. Refuses: a closed hearing; a clause the version does not have; when no number is left, or the organisation has used up its share;
// a submitted answer (then only its contact). A repeat, by key or by the same words again: the same comment.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { commentRef, commentTypes, isLate, mostComments } from '../../process/hearing/hearing.ts';
import { mayWrite } from '../../process/hearing/changing.ts';
import { isRefusal, refuse, refuseCloser, type Refusal } from '../../process/frame/refusals.ts';
import { isSecretariat, member, type Doer } from '../../process/frame/roles.ts';
import { canonicalJson, sha256 } from '../../process/frame/trail.ts';
import { drawNumber } from '../../store/hearing/commentNumbers.ts';
import { insertComment, sameComment } from '../../store/hearing/comments.ts';
import type { CommentRow } from '../../store/schema.ts';
import { act, personOf, type Asking, type Call, type Given } from '../frame/act.ts';
import {
  alignPosition,
  arrivalOf,
  arrivalTold,
  cameTooEarly,
  channelOf,
  loadAnswering,
  speaksFor,
  type Answering,
} from './answering.ts';
import { id, longText, moment, optional, words } from '../frame/input.ts';
import { proposalsFollow } from './proposing.ts';

const about = { hearingId: id, organisationId: optional(id) };
const form = {
  clause: optional(words(20)),
  type: z.enum(commentTypes),
  text: longText,
  proposedChange: optional(longText),
  receivedAt: optional(moment),
};
type Form = Given<typeof form>;
type Adding = Call<Given<typeof about>, Form>;

const wordsOf = ({ clause, type, text, proposedChange }: Form) => ({
  clause: clause ?? null,
  type,
  text,
  proposedChange: proposedChange ?? null,
});

/** Whose words they are; what the secretariat types in from a mail is nobody's here. */
const writer = (doer: Doer): string | null => (isSecretariat(doer) ? null : personOf(doer));

/** The same words again, by the same person for the same organisation in the same hearing, are a click that came twice. */
function fingerprintOf({ about, form: asked, doer }: Adding, organisationId: string): string | null {
  const personId = writer(doer);
  const whose = { hearingId: about.hearingId, personId, organisationId };
  return personId && sha256(canonicalJson({ ...whose, ...wordsOf(asked) }));
}

type Saved = Pick<CommentRow, 'id' | 'number' | 'clause'>;

const savedAs = (hearing: { number: number }, { id: commentId, number, clause }: Saved) => ({
  commentId,
  ref: commentRef(hearing.number, number),
  clause,
});

interface Read {
  fingerprint: string | null;
  /** The comment that these words already are. */
  twin: CommentRow | null;
  /** Null when all are used; `enough`: its organisation has as many as one may have. */
  number: number | 'enough' | null;
}

/** A form that is open names whom it was opened for: who is with another by now has written nothing for that one. */
const elsewhere = (refused: Refusal): Refusal =>
  refused.refused === 'notYourOrganisation' ? refuseCloser('notYourOrganisation', 'written', {}) : refused;

async function load(asking: Asking<Given<typeof about>>): Promise<Answering | Refusal> {
  const { hearingId, organisationId: named } = asking.about;
  const organisationId = speaksFor(asking.doer, named);
  if (isRefusal(organisationId)) return elsewhere(organisationId);
  return loadAnswering(asking, hearingId, organisationId, 'share');
}

async function read({ organisationId }: Answering, call: Adding): Promise<Read> {
  const {
    doer,
    trx,
    about: { hearingId },
  } = call;
  const fingerprint = fingerprintOf(call, organisationId);
  const [twin, number] = await Promise.all([
    fingerprint === null ? null : sameComment(trx, fingerprint),
    drawNumber(trx, { hearingId, organisationId, byMail: isSecretariat(doer) }),
  ]);
  return { fingerprint, twin, number };
}

function numberless({ number, standing }: Answering & Read): Refusal | null {
  const organisation = standing.organisationName ?? '';
  if (number === 'enough') return refuse('commentsEnough', { organisation, most: mostComments });
  return number === null ? refuse('commentNumbersUsed') : null;
}

export const addComment = act({
  name: 'addComment',
  may: member,
  shares: true,
  about,
  form,
  load,
  open: ({ standing, hearing: { deadline } }, { doer, now }) => mayWrite({ standing, deadline }, doer, now),
  read,
  decide(state, call) {
    const { clause } = call.form;
    const unknown = clause !== undefined && !state.clauses.some((one) => one.number === clause);
    return (
      cameTooEarly(state, call) ??
      (unknown ? refuse('clauseUnknown', { clause }) : null) ??
      (state.twin ? null : numberless(state))
    );
  },
  async apply(state, call) {
    const { trx, form: asked, doer, record } = call;
    const { hearing, organisationId } = state;
    const at = arrivalOf(call);
    if (state.twin) return savedAs(hearing, state.twin);
    const content = {
      ...wordsOf(asked),
      channel: channelOf(call.door, doer),
      late: isLate(hearing.deadline, at),
    };
    const personId = writer(doer);
    const { fingerprint } = state;
    const made = { id: randomUUID(), number: state.number as number };
    const row = {
      ...made,
      hearingId: hearing.id,
      organisationId,
      personId,
      ...content,
      receivedAt: at,
      fingerprint,
    };
    await insertComment(trx, row);
    const { commentId, ref, clause } = savedAs(hearing, row);
    record(hearing.caseId, 'commentAdded', {
      commentId,
      ref,
      hearingId: hearing.id,
      organisationId,
      ...content,
      ...arrivalTold(content.channel, at),
    });
    await alignPosition(state, call, content);
    await proposalsFollow(state, call);
    return { commentId, ref, clause };
  },
});
