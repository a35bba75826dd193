import { beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { isLeading } from '../../../bot/store/group/leads.ts';
import { revision } from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const text = 'Vi talte om, hvor strengt krav 10.a kan være.';
let by: Someone;
let one: Member;
let other: Member;
let revisionId: string;
let store: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  store = openDatabase(house.databaseUrl, 1);
  house.onClose(() => store.db.destroy());
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', chair: true, with: ['staff'] });
  ({ revisionId } = await revision(house));
  await by.do('formGroup', { revisionId });
});

const notes = async (who: Someone): Promise<unknown[]> => {
  const { items } = await who.view(`trail?revisionId=${revisionId}`);
  return items.flatMap((item: any) => (item.type === 'sparringNoted' ? [item.data.text] : []));
};
const everybodyElse = (): Someone[] => [one.deputy, one.contact, one.staff, other.staff];

describe('a note of what was talked over with the lead', () => {
  test('needs somebody to have talked with', async () => {
    expect(await by.allowed('noteSparring', { revisionId })).toMatchObject({
      ok: false,
      code: 'leadMissing',
    });
    expect(await by.refused('noteSparring', { revisionId, text })).toBe('leadMissing');
  });

  test('is read by the secretariat and the lead: nobody else learns more than that something was written', async () => {
    await by.do('nameLead', { revisionId, organisationId: one.id });
    await by.do('noteSparring', { revisionId, text });
    expect(await notes(by)).toEqual([text]);
    expect(await notes(one.representative)).toEqual([text]);
    for (const who of [...everybodyElse(), other.representative]) {
      const read = JSON.stringify([
        await who.view(`trail?revisionId=${revisionId}`),
        await who.view(`revision?id=${revisionId}`),
      ]);
      expect(read).not.toMatch(/sparringNoted|strengt krav/);
    }
  });

  test('is nothing for a lead who has left, though the appointment still stands', async () => {
    const { personId } = one.representative;
    await house.sql('update person set left_at = now() where id = $1', [personId]);
    expect(await isLeading(store.db, revisionId, personId)).toBe(false);
    await house.sql('update person set left_at = null where id = $1', [personId]);
    expect(await isLeading(store.db, revisionId, personId)).toBe(true);
  });

  test('goes with the lead: to whoever takes the seat, and to whoever leads next', async () => {
    const successor = await person(house, one);
    await by.do('appointRepresentative', { organisationId: one.id, personId: successor.personId });
    expect([await notes(one.representative), await notes(successor)]).toEqual([[], [text]]);
    await by.do('nameLead', { revisionId, organisationId: other.id });
    expect([await notes(successor), await notes(other.representative)]).toEqual([[], [text]]);
  });
});
