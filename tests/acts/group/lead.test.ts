import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { revision } from '../../support/cases.ts';
import { member, next, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let revisionId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  other = await member(house, { name: 'Odense Kommune' });
});
beforeEach(async () => {
  ({ revisionId } = await revision(house));
  await by.do('formGroup', { revisionId });
});

const leads = (lead: Member) => by.do('nameLead', { revisionId, organisationId: lead.id });
const shown = (who: Someone) => who.view(`revision?id=${revisionId}`);
const named = async (): Promise<number> =>
  (await house.sql(`select 1 from event where case_id = $1 and type = 'leadNamed'`, [revisionId])).length;

describe('the lead of a working group', () => {
  test('is shown to every member on the case and in the status, and counts among those represented', async () => {
    expect(await shown(other.representative)).toMatchObject({ lead: null, represented: 0 });
    await leads(one);
    const lead = { id: one.id, name: one.name };
    expect(await shown(other.representative)).toMatchObject({
      lead,
      represented: 1,
      group: { represented: 1 },
    });
    const { items } = await other.representative.view('revisions');
    expect(items.find(({ id }: { id: string }) => id === revisionId)).toMatchObject({ lead, represented: 1 });
    await by.do('addToGroup', { revisionId, personId: one.staff.personId, field: 'both' });
    expect(await shown(by)).toMatchObject({ represented: 1 });
  });

  test('is one: another takes the place, and the trail has both', async () => {
    await leads(one);
    await leads(other);
    await leads(other);
    expect(await shown(by)).toMatchObject({ lead: { id: other.id }, represented: 1 });
    expect(await named()).toBe(2);
  });

  test('holds a seat: a member without a representative is not named', async () => {
    const { organisationId } = await by.do('registerMember', {
      name: `Forsyning ${next(house)}`,
      kind: 'utility',
    });
    expect(await by.refused('nameLead', { revisionId, organisationId })).toBe('seatVacant');
    expect(await named()).toBe(0);
  });

  test('is of a group: where there is none, the button says so before anybody is picked', async () => {
    const { revisionId: without } = await revision(house);
    expect(await by.allowed('nameLead', { revisionId: without })).toMatchObject({
      ok: false,
      code: 'groupMissing',
    });
    expect(await by.refused('nameLead', { revisionId: without, organisationId: one.id })).toBe(
      'groupMissing',
    );
  });
});
