import { describe, expect, test } from '@jest/globals';
import { oid, tenantId } from '../contract/frame/standinHelp.ts';
import { meetingOf, refusal, useStage } from './help.ts';

const stage = useStage();
type Meeting = Awaited<ReturnType<typeof meetingOf>>;
const address = ({ meetingId }: Meeting, rest = '') => `v1/meetings/${encodeURIComponent(meetingId)}${rest}`;
const participant = (meeting: Meeting, id: string, tenant: string | null = tenantId) =>
  stage.connector('GET', address(meeting, `/participants/${id}${tenant ? `?tenantId=${tenant}` : ''}`));
const enter = ({ path }: Meeting, n: number, inMeeting = true) =>
  stage.api('POST', `${path}/presence`, { objectId: oid(n), inMeeting });
const isIn = async (meeting: Meeting, n: number) =>
  (await participant(meeting, oid(n))).body.meeting.inMeeting as boolean;

describe('a meeting', () => {
  // platform.md section 4: details, conversation, organizer.
  test('tells its times, its link, its chat and who called it', async () => {
    const meeting = await meetingOf(stage, [1, 2]);
    const { body } = await stage.connector('GET', address(meeting));
    expect(body).toMatchObject({
      details: {
        id: meeting.meetingId,
        joinUrl: meeting.joinUrl,
        title: 'Styregruppemøde',
        type: 'Scheduled',
        scheduledStartTime: '2027-05-06T11:00:00Z',
        scheduledEndTime: '2027-05-06T13:00:00Z',
      },
      conversation: { id: meeting.conversationId, isGroup: true, conversationType: 'groupChat' },
      organizer: { aadObjectId: oid(1), tenantId, id: expect.stringMatching(/^29:/) },
    });
  });

  test('has ids in Teams’ form, different for two meetings of one name', async () => {
    const [one, two] = [await meetingOf(stage, [1]), await meetingOf(stage, [1])];
    expect(one.conversationId).toMatch(/^19:meeting_[\w-]+@thread\.v2$/);
    expect(Buffer.from(one.meetingId, 'base64').toString()).toBe(`0#${one.conversationId}#0`);
    expect(two.meetingId).not.toBe(one.meetingId);
  });

  test('that does not exist is not found', async () => {
    expect(refusal(await stage.connector('GET', 'v1/meetings/none'))).toEqual([404, 'MeetingNotFound']);
  });
});

describe('presence', () => {
  // platform.md section 4: inMeeting is the truth at the moment it is asked for.
  test('is so only between coming and going, for that person, in that meeting', async () => {
    const [one, two] = [await meetingOf(stage, [1, 2]), await meetingOf(stage, [1, 2])];
    await enter(one, 2);
    expect([await isIn(one, 2), await isIn(one, 1), await isIn(two, 2)]).toEqual([true, false, false]);
    await enter(one, 2, false);
    expect(await isIn(one, 2)).toBe(false);
  });

  test('told twice counts once: leaving once is leaving', async () => {
    const meeting = await meetingOf(stage, [1, 2]);
    await enter(meeting, 2);
    await enter(meeting, 2);
    await enter(meeting, 2, false);
    expect(await isIn(meeting, 2)).toBe(false);
  });

  test('ends for everybody when the meeting ends', async () => {
    const meeting = await meetingOf(stage, [1, 2]);
    await stage.api('POST', `${meeting.path}/start`);
    await enter(meeting, 1);
    await enter(meeting, 2);
    await stage.api('POST', `${meeting.path}/end`);
    expect([await isIn(meeting, 1), await isIn(meeting, 2)]).toEqual([false, false]);
  });

  test('is the same by either of the person’s ids, with role and account', async () => {
    const meeting = await meetingOf(stage, [1, 2]);
    const { body } = await participant(meeting, oid(2));
    expect(body).toMatchObject({
      user: { aadObjectId: oid(2), tenantId, userRole: 'user', name: 'Indkøbschef, Kommune 2' },
      meeting: { role: 'Attendee', inMeeting: false },
      conversation: { id: meeting.conversationId },
    });
    expect((await participant(meeting, body.user.id)).body).toEqual(body);
    expect((await participant(meeting, oid(1))).body.meeting.role).toBe('Organizer');
  });

  // platform.md section 4: tenantId is mandatory; 404 is "not a participant".
  test('of somebody not invited, of nobody, or by a foreign tenant is not found', async () => {
    const meeting = await meetingOf(stage, [1]);
    await stage.add(3);
    const foreign = '99999999-9999-4999-8999-999999999999';
    const answers = [
      await participant(meeting, oid(3)),
      await participant(meeting, oid(99)),
      await participant(meeting, oid(1), foreign),
    ];
    expect(answers.map(refusal)).toEqual(Array.from({ length: 3 }, () => [404, 'NotFound']));
    expect(refusal(await participant(meeting, oid(1), null))).toEqual([400, 'BadArgument']);
  });

  test('of somebody from another tenant is found by that tenant and by the host’s', async () => {
    const own = '33333333-3333-4333-8333-333333333333';
    const who = { objectId: oid(4), displayName: 'Indkøber, Kommune 4', email: 'p4@example.dk' };
    await stage.api('POST', '/people', { ...who, tenantId: own });
    const meeting = await meetingOf(stage, [1]);
    const chat = `/chats/${encodeURIComponent(meeting.conversationId)}/members`;
    await stage.api('POST', chat, { members: [oid(4)] });
    for (const tenant of [own, tenantId])
      expect((await participant(meeting, oid(4), tenant)).body.user.tenantId).toBe(tenant);
  });
});

describe('presence that cannot be looked up', () => {
  test('for one person is an error for that person alone, as often as told', async () => {
    const meeting = await meetingOf(stage, [1, 2]);
    await stage.api('POST', '/faults', { kind: 'participantError', objectId: oid(2), times: 2 });
    expect((await participant(meeting, oid(1))).status).toBe(200);
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push((await participant(meeting, oid(2))).status);
    expect(answers).toEqual([500, 500, 200]);
  });

  test('in one meeting leaves another alone, and does not stop a message', async () => {
    const [one, two] = [await meetingOf(stage, [1]), await meetingOf(stage, [1])];
    await stage.api('POST', '/faults', { kind: 'participantError', conversationId: one.conversationId });
    expect((await participant(one, oid(1))).status).toBe(500);
    expect((await participant(two, oid(1))).status).toBe(200);
    const path = `v3/conversations/${encodeURIComponent(one.conversationId)}/activities`;
    expect((await stage.connector('POST', path, { type: 'message', text: 'x' })).status).toBe(201);
  });

  test('is counted like any other question', async () => {
    const meeting = await meetingOf(stage, [1]);
    await stage.api('POST', '/faults', { kind: 'participantError', times: 1 });
    for (let i = 0; i < 3; i++) await participant(meeting, oid(1));
    expect((await stage.api('GET', '/counters')).participants).toBe(3);
  });

  test('can take its time and still be right', async () => {
    const meeting = await meetingOf(stage, [1]);
    await enter(meeting, 1);
    await stage.api('POST', '/faults', { kind: 'slow', ms: 120, objectId: oid(1) });
    const from = performance.now();
    expect(await isIn(meeting, 1)).toBe(true);
    expect(performance.now() - from).toBeGreaterThanOrEqual(115);
  });
});

describe('a notification in the meeting', () => {
  const notify = (meeting: Meeting) =>
    stage.connector('POST', address(meeting, '/notification'), { type: 'targetedMeetingNotification' });

  test('is taken from a bot that is in it, and from no other', async () => {
    expect((await notify(await meetingOf(stage, [1]))).status).toBe(202);
    const without = await notify(await meetingOf(stage, [1], false));
    expect(refusal(without)).toEqual([403, 'BotNotInConversationRoster']);
  });
});

test('somebody who is not invited cannot be let in', async () => {
  const meeting = await meetingOf(stage, [1]);
  await stage.add(5);
  const answer = await enter(meeting, 5);
  expect(answer.error).toEqual({ code: 'NotFound', message: 'That person is not invited to the meeting' });
  const [shown] = (await stage.api('GET', '/state')).meetings.slice(-1);
  expect(shown.inMeeting).toEqual([]);
});
