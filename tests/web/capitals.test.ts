import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';
import { secretariatIds, sendTo, tenantId } from '../support/app.ts';
import { member, person, secretariat, someone, type Member, type Someone } from '../support/factories.ts';
import { activity, deliver, invoke } from '../support/teams.ts';
import { useHouse } from '../support/useHouse.ts';

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
