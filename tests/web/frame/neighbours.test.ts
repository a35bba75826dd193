import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { secretariatIds, sendTo } from '../../support/app.ts';
import {
  install,
  member,
  person,
  secretariat,
  someone,
  type Member,
  type Someone,
  stranger,
} from '../../support/factories.ts';
import { activity, cardMessages, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

/** A tenant whose people are let in beside the host's; its ids have letters, which the tests' others have not. */
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
const me = async (given: string, url = house.app.url) =>
  sendTo<any>(`${url}/api/views/me`, 'GET', { token: given });

describe('somebody of another tenant who is let in', () => {
  test('is nobody of the secretariat, though their tenant gave them the same id', async () => {
    for (const objectId of secretariatIds) {
      expect((await me(await token(objectId))).status).toBe(200);
      const borrowed = await token(objectId, { tid: neighbour });
      const { status, body } = await me(borrowed);
      expect([status, body.refusal?.code]).toEqual([403, 'notRegistered']);
      const act = { token: borrowed, body: { title: 'X', track: 'revise', year: 2027 } };
      expect((await house.request('POST', '/api/acts/startRevision', act)).status).toBe(403);
    }
  });

  test('is nobody of whom the host’s own directory knows', async () => {
    const known = await person(house, one);
    const borrowed = await token(known.objectId, { tid: neighbour });
    await house.sql(
      `insert into directory_person (object_id, display_name, guest, seen_at) values ($1, 'Indkøber', true, now())`,
      [known.objectId],
    );
    expect((await me(borrowed)).body.refusal?.code).toBe('notRegistered');
    expect((await me(await token(known.objectId))).status).toBe(200);
  });

  test('is answered in Teams as nobody, and their chat is not taken for that of whose id they have', async () => {
    const [objectId] = secretariatIds as [string];
    const id = `a:${randomUUID()}`;
    const elsewhere = {
      conversation: { id, conversationType: 'personal', tenantId: neighbour },
      channelData: { tenant: { id: neighbour } },
    };
    const look = { ...activity(house, someone(house, objectId), elsewhere), ...invoke('view', {}) };
    const { status, body } = await deliver(house, look);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('ikke registreret');
    const chats = await house.sql(`select object_id, person_id, tenant_id from conversation where id = $1`, [
      id,
    ]);
    expect(chats).toEqual([{ object_id: null, person_id: null, tenant_id: neighbour }]);
    // The same from the host's own tenant is who it always was.
    const own = await deliver(house, { ...activity(house, by), ...invoke('view', {}) });
    expect(JSON.stringify(own.body)).not.toContain('ikke registreret');
  });
});

test('whoever is in no register is told so in Teams, whatever they write', async () => {
  const who = await stranger(house);
  const { objectId } = who;
  const place = await install(house, who);
  for (const text of ['status', 'opgaver', 'hjælp', 'Hej']) {
    await house.api('POST', '/say', { objectId, conversationId: place, text });
    const all = await cardMessages(house, place, who);
    expect(wordsOf(all.at(-1)!.cards)).toContain('ikke registreret');
  }
});
