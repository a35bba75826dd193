import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { pino } from 'pino';
import type { House as Doing } from '../../../bot/acts/frame/run.ts';
import { syncDirectory } from '../../../bot/jobs/reach/syncDirectory.ts';
import type { Directory, DirectoryChanges, DirectoryPerson } from '../../../bot/ports.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { eventually, oid } from '../../support/app.ts';
import { member, person, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import type { Work } from '../../../bot/jobs/frame/work.ts';

const house = useHouse();
const groups = { team: oid(71_001), secretariat: oid(71_002), steering: oid(71_003) };
type Source = keyof typeof groups;

/** Entra as these tests have it. */
let entra: Record<Source, DirectoryPerson[] | Error>;
let changed: Omit<DirectoryChanges, 'cursor'> | Error;
let asked: string[];
let mark: number;
let work: Work;
let by: Someone;
let one: Member;
let staff: Someone;
const colleagues = [71_101, 71_102, 71_103].map((n) => oid(n));
const successor = oid(71_301);

const known = (objectId: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  objectId,
  displayName: `Indkøber ${objectId.slice(-5)}`,
  email: `${objectId.slice(-5)}@example.dk`,
  guest: true,
  ...more,
});
const gone = () => Object.assign(new Error('there is no such group'), { statusCode: 404 });

const read = (source: Source): Promise<DirectoryPerson[]> => {
  asked.push(source);
  const people = entra[source];
  return people instanceof Error ? Promise.reject(people) : Promise.resolve(people);
};
const directory: Directory = {
  team: () => read('team'),
  group: (groupId) => read(groupId === groups.secretariat ? 'secretariat' : 'steering'),
  cursor: () => Promise.resolve(`mark ${(mark += 1)}`),
  changes: (cursor) => {
    asked.push(cursor);
    const cursorAfter = `mark ${(mark += 1)}`;
    return changed instanceof Error
      ? Promise.reject(changed)
      : Promise.resolve({ ...changed, cursor: cursorAfter });
  },
};

beforeAll(async () => {
  const { db } = openDatabase(house.databaseUrl, 4);
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  const doing = {
    db,
    clock,
    enqueue: () => Promise.resolve(),
    forgetPeople: () => undefined,
  } as unknown as Doing;
  work = { db, house: doing, directory, log: pino({ level: 'silent' }) } as unknown as Work;
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  staff = await person(house, one, 'Miljøkonsulent');
  for (const id of [...colleagues, successor]) await house.api('POST', '/people', known(id));
}, 60_000);

/** Everybody is there and was read, and nothing has changed since. */
beforeEach(async () => {
  await house.sql('delete from directory_cursor');
  await house.sql('delete from directory_member');
  await house.sql('delete from directory_source');
  await house.sql('update person set left_at = null');
  for (const [source, groupId] of Object.entries(groups))
    await house.sql('insert into directory_source (source, group_id) values ($1, $2)', [source, groupId]);
  entra = {
    team: [known(one.representative.objectId), known(staff.objectId)],
    secretariat: colleagues.map((id) => known(id)),
    steering: [known(one.representative.objectId)],
  };
  [changed, mark] = [{ groups: [], unnamed: [] }, 0];
  await look({ full: true });
  asked = [];
});

const look = (how: { full?: boolean; confirmed?: Source } = {}) => {
  asked = [];
  return syncDirectory(work, how);
};
const left = (source: Source, ...ids: string[]) => ({ groupId: groups[source], joined: [], left: ids });
const sourceOf = async (source: Source): Promise<any> =>
  (await by.view('connections')).sources.find((row: { source: string }) => row.source === source);
const me = (who: Someone | string): Promise<number> =>
  (typeof who === 'string' ? someone(house, who) : who).viewStatus('me');
/** The app that is asked is another than the one that read Entra here, and hears of it a moment later. */
const comesTo = async (look: () => Promise<number[]>, rights: number[]): Promise<void> =>
  void (await eventually(look, (seen) => isDeepStrictEqual(seen, rights)));
const rightsAre = (whom: (Someone | string)[], rights: number[]): Promise<void> =>
  comesTo(() => Promise.all(whom.map(me)), rights);

describe('one odd line of a reading', () => {
  const odd: [string, DirectoryPerson][] = [
    ['of an account that is deleted', known('', { displayName: '', email: null })],
    ['of somebody without an account', known('', { displayName: 'Gæst', email: null })],
    ['with an id of another kind', known('8:live:gaest')],
    ['with an id without end', known('a'.repeat(500))],
  ];
  test.each(odd)('%s is told, and all others count', async (_, line) => {
    entra.team = [known(one.representative.objectId), line];
    await look({ full: true });
    await rightsAre([one.representative, staff], [200, 403]);
    expect(await sourceOf('team')).toMatchObject({
      people: 1,
      failure: null,
      plan: null,
      unread: { da: expect.stringContaining('Kunne ikke læses: 1.') },
    });
    changed = { groups: [left('steering', oid(1))], unnamed: [] };
    await look();
    expect(asked).toEqual(['mark 2']);
    expect((await sourceOf('team')).unread).not.toBeNull();
    entra.team = [known(one.representative.objectId)];
    await look({ full: true });
    expect((await sourceOf('team')).unread).toBeNull();
  });

  test('whatever name and address it has, is that person', async () => {
    const newcomer = oid(71_201);
    const words = { displayName: `\0Å😀${'x'.repeat(397)}😀`, email: `${'x'.repeat(500)}@example.dk` };
    entra.team = [known(one.representative.objectId), known(staff.objectId), known(newcomer, words)];
    entra.team.push(known(staff.objectId.toUpperCase()));
    await look({ full: true });
    expect(await sourceOf('team')).toMatchObject({ people: 3, failure: null, unread: null });
    const { items } = await by.view('newcomers');
    expect(items).toMatchObject([
      { id: newcomer, email: null, displayName: expect.stringMatching(/^Å😀x+$/) },
    ]);
  });

  test('that names somebody we know and not their account takes nothing from them', async () => {
    const { email } = known(staff.objectId);
    entra.team = [known(one.representative.objectId), known('', { email: email!.toUpperCase() })];
    await look({ full: true });
    await rightsAre([staff], [200]);
    expect((await sourceOf('team')).unread).not.toBeNull();
  });
});

describe('a source that fails', () => {
  test('keeps the changes from no other, and is read until it can be', async () => {
    entra.steering = new Error('Graph was away');
    await look({ full: true });
    expect(await sourceOf('steering')).toMatchObject({ people: 1, failure: 'Graph was away' });
    for (let looks = 0; looks < 2; looks += 1) {
      await look();
      expect(asked).toEqual([expect.stringMatching(/^mark/), 'steering']);
    }
    changed = { groups: [left('team', staff.objectId)], unnamed: [] };
    await look();
    await rightsAre([staff], [403]);
    expect((await sourceOf('steering')).failure).toBe('Graph was away');
    entra.steering = [known(one.representative.objectId)];
    await look();
    expect((await sourceOf('steering')).failure).toBeNull();
    await look();
    expect(asked).toEqual([expect.stringMatching(/^mark/)]);
  });

  test('also where no change can be read: then everything is', async () => {
    changed = new Error('one user of the batch could not be read');
    entra.team = [known(one.representative.objectId)];
    await look();
    expect(asked).toEqual(['mark 1', 'team', 'steering', 'secretariat']);
    await rightsAre([staff], [403]);
  });
});

test('who has joined and cannot be shown yet is asked for again from the same mark', async () => {
  const newcomer = oid(71_202);
  const joined = (people: DirectoryPerson[]) => [{ groupId: groups.team, joined: people, left: [] }];
  changed = { groups: joined([]), unnamed: [newcomer] };
  await look();
  changed = { groups: joined([known(newcomer)]), unnamed: [] };
  await look();
  expect(asked).toEqual(['mark 1']);
  expect((await by.view('newcomers')).items).toMatchObject([{ id: newcomer }]);
  changed = { groups: [], unnamed: [] };
  await look();
  expect(asked).toEqual(['mark 3']);
});

describe('a group from which everybody is said to have gone', () => {
  const all = (): Promise<number[]> => Promise.all(colleagues.map(me));
  const rights = [200, 200, 200];
  const none = [403, 403, 403];

  test('by an empty list: all keep their rights until the secretariat has said so', async () => {
    entra.secretariat = [];
    await look({ full: true });
    await comesTo(all, rights);
    const { plan, people } = await sourceOf('secretariat');
    expect(plan).toMatchObject({ held: true, sentence: { da: expect.stringMatching(/ingen af de 3,/) } });
    expect([plan.left.length, people]).toEqual([3, 3]);
    expect((await by.view('tasks')).items.map((task: any) => task.kind)).toContain('confirmSync');
    await by.do('syncDirectory', { confirm: 'secretariat' });
    await look({ full: true, confirmed: 'secretariat' });
    await comesTo(all, none);
  });

  test('by what has changed: it is read in full, and nothing is held where they are there', async () => {
    changed = { groups: [left('secretariat', ...colleagues)], unnamed: [] };
    await look();
    expect(asked).toEqual(['mark 1', 'secretariat']);
    await comesTo(all, rights);
    expect((await sourceOf('secretariat')).plan).toBeNull();
  });

  test('and it still is empty: held, read again at each look, and over when they are back', async () => {
    changed = { groups: [left('secretariat', ...colleagues)], unnamed: [] };
    entra.secretariat = [];
    await look();
    changed = { groups: [], unnamed: [] };
    for (let looks = 0; looks < 2; looks += 1) {
      await look();
      expect(asked.slice(1)).toEqual(['secretariat']);
      expect((await sourceOf('secretariat')).plan).toMatchObject({ held: true });
      await comesTo(all, rights);
    }
    entra.secretariat = colleagues.slice(1).map((id) => known(id));
    await look();
    expect((await sourceOf('secretariat')).plan).toBeNull();
    await comesTo(all, [403, 200, 200]);
  });

  test('because it was deleted: held as that, and taken in on the secretariat’s word', async () => {
    entra.secretariat = gone();
    await look({ full: true });
    await comesTo(all, rights);
    expect(await sourceOf('secretariat')).toMatchObject({
      failure: null,
      plan: { held: true, sentence: { da: expect.stringMatching(/findes ikke længere/) } },
    });
    await look();
    expect(asked.slice(1)).toEqual(['secretariat']);
    await look({ full: true, confirmed: 'secretariat' });
    await comesTo(all, none);
  });

  test('that never was there is a fault of the configuration, and said as one', async () => {
    await house.sql(`delete from directory_member where source = 'steering'`);
    entra.steering = gone();
    await look({ full: true });
    expect(await sourceOf('steering')).toMatchObject({ plan: null, failure: 'there is no such group' });
  });

  test('because the operator named another one: those of that one take their place', async () => {
    await house.sql(`update directory_source set read_at = null where source = 'secretariat'`);
    entra.secretariat = [];
    await look();
    await comesTo(all, rights);
    entra.secretariat = [known(successor)];
    await look();
    await comesTo(async () => [...(await all()), await me(successor)], [...none, 200]);
  });

  test('of the team too, however few they are', async () => {
    entra.team = [];
    await look({ full: true });
    await rightsAre([one.representative, staff], [200, 200]);
    expect((await sourceOf('team')).plan).toMatchObject({ held: true });
  });
});
