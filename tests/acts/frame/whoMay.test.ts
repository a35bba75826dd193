import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { useHouse } from '../../support/useHouse.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { appoints, everyAct, examples, ready, recorded, seatsBack, type Done } from './everyAct.ts';
import { everyone, roles, type Role, type World } from './example.ts';

// Nothing need arrive here, and what waits to be sent keeps out of the way.
const house = useHouse({ env: { SEND_RATE: '5' } });
let world: World;
beforeAll(async () => void (world = await everyone(house)), 60_000);

/** In the register or not: who is of no member and not of the secretariat is let in nowhere. */
const isOutside = (role: Role): boolean =>
  role === 'person nobody registered' || role === 'person without an organisation';
const saysOf = (name: Done, role: Role): string =>
  isOutside(role) ? 'notRegistered' : (examples[name].may[role] ?? examples[name].may.rest);
const may = (name: Done): Role[] => roles.filter((role) => saysOf(name, role) === 'may');
const mayNot = (name: Done): Role[] => roles.filter((role) => saysOf(name, role) !== 'may');
/** What a button would ask: the ids alone, before any form is filled. */
const idsOf = (input: object): Record<string, string> =>
  Object.fromEntries(Object.entries(input).filter(([key]) => /Id$/.test(key) && key !== 'conversationId'));

/** Prepared once for the tests that leave it as it is. */
const prepared = new Map<Done, Record<string, unknown>>();
async function preparedFor(name: Done): Promise<Record<string, unknown>> {
  const known = prepared.get(name) ?? (await ready(name, world));
  prepared.set(name, known);
  return known;
}

describe('who may what', () => {
  test.each(everyAct)('%s: whoever may not is told why, and nothing is written', async (name) => {
    const input = await preparedFor(name);
    const before = await fingerprint(house);
    const told: Partial<Record<Role, string>> = {};
    for (const role of mayNot(name)) told[role] = await world.people[role].refused(name, input);
    expect(told).toEqual(Object.fromEntries(mayNot(name).map((role) => [role, saysOf(name, role)])));
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test.each(everyAct)('%s: the button says the same as the act', async (name) => {
    const ids = idsOf(await preparedFor(name));
    const said: Partial<Record<Role, string>> = {};
    const asked = roles.filter((role) => role !== 'person nobody registered');
    for (const role of asked) {
      const { ok, code } = await world.people[role].allowed(name, ids);
      said[role] = ok ? 'may' : (code ?? '');
    }
    // Whether the representative is in the meeting is asked of Teams only when the deputy presses.
    const expected = asked.map((role) => [role, saysOf(name, role).replace('representativePresent', 'may')]);
    expect(said).toEqual(Object.fromEntries(expected));
  });

  test.each(everyAct.flatMap((name) => may(name).map((role) => [name, role] as const)))(
    '%s: done by the %s',
    async (name, role) => {
      const input = await ready(name, world);
      const before = await fingerprint(house);
      const result = await world.people[role].do(name, input as never);
      await examples[name].settled?.(world, result);
      if (recorded.includes(name)) expect(changes(before, await fingerprint(house))).toContain('event');
      if (appoints(name)) await seatsBack(world);
    },
  );
});

describe('what only Teams and the clock report', () => {
  const reports: [string, object][] = [
    ['noteConversation', { conversationId: '19:x', kind: 'team', serviceUrl: 'http://x/', tenantId: 'x' }],
    ['endDueSession', { meetingId: oid(1) }],
    ['forgetConversation', { conversationId: '19:x' }],
    ['noteDirectory', { source: 'team', version: 0, people: [], unnamed: 'Sekretariatet' }],
    ['noteChannel', { revisionId: oid(1) }],
    ['noteFile', { fileId: oid(1), none: true }],
    ['noteAccount', { personId: oid(1), step: 'app' }],
    ['noteSealedReading', { hearingId: oid(1), personId: oid(1) }],
    ['noteGraphChange', { value: [] }],
    ['noteRestored', { heads: [], ends: [] }],
    ['noteName', { personId: oid(1), displayName: 'En anden' }],
  ];
  test.each(reports)('%s is there for no person, whatever the role', async (name, input) => {
    await house.sql(
      `insert into conversation (id, kind, service_url, tenant_id, updated_at)
       values ('19:x', 'team', 'http://here/', 'x', now()) on conflict do nothing`,
    );
    const before = await fingerprint(house);
    for (const role of roles) {
      const code = await world.people[role].refused(name as never, input);
      expect({ role, code }).toEqual({
        role,
        code: isOutside(role) ? 'notRegistered' : 'unknownAct',
      });
    }
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });
});
