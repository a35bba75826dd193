// Who may: the organisation's contact (or its representative, or deputy, while nobody before is there) until the deadline, and late where
// comments were left unsubmitted; the secretariat for what came by mail, also late. Changes: the organisation's one answer,
// and its comments go along (late ones beside an answer of in time, which stands); who is named in it is asked (`answerJoint`), and nothing is theirs before they accept. Refuses: staff who are not the contact; a late answer in place of one in time, or with others; what has changed since it was seen; no remarks beside remarks and the other way round. A repeat: the same answer.
import { z } from 'zod';
import { isLate, positions } from '../../process/hearing/hearing.ts';
import { isAnothers, maySubmit } from '../../process/hearing/changing.ts';
import { answerMoved } from '../../process/hearing/seen.ts';
import { isRefusal, refuse, refuseCloser, type Refusal } from '../../process/frame/refusals.ts';
import { isSecretariat, member } from '../../process/frame/roles.ts';
import { markActedOn } from '../../store/reach/deliveries.ts';
import { commentCounts, leaveLate, markLate, markLeft, writersOf } from '../../store/hearing/handedIn.ts';
import { answerSeenNow } from '../../store/hearing/answerSeen.ts';
import { answerOf, putAnswer } from '../../store/hearing/hearings.ts';
import { organisationNames } from '../../store/people/people.ts';
import type { AnswerRow } from '../../store/schema.ts';
import { act, personOf, type Asking, type Call, type Given } from '../frame/act.ts';
import {
  arrivalOf,
  arrivalTold,
  besideInTime,
  cameTooEarly,
  channelOf,
  loadAnswering,
  speaksFor,
  type Answering,
} from './answering.ts';
import { id, moment, optional, seen, words } from '../frame/input.ts';
import { partFrom, settleProposals } from './proposing.ts';

const about = { hearingId: id, organisationId: optional(id) };
const form = {
  position: z.enum(positions),
  /** "Subject to political approval", in the organisation's own words. */
  reservation: optional(words(2_000)),
  /** A card's multiple choice arrives as one comma-separated text. */
  jointWith: optional(
    z.preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(id).max(100),
    ),
  ),
  receivedAt: optional(moment),
  /** The answer and the comments that whoever presses had before them (`mine.seen`). */
  seen,
};
type About = Given<typeof about>;
type Submitting = Call<About, Given<typeof form>>;
interface Loaded extends Answering {
  /** What would go along. The secretariat types in a paper, and knows of no drafts in the house that it came from. */
  comments: number;
  /** What nobody outside has seen. */
  drafts: number;
}
interface Read {
  refusedCoSender: string | null;
  /** Of the answer that stands. */
  reservation: string | null;
  /** Another answer stands, or other comments, than whoever presses has seen. */
  moved: boolean;
}
type State = Loaded & Read;

async function load(asking: Asking<About>): Promise<Loaded | Refusal> {
  const {
    trx,
    about: { hearingId, organisationId: named },
    doer,
  } = asking;
  const organisationId = speaksFor(doer, named);
  if (isRefusal(organisationId)) return organisationId;
  const answering = await loadAnswering(asking, hearingId, organisationId, 'exclusive');
  if (isRefusal(answering)) return answering;
  const { standing, handedIn } = await commentCounts(trx, hearingId, organisationId);
  const comments = isSecretariat(doer) ? handedIn : standing;
  return { ...answering, comments, drafts: standing - handedIn };
}

async function read(answering: Loaded, call: Submitting): Promise<Read> {
  const { hearing, organisationId } = answering;
  const now = await answerOf(call.trx, hearing.id, organisationId);
  return {
    refusedCoSender: await coSenderRefused(call, organisationId),
    reservation: now?.reservation ?? null,
    moved: await hasMoved(call, answering, now),
  };
}

/** The same answer once more takes the place of nothing. */
async function hasMoved(
  { trx, form: asked, door, doer }: Submitting,
  { hearing, organisationId }: Answering,
  now: AnswerRow | null,
) {
  const { position, reservation = null, jointWith = [] } = asked;
  const own = now && !isAnothers(now, organisationId);
  const said = JSON.stringify([position, reservation, [...new Set(jointWith)].toSorted()]);
  if (own && said === JSON.stringify([now.position, now.reservation, now.jointWith.toSorted()])) return false;
  const onCard = door === 'card' && !isSecretariat(doer);
  return answerMoved(
    { seen: asked.seen, onCard },
    await answerSeenNow(trx, hearing.id, organisationId),
    now !== null,
  );
}

/** A co-sender must be another member. Whether it has answered by itself is sealed, so that is no reason here. */
async function coSenderRefused(
  { trx, form: asked }: Submitting,
  organisationId: string,
): Promise<string | null> {
  if (!asked.jointWith?.length) return null;
  const members = await organisationNames(trx);
  const wrong = asked.jointWith.find((other) => !members.has(other) || other === organisationId);
  return wrong ? (members.get(wrong) ?? wrong) : null;
}

// Late, for what was written in time and never submitted: also beside what was answered by mail or stood again.
const open = (state: Loaded, { doer, now }: Asking): Refusal | null =>
  maySubmit({ ...state, deadline: state.hearing.deadline }, doer, now);

function decide(state: State, call: Submitting): Refusal | null {
  const { form: asked } = call;
  const { standing, comments } = state;
  if (state.moved) return refuse('answerMoved');
  const early = cameTooEarly(state, call);
  if (early) return early;
  if (asked.jointWith?.length && isLate(state.hearing.deadline, arrivalOf(call))) return refuse('jointLate');
  const replaces = replacesInTime(state, call);
  if (replaces) return replaces;
  if (state.refusedCoSender) return refuse('jointUnknown', { organisation: state.refusedCoSender });
  const organisation = standing.organisationName ?? '';
  if (asked.position === 'noRemarks' && comments > 0)
    return refuse('answerHasComments', { count: comments, organisation });
  const without = asked.position === 'withRemarks' && comments === 0;
  return without ? refuse('answerWithoutComments', { organisation }) : null;
}

/** What came in time stands: beside it the contact may still send what waits, and the secretariat types remarks in. */
function replacesInTime(state: State, call: Submitting): Refusal | null {
  if (!besideInTime(state, call)) return null;
  const organisation = state.standing.organisationName ?? '';
  if (isSecretariat(call.doer)) return refuse('answerInTime', { organisation });
  const { reservation = null } = call.form;
  const other = reservation !== null && reservation !== state.reservation;
  return other ? refuseCloser('answerInTime', 'reservation', {}) : null;
}

/**
 * What left the house has left it: an answer that was submitted here keeps its first time and its door, also when it is
 * changed, or replaced by a mail. By these two it is known which comments went along.
 */
const firstSubmission = ({ standing }: State, late: boolean) =>
  standing.own && {
    channel: standing.channel!,
    ...(!late && { submittedAt: standing.submittedAt! }),
  };

/** With the answer go the comments; who wrote them did what they were asked. */
async function takeAlong({ trx, doer }: Submitting, state: State): Promise<void> {
  const { hearing, organisationId } = state;
  const writers = await writersOf(trx, hearing.id, organisationId);
  const acted = new Set([personOf(doer)!, ...writers]);
  await Promise.all(
    [...acted].map((personId) => markActedOn(trx, { personId, about: { kind: 'hearing', id: hearing.id } })),
  );
}

interface Submitted {
  hearingId: string;
  organisationId: string;
  /** How many comments came late beside an answer of in time, which stands as it was; not said of any other answer. */
  cameLate?: number;
}

/** Nothing of the answer changes: what had waited came too late to be part of it. */
async function sendBeside(state: State, call: Submitting): Promise<Submitted> {
  const { trx, now, record } = call;
  const { hearing, organisationId } = state;
  const about = { hearingId: hearing.id, organisationId };
  const commentIds = await leaveLate(trx, hearing.id, organisationId, now);
  record(hearing.caseId, 'commentsCameLate', { ...about, commentIds });
  await takeAlong(call, state);
  call.enqueue('refreshOwn', about);
  return { ...about, cameLate: commentIds.length };
}

async function apply(state: State, call: Submitting): Promise<Submitted> {
  if (besideInTime(state, call)) return sendBeside(state, call);
  const { trx, form: asked, doer, now, record } = call;
  const { hearing, organisationId } = state;
  const at = arrivalOf(call);
  const named = [...new Set(asked.jointWith)];
  const answer = {
    position: asked.position,
    reservation: asked.reservation ?? null,
    late: isLate(hearing.deadline, at),
    channel: channelOf(call.door, doer),
  };
  const kept = firstSubmission(state, answer.late);
  const row = { hearingId: hearing.id, submittedAt: at, ...answer, ...kept, submittedBy: personOf(doer) };
  const senderId = named.length > 0 ? organisationId : null;
  await partFrom(call, hearing, organisationId, state.standing.senderId);
  // What went along with an answer that stood again has left the house also where this one takes nothing along.
  if (state.standing.restored) await markLeft(trx, hearing.id, organisationId, now);
  await putAnswer(trx, { ...row, organisationId, senderId, jointWith: named, restoredAt: null });
  record(hearing.caseId, 'answerSubmitted', {
    hearingId: hearing.id,
    organisationId,
    ...answer,
    ...arrivalTold(answer.channel, at),
  });
  if (!isSecretariat(doer)) {
    if (answer.late) await markLate(trx, hearing.id, organisationId);
    await takeAlong(call, state);
  }
  await settleProposals(call, hearing, organisationId, new Set(named));
  call.enqueue('refreshOwn', { hearingId: hearing.id, organisationId });
  return { hearingId: hearing.id, organisationId };
}

export const submitAnswer = act({
  name: 'submitAnswer',
  may: member,
  about,
  form,
  load,
  open,
  read,
  decide,
  apply,
});
