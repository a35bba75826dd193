import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { useHouse } from '../../support/useHouse.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import {
  appoints,
  everyAct,
  everyone,
  ready,
  roles,
  seatsBack,
  type Done,
  type Role,
  type World,
} from './everyAct.ts';

// Nothing need arrive here, and what waits to be sent keeps out of the way.
const house = useHouse({ env: { SEND_RATE: '5' } });
let world: World;
beforeAll(async () => void (world = await everyone(house)), 60_000);

/** `may`, or the code of the refusal. `rest` is for every role that is not named. */
type Says = Partial<Record<Role, string>> & { rest: string };
const secretariatAlone: Says = { secretariat: 'may', rest: 'secretariatOnly' };
const running: Says = { secretariat: 'may', chair: 'may', rest: 'secretariatOrChair' };
const appointing: Says = {
  secretariat: 'may',
  representative: 'may',
  chair: 'notYourOrganisation',
  'representative of another member': 'notYourOrganisation',
  'staff of another member': 'notYourOrganisation',
  rest: 'secretariatOnly',
};
const ownComment: Says = {
  representative: 'may',
  deputy: 'may',
  contact: 'may',
  staff: 'may',
  // It is sealed: of somebody else's it is not even told that there is one.
  rest: 'notFound',
};

/** The process's own table: who may, and what the others are told. */
const process: Record<Done, Says> = {
  findTime: secretariatAlone,
  openPoll: secretariatAlone,
  answerPoll: {
    representative: 'may',
    chair: 'may',
    'representative of another member': 'may',
    rest: 'notInvited',
  },
  dropScheduling: secretariatAlone,
  changeMeeting: secretariatAlone,
  cancelMeeting: secretariatAlone,
  renewCalendarLink: { secretariat: 'may', representative: 'may', rest: 'secretariatOnly' },
  registerMember: secretariatAlone,
  registerPerson: secretariatAlone,
  appointRepresentative: secretariatAlone,
  nameDeputy: appointing,
  nameContact: appointing,
  confirmRules: secretariatAlone,
  startRevision: secretariatAlone,
  addVersion: secretariatAlone,
  openHearing: secretariatAlone,
  extendDeadline: secretariatAlone,
  addComment: { ...ownComment, secretariat: 'may', rest: 'notYourOrganisation' },
  editComment: ownComment,
  withdrawComment: ownComment,
  submitAnswer: {
    secretariat: 'may',
    contact: 'may',
    representative: 'notContact',
    deputy: 'notContact',
    staff: 'notContact',
    rest: 'notYourOrganisation',
  },
  answerJoint: {
    secretariat: 'organisationNeeded',
    contact: 'may',
    representative: 'notContact',
    deputy: 'notContact',
    staff: 'notContact',
    'staff of another member': 'notContact',
    // Nobody proposed anything to theirs.
    rest: 'noJointProposal',
  },
  disposeComment: secretariatAlone,
  remindMissing: secretariatAlone,
  resendFailed: secretariatAlone,
  callMeeting: secretariatAlone,
  linkMeeting: secretariatAlone,
  openSession: running,
  endSession: running,
  markPresent: secretariatAlone,
  openVote: running,
  castBallot: {
    secretariat: 'secretariatHasNoBallot',
    chair: 'may',
    representative: 'may',
    'representative of another member': 'may',
    deputy: 'representativePresent',
    rest: 'notEntitled',
  },
  recordBallotOnBehalf: secretariatAlone,
  closeVote: running,
  decideTie: { chair: 'may', rest: 'chairOnly' },
  endPlace: secretariatAlone,
  linkAccount: secretariatAlone,
  syncDirectory: secretariatAlone,
  testConnection: secretariatAlone,
  formGroup: secretariatAlone,
  finishFile: secretariatAlone,
  addToGroup: secretariatAlone,
  removeFromGroup: secretariatAlone,
  bringIntoTeams: secretariatAlone,
};

/** In the register or not: who is of no member and not of the secretariat is let in nowhere. */
const isOutside = (role: Role): boolean =>
  role === 'person nobody registered' || role === 'person without an organisation';
const saysOf = (name: Done, role: Role): string =>
  isOutside(role) ? 'notRegistered' : (process[name][role] ?? process[name].rest);
const may = (name: Done): Role[] => roles.filter((role) => saysOf(name, role) === 'may');
const mayNot = (name: Done): Role[] => roles.filter((role) => saysOf(name, role) !== 'may');
/** What a button would ask: the ids alone, before any form is filled. */
const idsOf = (input: object): Record<string, string> =>
  Object.fromEntries(Object.entries(input).filter(([key]) => /Id$/.test(key) && key !== 'conversationId'));

/** Prepared once for the tests that leave it as it is. */
const prepared = new Map<Done, Record<string, unknown>>();
async function preparedFor(name: Done): Promise<Record<string, unknown>> {
  const known = prepared.get(name) ?? (await ready[name](world));
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
      const input = await ready[name](world);
      const before = await fingerprint(house);
      await world.people[role].do(name, input as never);
      expect(changes(before, await fingerprint(house))).toContain('event');
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
