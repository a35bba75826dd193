import { beforeAll, describe, expect, test } from '@jest/globals';
import { stopSchedule } from '../../support/clock.ts';
import { hearing, meeting, vote } from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let one: Member;
/** Its representative is its own deputy and contact too: three reasons to be told, one person. */
let alone: Member;
let chair: Member;
let channelId = '';
/** Everybody there is, by a name the tables below use. */
const names = new Map<string, string>();

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'contact', 'staff'] });
  alone = await member(house, { name: 'Fanø Kommune' });
  chair = await member(house, { name: 'Region Syddanmark', chair: true });
  const self = { organisationId: alone.id, personId: alone.representative.personId };
  await by.do('nameDeputy', self);
  await by.do('nameContact', self);
  const former = await person(house, one, 'Tidligere repræsentant');
  const mail = { displayName: 'Indkøber, Fanø Kommune', email: 'uden@example.dk', organisationId: alone.id };
  const { personId } = await by.do('registerPerson', mail as never);
  ({ channelId } = await house.api('POST', '/teams', { name: 'Netværk', members: [one.staff.objectId] }));
  for (const [name, id] of Object.entries({
    representative: one.representative.personId,
    deputy: one.deputy.personId,
    contact: one.contact.personId,
    staff: one.staff.personId,
    former: former.personId,
    alone: alone.representative.personId,
    'alone by mail': personId,
    chair: chair.representative.personId,
    channel: channelId,
  }))
    names.set(id, name);
  await stopSchedule(house);
}, 60_000);

const everybody = [
  'representative',
  'deputy',
  'contact',
  'staff',
  'former',
  'alone',
  'alone by mail',
  'chair',
];
const seated = ['representative', 'deputy', 'alone', 'chair'];

/** Who has a new row in the outbox because of what was done, and of which message. */
async function told(act: () => Promise<unknown>): Promise<Record<string, string[]>> {
  const [{ last }] = (await house.sql('select coalesce(max(id), 0) as last from delivery')) as [
    { last: string },
  ];
  await act();
  const rows = await house.sql(
    'select message, coalesce(person_id::text, conversation_id) as whom from delivery where id > $1 order by id',
    [last],
  );
  const lists: Record<string, string[]> = {};
  for (const { message, whom } of rows) (lists[message] ??= []).push(names.get(whom) ?? 'the meeting');
  return Object.fromEntries(Object.entries(lists).map(([message, list]) => [message, list.sort()]));
}
const all = (message: string, ...whom: string[]) => ({ [message]: [...whom].sort() });

describe('nobody is forgotten and nobody is told twice', () => {
  test('of a hearing and of a later deadline: everyone of every member, and the channel', async () => {
    let hearingId = '';
    const opening = await told(async () => void ({ hearingId } = await hearing(house)));
    expect(opening).toEqual(all('hearingInvitation', ...everybody, 'channel'));
    const extended = () => by.do('extendDeadline', { hearingId, deadline: '2027-04-01T12:00' } as never);
    expect(await told(extended)).toEqual(all('deadlineExtended', ...everybody, 'channel'));
    const again = () => by.do('extendDeadline', { hearingId, deadline: '2027-04-02T12:00' } as never);
    expect(await told(again)).toEqual(all('deadlineExtended', ...everybody, 'channel'));
  });

  test('reminded: whoever submits for those that are missing, and for nobody else', async () => {
    const { hearingId } = await hearing(house);
    await one.staff.do('addComment', { hearingId, type: 'general', text: 'Uklart' });
    const remind = () => by.do('remindMissing', { hearingId });
    expect(await told(remind)).toEqual(all('hearingReminder', 'contact', 'alone', 'chair'));
    await alone.representative.do('submitAnswer', { hearingId, position: 'noRemarks' });
    await house.advance('P1D');
    expect(await told(remind)).toEqual(all('hearingReminder', 'contact', 'chair'));
    await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks', jointWith: [chair.id] });
    await house.advance('P1D');
    expect(await told(remind)).toEqual(all('hearingReminder', 'chair'));
    await chair.representative.do('answerJoint', { hearingId, accept: true });
    await house.advance('P1D');
    expect(await told(remind)).toEqual({});
  });

  test('named in a joint answer: the one who would have answered, once, though it is submitted again', async () => {
    const { hearingId } = await hearing(house);
    const joint = (jointWith: string[]) => () =>
      chair.representative.do('submitAnswer', { hearingId, position: 'noRemarks', jointWith } as never);
    expect(await told(joint([one.id, alone.id]))).toEqual(all('jointProposed', 'contact', 'alone'));
    expect(await told(joint([one.id, alone.id]))).toEqual({});
    expect(await told(() => one.staff.act('addComment', { hearingId, type: 'general', text: 'X' }))).toEqual(
      {},
    );
    const yes = () => one.contact.do('answerJoint', { hearingId, accept: true } as never);
    expect(await told(yes)).toEqual(all('jointDecided', 'chair'));
    expect(await told(joint([alone.id]))).toEqual(all('jointEnded', 'contact'));
  });

  test('of a vote and its result without a chat: everyone with a seat, present or not', async () => {
    let voteId = '';
    expect(
      await told(async () => void ({ voteId } = await vote(house, { rules: { tie: 'chairDecides' } }))),
    ).toEqual(all('voteOpened', ...seated));
    const record = (organisationId: string, choice: string) => () =>
      by.do('recordBallotOnBehalf', { voteId, organisationId, choice, means: 'phone' } as never);
    expect(await told(record(one.id, 'for'))).toEqual(all('ballotRecorded', 'representative', 'deputy'));
    expect(await told(record(alone.id, 'against'))).toEqual(all('ballotRecorded', 'alone'));
    const close = () => by.do('closeVote', { voteId });
    expect(await told(close)).toEqual(all('voteResult', ...seated));
    expect(await told(close)).toEqual({});
    const decide = () => chair.representative.do('decideTie', { voteId, carried: true });
    expect(await told(decide)).toEqual(all('voteResult', ...seated));
    expect(await told(decide)).toEqual({});
  });

  test('in a meeting with a chat: the chat, once, and the result to everyone with a seat as well', async () => {
    const at = await meeting(house, { invited: [one.representative] });
    let voteId = '';
    const open = async () => void ({ voteId } = await vote(house, { at }));
    expect(await told(open)).toEqual(all('voteOpened', 'the meeting'));
    const close = () => by.do('closeVote', { voteId });
    expect(await told(close)).toEqual(all('voteResult', 'the meeting', ...seated));
  });

  test('of a rehearsal: those in the room, and nobody by a message of its own', async () => {
    const at = await meeting(house, { invited: [one.representative] });
    let voteId = '';
    const open = async () => void ({ voteId } = await vote(house, { at, rehearsal: true }));
    expect(await told(open)).toEqual(all('voteOpened', 'the meeting'));
    expect(await told(() => by.do('closeVote', { voteId }))).toEqual(all('voteResult', 'the meeting'));
  });

  test('of a result: whoever held the seat when the vote opened, and whoever holds it now', async () => {
    const { voteId } = await vote(house);
    const seat = { organisationId: one.id, chair: false };
    await by.do('appointRepresentative', { ...seat, personId: one.staff.personId });
    expect(await told(() => by.do('closeVote', { voteId }))).toEqual(all('voteResult', ...seated, 'staff'));
    await by.do('appointRepresentative', { ...seat, personId: one.representative.personId });
  });

  test('of what is written, corrected, answered, registered, planned or marked: nobody', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const quiet = async () => {
      const said = { hearingId, type: 'general' as const, text: 'Uklart' };
      const { commentId } = await one.staff.do('addComment', said);
      await one.staff.do('editComment', { commentId, text: 'Klart' });
      await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
      await by.do('disposeComment', { commentId, disposition: 'noted', response: 'Tak' });
      await one.contact.do('withdrawComment', { commentId });
      await by.view(`revision?id=${revisionId}`);
      const { meetingId } = await meeting(house);
      await by.do('markPresent', { meetingId, organisationId: one.id, present: true });
      await by.do('endSession', { meetingId });
    };
    expect(await told(quiet)).toEqual({});
  });
});
