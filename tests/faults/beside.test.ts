import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { appoints, doer, ready, seatsBack, type Done } from '../acts/frame/everyAct.ts';
import { everyone, type World } from '../acts/frame/example.ts';
import { eventually } from '../support/app.ts';
import { fingerprint } from '../support/fingerprint.ts';
import { unfit } from '../support/holds.ts';
import { useHouse } from '../support/useHouse.ts';
import { landing, programOf, remove } from './previousLanding.ts';
import {
  differences,
  fromCards,
  notShown,
  offered,
  press,
  programIn,
  queriesFor,
  seen,
  TwoDoors,
  type Door,
} from './twoLandings.ts';

const folder = await programOf(landing.commit);
const directions: [Door, Door][] = [
  ['before', 'now'],
  ['now', 'before'],
];
/** From the new one's first breath on; what the old one had prepared must be planned anew by then. */
const boundedMs = 5_000;

let world: World;
let doors: TwoDoors;
let acts: Done[];
let queries: string[];

async function perform(name: Done): Promise<number> {
  const { status } = await doer(world, name).act(name, await ready(name, world));
  if (appoints(name)) await seatsBack(world);
  return status;
}

/** Done at the one with what the other prepared, and once more where it was prepared; whatever is not well. */
async function across(name: Done, first: Door, other: Door): Promise<object | null> {
  const asked = await doors.through(first, async () => ready(name, world));
  const act = () => doer(world, name).act(name, asked, `${first} ${name}`);
  const done = await doors.through(other, act);
  const again = await doors.through(first, act);
  if (appoints(name)) await seatsBack(world);
  // A link into a calendar is told once.
  const same = name === 'renewCalendarLink' || isDeepStrictEqual(done.body, again.body);
  return done.status === 200 && again.status === 200 && same ? null : { name, done, again };
}

async function acrossByCard(name: Done, first: Door, other: Door): Promise<object | null> {
  const asked = await doors.through(first, async () => ready(name, world));
  const pressed = press(world, name, asked);
  const done = await doors.through(other, pressed);
  const again = await doors.through(first, pressed);
  return done === 'done' && again === 'done' ? null : { name, done, again };
}

async function differ(): Promise<string[]> {
  const { secretariat, representative, staff, chair } = world.people;
  const other = world.people['representative of another member'];
  const found: string[] = [];
  for (const [name, who] of Object.entries({ secretariat, representative, staff, chair, other }))
    for (const query of queries) {
      const old = await doors.through('before', () => seen(who, query));
      const now = await doors.through('now', () => seen(who, query));
      found.push(...differences(query.split('?')[0]!, old, now).map((one) => `${name}: ${one}`));
    }
  return found;
}

if (folder) {
  afterAll(() => remove(folder));
  describe('on one database, the landing before and this one', () => {
    const house = useHouse({ from: 'empty', first: programIn(folder) });
    beforeAll(async () => {
      doors = new TwoDoors(house);
      world = await everyone(house);
      const { acts: known, views } = await offered(world);
      [acts, queries] = [known, await queriesFor(world, views)];
      for (const name of acts) await perform(name);
      await notShown(world, queries);
      await doors.openSecond();
    }, 120_000);

    test('the old one answers everything again a moment after the new one has migrated', async () => {
      const began = Date.now();
      let lastWrongMs = 0;
      const all = async (): Promise<boolean> => {
        const from = Date.now();
        const wrong = Object.keys(await doors.through('before', () => notShown(world, queries)));
        if (wrong.length > 0) lastWrongMs = from - began;
        return wrong.length === 0;
      };
      await eventually(all, (well) => well, 20_000);
      expect(lastWrongMs).toBeLessThan(boundedMs);
    });

    test.each(directions)(
      'what is begun at the one, %s, is done at the other, %s',
      async (first, other) => {
        const wrong: (object | null)[] = [];
        for (const name of acts) wrong.push(await across(name, first, other));
        expect(wrong.filter(Boolean)).toEqual([]);
      },
      60_000,
    );

    test.each(directions)(
      'from a card too: begun at %s, done at %s',
      async (first, other) => {
        const wrong: (object | null)[] = [];
        for (const name of acts.filter((one) => fromCards.test(one)))
          wrong.push(await acrossByCard(name, first, other));
        expect(wrong.filter(Boolean)).toEqual([]);
      },
      60_000,
    );

    test('both show everybody the same', async () => {
      await fingerprint(house);
      // What jobs are still at may move between two looks.
      const found = await eventually(differ, (all) => all.length === 0, 5_000).catch(differ);
      expect(found).toEqual([]);
    }, 60_000);

    test('every case’s trail, written by both, verifies', async () => {
      const cases = await house.sql<{ id: string }>('select id::text from "case"');
      for (const { id } of cases) {
        const verified = async () =>
          (await world.people.secretariat.view(`trail?revisionId=${id}`)).verification;
        const trail = () => doors.through('now', verified);
        expect(await eventually(trail, ({ unsealed }) => unsealed === 0)).toMatchObject({ ok: true });
      }
    }, 60_000);

    test('and what either has written is what the trail says, as this one looks at it', async () => {
      expect(await unfit(house)).toEqual([]);
    }, 60_000);
  });
} else {
  test(`was not tested: ${landing.commit}, the landing before, is not in this clone`, () => {
    process.stderr.write(`not tested beside ${landing.commit}: it is not in this clone\n`);
  });
}
