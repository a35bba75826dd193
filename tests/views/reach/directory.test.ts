import { beforeAll, describe, expect, test } from '@jest/globals';
import { connections, newcomers } from '../../../bot/views/reach/shapes.ts';
import { oid } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
const [proposed, unproposed, same] = [oid(80_001), oid(80_002), oid(80_003)];
const team = oid(9);

/** Somebody whom Entra told of. */
async function inTeam(objectId: string, displayName: string, email: string): Promise<void> {
  const person = [objectId, displayName, email];
  await house.sql('insert into directory_person values ($1, $2, $3, true, now())', person);
  await house.sql(`insert into directory_member (source, object_id, since) values ('team', $1, now())`, [
    objectId,
  ]);
}
const okOf = async (view: string): Promise<[string, boolean][]> =>
  (await by.view(view)).allowed.map(({ act, ok }: { act: string; ok: boolean }) => [act, ok]);

beforeAll(async () => {
  by = secretariat(house);
});

describe('with no team and no group', () => {
  test('the setup says so, and that nothing can be read', async () => {
    const view = await by.view('connections');
    expect(connections.parse(view)).toEqual(view);
    expect(view).toMatchObject({ configured: false, sources: [], subscriptions: [] });
    expect(view.allowed[0]).toMatchObject({ ok: false, refusal: { code: 'directoryNotConnected' } });
  });

  test('nobody is new', async () => expect((await by.view('newcomers')).items).toEqual([]));
});

describe('with a host team', () => {
  beforeAll(async () => {
    await house.sql(`insert into directory_source (source, group_id) values ('team', $1)`, [team]);
    one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
    const of = { organisationId: one.id, displayName: 'Indkøbschef, Aarhus Kommune' };
    await by.do('registerPerson', { ...of, email: 'chef@aarhus-indkoeb.example' });
    await inTeam(proposed, 'Indkøber, Aarhus Kommune', 'ny@aarhus-indkoeb.example');
    await inTeam(unproposed, 'Konsulent', 'konsulent@raadgiver.example');
    await inTeam(same, 'Indkøbschef, Aarhus Kommune', 'Chef@aarhus-indkoeb.example');
  });

  test('who is new is told with where they may belong, and the buttons for them can be pressed', async () => {
    const view = await by.view('newcomers');
    expect(newcomers.parse(view)).toEqual(view);
    const told = Object.fromEntries(
      view.items.map(({ id, organisationId, personId }: any) => [id, [organisationId, personId !== null]]),
    );
    expect(told).toEqual({
      [proposed]: [one.id, false],
      [unproposed]: [null, false],
      [same]: [one.id, true],
    });
    expect(await okOf('newcomers')).toEqual([
      ['registerPerson', true],
      ['linkAccount', true],
    ]);
  });

  test('who is registered or linked is new no more, and the button for linking goes with the last', async () => {
    const { items } = await by.view('newcomers');
    const { id: objectId, personId } = items.find(({ id }: { id: string }) => id === same);
    await by.do('linkAccount', { personId, objectId });
    const person = { organisationId: one.id, displayName: 'Indkøber', email: 'ny@aarhus-indkoeb.example' };
    await by.do('registerPerson', { ...person, objectId: proposed });
    const left = await by.view('newcomers');
    expect(left.items.map(({ id }: { id: string }) => id)).toEqual([unproposed]);
    expect(await okOf('newcomers')).toEqual([['registerPerson', true]]);
  });

  test('the setup offers to read it, and counts who is in it', async () => {
    const { configured, sources } = await by.view('connections');
    expect({ configured, people: sources[0].people }).toEqual({ configured: true, people: 3 });
    expect(await okOf('connections')).toEqual([
      ['syncDirectory', true],
      ['testConnection', true],
    ]);
  });

  test('a change that is held is shown by names, and can be confirmed', async () => {
    const plan = { joined: [unproposed], left: [proposed], at: '2027-01-11T08:00:00.000Z', held: true };
    await house.sql(`update directory_source set plan = $1`, [JSON.stringify(plan)]);
    const { sources } = await by.view('connections');
    expect(sources[0].plan).toMatchObject({
      held: true,
      joined: ['Konsulent'],
      left: ['Indkøber, Aarhus Kommune'],
    });
    expect(await okOf('connections')).toEqual([
      ['syncDirectory', true],
      ['testConnection', true],
      ['syncDirectory', true],
    ]);
    await by.do('syncDirectory', { confirm: 'team' });
  });

  test('members see neither', async () => {
    for (const view of ['newcomers', 'connections']) expect(await one.staff.viewStatus(view)).toBe(404);
  });
});
