import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { longTime, parseInstant, shortTime } from '../../../bot/process/frame/calendar.ts';
import { openingGate, type OpeningFacts } from '../../../bot/process/hearing/opening.ts';
import {
  nextStep,
  nextSteps,
  nextWho,
  type CaseFacts,
  type NextStep,
} from '../../../bot/process/overview/next.ts';
import { answererOf, appointmentRoles } from '../../../bot/process/people/organisation.ts';
import { revision, revisionStates } from '../../../bot/process/case/revision.ts';

const { afterVersion, afterVote, stageOf } = revision;
const yesNo = [false, true];
/** Every picture a case can be in, as far as the next step asks. */
const every: CaseFacts[] = revisionStates.flatMap((state) =>
  yesNo.flatMap((hasProposal) =>
    yesNo.flatMap((hasFinal) =>
      [0, 1, 2].flatMap((hearings) =>
        [0, hearings].flatMap((openHearings) =>
          [0, 3].flatMap((unanswered) =>
            [0, 1].flatMap((openVotes) =>
              yesNo.map((tied) => ({
                kind: 'revision' as const,
                state,
                hasProposal,
                hasFinal,
                hearings,
                openHearings,
                unanswered,
                openVotes,
                votable: openVotes,
                tied,
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** The case when what it waits for was done. */
const done: Record<NextStep, (facts: CaseFacts, carried: boolean) => Partial<CaseFacts>> = {
  addProposal: ({ state }) => ({ hasProposal: true, state: afterVersion(state, 'proposal') }),
  openHearing: ({ hearings }) => ({ hearings: hearings + 1, openHearings: 1, state: 'developing' }),
  answerHearing: () => ({ openHearings: 0, unanswered: 2 }),
  disposeComments: () => ({ unanswered: 0 }),
  addFinal: ({ state }) => ({ hasFinal: true, state: afterVersion(state, 'final') }),
  putToVote: () => ({ openVotes: 1, votable: 1, state: 'decision' }),
  castBallots: (_, carried) => ({ openVotes: 0, votable: 0, state: afterVote(carried) }),
  closeVote: (_, carried) => ({ openVotes: 0, votable: 0, state: afterVote(carried) }),
  decideTie: (_, carried) => ({ tied: false, state: afterVote(carried) }),
  reviseReturned: () => ({ state: 'finalising', hasFinal: true }),
  publish: () => ({ state: 'published' }),
  done: () => ({}),
};

describe('a case always waits for one thing', () => {
  test('of one party, in every picture it can be in, and in one place on the line', () => {
    for (const facts of every) {
      expect(nextSteps).toContain(nextStep(facts));
      expect(['secretariat', 'members', 'voters', 'chair', 'nobody']).toContain(nextWho[nextStep(facts)]);
      expect(revisionStates.slice(0, 9)).toContain(stageOf(facts.state));
    }
  });

  test('done by whoever it waits for, step by step, it comes to an end and is never asked twice', () => {
    for (const facts of every) {
      let now = facts;
      const asked: NextStep[] = [];
      // A vote that is not carried sends the case back once; the second time it is carried.
      for (let votes = 0; nextStep(now) !== 'done';) {
        const step = nextStep(now);
        expect({ facts, asked, step: asked.at(-1) === step }).toEqual({ facts, asked, step: false });
        if (step === 'castBallots' || step === 'decideTie') votes += 1;
        asked.push(step);
        now = { ...now, ...done[step](now, votes > 1) };
        expect(asked.length).toBeLessThan(20);
      }
      const over = ['published', 'rejected', 'withdrawn'].includes(now.state);
      expect({ facts, asked, over }).toEqual({ facts, asked, over: true });
    }
  });

  test('no vote is asked for while a comment is unanswered, a hearing open or a final version missing', () => {
    for (const facts of every.filter((one) => nextStep(one) === 'putToVote'))
      expect([facts.unanswered, facts.openHearings, facts.hasFinal, facts.openVotes]).toEqual([
        0,
        0,
        true,
        0,
      ]);
  });
});

describe('who answers for an organisation', () => {
  const held = fc.uniqueArray(
    fc.record({
      organisationId: fc.constantFrom('a', 'b', 'c'),
      role: fc.constantFrom(...appointmentRoles),
      personId: fc.uuid(),
      left: fc.boolean(),
    }),
    { selector: (one) => `${one.organisationId} ${one.role}` },
  );

  test('the first who is there of its contact, its representative and its deputy; never who has left, never another’s', () => {
    fc.assert(
      fc.property(held, fc.constantFrom('a', 'b', 'c', 'd'), (all, of) => {
        const holds = (role: string) =>
          all.find((one) => one.organisationId === of && one.role === role && !one.left);
        const expected = holds('contact') ?? holds('representative') ?? holds('deputy');
        expect(answererOf(all, of)?.personId).toBe(expected?.personId);
        expect(answererOf(all.toReversed(), of)).toEqual(answererOf(all, of));
      }),
    );
  });
});

describe('what a hearing lacks before it may open', () => {
  const facts = fc.record({
    kind: fc.constantFrom<OpeningFacts['kind']>('internal', 'industry', 'workingGroup', 'termsOfReference'),
    hasVersion: fc.boolean(),
    opensAt: fc.constant(new Date('2027-01-11T08:00:00Z')),
    deadline: fc.integer({ min: 1, max: 400 }).map((days) => new Date(Date.UTC(2027, 0, 11 + days, 11))),
    internalHearings: fc.nat(1),
    openHearings: fc.nat(1),
    unanswered: fc.nat(2),
    parties: fc.nat(1),
    publicPage: fc.boolean(),
  });
  const codes = (one: OpeningFacts) => openingGate(one).map(({ code }) => code);

  test('setting one thing right never brings a new demand', () => {
    const right: Partial<OpeningFacts>[] = [
      { hasVersion: true },
      { internalHearings: 1 },
      { openHearings: 0 },
      { unanswered: 0 },
      { parties: 1 },
      { publicPage: true },
    ];
    fc.assert(
      fc.property(facts, fc.constantFrom(...right), (one, better) => {
        expect(codes(one)).toEqual(expect.arrayContaining(codes({ ...one, ...better })));
      }),
    );
  });

  test('a later deadline is never the shorter one', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 60 }), (one, days) => {
        const later = { ...one, deadline: new Date(one.deadline.getTime() + days * 24 * 3600_000) };
        if (!codes(one).includes('shortHearing')) expect(codes(later)).not.toContain('shortHearing');
      }),
    );
  });
});

describe('a time is said as a calendar on the wall says it', () => {
  const parts = (at: Date, locale: string) =>
    Object.fromEntries(
      new Intl.DateTimeFormat(locale, {
        timeZone: 'Europe/Copenhagen',
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      })
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    );

  test('in both languages, for thousands of times one after another and the same ones again', () => {
    const start = Date.parse('2026-01-01T00:17:31Z');
    const instants = Array.from({ length: 2_600 }, (_, n) => new Date(start + n * 12_345_678));
    for (const at of [...instants, ...instants.slice(0, 50)]) {
      const [da, en] = [parts(at, 'da-DK'), parts(at, 'en-GB')];
      expect(longTime(at, 'da')).toBe(
        `${da['weekday']} den ${da['day']}. ${da['month']} ${da['year']} kl. ${da['hour']}.${da['minute']}`,
      );
      expect(longTime(at, 'en')).toBe(
        `${en['weekday']} ${en['day']} ${en['month']} ${en['year']} at ${en['hour']}:${en['minute']}`,
      );
      expect(shortTime(at, 'en')).toContain(`${en['hour']}:${en['minute']}`);
    }
  });

  test('two times in one minute are said alike, and the next minute otherwise', () => {
    const at = (clock: string) => parseInstant(`2027-03-26T${clock}`)!;
    expect(longTime(at('12:00:59'), 'da')).toBe(longTime(at('12:00:00'), 'da'));
    expect(longTime(at('12:01:00'), 'da')).not.toBe(longTime(at('12:00:59'), 'da'));
  });
});
