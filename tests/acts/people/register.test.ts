import { beforeAll, describe, expect, test } from '@jest/globals';
import { confirmRules, defaultRules } from '../../support/cases.ts';
import {
  member,
  next,
  person,
  secretariat,
  stranger,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { oid } from '../../support/app.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
const unknown = oid(999_999);

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', chair: true, with: ['staff'] });
  other = await member(house, { name: 'Odense Kommune' });
});

const lastEvent = async () => (await eventsOf(house, 'register')).at(-1);
const rolesOf = async (organisationId: string): Promise<Record<string, string[]>> => {
  const { items } = await by.view('members');
  const { people } = items.find((member: { id: string }) => member.id === organisationId);
  return Object.fromEntries(people.map((one: { id: string; roles: string[] }) => [one.id, one.roles]));
};

describe('members', () => {
  test('a registered member is in the list of members and in the trail of the register', async () => {
    const { organisationId } = await by.do('registerMember', {
      name: '  Region Midtjylland ',
      kind: 'region',
      joined: '2015-06',
    });
    const { items } = await one.staff.view('members');
    expect(items).toContainEqual({
      id: organisationId,
      name: 'Region Midtjylland',
      kind: 'region',
      joined: '2015-06',
      answererId: null,
      people: [],
    });
    expect(await lastEvent()).toMatchObject({ type: 'memberRegistered', data: { organisationId } });
  });

  test('a name is taken whatever its capitals', async () => {
    expect(await by.refused('registerMember', { name: 'AARHUS kommune', kind: 'state' })).toBe(
      'alreadyExists',
    );
  });

  test('only the secretariat registers members and people', async () => {
    const input = { name: 'Aalborg Kommune', kind: 'municipality' };
    const someone = { organisationId: one.id, displayName: 'Indkøber, Aarhus', email: 'a@example.dk' };
    for (const who of [one.representative, one.staff]) {
      expect(await who.refused('registerMember', input)).toBe('secretariatOnly');
      expect(await who.refused('registerPerson', someone)).toBe('secretariatOnly');
    }
  });
});

describe('people', () => {
  const input = () => ({
    organisationId: one.id,
    displayName: 'Miljøchef, Aarhus Kommune',
    email: `p${next(house)}@example.dk`,
    objectId: oid(next(house)),
  });

  test('a person belongs to the one organisation they are registered for', async () => {
    const newcomer = await stranger(house);
    expect((await newcomer.act('startRevision', {})).status).toBe(403);
    const { personId } = await by.do('registerPerson', {
      ...input(),
      objectId: newcomer.objectId,
      fields: ['environment'],
      locale: 'en',
    });
    const me = await newcomer.view('me');
    expect(me).toMatchObject({
      personId,
      organisationId: one.id,
      secretariat: false,
      locale: 'en',
      roles: [],
    });
    expect(await lastEvent()).toMatchObject({ type: 'personRegistered', data: { personId } });
  });

  test('the trail of the register names no address', async () => {
    await by.do('registerPerson', input());
    expect(JSON.stringify((await lastEvent())?.data)).not.toContain('@');
  });

  test('an Entra object is one person only', async () => {
    const taken = { ...input(), objectId: one.representative.objectId };
    expect(await by.refused('registerPerson', taken)).toBe('alreadyExists');
    expect(await by.refused('registerPerson', { ...input(), organisationId: unknown })).toBe('notFound');
  });

  test('people without an Entra object can be registered, several of them', async () => {
    const { objectId: _, ...mailOnly } = input();
    await by.do('registerPerson', mailOnly);
    await by.do('registerPerson', mailOnly);
  });
});

describe('appointments', () => {
  test('a new representative takes the seat from the one before', async () => {
    const successor = await person(house, other, 'Indkøbschef');
    const appointed = { organisationId: other.id, personId: successor.personId };
    expect(await by.do('appointRepresentative', appointed)).toEqual(appointed);
    const roles = await rolesOf(other.id);
    expect(roles[successor.personId]).toEqual(['representative']);
    expect(roles[other.representative.personId]).toEqual([]);
    other = { ...other, representative: successor };
  });

  test('appointing the same person again changes nothing', async () => {
    const appointed = { organisationId: other.id, personId: other.representative.personId };
    const before = (await eventsOf(house, 'register')).length;
    await by.do('appointRepresentative', appointed);
    expect(await eventsOf(house, 'register')).toHaveLength(before);
    await by.do('appointRepresentative', { ...appointed, chair: true });
    expect(await eventsOf(house, 'register')).toHaveLength(before + 1);
    expect((await rolesOf(other.id))[other.representative.personId]).toEqual(['representative', 'chair']);
    await by.do('appointRepresentative', appointed);
  });

  test.each(['nameDeputy', 'nameContact'] as const)(
    '%s: the own representative and the secretariat may, nobody else',
    async (name) => {
      const input = { organisationId: one.id, personId: one.staff.personId };
      expect(await other.representative.refused(name, input)).toBe('notYourOrganisation');
      expect(await one.staff.refused(name, input)).toBe('secretariatOnly');
      expect(await one.representative.do(name, input)).toEqual(input);
      expect(await by.do(name, input)).toEqual(input);
    },
  );

  test.each(['appointRepresentative', 'nameDeputy', 'nameContact'] as const)(
    '%s refuses unknown ids and people of another organisation',
    async (name) => {
      const personId = one.staff.personId;
      expect(await by.refused(name, { organisationId: unknown, personId })).toBe('notFound');
      expect(await by.refused(name, { organisationId: one.id, personId: unknown })).toBe('notFound');
      expect(await by.refused(name, { organisationId: other.id, personId })).toBe('personElsewhere');
    },
  );

  test('only the secretariat appoints representatives', async () => {
    const input = { organisationId: one.id, personId: one.staff.personId };
    expect(await one.representative.refused('appointRepresentative', input)).toBe('secretariatOnly');
  });
});

describe('rules of procedure', () => {
  test('rules are the defaults and unconfirmed until the secretariat confirms them', async () => {
    expect(await one.staff.view('rules')).toMatchObject({
      confirmed: false,
      confirmedAt: null,
      current: defaultRules,
    });
    await confirmRules(house, { base: 'members', threshold: '2/3', quorum: 0.5 });
    const rules = await one.staff.view('rules');
    expect(rules).toMatchObject({
      confirmed: true,
      current: { base: 'members', threshold: '2/3', quorum: 0.5 },
    });
    expect(await lastEvent()).toMatchObject({ type: 'rulesConfirmed', data: { rule: { base: 'members' } } });
  });

  test('members confirm no rules, and a secret ballot is not offered', async () => {
    expect(await one.representative.refused('confirmRules', defaultRules)).toBe('secretariatOnly');
    expect(await by.refused('confirmRules', { ...defaultRules, secrecy: 'secret' })).toBe('secretNotOffered');
  });

  test('a form may say none and allowed in words', async () => {
    await by.do('confirmRules', { ...defaultRules, quorum: 'none', deputies: 'notAllowed' } as never);
    expect((await by.view('rules')).current).toMatchObject({ quorum: 0, deputies: false });
  });
});
