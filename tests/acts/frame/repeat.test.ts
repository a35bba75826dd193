import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ActName } from '../../../bot/acts/index.ts';
import {
  clauses,
  defaultRules,
  halfFile,
  hearing,
  markPresent,
  meeting,
  revision,
  vote,
} from '../../support/cases.ts';
import { member, next, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { eventually, oid } from '../../support/app.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', chair: true, with: ['staff'] });
  other = await member(house, { name: 'Odense Kommune' });
});

type Prepared = [who: Someone, input: object];
const appointment = () =>
  Promise.resolve<Prepared>([by, { organisationId: one.id, personId: one.staff.personId }]);
async function comment() {
  const { hearingId } = await hearing(house);
  const input = { hearingId, type: 'general' as const, text: `Bemærkning ${next(house)}` };
  return { hearingId, ...(await one.staff.do('addComment', input)) };
}
/** Typed in from a mail: it has left its organisation, whoever is its contact by now. */
async function mailed() {
  const { hearingId } = await hearing(house);
  const input = { hearingId, type: 'general' as const, text: `Bemærkning ${next(house)}` };
  return { hearingId, ...(await by.do('addComment', { ...input, organisationId: one.id })) };
}
async function casting() {
  const at = await meeting(house);
  await markPresent(house, at, one, other);
  return vote(house, { at, rules: { tie: 'chairDecides' } });
}

const search = {
  kind: 'steeringGroup',
  season: 'spring',
  title: 'Styregruppemøde',
  minutes: 120,
  from: '2027-02-01',
  to: '2027-02-12',
} as const;
const offer = { slots: ['2027-02-03T10:00:00+01:00'], respondBy: '2027-01-25T12:00:00+01:00' };
async function polled(): Promise<{ schedulingId: string }> {
  const { schedulingId } = await by.do('findTime', search);
  await by.do('openPoll', { schedulingId, ...offer });
  return { schedulingId };
}
async function grouped(): Promise<{ revisionId: string; personId: string }> {
  const { revisionId } = await revision(house);
  await by.do('formGroup', { revisionId });
  return { revisionId, personId: one.staff.personId };
}
/** A meeting in the calendar, as the calendar left it. */
async function called(state: string): Promise<{ meetingId: string }> {
  const { meetingId } = await meeting(house, { inSession: false });
  await house.sql(`insert into meeting_event (meeting_id, key, done) values ($1, gen_random_uuid(), 1)`, [
    meetingId,
  ]);
  await house.sql(`update meeting_event set ${state} where meeting_id = $1`, [meetingId]);
  return { meetingId };
}

/** Each act, ready to be done. */
const prepared: Record<string, () => Promise<Prepared>> = {
  registerMember: async () => [by, { name: `Kommune ${next(house)}`, kind: 'municipality' }],
  registerPerson: async () => [
    by,
    { organisationId: one.id, displayName: 'Indkøber', email: 'i@example.dk' },
  ],
  appointRepresentative: async () => [
    by,
    { organisationId: other.id, personId: other.representative.personId, chair: true },
  ],
  nameDeputy: appointment,
  nameContact: appointment,
  endPlace: async () => [by, { personId: (await person(house, one)).personId }],
  confirmRules: async () => [by, defaultRules],
  startRevision: async () => [by, { title: 'Rengøring', track: 'revise', year: 2027 }],
  addVersion: async () => [by, { ...(await revision(house)), kind: 'final', title: 'Endeligt', clauses }],
  openHearing: async () => {
    const deadline = '2027-03-01T12:00';
    return [by, { ...(await revision(house)), kind: 'internal', letter: 'Kære alle', deadline }];
  },
  extendDeadline: async () => [by, { ...(await hearing(house)), deadline: '2027-04-01T12:00' }],
  addComment: async () => [one.staff, { ...(await hearing(house)), type: 'general', text: 'Uklart' }],
  editComment: async () => [one.staff, { ...(await comment()), text: 'Klart' }],
  withdrawComment: async () => [one.staff, await comment()],
  submitAnswer: async () => [other.representative, { ...(await hearing(house)), position: 'noRemarks' }],
  answerJoint: async () => {
    // Of the others somebody may have been named contact meanwhile.
    const asked = await member(house, { name: `Medlem ${next(house)}` });
    const { hearingId } = await hearing(house);
    const joint = { hearingId, position: 'noRemarks' as const, jointWith: [asked.id] };
    await other.representative.do('submitAnswer', joint);
    return [asked.representative, { hearingId, accept: true }];
  },
  disposeComment: async () => [by, { ...(await mailed()), disposition: 'noted', response: 'Tak' }],
  remindMissing: async () => [by, await hearing(house)],
  callMeeting: async () => [
    by,
    {
      kind: 'steeringGroup',
      season: 'spring',
      title: 'Møde',
      startsAt: '2027-05-01T10:00',
      endsAt: '2027-05-01T11:00',
    },
  ],
  linkMeeting: async () => [by, await meeting(house, { invited: [one.staff] })],
  openSession: async () => [by, await meeting(house, { inSession: false })],
  endSession: async () => [by, await meeting(house)],
  markPresent: async () => [by, { ...(await meeting(house)), organisationId: one.id, present: true }],
  openVote: async () => {
    const about = await revision(house, { kind: 'final' });
    return [by, { ...about, ...(await meeting(house)), motion: 'Kan målet godkendes?' }];
  },
  castBallot: async () => [one.representative, { ...(await casting()), choice: 'for' }],
  recordBallotOnBehalf: async () => [
    by,
    { ...(await casting()), organisationId: other.id, choice: 'for', means: 'room' },
  ],
  closeVote: async () => [by, await casting()],
  decideTie: async () => {
    const { voteId } = await casting();
    await one.representative.do('castBallot', { voteId, choice: 'for' });
    await other.representative.do('castBallot', { voteId, choice: 'against' });
    await by.do('closeVote', { voteId });
    return [one.representative, { voteId, carried: true }];
  },
  linkAccount: async () => {
    const email = `ny${next(house)}@example.dk`;
    const displayName = 'Indkøber, Aarhus Kommune';
    const { personId } = await by.do('registerPerson', { organisationId: one.id, displayName, email });
    const objectId = oid(80_000 + next(house));
    await house.sql('insert into directory_person values ($1, $2, $3, true, now())', [
      objectId,
      displayName,
      email,
    ]);
    return [by, { personId, objectId }];
  },
  syncDirectory: async () => {
    await house.sql(
      `insert into directory_source (source, group_id) values ('team', $1) on conflict do nothing`,
      [oid(9)],
    );
    return [by, { dryRun: true }];
  },
  beginFile: async () => [by, { ...(await revision(house)), name: 'Bilag.pdf', size: 5 }],
  addFilePart: async () => {
    const { revisionId } = await revision(house);
    const { fileId } = await by.do('beginFile', { revisionId, name: 'Del.pdf', size: 5 });
    return [by, { fileId, number: 0, bytes: Buffer.from('Bilag').toString('base64') }];
  },
  finishFile: async () => [by, await halfFile(house, (await revision(house)).revisionId)],
  retryFile: async () => {
    const half = await halfFile(house, (await revision(house)).revisionId);
    await by.do('finishFile', half);
    await house.sql(`update file set state = 'failed' where id = $1`, [half.fileId]);
    return [by, half];
  },
  formGroup: async () => [by, { revisionId: (await revision(house)).revisionId }],
  addToGroup: async () => [by, { ...(await grouped()), field: 'environment' }],
  removeFromGroup: async () => {
    const seat = await grouped();
    await by.do('addToGroup', { ...seat, field: 'both' });
    return [by, seat];
  },
  bringIntoTeams: async () => [by, { personId: one.staff.personId }],
  testConnection: async () => [by, { call: 'mail' }],
  findTime: async () => [by, search],
  readCalendars: async () => [by, await by.do('findTime', search)],
  openPoll: async () => [by, { ...(await by.do('findTime', search)), ...offer }],
  answerPoll: async () => [one.representative, { ...(await polled()), slots: offer.slots }],
  settleTime: async () => [by, { ...(await polled()), startsAt: offer.slots[0] }],
  dropScheduling: async () => [by, await polled()],
  changeMeeting: async () => [by, { ...(await meeting(house, { inSession: false })), title: 'Nyt navn' }],
  cancelMeeting: async () => [by, { ...(await meeting(house, { inSession: false })), reason: 'Udskudt' }],
  retryMeeting: async () => [by, await called(`failure = 'unavailable'`)],
  refreshAnswers: async () => [by, await called(`event_id = meeting_id::text`)],
  renewCalendarLink: async () => [one.staff, {}],
  resendFailed: async () => {
    const { hearingId } = await hearing(house);
    await house.sql(`update delivery set state = 'failed' where hearing_id = $1`, [hearingId]);
    return [by, { hearingId }];
  },
};

const linked = ({ meetingId }: { meetingId: string }): Promise<unknown> =>
  eventually(
    () => by.view(`meeting?id=${meetingId}`),
    (one: any) => one.linked,
    10_000,
  );

describe('a repeat of an act with the same key', () => {
  test.each(Object.keys(prepared) as ActName[])(
    '%s: gives the same answer and doubles nothing',
    async (name) => {
      const [who, input] = await prepared[name]!();
      const key = `key-${name}`;
      const before = await fingerprint(house);
      const first = await who.do(name, input as never, key);
      // The bot comes into its chat when Teams gets to it, and the meeting says so.
      if (name === 'settleTime') await linked(first as { meetingId: string });
      const after = await fingerprint(house);
      expect(changes(before, after)).toContain('receipt');
      expect(await who.do(name, input as never, key)).toEqual(first);
      const moved = changes(after, await fingerprint(house)).filter((table) => table !== 'conversation');
      expect(moved).toEqual([]);
    },
  );

  test('gives it also when the world has moved on', async () => {
    const open = await casting();
    const cast = { voteId: open.voteId, choice: 'for' as const };
    const first = await one.representative.do('castBallot', cast, 'cast-then-closed');
    await by.do('closeVote', { voteId: open.voteId });
    expect(await one.representative.do('castBallot', cast, 'cast-then-closed')).toEqual(first);
    expect(await one.representative.refused('castBallot', cast, 'another key')).toBe('voteClosed');
  });

  test('a key is one person’s for one act: another with the same key is another act', async () => {
    const open = await casting();
    const cast = { voteId: open.voteId, choice: 'for' as const };
    const mine = await one.representative.do('castBallot', cast, 'shared');
    const theirs = await other.representative.do('castBallot', { ...cast, choice: 'against' }, 'shared');
    expect([mine, theirs]).toMatchObject([{ organisationId: one.id }, { organisationId: other.id }]);
    await by.do('closeVote', { voteId: open.voteId }, 'shared');
  });

  test('a refusal is not kept: the same key may succeed later', async () => {
    const { meetingId } = await meeting(house, { inSession: false });
    const mark = { meetingId, organisationId: one.id, present: true };
    expect(await by.refused('markPresent', mark, 'early')).toBe('sessionClosed');
    await by.do('openSession', { meetingId });
    await by.do('markPresent', mark, 'early');
  });

  test('every act that the app offers is in this list', async () => {
    const { body } = await house.request('GET', '/api/openapi.json', { token: await by.token() });
    const offered = Object.keys(body.paths).flatMap((path) => path.match(/^\/api\/acts\/(\w+)$/)?.[1] ?? []);
    expect(Object.keys(prepared).sort()).toEqual(offered.sort());
  });
});
