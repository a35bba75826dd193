import fc from 'fast-check';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bases, choices, thresholds, ties, type Choice, type Rule } from '../../../bot/process/vote/vote.ts';
import { inMeeting, meeting, vote, type Vote } from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { unfit } from '../../support/holds.ts';
import { useHouse } from '../../support/useHouse.ts';
import { expected, type Share } from '../../process/frame/oracle.ts';
import { VoteModel, type Seat, type Voter } from './voteModel.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let chair: Someone;
const names = ['a', 'b', 'c', 'd'];
const organisations = new Map<string, { id: string; name: string }>();
/** Who holds the seats now; what a vote that opens will freeze. */
const seats = new Map<string, Seat>();
const people = new Map<string, Someone>();

function seated(of: string, made: Member): void {
  organisations.set(of, { id: made.id, name: made.name });
  people.set(`${of} representative`, made.representative);
  const deputy = made.deputy === made.representative ? null : `${of} deputy`;
  if (deputy) people.set(deputy, made.deputy);
  seats.set(of, { representative: `${of} representative`, deputy });
}

beforeAll(async () => {
  by = secretariat(house);
  for (const of of names) {
    const made = await member(house, { chair: of === 'd', ...(of !== 'c' && { with: ['deputy'] }) });
    seated(of, made);
    people.set(`${of} staff`, await person(house, made));
  }
  chair = people.get('d representative')!;
}, 60_000);

const of = fc.constantFrom(...names);
const who = fc.constantFrom(
  'representative',
  'representative',
  'representative',
  'deputy',
  'deputy',
  'staff',
);
const choice = fc.constantFrom(...choices, 'for' as const, 'against' as const);
/** What the secretariat hears on the phone at the end, so that every outcome there is comes about. */
const calls = fc.constantFrom<Choice[]>(
  [],
  ['for', 'for', 'for', 'for'],
  ['for', 'for', 'for', 'against'],
  ['for', 'against', 'for', 'against'],
  ['for', 'against', 'abstain', 'recused'],
);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('cast' as const), of, who, choice, stating: fc.nat(3) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('enter' as const), of, who, inside: fc.nat(2).map((n) => n > 0) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mark' as const), of, present: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('behalf' as const), of, choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('appoint' as const), of, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Run {
  open: Vote;
  model: VoteModel;
}
const told = async (one: Someone, name: Parameters<Someone['act']>[0], input: object) => {
  const { body } = await one.act(name, input);
  return body.ok ? null : body.refusal.code;
};
const voterOf = ({ of, who }: { of: string; who: string }): Voter => {
  const id = `${of} ${who}`;
  return { id: people.has(id) ? id : `${of} representative`, of };
};

async function cast({ open, model }: Run, asked: Extract<Step, { do: 'cast' }>): Promise<void> {
  const voter = voterOf(asked);
  const statement = asked.stating === 0 ? 'Kravet rammer små leverandører.' : null;
  const input = { voteId: open.voteId, choice: asked.choice, ...(statement && { statement }) };
  const answer = await told(people.get(voter.id)!, 'castBallot', input);
  expect([voter.id, answer]).toEqual([voter.id, model.cast(voter, asked.choice, statement)]);
}

/** A new member is heard of from now on, and has no seat in a vote that was open before it. */
async function join({ open, model }: Run): Promise<void> {
  const name = `e${organisations.size}`;
  if (organisations.size < 6) seated(name, await member(house));
  const last = [...organisations.keys()].at(-1)!;
  const voter = { id: `${last} representative`, of: last };
  const answer = await told(people.get(voter.id)!, 'castBallot', { voteId: open.voteId, choice: 'for' });
  expect(answer).toBe(model.cast(voter, 'for', null));
}

async function takeStep(run: Run, asked: Step): Promise<void> {
  const { open, model } = run;
  if (asked.do === 'cast') return cast(run, asked);
  if (asked.do === 'join') return join(run);
  const organisationId = organisations.get(asked.of)!.id;
  if (asked.do === 'enter') {
    const { id } = voterOf(asked);
    model.inside[asked.inside ? 'add' : 'delete'](id);
    return inMeeting(house, open, people.get(id)!, asked.inside);
  }
  if (asked.do === 'mark') {
    model.marked.set(asked.of, asked.present);
    const { meetingId } = open;
    return void (await by.do('markPresent', { meetingId, organisationId, present: asked.present }));
  }
  if (asked.do === 'behalf') {
    const input = { voteId: open.voteId, organisationId, choice: asked.choice, means: 'phone' };
    return expect(await told(by, 'recordBallotOnBehalf', input)).toBe(model.onBehalf(asked.of, asked.choice));
  }
  // At once, in this vote too: what it has frozen is who is in it and the deputies.
  const { id } = voterOf(asked);
  seats.get(asked.of)!.representative = id;
  model.appoint(asked.of, id);
  const chairs = asked.of === 'd';
  const input = { organisationId, personId: people.get(id)!.personId, chair: chairs };
  await by.do('appointRepresentative', input);
  if (chairs) chair = people.get(id)!;
}

/** While it is open, everybody is shown their own ballot and how many there are, and nothing else. */
async function compareOpen({ open, model }: Run): Promise<void> {
  for (const of of model.seats.keys()) {
    const view = await people.get(`${of} representative`)!.view(`vote?id=${open.voteId}`);
    const own = model.ballots.get(of);
    expect([view.cast, view.entitled, view.tally]).toEqual([model.ballots.size, model.seats.size, null]);
    const shown = view.ballots.map((row: any) => [row.organisationId, row.choice, row.by, row.statement]);
    const mine = own && [organisations.get(of)!.id, own.choice, own.by, own.statement];
    expect(shown).toEqual(mine ? [mine] : []);
  }
}

interface Decision {
  outcome: string;
  carried: boolean | null;
}
async function close({ open, model }: Run, quorum: Share): Promise<Decision> {
  const room = model.room();
  const { outcome, base, quorumNeeded } = expected({ ...model.rule, quorum }, room);
  const { for: yes, against, abstain, recused } = room;
  const carried = outcome === 'tied' ? null : outcome === 'carried';
  const tally = { for: yes, against, abstain, recused };
  const result = await by.do('closeVote', { voteId: open.voteId });
  expect(result).toEqual({ voteId: open.voteId, outcome, carried, tally, base });
  model.closed = true;
  const view = await people.get('a staff')!.view(`vote?id=${open.voteId}`);
  expect(view).toMatchObject({ outcome, carried, tally, base, quorumNeeded, entitled: model.seats.size });
  const shown = view.ballots.map((row: any) => [row.organisationId, row.choice, row.by, row.statement]);
  const stood = [...model.ballots].map(([of, one]) => [
    organisations.get(of)!.id,
    one.choice,
    one.by,
    one.statement,
  ]);
  expect(shown.sort()).toEqual(stood.sort());
  return { outcome, carried };
}

/** A tie waits for the chair's word; nothing else does. */
async function settle({ open }: Run, { outcome, carried }: Decision, word: boolean): Promise<void> {
  const { voteId, revisionId } = open;
  const tied = outcome === 'tied';
  expect(await told(chair, 'decideTie', { voteId, carried: word })).toBe(tied ? null : 'noTieToDecide');
  const { state } = await by.view(`revision?id=${revisionId}`);
  expect(state).toBe((tied ? word : carried) ? 'approved' : 'returned');
  const events = (await eventsOf(house, revisionId)).filter(({ type }) => /^(ballot|vote|tie)/.test(type));
  expect(events.map(({ type }) => type.slice(0, 6))).toEqual([
    'voteOp',
    ...events.slice(1, -1 - Number(tied)).map(() => 'ballot'),
    'voteCl',
    ...(tied ? ['tieDec'] : []),
  ]);
}

async function trailHolds({ open, model }: Run): Promise<void> {
  const events = (await eventsOf(house, open.revisionId)).filter(({ type }) => type.startsWith('ballot'));
  const said = events.map(({ data }) => [data.organisationId, data.choice]);
  expect(said).toEqual(model.trail.map(([of, chosen]) => [organisations.get(of)!.id, chosen]));
}

const quorums: Share[] = [
  [0, 1],
  [1, 3],
  [2, 3],
];
const rules = bases.flatMap((base) =>
  thresholds.flatMap((threshold) => ties.map((tie) => ({ base, threshold, tie }))),
);

describe('a vote, whoever casts, changes, comes and goes', () => {
  test.each(rules.map((rule, index) => ({ ...rule, index })))(
    'of $base, $threshold, at a tie $tie: is counted as fractions by hand give, on the seats of its opening',
    async ({ index, ...basis }) => {
      const quorum = quorums[index % 3]!;
      const rule: Rule = {
        ...basis,
        quorum: quorum[0] / quorum[1],
        secrecy: 'open',
        deputies: index % 4 !== 1,
      };
      const drawn = fc.tuple(
        fc.array(step, { minLength: 14, maxLength: 26, size: 'max' }),
        fc.constantFrom<Choice>(...choices),
        fc.boolean(),
        calls,
      );
      const once = fc.asyncProperty(drawn, async ([steps, late, word, heard]) => {
        const at = await meeting(house, { invited: [...people.values()] });
        const open = await vote(house, { at, rules: rule });
        const run: Run = { open, model: new VoteModel(rule, seats) };
        for (const of of names) await takeStep(run, { do: 'enter', of, who: 'representative', inside: true });
        const onPhone = heard.map((choice, n) => ({ do: 'behalf' as const, of: names[n]!, choice }));
        for (const one of [...steps, ...onPhone]) await takeStep(run, one);
        await compareOpen(run);
        const decision = await close(run, quorum);
        const [of] = [...run.model.seats.keys()];
        const voter = { id: run.model.seats.get(of!)!.representative, of: of! };
        const answer = await told(people.get(voter.id)!, 'castBallot', {
          voteId: open.voteId,
          choice: late,
        });
        expect([answer, run.model.cast(voter, late, null)]).toEqual(['voteClosed', 'voteClosed']);
        await settle(run, decision, word);
        await trailHolds(run);
      });
      await fc.assert(once, { numRuns: 1, seed: 20_270_506 + index, endOnFailure: true });
    },
  );

  test('and the records are what the trail says of them', async () => {
    expect(await unfit(house)).toEqual([]);
  });
});
