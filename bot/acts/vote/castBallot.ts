// Who may: the representative; the deputy while the representative is not present, or recused. In the meeting, or marked present;
// when it is over, also whoever changes a ballot that was cast in it.
// Changes: the organisation's one ballot; until closing the last one counts. Refuses: not entitled, recused, not in the meeting,
// closed, or the meeting over (and then it says so: it was not counted), a statement changed since it was seen. A repeat with the same key: the same ballot.
import { z } from 'zod';
import type { PresenceQuestion } from '../../ports.ts';
import { declaredBy, mayCast, mayCastFrom, toAsk } from '../../process/vote/casting.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { anyone, isSecretariat, organisationOf, type Doer } from '../../process/frame/roles.ts';
import { choices } from '../../process/vote/vote.ts';
import { statementMoved } from '../../process/vote/statement.ts';
import { seatOf } from '../../process/vote/seat.ts';
import type { Db } from '../../store/frame/database.ts';
import { markActedOn } from '../../store/reach/deliveries.ts';
import { castingQuestion } from '../../store/vote/casting.ts';
import {
  castingFor,
  lockForCasting,
  putBallot,
  voteById,
  type CastingState,
} from '../../store/vote/votes.ts';
import { act, personOf, type Asking, type Call, type Given } from '../frame/act.ts';
import { id, optional, seen, words } from '../frame/input.ts';
import { announceRehearsed } from '../../store/frame/announcing.ts';

// The same declaration again is let through where a first one would not be: so the gate depends on the choice.
const about = { voteId: id, choice: z.enum(choices) };
const form = {
  statement: optional(words(4_000)),
  /** Takes out what was stated; left out, voting against once more keeps it. */
  withoutStatement: optional(z.boolean()),
  /** The statement as it was before whoever writes it, or takes it out. */
  seen,
};
type About = Given<typeof about>;
type Asked = Asking<Pick<About, 'voteId'> & Partial<About>>;
type Casting = Call<About, Given<typeof form>>;

/** Asks Teams who is in the meeting, unless the secretariat has said that the organisation is present. */
async function question(db: Db, { voteId }: About, doer: Doer): Promise<PresenceQuestion | null> {
  const personId = personOf(doer);
  const asked = personId ? await castingQuestion(db, voteId, personId) : null;
  if (!personId || !asked?.own || asked.closed) return null;
  const objectIds = toAsk(asked, { personId, objectId: asked.own });
  return asked.address && objectIds.length > 0 ? { ...asked.address, objectIds } : null;
}

async function load({ trx, about, doer, hold }: Asked): Promise<CastingState | Refusal> {
  const personId = personOf(doer);
  if (!personId || !organisationOf(doer))
    return refuse(isSecretariat(doer) ? 'secretariatHasNoBallot' : 'notRegistered');
  const casting = await hold(lockForCasting, castingFor, about.voteId, personId);
  if (casting) return casting;
  return refuse((await voteById(trx, about.voteId)) ? 'notInElectorate' : 'notFound');
}

const open = (state: CastingState, { about, doer, now }: Asked): Refusal | null =>
  mayCast(state, { personId: personOf(doer) ?? '', choice: about.choice }, now);

/** What is pressed is the statement of a ballot against that stands: that ballot counts, whatever becomes of the words. */
const isStating = ({ choice }: CastingState, { about, form: asked }: Casting): boolean =>
  choice === 'against' &&
  about.choice === 'against' &&
  (asked.statement ?? asked.withoutStatement) !== undefined;

/** Those that came too late for the words too. */
const isTooLate = ({ refused, closer }: Refusal): boolean =>
  refused === 'voteClosed' || refused === 'meetingOver' || (refused === 'notInMeeting' && closer === 'over');

function appeal(refusal: Refusal, state: CastingState, call: Casting): Refusal {
  return isTooLate(refusal) && isStating(state, call) ? { ...refusal, closer: 'statement' } : refusal;
}

function decide(state: CastingState, call: Casting): Refusal | null {
  const { about, form: asked, presence } = call;
  const { organisationName: organisation, ownObjectId: objectId } = state;
  if (asked.statement && about.choice !== 'against') return refuse('statementOnlyAgainst');
  if (statementMoved(asked, state.statement)) return refuse('statementChanged', { organisation });
  const elsewhere = mayCastFrom(state, { personId: personOf(call.doer) ?? '', objectId }, presence);
  return elsewhere && appeal(elsewhere, state, call);
}

async function apply(state: CastingState, call: Casting): Promise<object> {
  const {
    trx,
    about: { choice },
    form: asked,
    doer,
    now,
    record,
    enqueue,
  } = call;
  const { vote, organisationId } = state;
  const personId = personOf(doer)!;
  const caster = seatOf(state, personId)!;
  const means = call.door === 'card' ? ('card' as const) : ('tab' as const);
  const emptied = asked.withoutStatement && choice === 'against' ? '' : null;
  const ballot = { choice, means, caster, statement: asked.statement ?? emptied };
  const { rehearsal } = vote;
  // A rehearsal's ballots are thrown away, and what stands in the trail cannot be.
  if (!rehearsal)
    record(vote.caseId, 'ballotCast', { voteId: vote.id, organisationId, ...ballot, rehearsal });
  else await announceRehearsed(trx, vote.caseId, { id: organisationId, again: state.choice !== null });
  const thisVote = { kind: 'vote', id: vote.id } as const;
  enqueue('refreshCards', { about: thisVote });
  const recused = declaredBy(choice, caster, personId);
  await putBallot(trx, {
    voteId: vote.id,
    organisationId,
    ...ballot,
    castBy: personId,
    castAt: now,
    recused,
  });
  await markActedOn(trx, { personId, about: thisVote });
  return { voteId: vote.id, organisationId, choice, castAt: now.toISOString() };
}

export const castBallot = act({
  name: 'castBallot',
  // The electorate and the register say who is entitled, not what a role lets in.
  may: anyone,
  shares: true,
  about,
  later: ['choice'],
  form,
  question,
  load,
  open,
  appeal,
  decide,
  apply,
});
