import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { acts } from '../../../bot/acts/index.ts';
import { views } from '../../../bot/views/index.ts';
import { oid, tenantId } from '../../support/app.ts';
import { hearing, revision } from '../../support/cases.ts';
import {
  member,
  next,
  secretariat,
  someone,
  stranger,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { activity, deliver, invoke } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

/** Two tenants whose people are let in beside the host's. */
const neighbour = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
const third = 'fedcbafe-dcba-4fed-8cba-fedcbafedcba';
const house = useHouse({ env: { ALLOWED_TENANTS: `${neighbour.toUpperCase()},${third}` } });
let by: Someone;
let one: Member;
let revisionId: string;
beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  ({ revisionId } = await revision(house));
});

const token = async (objectId: string, tid: string): Promise<string> =>
  (await house.api('POST', '/token', { objectId, overrides: { tid } })).token;
const me = async (objectId: string, tid: string): Promise<number> =>
  (await house.request('GET', '/api/views/me', { token: await token(objectId, tid) })).status;
/** Registered by hand, and of no team or group that is read. */
async function typedIn(more: object = {}): Promise<Someone> {
  const objectId = oid(next(house));
  const displayName = 'Indkøber, Aarhus Kommune';
  const email = `${objectId.slice(-4)}@example.dk`;
  await house.api('POST', '/people', { objectId, displayName, email });
  const input = { organisationId: one.id, displayName, email, objectId, ...more };
  const { personId } = await by.do('registerPerson', input);
  return someone(house, objectId, personId);
}

const doors = (): [string, string][] => [
  ...Object.keys(views).map((name): [string, string] => ['GET', `/api/views/${name}?id=${revisionId}`]),
  ...Object.keys(acts).flatMap((name): [string, string][] => [
    ['POST', `/api/acts/${name}`],
    ['GET', `/api/acts/${name}/allowed?revisionId=${revisionId}`],
  ]),
  ['GET', '/api/views/nothing'],
  ['POST', '/api/acts/nothing'],
  ['GET', '/api/live'],
  ['GET', `/api/files/${revisionId}`],
  ['POST', '/api/own/freeBusy'],
];
/** What the app can do is told to everybody of the host's tenant. */
const description: [string, string] = ['GET', '/api/openapi.json'];
/** All that somebody is told, at every door there is. */
async function told(objectId: string, tid: string): Promise<string[]> {
  const given = await token(objectId, tid);
  const all = new Set<string>();
  for (const [method, path] of tid === tenantId ? doors() : [...doors(), description]) {
    const body = method === 'POST' ? { revisionId } : undefined;
    const answer = await house.request(method, path, { token: given, body });
    all.add(`${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`);
  }
  return [...all];
}
const nothing = [expect.stringMatching(/^403 .*"notRegistered"/)];

/** In Teams, from that tenant: in a chat of one's own with the bot. */
const chatOf = (who: Someone, tenant: string, id: string = `a:${randomUUID()}`) =>
  activity(house, who, {
    conversation: { id, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  });
const inTeams = async (who: Someone, tenant: string): Promise<string> =>
  JSON.stringify((await deliver(house, { ...chatOf(who, tenant), ...invoke('view', {}) })).body);
const chats = (objectId: string) =>
  house.sql('select tenant_id from conversation where object_id = $1', [objectId]);

describe('a true token of a tenant that is let in, with the object id of another tenant’s person,', () => {
  test('of nobody’s, reads at every door that they are unknown, and nothing else', async () => {
    expect(await told((await stranger(house)).objectId, neighbour)).toEqual(nothing);
  });

  test('of the host’s, is told the same, though nothing but the register knows the person', async () => {
    const who = await typedIn();
    expect(await told(who.objectId, neighbour)).toEqual(nothing);
    expect(await me(who.objectId, tenantId)).toBe(200);
  });

  test('of a neighbour’s, is told the same, whether it is the host’s or a third one’s', async () => {
    const who = await typedIn({ tenantId: neighbour.toUpperCase() });
    for (const tid of [tenantId, third]) expect(await told(who.objectId, tid)).toEqual(nothing);
    expect(await me(who.objectId, neighbour)).toBe(200);
    expect(await me(who.objectId, neighbour.toUpperCase())).toBe(200);
  });

  test('in Teams is nobody, also first of all, and gets no message meant for the other', async () => {
    const who = await typedIn();
    await deliver(house, { ...chatOf(who, neighbour), type: 'installationUpdate', action: 'add' });
    expect(await inTeams(who, neighbour)).toContain('ikke registreret');
    expect(await chats(who.objectId)).toEqual([]);
    expect(await inTeams(who, tenantId)).not.toContain('ikke registreret');
    expect(await chats(who.objectId)).toEqual([{ tenant_id: tenantId }]);
  });

  test('who wrote to the bot before the other was registered, gets none either', async () => {
    const objectId = oid(next(house));
    const displayName = 'Kontaktperson, Aarhus Kommune';
    const email = 'kontakt@example.dk';
    await house.api('POST', '/people', { objectId, displayName, email });
    await deliver(house, { ...chatOf(someone(house, objectId), neighbour), type: 'message', text: 'Hej' });
    expect(await chats(objectId)).toEqual([{ tenant_id: neighbour }]);
    const { personId } = await by.do('registerPerson', {
      organisationId: one.id,
      displayName,
      email,
      objectId,
    });
    await by.do('nameContact', { organisationId: one.id, personId });
    const { hearingId } = await hearing(house);
    const sent = await house.sql('select channel from delivery where person_id = $1 and about_id = $2', [
      personId,
      hearingId,
    ]);
    expect(sent).toEqual([{ channel: 'mail' }]);
    expect(
      await house.sql(`select 1 from delivery where person_id = $1 and message = 'greeting'`, [personId]),
    ).toEqual([]);
  });

  test('in Teams with two tenants named, is nobody: in which of them the id is whose, nobody can say', async () => {
    const who = await typedIn();
    const both = {
      ...chatOf(who, neighbour),
      ...invoke('view', {}),
      channelData: { tenant: { id: tenantId } },
    };
    const reversed = {
      ...chatOf(who, tenantId),
      ...invoke('view', {}),
      channelData: { tenant: { id: neighbour } },
    };
    for (const sent of [both, reversed])
      expect(JSON.stringify((await deliver(house, sent)).body)).toContain('ikke registreret');
  });
});

describe('whoever registers a person by hand', () => {
  test('says which tenant the id is of, and is told when that one is not let in', async () => {
    const input = {
      organisationId: one.id,
      displayName: 'Indkøber',
      email: 'x@example.dk',
      objectId: oid(next(house)),
    };
    expect(await by.refused('registerPerson', { ...input, tenantId: oid(1) })).toBe('tenantNotLetIn');
  });

  test('corrects the tenant by registering them once more at their member, and nobody else’s that way', async () => {
    const who = await typedIn();
    const of = {
      displayName: 'Indkøber',
      email: 'x@example.dk',
      objectId: who.objectId,
      tenantId: neighbour,
    };
    const other = await member(house);
    expect(await by.refused('registerPerson', { ...of, organisationId: other.id })).toBe('alreadyExists');
    expect(await me(who.objectId, neighbour)).toBe(403);
    expect(await by.do('registerPerson', { ...of, organisationId: one.id })).toEqual({
      personId: who.personId,
    });
    expect([await me(who.objectId, neighbour), await me(who.objectId, tenantId)]).toEqual([200, 403]);
    expect(await by.refused('registerPerson', { ...of, organisationId: one.id })).toBe('alreadyExists');
  });

  test('brings somebody back with the tenant that is named then', async () => {
    const who = await typedIn();
    await by.do('endPlace', { personId: who.personId, reason: 'Nyt job' });
    const of = {
      organisationId: one.id,
      displayName: 'Indkøber',
      email: 'x@example.dk',
      objectId: who.objectId,
    };
    await by.do('registerPerson', { ...of, tenantId: third });
    expect([await me(who.objectId, third), await me(who.objectId, tenantId)]).toEqual([200, 403]);
  });
});

test('whom the program before this one writes into the register is the host’s', async () => {
  const objectId = oid(next(house));
  await house.api('POST', '/people', { objectId, displayName: 'Indkøber', email: 'i@example.dk' });
  await house.sql(
    `insert into person (id, organisation_id, display_name, email, created_at)
     values (gen_random_uuid(), $1, 'Indkøber', $2, now())`,
    [one.id, objectId],
  );
  await house.sql('update person set object_id = $1 where email = $1', [objectId]);
  expect([await me(objectId, tenantId), await me(objectId, neighbour)]).toEqual([200, 403]);
});

test('a secretariat’s id is the host’s, whoever is registered under it', async () => {
  const { objectId } = await typedIn({ tenantId: neighbour });
  const app = await house.startAnother({ SECRETARIAT: `${house.env['SECRETARIAT']},${objectId}` });
  const [row] = await house.sql('select secretariat, tenant_id from person where object_id = $1', [objectId]);
  expect(row).toEqual({ secretariat: false, tenant_id: neighbour });
  await app.stop();
});
