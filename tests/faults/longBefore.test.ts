import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appoints, doer, recorded, ready, seatsBack } from '../acts/frame/everyAct.ts';
import { everyone, type World } from '../acts/frame/example.ts';
import { lookAt } from '../../bot/jobs/case/verifyCase.ts';
import { openDatabase } from '../../bot/store/frame/database.ts';
import { sealed } from '../support/app.ts';
import { useHouse } from '../support/useHouse.ts';
import { beforeTheHouse, programOf, remove } from './previousLanding.ts';
import { notShown, offered, programIn, queriesFor, TwoDoors } from './twoLandings.ts';

const folder = await programOf(beforeTheHouse);

interface Link {
  seq: number | null;
  hash: string | null;
  digest?: string | null;
}
interface Trail {
  items: Link[];
  verification: { ok: boolean; checked: number; differences: object[] };
  next?: string;
}

let world: World;
let queries: string[];
let chains: string[];

/** A whole trail as the secretariat reads it. */
async function trailOf(caseId: string): Promise<Trail> {
  const pages: Trail[] = [];
  do {
    const after = pages.at(-1)?.next;
    const query = `trail?revisionId=${caseId}&limit=500${after ? `&after=${after}` : ''}`;
    pages.push(await world.people.secretariat.view(query));
  } while (pages.at(-1)!.next);
  return { ...pages[0]!, items: pages.flatMap(({ items }) => items) };
}
/** What is not sealed yet has no link. */
const linksOf = ({ items }: Trail) =>
  items.filter(({ seq }) => seq !== null).map(({ seq, hash, digest }) => ({ seq, hash, digest }));

if (folder) {
  afterAll(() => remove(folder));
  describe('a database of the program from before the house was made anew', () => {
    const house = useHouse({ from: 'empty', first: programIn(folder) });
    const before = new Map<string, Trail>();

    beforeAll(async () => {
      const doors = new TwoDoors(house);
      world = await everyone(house);
      const { acts, views } = await offered(world);
      queries = await queriesFor(world, views);
      for (const name of acts) {
        await doer(world, name).act(name, await ready(name, world));
        if (appoints(name)) await seatsBack(world);
      }
      await sealed(house);
      chains = (await house.sql<{ id: string }>('select distinct case_id as id from seal')).map(
        ({ id }) => id,
      );
      for (const id of chains) before.set(id, await trailOf(id));
      await doors.openSecond();
      // The old one goes on beside it, as it does until whoever upgrades takes it away.
      await doors.through('now', () => Promise.resolve());
    }, 180_000);

    test('has chains worth reading', () => {
      expect(chains.length).toBeGreaterThan(20);
      expect([...before.values()].every(({ verification }) => verification.ok)).toBe(true);
    });

    test('goes forward with every link of every trail as it was, and each still verifies', async () => {
      for (const id of chains) {
        const now = await trailOf(id);
        const then = before.get(id)!;
        const links = linksOf(then);
        expect(linksOf(now).slice(0, links.length)).toEqual(links);
        expect(now.verification).toMatchObject({ ok: true, differences: [] });
      }
    }, 60_000);

    test('holds against its trails, whatever was moved', async () => {
      await sealed(house);
      const { db } = openDatabase(house.databaseUrl, 2);
      house.onClose(() => db.destroy());
      for (const id of chains) {
        const { chain, records } = await lookAt(db, id, true);
        expect([...chain, ...records]).toEqual([]);
      }
    }, 60_000);

    test('is read and worked on as any other', async () => {
      expect(await notShown(world, queries)).toEqual({});
      const wrong: object[] = [];
      for (const name of recorded) {
        const answer = await doer(world, name).act(name, await ready(name, world));
        if (answer.status !== 200) wrong.push({ name, ...answer });
        if (appoints(name)) await seatsBack(world);
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  });
}
