import { describe, expect, test } from '@jest/globals';
import {
  blockingOf,
  caseFacts,
  nextStep,
  nextSteps,
  nextWho,
  readiness,
  skippedStages,
  type CaseFacts,
  type CaseRead,
} from '../../../bot/process/overview/next.ts';
import { openingFacts, openingGate } from '../../../bot/process/hearing/opening.ts';
import { voteFacts, voteGate, type Room } from '../../../bot/process/vote/opening.ts';
import { revision, revisionStates } from '../../../bot/process/case/revision.ts';

const { stages, stageOf } = revision;

const drafted: CaseFacts = {
  kind: 'revision',
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
    expect(skippedStages({ kind: 'revision', state }, [...held])).toEqual(skipped);
  });
});

describe('what stands in the way of the next step', () => {
  const now = new Date('2027-04-14T10:00:00Z');
  const planned = { startsAt: new Date('2027-04-14T09:00:00Z'), endsAt: new Date('2027-04-14T12:00:00Z') };
  const session = { openedAt: new Date('2027-04-14T09:00:00Z'), endedAt: null, overAt: null };
  const meeting = { ...planned, kind: 'steeringGroup' as const, season: 'spring' as const };
  const inSession: Room = { meeting, session, entitled: 25, withoutRepresentative: [] };
  const before: Room = { ...inSession, session: null };
  const heard = { id: 'h', kind: 'internal' as const, deadline: new Date('2027-03-01T11:00:00Z') };
  const ready: CaseRead = {
    caseKind: 'revision',
    state: 'finalising',
    documents: [
      { id: 'p', kind: 'proposal' },
      { id: 'f', kind: 'final' },
    ],
    hearings: [heard],
    waiting: new Map(),
    votes: [],
    rulesConfirmed: true,
  };
  const told = (of: Partial<CaseRead>, room: Room) => {
    const read = { ...ready, ...of };
    const step = nextStep(caseFacts(read, now));
    const blocking = blockingOf(step, read, room, now);
    return [step, blocking.map(({ code }) => code).join(' '), readiness(step, blocking)];
  };
  const [proposal] = ready.documents;

  test.each<[string, Partial<CaseRead>, Room, string[]]>([
    [
      'nothing to hear about',
      { documents: [], hearings: [] },
      before,
      ['addProposal', 'versionMissing', 'missing'],
    ],
    [
      'a report alone is nothing to hear about',
      { documents: [{ id: 'b', kind: 'backgroundReport' }], hearings: [] },
      before,
      ['addProposal', 'versionMissing', 'missing'],
    ],
    [
      'nothing before a hearing',
      { documents: [proposal!], hearings: [] },
      before,
      ['openHearing', '', 'underway'],
    ],
    [
      'a comment',
      { waiting: new Map([['h', 2]]) },
      before,
      ['disposeComments', 'commentsUnanswered', 'missing'],
    ],
    ['nothing before the final version', { documents: [proposal!] }, before, ['addFinal', '', 'underway']],
    ['nothing at the spring meeting in session', {}, inSession, ['putToVote', '', 'ready']],
    ['the meeting, which no case needs to see to', {}, before, ['putToVote', 'notInSession', 'ready']],
    ['no meeting at all', {}, { ...before, meeting: null }, ['putToVote', 'notInSession', 'ready']],
    [
      'what a reason passes',
      {},
      { ...inSession, meeting: { ...meeting, season: 'autumn' } },
      ['putToVote', 'notSpringMeeting', 'ready'],
    ],
    [
      'rules that nobody has confirmed',
      { rulesConfirmed: false },
      before,
      ['putToVote', 'notInSession rulesUnconfirmed', 'missing'],
    ],
  ])('%s', (_, of, room, expected) => expect(told(of, room)).toEqual(expected));

  test('is word for word what the gate says', () => {
    const rooms = [inSession, before, { ...inSession, entitled: 0 }];
    for (const room of rooms)
      for (const rulesConfirmed of [true, false]) {
        const read = { ...ready, rulesConfirmed };
        const gate = voteGate(voteFacts({ ...read, rehearsal: false }, room, now));
        expect(blockingOf('putToVote', read, room, now)).toEqual(gate);
      }
    const unheard = { ...ready, documents: [], hearings: [] };
    const gate = openingGate({ ...openingFacts({ ...unheard, kind: 'internal' }, now), deadline: null });
    expect(blockingOf('addProposal', unheard, before, now)).toEqual(gate);
  });
});
