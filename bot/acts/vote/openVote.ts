// Who may: the secretariat or the chair. Changes: a vote is open; electorate, document (by hash) and rule are frozen.
// Refuses: what the gate "put to the vote" misses; outside the spring meeting it needs a reason, logged and printed.
// A repeat with the same key: the same vote; a second vote on the same case is refused while one is open,
// or a tie waits for the chair.
import { z } from 'zod';
import { passGate, refuse } from '../../process/frame/refusals.ts';
import { secretariatOrChair } from '../../process/frame/roles.ts';
import { voteFacts, votedOn, voteGate, type ToVoteOn } from '../../process/vote/opening.ts';
import { courseOf } from '../../process/case/kinds.ts';
import { lockCase, caseById, setCaseState, versionsOf } from '../../store/case/cases.ts';
import { tellConversation, tellPeople } from '../../store/reach/deliveries.ts';
import { hearingsOf, unansweredIn } from '../../store/hearing/hearings.ts';
import { lockMeeting, meetingById, openSessionOf } from '../../store/meeting/meetings.ts';
import { filesWith } from '../../store/draft/files.ts';
import { currentRules } from '../../store/vote/rules.ts';
import { membersNow } from '../../store/people/vacant.ts';
import { electorateOf, insertVote, votersOf, votesOf } from '../../store/vote/votes.ts';
import { act, personOf, type Asking, type Call, type Given } from '../frame/act.ts';
import { nothing } from '../frame/hold.ts';
import { id, optional, reason, words } from '../frame/input.ts';
import { holdSeats } from '../../store/people/places.ts';

const about = { meetingId: id, revisionId: id, versionId: id, rehearsal: optional(z.boolean()) };
const form = { motion: words(1_000), reason };
type About = Given<typeof about>;
type Asked = Asking<Omit<About, 'versionId'> & Partial<About>>;

async function load({ trx, about: asked, hold, time }: Asked) {
  // First of all: whoever takes a seat waits for this vote, and then tells of it.
  await hold(holdSeats, nothing);
  const found = await hold(lockCase, caseById, asked.revisionId);
  // The session must not end between the gate and the vote.
  const meeting = await hold(lockMeeting, meetingById, asked.meetingId);
  if (!found || !meeting) return refuse('notFound');
  const versions = await versionsOf(trx, found.id);
  const version = votedOn(found.kind, versions, asked.versionId);
  if (asked.versionId && !version) return refuse('versionElsewhere');
  const { rule, confirmedAt } = await currentRules(trx);
  const session = await openSessionOf(trx, meeting.id);
  const hearings = await hearingsOf(trx, found.id);
  const ids = hearings.map(({ id: hearingId }) => hearingId);
  const of: ToVoteOn = {
    caseKind: found.kind,
    rehearsal: asked.rehearsal ?? false,
    documents: versions,
    versionId: asked.versionId,
    hearings,
    waiting: await unansweredIn(trx, ids),
    votes: await votesOf(trx, found.id),
    rulesConfirmed: confirmedAt !== null,
  };
  const room = { meeting, session, ...(await membersNow(trx)) };
  const facts = voteFacts(of, room, await time());
  return { case: found, meeting, version, rule, session, facts };
}

type State = Exclude<Awaited<ReturnType<typeof load>>, { refused: unknown }>;

/** The card goes to the meeting's chat; while no chat is linked, to everyone who may vote. */
async function tell({ meeting }: State, { trx, now }: Asking, voteId: string): Promise<void> {
  const telling = { message: 'voteOpened', about: { kind: 'vote', id: voteId } } as const;
  if (meeting.conversationId) return tellConversation(trx, meeting.conversationId, 'meeting', telling, now);
  await tellPeople(trx, await votersOf(trx, voteId), telling, now);
}

async function apply(state: State, call: Call<unknown, Given<typeof form>>): Promise<{ voteId: string }> {
  const { trx, form: asked, doer, now, record } = call;
  const {
    case: { id: caseId, kind, state: before },
    session,
    version,
    rule,
    facts,
  } = state;
  const values = {
    sessionId: session!.id,
    versionId: version!.id,
    versionHash: version!.hash,
    motion: asked.motion,
    rule,
    reason: asked.reason ?? null,
    rehearsal: facts.rehearsal,
  };
  const voteId = await insertVote(trx, { ...values, caseId, openedBy: personOf(doer), openedAt: now });
  const { atVote } = courseOf(kind);
  if (!facts.rehearsal && before !== atVote) await setCaseState(trx, caseId, atVote);
  await tell(state, call, voteId);
  const seats = await electorateOf(trx, voteId);
  const electorate = seats.map(({ organisationId, representativeId, deputyId }) => ({
    organisationId,
    representativeId,
    deputyId,
  }));
  const passed = voteGate(facts).map((finding) => finding.code);
  // What is voted on is the version and the files that came with it, by their hashes.
  const files = (await filesWith(trx, values.versionId)).map(({ name, hash }) => ({ name, hash }));
  record(caseId, 'voteOpened', {
    voteId,
    revisionId: caseId,
    meetingId: state.meeting.id,
    ...values,
    files,
    electorate,
    passed,
  });
  return { voteId };
}

export const openVote = act({
  name: 'openVote',
  may: secretariatOrChair,
  about,
  later: ['versionId'],
  form,
  load,
  open: ({ facts }) => passGate(voteGate(facts), null),
  // Asked anew, whole: a reason passes what may be passed, and nothing else.
  appeal: (_, { facts }, { form: { reason: given } }) => passGate(voteGate(facts), given),
  apply,
});
