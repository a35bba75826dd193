// Who may: whoever submits the answer of an organisation that another one names in a joint answer, until the deadline; the
// secretariat for what came by mail, also late (`onBehalfOf`), and so may who said yes to words that changed then. Changes: accepted,
// its answer is the sender's; declined, it is not, and one of its own from before stands again; the sender is told either way. Refuses: without such a proposal; words that changed since they were seen. A repeat: the same answer.
import { z } from 'zod';
import { isLate } from '../../process/hearing/hearing.ts';
import { isRefusal, refuse, type Refusal } from '../../process/frame/refusals.ts';
import { chosenProposal, mayDecide, sameWords, type ProposalState } from '../../process/hearing/joint.ts';
import { isSecretariat, member } from '../../process/frame/roles.ts';
import { markLeft } from '../../store/hearing/handedIn.ts';
import { markActedOn } from '../../store/reach/deliveries.ts';
import { putAnswer } from '../../store/hearing/hearings.ts';
import {
  markAccepted,
  markDeclined,
  proposalsTo,
  unbindFrom,
  wordsOf,
  type Proposal,
  type Words,
} from '../../store/hearing/joint.ts';
import { shutDoors } from '../../store/hearing/standing.ts';
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
import { nothing } from '../frame/hold.ts';
import { id, moment, optional, seen } from '../frame/input.ts';
import { partFrom, refreshBoth, settleProposals, standAlone, tellSender } from './proposing.ts';

/** A card's button sends text. */
const yes = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);
const about = {
  hearingId: id,
  // Late, a yes may come where a no may not.
  accept: yes,
  /** Whose proposal, where several proposed. */
  organisationId: optional(id),
  /** Whose contact wrote to the secretariat. */
  onBehalfOf: optional(id),
};
const form = {
  /** The fingerprint of the words that were shown: what is accepted covers these and no others. */
  seen,
  /** When what the contact wrote to the secretariat came. */
  receivedAt: optional(moment),
};
type About = Given<typeof about>;
type Asked = Asking<Omit<About, 'accept'> & Partial<About>>;
type AnswerCall = Call<About, Given<typeof form>>;
type Loaded = Answering & { proposal: Proposal | Refusal };
type State = Loaded & { said: Words | null };

async function load(asking: Asked): Promise<Loaded | Refusal> {
  const { trx, doer, hold, about: asked } = asking;
  const organisationId = speaksFor(doer, asked.onBehalfOf);
  if (isRefusal(organisationId)) return organisationId;
  const { hearingId } = asked;
  // Who proposed is looked up before the doors are known, and again behind them.
  const choose = async (): Promise<Proposal | Refusal> =>
    chosenProposal(await proposalsTo(trx, hearingId, organisationId), asked.organisationId);
  const first = await choose();
  const both = isRefusal(first) ? [organisationId] : [organisationId, first.senderId];
  await hold(shutDoors, nothing, hearingId, both);
  const answering = await loadAnswering(asking, hearingId, organisationId, 'exclusive');
  if (isRefusal(answering)) return answering;
  const proposal = isRefusal(first) ? first : await hold(choose, async () => first);
  const known = isRefusal(proposal) || both.includes(proposal.senderId);
  return { ...answering, proposal: known ? proposal : refuse('noJointProposal') };
}

function open({ standing, hearing, proposal }: Loaded, { doer, now, about }: Asked): Refusal | null {
  const which = isRefusal(proposal) ? null : proposal;
  const of = { standing, deadline: hearing.deadline, proposal: which };
  const forbidden = mayDecide(of, about.accept ?? true, doer, now);
  if (forbidden) return forbidden;
  // Which one, where there are several, is chosen yet.
  return isRefusal(proposal) && proposal.refused !== 'jointWhich' ? proposal : null;
}

const read = async (
  { hearing, proposal }: Loaded,
  { trx }: AnswerCall,
): Promise<{ said: Words | null } | Refusal> =>
  isRefusal(proposal) ? proposal : { said: await wordsOf(trx, hearing.id, proposal.senderId) };

function decide(state: State, call: AnswerCall): Refusal | null {
  const { accept: says } = call.about;
  const { said } = state;
  const proposal = state.proposal as Proposal;
  const early = cameTooEarly(state, call);
  if (early) return early;
  // A yes or a no that comes late takes the place of no answer that was given in time.
  if (says !== proposal.bound && besideInTime(state, call))
    return refuse('answerInTime', { organisation: state.standing.organisationName ?? '' });
  return says ? sameWords(call.form.seen, said?.fingerprint ?? '', proposal.senderName) : null;
}

/** Its answer is the sender's from now on; one of its own gives way, and its comments stay where they are. */
async function accept(state: State, call: AnswerCall, proposal: Proposal): Promise<void> {
  const { trx, doer, now, record } = call;
  const { hearing, organisationId, standing, said } = state;
  const at = arrivalOf(call);
  const { position, reservation, fingerprint } = said!;
  const what = {
    position,
    reservation,
    late: isLate(hearing.deadline, at),
    channel: channelOf(call.door, doer),
  };
  await markLeft(trx, hearing.id, organisationId, now);
  await partFrom(call, hearing, organisationId, standing.senderId);
  const pair = { hearingId: hearing.id, senderId: proposal.senderId, organisationId };
  const by = { submittedBy: personOf(doer), submittedAt: at };
  await putAnswer(trx, { ...pair, ...what, ...by, jointWith: [], restoredAt: null });
  await markAccepted(trx, pair, fingerprint, now);
  // Who had been asked to join an answer that is no more is told so.
  await settleProposals(call, hearing, organisationId);
  record(hearing.caseId, 'jointAccepted', { ...pair, ...what, ...arrivalTold(what.channel, at) });
  const about = { kind: 'hearing', id: hearing.id } as const;
  if (!isSecretariat(doer)) await markActedOn(trx, { personId: personOf(doer)!, about });
}

async function declineIt(state: State, call: AnswerCall, { senderId }: Proposal): Promise<void> {
  const { hearing, organisationId, said } = state;
  const pair = { hearingId: hearing.id, senderId, organisationId };
  const was = await unbindFrom(call.trx, pair);
  await markDeclined(call.trx, pair, said?.fingerprint ?? '', call.now);
  call.record(hearing.caseId, 'jointDeclined', pair);
  if (was) await standAlone(call, { hearing, organisationId });
}

interface Answered {
  hearingId: string;
  organisationId: string;
  senderId: string;
  state: ProposalState;
}

async function apply(state: State, call: AnswerCall): Promise<Answered> {
  const { hearing, organisationId } = state;
  const proposal = state.proposal as Proposal;
  const { senderId, bound, declinedAt } = proposal;
  const wanted = call.about.accept ? 'accepted' : 'declined';
  const answered = { hearingId: hearing.id, organisationId, senderId, state: wanted } as const;
  if (call.about.accept ? bound : !bound && declinedAt) return answered;
  await (call.about.accept ? accept : declineIt)(state, call, proposal);
  await tellSender(call, { hearing, senderId, organisationId }, wanted);
  refreshBoth(call, { hearing, senderId, organisationId });
  return answered;
}

export const answerJoint = act({
  name: 'answerJoint',
  may: member,
  about,
  later: ['accept'],
  form,
  load,
  open,
  read,
  decide,
  apply,
});
