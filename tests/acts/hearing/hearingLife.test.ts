import fc from 'fast-check';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { stopSchedule } from '../../support/clock.ts';
import { startOfTests } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventTypes } from '../../support/fingerprint.ts';
import { unfit } from '../../support/holds.ts';
import { useHouse } from '../../support/useHouse.ts';
import { HearingModel } from './hearingModel.ts';
import { orgs, type Actor, type Org } from './hearingModelTypes.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let all: Record<Org, Member>;
/** Two of each organisation and the secretariat. */
let people: Record<string, Someone>;
const actors: Actor[] = [
  ...orgs.flatMap((of) => [
    { id: `${of} first`, of },
    { id: `${of} second`, of },
  ]),
  { id: 'secretariat', of: null },
];

beforeAll(async () => {
  by = secretariat(house);
  const a = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  const b = await member(house, { name: 'Odense Kommune', with: ['staff'] });
  const c = await member(house, { name: 'Region Syddanmark', with: ['contact'] });
  all = { a, b, c };
  people = {
    'a first': a.contact,
    'a second': a.staff,
    'b first': b.representative,
    'b second': b.staff,
    'c first': c.contact,
    'c second': c.representative,
    secretariat: by,
  };
  // The clock reminds by itself as well; here only what a person presses is counted.
  await stopSchedule(house);
}, 60_000);

const actor = fc.constantFrom(...actors);
const org = fc.constantFrom<Org>(...orgs);
const text = fc.constantFrom('Kravet er uklart', 'Kravet er for dyrt', 'Fristen er kort');
const which = fc.nat(5);
const position = fc.constantFrom('withRemarks' as const, 'noRemarks' as const);
const others = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Org[]>([]) },
  { weight: 1, arbitrary: fc.subarray([...orgs]) },
);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('add' as const), actor, org, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), actor, which, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), actor, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('dispose' as const), which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      actor,
      /** By whoever submits for that organisation, as is the rule. */
      properly: fc.nat(3).map((n) => n > 0),
      org,
      position,
      reservation: fc.boolean(),
      others,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('joint' as const),
      actor,
      accept: fc.boolean(),
      org,
      properly: fc.nat(3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('extend' as const), days: fc.integer({ min: -5, max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remind' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 15 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('contact' as const), org, second: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Run {
  held: Hearing;
  model: HearingModel;
  /** The ids of the comments, as they came. */
  ids: string[];
  refs: Map<string, string>;
}
const readers = actors.filter(({ id }) => !id.endsWith('first'));
const opening = Date.parse(startOfTests);
const dayAt = (day: number): string => new Date(opening + day * 24 * 3600_000).toISOString();
/** For whom one acts: the secretariat names it, everybody else is of one. */
const about = (who: Actor, named: Org): Org => who.of ?? named;
const naming = (who: Actor, named: Org) => (who.of === null ? { organisationId: all[named].id } : {});

/** What was answered, in one word or number: the code of a refusal, else what `of` makes of the result. */
async function told(
  who: Someone,
  name: Parameters<Someone['act']>[0],
  input: object,
  of: (r: any) => unknown,
) {
  const { body } = await who.act(name, input);
  return body.ok ? of(body.result) : body.refusal.code;
}
const done = (): null => null;

async function addOne(run: Run, { actor: who, org: named, text }: Extract<Step, { do: 'add' }>) {
  const { held, model, ids, refs } = run;
  const input = { hearingId: held.hearingId, type: 'general', text, ...naming(who, named) };
  const answer = await told(people[who.id]!, 'addComment', input, ({ commentId, ref }) => {
    if (!ids.includes(commentId)) ids.push(commentId);
    refs.set(commentId, refs.get(commentId) ?? ref);
    return refs.get(commentId) === ref ? ids.indexOf(commentId) + 1 : 'another number';
  });
  expect(answer).toBe(model.add(who, about(who, named), text));
}

async function changeOne({ model, ids }: Run, asked: Extract<Step, { do: 'edit' | 'withdraw' | 'dispose' }>) {
  if (model.remarks.length === 0) return;
  const index = asked.which % model.remarks.length;
  const [remark, commentId] = [model.remarks[index]!, ids[index]!];
  if (asked.do === 'dispose') {
    const input = { commentId, disposition: 'noted', response: 'Tak' };
    return expect(await told(by, 'disposeComment', input, done)).toBe(model.dispose(remark));
  }
  const who = people[asked.actor.id]!;
  if (asked.do === 'withdraw')
    return expect(await told(who, 'withdrawComment', { commentId }, done)).toBe(
      model.withdraw(asked.actor, remark),
    );
  const answer = await told(who, 'editComment', { commentId, text: asked.text }, done);
  expect(answer).toBe(model.edit(asked.actor, remark, asked.text));
}

async function submitOne({ held, model }: Run, asked: Extract<Step, { do: 'submit' }>) {
  const { org: named, position: given, reservation, others: with_ } = asked;
  const who = asked.properly ? { id: model.answerer[named], of: named } : asked.actor;
  const of = about(who, named);
  const jointWith = with_.filter((one) => one !== of);
  const answer = await told(
    people[who.id]!,
    'submitAnswer',
    {
      hearingId: held.hearingId,
      position: given,
      jointWith: jointWith.map((one) => all[one].id),
      ...(reservation && { reservation: 'Med forbehold for byrådet' }),
      ...naming(who, named),
    },
    done,
  );
  expect(answer).toBe(model.submit(who, of, { position: given, reservation, jointWith }));
}

async function decideOne({ held, model }: Run, asked: Extract<Step, { do: 'joint' }>) {
  const { org: named, accept, properly } = asked;
  const who = properly > 0 ? { id: model.answerer[named], of: named } : asked.actor;
  const input = { hearingId: held.hearingId, accept };
  expect(await told(people[who.id]!, 'answerJoint', input, done)).toBe(model.answerJoint(who, accept));
}

async function moveOn(run: Run, asked: Extract<Step, { do: 'extend' | 'remind' | 'wait' | 'contact' }>) {
  const { model, held } = run;
  const { hearingId } = held;
  if (asked.do === 'wait') {
    model.day += asked.days;
    return house.setClock(dayAt(model.day));
  }
  if (asked.do === 'contact') {
    const id = `${asked.org} ${asked.second ? 'second' : 'first'}`;
    model.answerer[asked.org] = id;
    await by.do('nameContact', { organisationId: all[asked.org].id, personId: people[id]!.personId });
    return;
  }
  if (asked.do === 'remind')
    return expect(await told(by, 'remindMissing', { hearingId }, (result) => result.told)).toBe(
      model.remind(),
    );
  const to = model.deadline + asked.days;
  const answer = await told(by, 'extendDeadline', { hearingId, deadline: dayAt(to) }, done);
  expect(answer).toBe(model.extend(to));
}

function takeStep(run: Run, asked: Step): Promise<unknown> {
  if (asked.do === 'add') return addOne(run, asked);
  if (asked.do === 'submit') return submitOne(run, asked);
  if (asked.do === 'joint') return decideOne(run, asked);
  if (asked.do === 'edit' || asked.do === 'withdraw' || asked.do === 'dispose') return changeOne(run, asked);
  return moveOn(run, asked);
}

const answersOf = (model: HearingModel, shown: Org[], reader: Org | null) =>
  Object.fromEntries(
    shown.map((of) => [
      all[of].id,
      {
        state: model.stateOf(of),
        submitted: model.answers.has(of),
        comments: (of === reader ? model.standing(of) : model.given(of)).length,
      },
    ]),
  );
const answersSeen = (answers: any[]) =>
  Object.fromEntries(
    answers.map(({ organisationId, state, submitted, comments }) => [
      organisationId,
      { state, submitted, comments },
    ]),
  );

/** What everybody is shown now, against what the model says. */
async function compare({ held, model, ids }: Run): Promise<void> {
  for (const { id, of } of readers) {
    const who = people[id]!;
    const sealed = of !== null && model.open;
    const view = await who.view(`hearing?id=${held.hearingId}`);
    const matrix = await who.view(`comments?hearingId=${held.hearingId}`);
    expect({
      id,
      answered: view.answered,
      heard: view.heard,
      state: view.state,
      sealed: view.sealed,
    }).toEqual({
      id,
      answered: model.answeredTold(of),
      heard: orgs.length,
      state: model.open ? 'open' : 'closed',
      sealed,
    });
    expect(answersSeen(view.answers)).toEqual(answersOf(model, sealed ? [of!] : orgs, of));
    expect(matrix.items.map((row: any) => [row.id, row.text, row.withdrawnAt !== null, row.late])).toEqual(
      model.seenBy(of).map((number) => {
        const { text, withdrawn, late } = model.remarks[number - 1]!;
        return [ids[number - 1], text, withdrawn, late];
      }),
    );
  }
  const waiting = model.remarks.filter((one) => one.left && !one.withdrawn && !one.answered).length;
  const counts = model.open
    ? { comments: null, unanswered: null }
    : { comments: orgs.flatMap((of) => model.given(of)).length, unanswered: waiting };
  const { hearings } = await by.view(`revision?id=${held.revisionId}`);
  expect(hearings[0]).toMatchObject(counts);
  expect(await eventTypes(house, held.revisionId)).toEqual(model.trail);
}

describe('a hearing, whatever is done in it and in what order', () => {
  test('is what the process says: every answer, every refusal, who sees what, and the trail', async () => {
    const answerer: Record<Org, string> = { a: 'a first', b: 'b first', c: 'c first' };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), async (steps) => {
        await house.setClock(dayAt(0));
        const held = await hearing(house, { deadline: dayAt(30) } as never);
        const run: Run = {
          held,
          model: new HearingModel(
            answerer,
            orgs.toSorted((one, other) => (all[one].id < all[other].id ? -1 : 1)),
          ),
          ids: [],
          refs: new Map(),
        };
        for (const one of steps) await takeStep(run, one);
        await compare(run);
        run.model.day = Math.max(run.model.day, run.model.deadline);
        await house.setClock(dayAt(run.model.day));
        await compare(run);
      }),
      { numRuns: 10, seed: 20_270_111, endOnFailure: true },
    );
  }, 60_000);

  test('and the records are what the trail says of them', async () => {
    expect(await unfit(house)).toEqual([]);
  });
});
