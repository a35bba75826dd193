import { beforeAll, describe, expect, test } from '@jest/globals';
import { clauses, hearing, revision } from '../../support/cases.ts';
import type { Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';
import { another, appoints, doer, examples, ready, recorded, seatsBack, type Done } from './everyAct.ts';
import { everyone, type World } from './example.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let world: World;
beforeAll(async () => void (world = await everyone(house)), 60_000);

/** The same act about something else. */
const somethingElse = async (name: Done) => ({
  ...(await ready(name, world)),
  ...examples[name].otherwise?.(world),
});
const events = async (): Promise<number> =>
  Number((await house.sql('select count(*) as n from event'))[0]!['n']);

describe('a press that was sent twice', () => {
  test.each(recorded)(
    '%s: other content under the same key is refused, and says so; another person’s key is not one’s own',
    async (name) => {
      const [input, other] = [await ready(name, world), await somethingElse(name)];
      const [who, second] = [doer(world, name), another(world, name)];
      const first = await who.do(name, input as never, `two ${name}`);
      const before = await fingerprint(house);
      const had = await events();
      expect(await who.refused(name, other, `two ${name}`)).toBe('keyUsed');
      expect(await who.do(name, input as never, `two ${name}`)).toEqual(first);
      expect(changes(before, await fingerprint(house))).toEqual([]);
      // From somebody else the other content is another act, so it was the key that held it back.
      const key = second === who ? `another ${name}` : `two ${name}`;
      const theirs = await second.do(name, other as never, key);
      expect(await events()).toBe(had + 1);
      expect(await second.do(name, other as never, key)).toEqual(theirs);
      expect(await who.do(name, input as never, `two ${name}`)).toEqual(first);
      expect(await second.refused(name, input, key)).toBe('keyUsed');
      expect(await events()).toBe(had + 1);
      if (appoints(name)) await seatsBack(world);
    },
  );

  test.each(recorded)(
    '%s: five at once under one key are done once, and all get its answer',
    async (name) => {
      const input = await ready(name, world);
      const who = doer(world, name);
      const before = await events();
      const five = Array.from({ length: 5 }, () => who.act(name, input, `five ${name}`));
      const answers = await Promise.all(five);
      const { body } = answers[0]!;
      expect(answers).toEqual(Array.from({ length: 5 }, () => ({ status: 200, body })));
      expect(await events()).toBe(before + 1);
      if (appoints(name)) await seatsBack(world);
    },
  );
});

describe('numbers that people quote have no holes', () => {
  const by = (): Someone => world.people.secretariat;
  const numbers = (refs: string[]) => refs.map((ref) => Number(/\d+$/.exec(ref)![0])).sort((a, b) => a - b);
  const inARow = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

  test('thirty cases started at once, with refused ones between them', async () => {
    const good = { title: 'Rengøring', track: 'revise', year: 2044 };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        by().act('startRevision', n % 4 === 3 ? { ...good, track: 'none' } : good),
      ),
    );
    const refs = answers.flatMap(({ body }) => (body.ok ? [body.result.ref] : []));
    expect(numbers(refs)).toEqual(inARow(1, 30));
    expect(refs.every((ref) => /^POGI-2044-\d\d$/.test(ref))).toBe(true);
  });

  test('thirty hearings opened at once, with those between them that a gate stopped', async () => {
    const first = Number((await hearing(house)).hearingRef.slice(1));
    const about = await revision(house);
    const input = { ...about, kind: 'internal', letter: 'Kære alle', deadline: '2027-03-01T12:00' };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        by().act('openHearing', n % 4 === 3 ? { ...input, deadline: '2027-01-20T12:00' } : input),
      ),
    );
    const told = answers.map(({ body }) => (body.ok ? 'opened' : body.refusal.code));
    expect(told.filter((one) => one === 'reasonNeeded')).toHaveLength(10);
    const refs = answers.flatMap(({ body }) => (body.ok ? [body.result.ref] : []));
    expect(numbers(refs)).toEqual(inARow(first + 1, 30));
  });

  test('thirty documents of one case at once, with those between them that were refused', async () => {
    const { revisionId } = await revision(house);
    const input = { revisionId, kind: 'proposal', title: 'Udkast', clauses };
    const twice = { ...input, clauses: [...clauses, clauses[0]] };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => by().act('addVersion', n % 4 === 3 ? twice : input)),
    );
    const made = answers.flatMap(({ body }) => (body.ok ? [body.result.number] : []));
    expect(made.sort((a, b) => a - b)).toEqual(inARow(2, 30));
  });
});
