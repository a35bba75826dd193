import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { addVersion, clauses, meeting, revision } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf, eventTypes } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let chair: Member;
let plain: Member;
const unknown = oid(999_999);

beforeAll(async () => {
  by = secretariat(house);
  chair = await member(house, { name: 'Aarhus Kommune', chair: true });
  plain = await member(house, { name: 'Odense Kommune' });
});

describe('cases and documents', () => {
  test('cases of a year are numbered from one, without gaps', async () => {
    const input = { title: 'Rengøring', track: 'develop' as const, year: 2031 };
    const refs: string[] = [];
    for (let i = 0; i < 3; i += 1) refs.push((await by.do('startRevision', input)).ref);
    expect(refs).toEqual(['POGI-2031-01', 'POGI-2031-02', 'POGI-2031-03']);
  });

  test('a new case is planned, and its first proposal puts it under development', async () => {
    const { revisionId } = await by.do('startRevision', { title: 'Møbler', track: 'revise', year: 2027 });
    expect((await plain.staff.view(`revision?id=${revisionId}`)).state).toBe('planned');
    await addVersion(house, revisionId, 'proposal');
    expect((await plain.staff.view(`revision?id=${revisionId}`)).state).toBe('developing');
    await addVersion(house, revisionId, 'final');
    expect((await plain.staff.view(`revision?id=${revisionId}`)).state).toBe('finalising');
    expect(await eventTypes(house, revisionId)).toEqual(['revisionStarted', 'versionAdded', 'versionAdded']);
  });

  test('the same document has the same hash, and one changed word another', async () => {
    const { revisionId } = await revision(house);
    const document = { revisionId, kind: 'final' as const, title: 'Endeligt forslag', clauses };
    const first = await by.do('addVersion', document);
    const again = await by.do('addVersion', document);
    const changed = await by.do('addVersion', { ...document, title: 'Endeligt Forslag' });
    expect(again.hash).toBe(first.hash);
    expect(changed.hash).not.toBe(first.hash);
    expect([first.number, again.number, changed.number]).toEqual([2, 3, 4]);
  });

  test('a document has each clause number once and belongs to a case', async () => {
    const { revisionId } = await revision(house);
    const twice = [clauses[0]!, { ...clauses[1]!, number: clauses[0]!.number }];
    const input = { revisionId, kind: 'proposal', title: 'Udkast', clauses: twice };
    expect(await by.refused('addVersion', input)).toBe('duplicateClause');
    expect(await by.refused('addVersion', { ...input, clauses, revisionId: unknown })).toBe('notFound');
  });

  test('members start no cases and add no documents, the chair neither', async () => {
    const { revisionId } = await revision(house);
    const start = { title: 'Rengøring', track: 'revise', year: 2027 };
    const add = { revisionId, kind: 'proposal', title: 'Udkast', clauses };
    for (const who of [chair.representative, plain.representative]) {
      expect(await who.refused('startRevision', start)).toBe('secretariatOnly');
      expect(await who.refused('addVersion', add)).toBe('secretariatOnly');
    }
  });
});

describe('meetings', () => {
  const called = {
    kind: 'steeringGroup' as const,
    season: 'spring' as const,
    title: 'Forårsmøde',
    startsAt: '2027-05-12T10:00',
    endsAt: '2027-05-12T12:00',
  };

  test('a time without an offset is wall time in Copenhagen, in summer too', async () => {
    const { meetingId } = await by.do('callMeeting', called);
    expect(await plain.staff.view(`meeting?id=${meetingId}`)).toMatchObject({
      startsAt: '2027-05-12T08:00:00.000Z',
      inSession: false,
      linked: false,
    });
    expect(await eventTypes(house, meetingId)).toEqual(['meetingCalled']);
  });

  test('a meeting ends after it starts', async () => {
    expect(await by.refused('callMeeting', { ...called, endsAt: called.startsAt })).toBe('meetingTimes');
    expect(await plain.representative.refused('callMeeting', called)).toBe('secretariatOnly');
  });

  test('the secretariat and the chair open and end a session; doing it twice is a success', async () => {
    const { meetingId } = await meeting(house, { inSession: false });
    expect(await plain.representative.refused('openSession', { meetingId })).toBe('secretariatOrChair');
    const opened = await chair.representative.do('openSession', { meetingId });
    expect(await by.do('openSession', { meetingId })).toEqual(opened);
    expect((await by.view(`meeting?id=${meetingId}`)).inSession).toBe(true);
    expect(await plain.representative.refused('endSession', { meetingId })).toBe('secretariatOrChair');
    await chair.representative.do('endSession', { meetingId });
    await by.do('endSession', { meetingId });
    expect((await by.view(`meeting?id=${meetingId}`)).inSession).toBe(false);
    expect(await eventTypes(house, meetingId)).toEqual(['meetingCalled', 'sessionOpened', 'sessionEnded']);
    expect(await by.refused('openSession', { meetingId: unknown })).toBe('notFound');
    expect(await by.refused('endSession', { meetingId: unknown })).toBe('notFound');
  });

  test('a meeting that has been in session is not cancelled, whatever was decided in it', async () => {
    const { meetingId } = await meeting(house);
    const cancel = { meetingId, reason: 'Udbuddet er udskudt.' };
    expect(await by.refused('cancelMeeting', cancel)).toBe('sessionOpen');
    await by.do('endSession', { meetingId });
    const body: any = (await by.act('cancelMeeting', cancel)).body;
    expect(body.refusal).toMatchObject({ code: 'meetingHeld' });
    expect(body.refusal.message.da).toContain('Det kan ikke aflyses');
    const { cancelledAt, allowed } = await by.view(`meeting?id=${meetingId}`);
    expect(cancelledAt).toBeNull();
    expect(allowed.find(({ act }: any) => act === 'cancelMeeting').refusal.code).toBe('meetingHeld');
  });

  test('presence is marked in a session only, and the same mark again is not logged twice', async () => {
    const at = await meeting(house, { inSession: false });
    const mark = { meetingId: at.meetingId, organisationId: plain.id, present: true };
    expect(await by.refused('markPresent', mark)).toBe('sessionClosed');
    await by.do('openSession', { meetingId: at.meetingId });
    expect(await chair.representative.refused('markPresent', mark)).toBe('secretariatOnly');
    expect(await by.refused('markPresent', { ...mark, organisationId: unknown })).toBe('notFound');
    expect(await by.refused('markPresent', { ...mark, meetingId: unknown })).toBe('notFound');
    expect(await by.do('markPresent', mark)).toEqual(mark);
    await by.do('markPresent', mark);
    const { presence } = await by.view(`meeting?id=${at.meetingId}`);
    expect(presence).toContainEqual({
      organisationId: plain.id,
      organisationName: plain.name,
      present: true,
    });
    await by.do('markPresent', { ...mark, present: false });
    const marks = (await eventsOf(house, at.meetingId)).filter((one) => one.type === 'presenceMarked');
    expect(marks.map((one) => one.data.present)).toEqual([true, false]);
  });

  test('marks are of one session: the next one begins with nobody present', async () => {
    const { meetingId } = await meeting(house);
    await by.do('markPresent', { meetingId, organisationId: plain.id, present: true });
    await by.do('endSession', { meetingId });
    await by.do('openSession', { meetingId });
    const { presence } = await by.view(`meeting?id=${meetingId}`);
    expect(presence.some((one: { present: boolean }) => one.present)).toBe(false);
  });
});

describe('linking a meeting to its chat', () => {
  test('the secretariat picks the chat when the join link could not match', async () => {
    const chat = await meeting(house, { invited: [plain.representative] });
    const { meetingId } = await meeting(house, { inSession: false });
    const { conversationId } = chat;
    const taken = { meetingId, conversationId };
    expect(await by.refused('linkMeeting', taken)).toBe('alreadyExists');
    expect(await by.refused('linkMeeting', { meetingId, conversationId: '19:nowhere' })).toBe(
      'conversationUnknown',
    );
    expect(await by.refused('linkMeeting', { meetingId: unknown, conversationId })).toBe('notFound');
    expect(await chair.representative.refused('linkMeeting', taken)).toBe('secretariatOnly');
    expect(await by.do('linkMeeting', { ...taken, meetingId: chat.meetingId })).toEqual({
      meetingId: chat.meetingId,
    });
  });

  test('a chat whose meeting has no join link of ours waits to be picked', async () => {
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_elsewhere%40thread.v2/0';
    const times = { startsAt: '2027-01-11T08:00:00Z', endsAt: '2027-01-11T10:00:00Z' };
    const members = [plain.representative.objectId];
    const made = await house.api('POST', '/meetings', { title: 'Møde', joinUrl, ...times, members });
    await house.api('POST', `/meetings/${encodeURIComponent(made.meetingId)}/bot`);
    const { meetingId } = await meeting(house, { inSession: false });
    await by.do('linkMeeting', { meetingId, conversationId: made.conversationId });
    expect((await by.view(`meeting?id=${meetingId}`)).linked).toBe(true);
    expect(await eventTypes(house, meetingId)).toContain('meetingLinked');
  });
});
