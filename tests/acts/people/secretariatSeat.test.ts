import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { secretariatIds } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;

beforeAll(() => void (by = secretariat(house)));
beforeEach(async () => void (one = await member(house, { with: ['deputy', 'contact', 'staff'] })));

const shown = async (personId: string) =>
  (await by.view('members')).items
    .flatMap(({ people }: any) => people)
    .find(({ id }: any) => id === personId);
const conflictOf = async (personId: string): Promise<string | null> => (await shown(personId)).ofSecretariat;

describe('the secretariat votes on nothing', () => {
  test('so nobody of it is given a seat, is made deputy or contact, or registered for a member', async () => {
    const { personId } = one.staff;
    await house.sql('update person set secretariat = true where id = $1', [personId]);
    const before = await fingerprint(house);
    for (const act of ['appointRepresentative', 'nameDeputy', 'nameContact'] as const)
      expect(await by.refused(act, { organisationId: one.id, personId })).toBe('secretariatHoldsNoSeat');
    const registered = {
      organisationId: one.id,
      displayName: 'Sekretær',
      email: 's@example.dk',
      objectId: secretariatIds[0]!,
    };
    expect(await by.refused('registerPerson', registered)).toBe('secretariatHoldsNoSeat');
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('whoever was both before is shown to the secretariat, and to nobody else, until the seat ends', async () => {
    const { personId } = one.representative;
    await house.sql('update person set secretariat = true where id = $1', [personId]);
    expect(await conflictOf(personId)).toBe('both');
    const seenByStaff = (await one.staff.view('members')).items.flatMap(({ people }: any) => people);
    expect(seenByStaff.every(({ ofSecretariat }: any) => ofSecretariat === null)).toBe(true);
    await by.do('endPlace', { personId });
    expect(await conflictOf(personId)).toBeNull();
    expect(await one.representative.view('me')).toMatchObject({
      secretariat: true,
      organisationId: null,
      roles: [],
    });
  });

  test('whoever holds a seat does not become the secretariat by the settings until the seat ends, and it says so', async () => {
    const of: [Someone, string | null][] = [
      [one.representative, 'held'],
      [one.deputy, 'held'],
      [one.contact, 'held'],
      [one.staff, null],
    ];
    const all = [...secretariatIds, ...of.map(([{ objectId }]) => objectId)].join(',');
    await house.startAnother({ SECRETARIAT: all });
    for (const [who, held] of of) {
      expect(await conflictOf(who.personId)).toBe(held);
      expect((await who.view('me')).secretariat).toBe(held === null);
    }
    await by.do('endPlace', { personId: one.deputy.personId });
    await house.startAnother({ SECRETARIAT: all });
    expect(await one.deputy.view('me')).toMatchObject({ secretariat: true, organisationId: null });
    await house.startAnother();
  }, 30_000);
});
