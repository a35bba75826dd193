import type { Finding } from '../frame/refusals.ts';
import type { HearingKind } from '../hearing/hearing.ts';
import { openingFacts, openingGate, openOf, unansweredOf } from '../hearing/opening.ts';
import { goesOn, type Planned, type Session } from '../meeting/session.ts';
import { courseOf, isOver, type CaseKind, type CaseState, type Kinds } from '../case/kinds.ts';
import { isOfCase, voteFacts, voteGate, type Room, type ToVoteOn } from '../vote/opening.ts';
import { awaitsChair } from '../vote/vote.ts';

/** What a case waits for, and whom: the line at the top of its page. */
export const nextSteps = [
  'addProposal',
  'openHearing',
  'answerHearing',
  'disposeComments',
  'addFinal',
  'putToVote',
  'castBallots',
  'closeVote',
  'decideTie',
  'reviseReturned',
  'publish',
  'done',
] as const;
export type NextStep = (typeof nextSteps)[number];

export interface CaseFacts {
  kind: CaseKind;
  state: CaseState;
  hasProposal: boolean;
  hasFinal: boolean;
  hearings: number;
  openHearings: number;
  unanswered: number;
  openVotes: number;
  /** Of those, in which somebody can still vote: their meeting is not over. */
  votable: number;
  tied: boolean;
}

/** What a case is read as, for its next step and for what stands in the way of that. */
export interface CaseRead extends Omit<ToVoteOn, 'rehearsal' | 'versionId' | 'votes'> {
  state: CaseState;
  votes: readonly (ToVoteOn['votes'][number] & { times: [Session, Planned] })[];
}

export function caseFacts(read: CaseRead, now: Date): CaseFacts {
  const { caseKind: kind, state, documents, hearings, waiting, votes } = read;
  const real = votes.filter((vote) => !vote.rehearsal);
  const open = real.filter((vote) => !vote.closedAt);
  return {
    kind,
    state,
    hasProposal: documents.some((one) => one.kind === 'proposal'),
    hasFinal: documents.some((one) => one.kind === 'final'),
    hearings: hearings.length,
    openHearings: openOf(hearings, now).length,
    unanswered: unansweredOf(hearings, waiting, now),
    openVotes: open.length,
    votable: open.filter((vote) => goesOn(...vote.times, now)).length,
    tied: real.some((vote) => awaitsChair(vote, real)),
  };
}

function nextOfRevision(facts: CaseFacts): NextStep {
  if (isOver(facts)) return facts.state === 'approved' ? 'publish' : 'done';
  if (facts.openHearings > 0) return 'answerHearing';
  if (facts.unanswered > 0) return 'disposeComments';
  if (facts.state === 'returned') return 'reviseReturned';
  if (!facts.hasProposal && !facts.hasFinal) return 'addProposal';
  if (facts.hearings === 0) return 'openHearing';
  return facts.hasFinal ? 'putToVote' : 'addFinal';
}

/** What of the way of a case depends on its kind, and on what became of its hearings and votes. */
interface Way<S extends CaseState> {
  /** While no vote is under way. */
  next(facts: CaseFacts): NextStep;
  /** Whether a stage that lies behind was passed without what it is for. */
  passes(stage: S, held: readonly HearingKind[]): boolean;
}
const ways: { [K in CaseKind]: Way<Kinds[K]['state']> } = {
  revision: {
    next: nextOfRevision,
    // Of an internal approval the app holds none.
    passes: (stage, held) =>
      (stage === 'industryHearing' && !held.includes('industry')) || stage === 'internalApproval',
  },
};

export function nextStep(facts: CaseFacts): NextStep {
  if (facts.openVotes > 0) return facts.votable > 0 ? 'castBallots' : 'closeVote';
  return facts.tied ? 'decideTie' : ways[facts.kind].next(facts);
}

/** Who the next step waits for. */
export const nextWho: Record<NextStep, 'secretariat' | 'members' | 'voters' | 'chair' | 'nobody'> = {
  addProposal: 'secretariat',
  openHearing: 'secretariat',
  answerHearing: 'members',
  disposeComments: 'secretariat',
  addFinal: 'secretariat',
  putToVote: 'secretariat',
  castBallots: 'voters',
  closeVote: 'secretariat',
  decideTie: 'chair',
  reviseReturned: 'secretariat',
  publish: 'secretariat',
  done: 'nobody',
};

/**
 * What stands in the way of the next step, as the gate says it that the act asks. The step of answering comments has no gate
 * of its own: what it clears is missing in the gate that comes after.
 */
export function blockingOf(step: NextStep, read: CaseRead, room: Room, now: Date): Finding[] {
  const toVote = (): Finding[] => voteGate(voteFacts({ ...read, rehearsal: false }, room, now));
  switch (step) {
    case 'addProposal':
    case 'openHearing':
      return openingGate({ ...openingFacts({ ...read, kind: 'internal' }, now), deadline: null });
    case 'disposeComments':
      return toVote().filter(({ code }) => code === 'commentsUnanswered');
    case 'putToVote':
      return toVote();
    default:
      return [];
  }
}

export const readinesses = ['missing', 'ready', 'underway'] as const;

/** How far a case is for whoever looks for what needs them: nothing passable, and nothing of the meeting, holds it up. */
export function readiness(step: NextStep, blocking: Finding[]): (typeof readinesses)[number] {
  if (blocking.some((one) => !one.passable && isOfCase(one))) return 'missing';
  return step === 'putToVote' || step === 'castBallots' ? 'ready' : 'underway';
}

/** Stages behind a case that it passed without what they are for. */
export function skippedStages(
  { kind, state }: { kind: CaseKind; state: CaseState },
  held: HearingKind[],
): CaseState[] {
  const { stages, stageOf } = courseOf(kind);
  const way: Way<CaseState> = ways[kind];
  return stages.slice(0, stages.indexOf(stageOf(state))).filter((stage) => way.passes(stage, held));
}
