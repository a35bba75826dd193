import { describe, expect, test } from '@jest/globals';
import {
  nextStep,
  nextSteps,
  nextWho,
  skippedStages,
  stageOf,
  type CaseFacts,
} from '../../../bot/process/overview/next.ts';
import { revisionStates, stages } from '../../../bot/process/case/revision.ts';

const drafted: CaseFacts = {
  state: 'developing',
  hasProposal: true,
  hasFinal: false,
  hearings: 1,
  openHearings: 0,
  unanswered: 0,
  openVotes: 0,
  votable: 0,
  tied: false,
};

describe('what a case waits for', () => {
  const cases: [name: string, facts: Partial<CaseFacts>, step: string, who: string][] = [
    ['no document yet', { state: 'planned', hasProposal: false, hearings: 0 }, 'addProposal', 'secretariat'],
    ['a proposal nobody has heard of', { hearings: 0 }, 'openHearing', 'secretariat'],
    ['a hearing is open', { openHearings: 1, unanswered: 4 }, 'answerHearing', 'members'],
    ['comments are unanswered', { unanswered: 4 }, 'disposeComments', 'secretariat'],
    ['all are answered', {}, 'addFinal', 'secretariat'],
    ['the final version is there', { state: 'finalising', hasFinal: true }, 'putToVote', 'secretariat'],
    [
      'a late comment on a final version',
      { state: 'finalising', hasFinal: true, unanswered: 1 },
      'disposeComments',
      'secretariat',
    ],
    [
      'the vote is open',
      { state: 'decision', hasFinal: true, openVotes: 1, votable: 1 },
      'castBallots',
      'voters',
    ],
    ['its meeting is over', { state: 'decision', hasFinal: true, openVotes: 1 }, 'closeVote', 'secretariat'],
    ['the vote was a tie', { state: 'decision', hasFinal: true, tied: true }, 'decideTie', 'chair'],
    ['the vote was not carried', { state: 'returned', hasFinal: true }, 'reviseReturned', 'secretariat'],
    ['the vote was carried', { state: 'approved', hasFinal: true }, 'publish', 'secretariat'],
    ['it is published', { state: 'published', hasFinal: true }, 'done', 'nobody'],
    [
      'it was withdrawn while comments were unanswered',
      { state: 'withdrawn', unanswered: 2 },
      'done',
      'nobody',
    ],
    ['it was rejected', { state: 'rejected' }, 'done', 'nobody'],
  ];

  test.each(cases)('%s', (_, facts, step, who) => {
    const next = nextStep({ ...drafted, ...facts });
    expect([next, nextWho[next]]).toEqual([step, who]);
  });

  test('each of the steps can be the next', () => {
    expect([...new Set(cases.map(([, , step]) => step))].sort()).toEqual([...nextSteps].sort());
  });
});

describe('every revision has a place on the line of nine stages', () => {
  test.each(revisionStates)('%s', (state) => {
    expect(stages).toContain(stageOf(state));
  });

  test.each(stages)('%s stands where it is', (state) => {
    expect(stageOf(state)).toBe(state);
  });
});

describe('a stage that was passed without what it is for is none that is done', () => {
  test.each([
    ['developing', [], []],
    ['finalising', ['internal'], ['industryHearing']],
    ['finalising', ['internal', 'industry'], []],
    ['returned', ['internal'], []],
    ['approved', ['internal'], ['industryHearing', 'internalApproval']],
  ] as const)('%s after hearings %j: %j', (state, held, skipped) => {
    expect(skippedStages(state, [...held])).toEqual(skipped);
  });
});
