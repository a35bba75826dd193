import type { HearingKind } from '../hearing/hearing.ts';
import { stages, type RevisionState } from '../case/revision.ts';

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
  state: RevisionState;
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

const settled: Partial<Record<RevisionState, NextStep>> = {
  approved: 'publish',
  published: 'done',
  rejected: 'done',
  withdrawn: 'done',
};

export function nextStep(facts: CaseFacts): NextStep {
  if (facts.openVotes > 0) return facts.votable > 0 ? 'castBallots' : 'closeVote';
  if (facts.tied) return 'decideTie';
  const end = settled[facts.state];
  if (end) return end;
  if (facts.openHearings > 0) return 'answerHearing';
  if (facts.unanswered > 0) return 'disposeComments';
  if (facts.state === 'returned') return 'reviseReturned';
  if (!facts.hasProposal && !facts.hasFinal) return 'addProposal';
  if (facts.hearings === 0) return 'openHearing';
  return facts.hasFinal ? 'putToVote' : 'addFinal';
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

/** Where a side state stands on the line of stages. */
export function stageOf(state: RevisionState): RevisionState {
  if (state === 'returned' || state === 'onHold' || state === 'withdrawn') return 'developing';
  return state === 'rejected' ? 'decision' : state;
}

/** Stages behind a case that it passed without what they are for; of an internal approval the app holds none. */
export function skippedStages(state: RevisionState, held: HearingKind[]): RevisionState[] {
  const behind = stages.slice(0, stages.indexOf(stageOf(state)));
  const passed = (stage: RevisionState): boolean =>
    (stage === 'industryHearing' && !held.includes('industry')) || stage === 'internalApproval';
  return behind.filter(passed);
}
