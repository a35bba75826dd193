import { beforeAll, describe, expect, test } from '@jest/globals';
import { meeting } from '../../support/cases.ts';
import { member, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let meetingId = '';

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  ({ meetingId } = await meeting(house, { invited: [one.representative] }));
  await by.do('renewCalendarLink', { personId: one.staff.personId });
});

const trail = (who: Someone, of: string) => who.view(`trail?revisionId=${of}&limit=500`);
const types = async (who: Someone, of: string): Promise<(string | null)[]> =>
  (await trail(who, of)).items.map((item: { type: string | null }) => item.type);

describe('the trail of what is no case', () => {
  test('a member reads and recounts what became of a meeting', async () => {
    expect(await types(one.staff, meetingId)).toEqual(
      expect.arrayContaining(['meetingCalled', 'sessionOpened']),
    );
    expect((await trail(one.staff, meetingId)).verification).toMatchObject({ ok: true, brokenAt: null });
  });

  test('and of the register: who came, who holds which seat, by whose hand', async () => {
    const { items, verification } = await trail(one.staff, 'register');
    expect(verification).toMatchObject({ ok: true, brokenAt: null });
    expect(items.map((item: { type: string }) => item.type)).toEqual(
      expect.arrayContaining(['memberRegistered', 'personRegistered', 'representativeAppointed']),
    );
    for (const { sentence } of items) expect(sentence.da).not.toBe('');
  });

  test('what concerns the secretariat alone it alone reads; to others it is there, and no more', async () => {
    expect(await types(by, 'register')).toContain('calendarLinkRenewed');
    expect(await types(one.staff, 'register')).not.toContain('calendarLinkRenewed');
    const { items } = await trail(one.staff, 'register');
    const kept = items.find((item: { type: string | null }) => item.type === null);
    expect(kept).toMatchObject({ at: null, actor: null, type: null, data: null });
  });

  test('of what there is not there is no trail, and to a stranger of nothing', async () => {
    const nowhere = '/api/views/trail?revisionId=';
    const asked = async (who: Someone, of: string) =>
      (await house.request('GET', nowhere + of, { token: await who.token() })).status;
    expect(await asked(one.staff, '00000000-0000-4000-8000-000000000000')).toBe(404);
    expect(await asked(one.staff, 'registers')).toBe(400);
    const objectId = '99999999-0000-4000-8000-000000000009';
    await house.api('POST', '/people', {
      objectId,
      displayName: 'Indkøber, et sted',
      email: 'x@example.org',
    });
    expect(await asked(someone(house, objectId), 'register')).toBe(403);
  });
});
