import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventTypes, type EventType } from '../../../bot/process/events.ts';
import { registerCase } from '../../../bot/process/frame/trail.ts';
import { sentenceOf } from '../../../bot/views/case/trail.ts';
import { someone } from '../../support/factories.ts';
import { unfit } from '../../support/holds.ts';
import { useHouse } from '../../support/useHouse.ts';
import {
  appoints,
  everyAct,
  everyone,
  ready,
  seatsBack,
  type Done,
  type Role,
  type World,
} from './everyAct.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let world: World;
beforeAll(async () => void (world = await everyone(house)), 60_000);

type Given = Record<string, any>;
interface Entry {
  type: EventType;
  /** The field that names the case it stands in; the register has no id of its own. */
  of?: 'revisionId' | 'meetingId';
  /** What it must hold at least, from what was asked and what was answered. */
  data: (input: Given, result: Given) => Given;
  by?: Role;
}
const some = (value: Given, ...names: string[]): Given =>
  Object.fromEntries(names.map((name) => [name, value[name]]));
const ofOne = () => ({ organisationId: world.one.id });
const iso = (wall: string) => new Date(`${wall}:00+02:00`).toISOString();

const inRegister: Partial<Record<Done, Entry>> = {
  registerMember: {
    type: 'memberRegistered',
    data: (input, result) => ({ ...some(input, 'name', 'kind'), ...result }),
  },
  registerPerson: { type: 'personRegistered', data: (_, result) => ({ ...ofOne(), ...result }) },
  appointRepresentative: { type: 'representativeAppointed', data: (input) => input },
  nameDeputy: { type: 'deputyNamed', data: (input) => input },
  nameContact: { type: 'contactNamed', data: (input) => input },
  endPlace: { type: 'placeEnded', data: (input) => ({ ...input, ...ofOne(), roles: [], groups: [] }) },
  linkAccount: { type: 'accountLinked', data: (input) => ({ ...some(input, 'personId'), ...ofOne() }) },
  syncDirectory: { type: 'syncAsked', data: () => ({ dryRun: true, confirmed: null }) },
  bringIntoTeams: { type: 'broughtIntoTeams', data: (input) => ({ ...input, ...ofOne() }) },
  testConnection: { type: 'connectionTested', data: (input) => input },
  findTime: {
    type: 'timeSought',
    data: (input, result) => ({
      ...some(input, 'kind', 'season', 'title', 'minutes'),
      ...result,
      fromDay: input['from'],
      toDay: input['to'],
      asked: 3,
    }),
  },
  openPoll: {
    type: 'pollOpened',
    data: (input) => ({
      ...some(input, 'schedulingId'),
      slots: ['2027-02-03T09:00:00.000Z'],
      deadline: '2027-01-25T11:00:00.000Z',
    }),
  },
  answerPoll: {
    type: 'pollAnswered',
    data: (input) => ({
      ...some(input, 'schedulingId'),
      personId: world.one.representative.personId,
      possible: 1,
    }),
    by: 'representative',
  },
  dropScheduling: { type: 'schedulingDropped', data: (input) => input },
  renewCalendarLink: { type: 'calendarLinkRenewed', data: (input) => input },
  confirmRules: { type: 'rulesConfirmed', data: (input) => ({ rule: input }) },
};

const ofGroups: Partial<Record<Done, Entry>> = {
  finishFile: {
    type: 'fileAdded',
    of: 'revisionId',
    data: (_, result) => ({ ...result, number: 1, size: 5, versionId: null }),
  },
  formGroup: { type: 'groupFormed', of: 'revisionId', data: (input) => input },
  addToGroup: { type: 'groupJoined', of: 'revisionId', data: (input) => ({ ...input, ...ofOne() }) },
  removeFromGroup: { type: 'groupLeft', of: 'revisionId', data: (input) => ({ ...input, ...ofOne() }) },
};

const ofHearings: Partial<Record<Done, Entry>> = {
  startRevision: {
    type: 'revisionStarted',
    of: 'revisionId',
    data: (input, result) => ({ ...input, ...result, goalNumber: null }),
  },
  addVersion: {
    type: 'versionAdded',
    of: 'revisionId',
    data: (input, result) => ({ ...some(input, 'kind', 'title'), ...result, state: 'finalising' }),
  },
  openHearing: {
    type: 'hearingOpened',
    of: 'revisionId',
    data: (input, result) => ({
      ...some(input, 'kind', 'versionId', 'letter'),
      hearingId: result['hearingId'],
      deadline: '2027-03-01T11:00:00.000Z',
      heard: expect.arrayContaining([world.one.id, world.other.id, world.chair.id]),
      reason: null,
      passed: [],
    }),
  },
  extendDeadline: {
    type: 'deadlineExtended',
    of: 'revisionId',
    data: (input) => ({ ...some(input, 'hearingId'), to: iso(input['deadline']), reason: null }),
  },
  addComment: {
    type: 'commentAdded',
    of: 'revisionId',
    data: (input, result) => ({
      ...some(input, 'hearingId', 'type', 'text'),
      ...result,
      ...ofOne(),
      channel: 'tab',
      late: false,
    }),
    by: 'staff',
  },
  editComment: {
    type: 'commentEdited',
    of: 'revisionId',
    data: (_, result) => ({ ...result, ...ofOne(), text: 'Klart' }),
    by: 'deputy',
  },
  withdrawComment: {
    type: 'commentWithdrawn',
    of: 'revisionId',
    data: (_, result) => ({ ...result, ...ofOne() }),
    by: 'staff',
  },
  submitAnswer: {
    type: 'answerSubmitted',
    of: 'revisionId',
    data: (input) => ({ ...some(input, 'hearingId', 'position'), ...ofOne(), late: false }),
    by: 'contact',
  },
  answerJoint: {
    type: 'jointAccepted',
    of: 'revisionId',
    data: (input) => ({
      ...some(input, 'hearingId'),
      ...ofOne(),
      senderId: world.other.id,
      position: 'noRemarks',
      late: false,
      channel: 'tab',
    }),
    by: 'contact',
  },
  disposeComment: {
    type: 'commentDisposed',
    of: 'revisionId',
    data: (input, result) => ({ ...result, ...some(input, 'disposition', 'response'), ...ofOne() }),
  },
  remindMissing: { type: 'missingReminded', of: 'revisionId', data: (_, result) => result },
  resendFailed: {
    type: 'messagesResent',
    of: 'revisionId',
    data: (input, result) => ({ ...some(input, 'hearingId'), ...result, resent: 1 }),
  },
};

const ofMeetings: Partial<Record<Done, Entry>> = {
  callMeeting: {
    type: 'meetingCalled',
    of: 'meetingId',
    data: (input, result) => ({
      ...some(input, 'kind', 'season', 'title'),
      ...result,
      startsAt: iso(input['startsAt']),
      endsAt: iso(input['endsAt']),
    }),
  },
  changeMeeting: { type: 'meetingChanged', of: 'meetingId', data: (input) => input },
  cancelMeeting: { type: 'meetingCancelled', of: 'meetingId', data: (input) => input },
  linkMeeting: { type: 'meetingLinked', of: 'meetingId', data: (input) => input },
  openSession: { type: 'sessionOpened', of: 'meetingId', data: (_, result) => result, by: 'chair' },
  endSession: { type: 'sessionEnded', of: 'meetingId', data: (_, result) => result },
  markPresent: { type: 'presenceMarked', of: 'meetingId', data: (input) => input },
  openVote: {
    type: 'voteOpened',
    of: 'revisionId',
    data: (input, result) => ({
      ...some(input, 'meetingId', 'versionId', 'motion'),
      ...result,
      versionHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      rule: expect.objectContaining({ base: 'cast', threshold: 'simple' }),
      rehearsal: false,
      passed: [],
    }),
    by: 'chair',
  },
  castBallot: {
    type: 'ballotCast',
    of: 'revisionId',
    data: (input) => ({
      ...some(input, 'voteId', 'choice'),
      ...ofOne(),
      means: 'tab',
      caster: 'representative',
      statement: null,
      rehearsal: false,
    }),
    by: 'representative',
  },
  recordBallotOnBehalf: {
    type: 'ballotRecordedOnBehalf',
    of: 'revisionId',
    data: (input) => ({ ...some(input, 'voteId', 'choice', 'means'), ...ofOne(), caster: 'secretariat' }),
  },
  closeVote: {
    type: 'voteClosed',
    of: 'revisionId',
    data: (_, result) => ({
      ...result,
      entitled: expect.any(Number),
      cast: expect.arrayContaining([{ ...ofOne(), choice: null, present: false }]),
    }),
    by: 'chair',
  },
  decideTie: {
    type: 'tieDecided',
    of: 'revisionId',
    data: (input) => some(input, 'voteId', 'carried'),
    by: 'chair',
  },
};
const entries = { ...inRegister, ...ofGroups, ...ofHearings, ...ofMeetings } as Record<Done, Entry>;

/** What comes of something that no person does, or of something else that somebody does. */
const beside =
  'filesClosed guestInvited addedToTeam appInstalled personLeft personReturned secretariatJoined secretariatLeft ' +
  'channelMade fileChanged answerChanged commentsCameLate jointProposed jointDeclined jointLapsed jointEnded answerAlone meetingInCalendar ' +
  'meetingAnswered sessionOver sessionResumed timeSettled eventErased restored sealedAnswersRead';

/** Filled in, with nothing left blank. */
const isWhole = (sentence: string): boolean => sentence.length > 5 && !/\{|  |[ :]$|^ /.test(sentence);

const newest = async (): Promise<number> =>
  Number((await house.sql('select coalesce(max(id), 0) as id from event'))[0]!['id']);

describe('what the trail says of each act', () => {
  test.each(everyAct)('%s: one entry, in its case, with what was done and by whom', async (name) => {
    const { type, of, data, by = 'secretariat' } = entries[name];
    const input: Given = await ready[name](world);
    const before = await newest();
    const who = world.people[by];
    const result = (await who.do(name, input as never)) as Given;
    const { personId, organisationId } = await someone(house, who.objectId).view('me');
    const added = await house.sql(
      'select case_id, type, data, actor, at from event where id > $1 order by id',
      [before],
    );
    expect(added).toEqual([
      {
        case_id: of ? (result[of] ?? input[of]) : registerCase,
        type,
        data: expect.objectContaining(data(input, result)),
        actor: { personId, organisationId },
        at: expect.any(Date),
      },
    ]);
    expect(Math.abs(added[0]!['at'].getTime() - (await house.now()).getTime())).toBeLessThan(30_000);
    const names = new Map([world.one, world.other, world.chair].map((one) => [one.id, one.name]));
    if (result['organisationId']) names.set(result['organisationId'], 'Ny Kommune');
    const said = sentenceOf(type, added[0]!['data'], names);
    expect([said, isWhole(said.da), isWhole(said.en)]).toEqual([said, true, true]);
    if (appoints(name)) await seatsBack(world);
  });

  test('is every event of the list, and each is said by one act', () => {
    const said = [...Object.values(entries).map(({ type }) => type), ...beside.split(' ')];
    expect(said.sort()).toEqual([...eventTypes].sort());
  });

  test('and the records are what the trail says of them', async () => {
    expect(await unfit(house)).toEqual([]);
  });
});
