import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { acts, type ActName } from '../../../bot/acts/index.ts';
import { readConfig } from '../../../bot/config.ts';
import { views } from '../../../bot/views/index.ts';
import { secretariatIds, sendTo, tenantId } from '../../support/app.ts';
import { member, person, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { vote } from '../../support/cases.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { activity, deliver, invoke } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

/** Ids of letters, which the tests' others have not. */
const neighbour = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
const house = useHouse({ env: { ALLOWED_TENANTS: neighbour.toUpperCase() } });
let by: Someone;
let one: Member;
beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
});

const token = async (objectId: string, overrides: object = {}): Promise<string> =>
  (await house.api('POST', '/token', { objectId, overrides })).token;
/** Somebody whose id has letters in it, known to Entra. */
async function lettered(first: string): Promise<string> {
  const objectId = randomUUID().replace(/^./, first);
  const said = { displayName: 'Indkøber, Aarhus Kommune', email: `${first}@example.dk` };
  await house.api('POST', '/people', { objectId, ...said });
  return objectId;
}
const me = async (given: string, url = house.app.url) =>
  sendTo<any>(`${url}/api/views/me`, 'GET', { token: given });

describe('an id is the same in capitals', () => {
  test('whoever was registered by one is known by the other', async () => {
    const objectId = await lettered('a');
    const input = { organisationId: one.id, displayName: 'Indkøber, Aarhus Kommune', email: 'a@example.dk' };
    await by.do('registerPerson', { ...input, objectId: objectId.toUpperCase() });
    expect((await me(await token(objectId))).status).toBe(200);
    expect((await me(await token(objectId, { oid: objectId.toUpperCase() }))).status).toBe(200);
    expect(await by.refused('registerPerson', { ...input, objectId })).toBe('alreadyExists');
    const sent = { ...activity(house, someone(house, objectId.toUpperCase())), ...invoke('view', {}) };
    expect(JSON.stringify((await deliver(house, sent)).body)).not.toContain('ikke registreret');
  });

  test('whoever was kept in capitals before that is known after the next start', async () => {
    const who = await person(house, one);
    const objectId = await lettered('b');
    await house.sql('update person set object_id = $2 where id = $1', [who.personId, objectId.toUpperCase()]);
    const app = await house.startAnother();
    expect((await me(await token(objectId), app.url)).status).toBe(200);
  });

  test('in the configuration too, where the portal shows them as it likes', async () => {
    const id = await lettered('c');
    const env = { ...house.env, SECRETARIAT: id.toUpperCase(), MicrosoftAppId: id.toUpperCase() };
    const config = readConfig({ ...env, HOST_TEAM_ID: id.toUpperCase() });
    expect(config).toMatchObject({ appId: id, secretariat: [id], tenants: [tenantId, neighbour] });
    expect(config.directory).toEqual([{ source: 'team', groupId: id }]);
    const app = await house.startAnother({ SECRETARIAT: [...secretariatIds, id.toUpperCase()].join(',') });
    expect((await me(await token(id), app.url)).body).toMatchObject({ secretariat: true });
  });
});

describe('an id of ours is the same in capitals', () => {
  const fieldsOf = (schema: any): [string, any][] => Object.entries(schema?.shape ?? {});
  const isId = (field: any): boolean =>
    field.safeParse(neighbour).success && !field.safeParse('nothing').success;

  test.each(Object.keys(acts) as ActName[])(
    'in every field of %s, which goes on with it written alike',
    (name) => {
      for (const [field, schema] of fieldsOf(acts[name].input)) {
        if (!isId(schema)) continue;
        expect([field, schema.parse(neighbour.toUpperCase())].flat()).toEqual([field, neighbour]);
      }
    },
  );

  test.each(Object.keys(views))('in every question of the view %s', (name) => {
    for (const [field, schema] of fieldsOf(views[name]!.query)) {
      if (!isId(schema)) continue;
      expect([field, (schema as any).parse(neighbour.toUpperCase())]).toEqual([field, neighbour]);
    }
  });

  test('so an organisation, a person and a vote named in capitals are found, and recorded as they are', async () => {
    const who = await person(house, one);
    const input = { organisationId: one.id.toUpperCase(), personId: who.personId.toUpperCase() };
    expect(await by.do('nameDeputy', input)).toEqual({ organisationId: one.id, personId: who.personId });
    const { voteId, revisionId } = await vote(house);
    await by.do('recordBallotOnBehalf', {
      voteId: voteId.toUpperCase(),
      organisationId: one.id.toUpperCase(),
      choice: 'for',
      means: 'phone',
    });
    const [last] = (await eventsOf(house, revisionId)).slice(-1);
    expect(last!.data).toMatchObject({ voteId, organisationId: one.id });
    expect((await by.view(`vote?id=${voteId.toUpperCase()}`)).id).toBe(voteId);
  });
});
