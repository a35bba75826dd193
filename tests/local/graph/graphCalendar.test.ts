import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../contract/frame/standinHelp.ts';
import { refusal } from '../help.ts';
import { useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const utc = (hour: string) => ({ dateTime: `2027-05-06T${hour}:00`, timeZone: 'UTC' });
const called = (...addresses: string[]) =>
  addresses.map((address) => ({ emailAddress: { address }, type: 'required' }));
const meeting = (more: object = {}) => ({
  subject: 'Styregruppemøde',
  start: { dateTime: '2027-05-06T13:00:00', timeZone: 'Romance Standard Time' },
  end: { dateTime: '2027-05-06T15:00:00', timeZone: 'Europe/Copenhagen' },
  attendees: called('p2@example.dk', 'gaest@kommune.example'),
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  ...more,
});
const events = (n = 1) => `/users/${oid(n)}/events`;
const call = async (more: object = {}) => (await graph('POST', events(), meeting(more))).body;
const mailsTo = async (address: string) =>
  (await stage.api<any[]>('GET', '/mails')).filter((one) => one.to[0].address === address);

beforeAll(async () => {
  await Promise.all([1, 2, 3].map((n) => stage.add(n)));
  const person = { objectId: oid(4), displayName: 'Indkøber, Kommune 4', email: 'gaest@kommune.example' };
  await stage.api('POST', '/people', { ...person, guest: true });
});

describe('when people are free', () => {
  const ask = (schedules: string[], more: object = {}) =>
    graph('POST', `/users/${oid(1)}/calendar/getSchedule`, {
      schedules,
      startTime: utc('08:00'),
      endTime: utc('10:00'),
      availabilityViewInterval: 30,
      ...more,
    });

  test('is told by the half hour, and of another tenant’s people that they are not found', async () => {
    const startsAt = '2027-05-06T08:30:00Z';
    await stage.api('POST', '/busy', {
      objectId: oid(3),
      startsAt,
      endsAt: '2027-05-06T09:15:00Z',
      status: 'oof',
    });
    const { body } = await ask(['p3@example.dk', 'p2@example.dk', 'gaest@kommune.example']);
    expect(body.value[0]).toMatchObject({
      availabilityView: '0330',
      scheduleItems: [{ status: 'oof', start: { dateTime: '2027-05-06T08:30:00.0000000', timeZone: 'UTC' } }],
    });
    expect(body.value[1]).toMatchObject({ availabilityView: '0000', scheduleItems: [] });
    expect(body.value[2].error.responseCode).toBe('ErrorMailRecipientNotFound');
  });

  test('counts what they have been called to, until they decline', async () => {
    const { id } = await call({ start: utc('08:00'), end: utc('08:30') });
    const view = async () => (await ask(['p2@example.dk'])).body.value[0].availabilityView;
    expect(await view()).toBe('1000');
    for (const [response, shown] of [
      ['accepted', '2000'],
      ['declined', '0000'],
    ]) {
      await stage.api('POST', `/calendar/${id}/responses`, { email: 'p2@example.dk', response });
      expect(await view()).toBe(shown);
    }
  });

  test.each<[string, string[], object]>([
    ['more than twenty people', Array.from({ length: 21 }, (_, i) => `p${i}@example.dk`), {}],
    ['nobody', [], {}],
    ['steps of a minute', ['p2@example.dk'], { availabilityViewInterval: 1 }],
    ['no beginning', ['p2@example.dk'], { startTime: undefined }],
    ['a year', ['p2@example.dk'], { endTime: { dateTime: '2028-05-06T10:00:00', timeZone: 'UTC' } }],
    ['a zone nobody knows', ['p2@example.dk'], { endTime: { ...utc('10:00'), timeZone: 'Moon' } }],
  ])('asked for %s is refused', async (_, schedules, more) => {
    expect(refusal(await ask(schedules, more))).toEqual([400, 'ErrorInvalidParameter']);
  });
});

describe('a meeting that is called', () => {
  test('has a link, a chat with those who are known here, and a mail to everybody', async () => {
    const { id, onlineMeeting } = await call({ subject: 'Forårsmøde' });
    const filter = encodeURIComponent(`JoinWebUrl eq '${onlineMeeting.joinUrl}'`);
    const { body } = await graph('GET', `/users/${oid(1)}/onlineMeetings?$filter=${filter}`);
    expect(body.value).toMatchObject([{ subject: 'Forårsmøde', startDateTime: '2027-05-06T11:00:00.000Z' }]);
    const [chat] = await stage
      .api('GET', `/chats?as=${oid(4)}`)
      .then((all: any[]) => all.filter((one) => one.id === body.value[0].chatInfo.threadId));
    expect(chat).toMatchObject({ name: 'Forårsmøde', members: 3 });
    expect((await mailsTo('gaest@kommune.example')).at(-1).content).toContain(onlineMeeting.joinUrl);
    expect((await graph('GET', `${events()}/${id}?$select=subject`)).body.subject).toBe('Forårsmøde');
  });

  // platform.md section 6: transactionId = idempotency.
  test('twice with the same transaction is one meeting', async () => {
    const before = (await mailsTo('p2@example.dk')).length;
    const ids = [await call({ transactionId: 'a1' }), await call({ transactionId: 'a1' })].map(
      (one) => one.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(await mailsTo('p2@example.dk')).toHaveLength(before + 1);
  });

  test('can be moved, and those who answered keep their answer', async () => {
    const { id } = await call();
    const said = { email: 'p2@example.dk', response: 'accepted' };
    await stage.api('POST', `/calendar/${id}/responses`, said);
    const told = {
      start: utc('12:00'),
      end: utc('13:00'),
      attendees: called('p2@example.dk', 'p3@example.dk'),
    };
    const { body } = await graph('PATCH', `${events()}/${id}`, told);
    expect(body.attendees.map((one: any) => one.status.response)).toEqual(['accepted', 'none']);
    const { meetings } = await stage.api('GET', '/state');
    expect(meetings.at(-1)).toMatchObject({
      startsAt: '2027-05-06T12:00:00.000Z',
      members: [oid(1), oid(2), oid(3)],
    });
  });

  test('can be cancelled with a reason, and is gone', async () => {
    const { id } = await call();
    const comment = 'For få tilmeldte';
    expect((await graph('POST', `${events()}/${id}/cancel`, { comment })).status).toBe(202);
    expect((await mailsTo('p2@example.dk')).at(-1).content).toContain(comment);
    expect(refusal(await graph('GET', `${events()}/${id}`))).toEqual([404, 'ErrorItemNotFound']);
  });

  test('is in the calendar of whoever called it, and in no other', async () => {
    const { id } = await call();
    expect((await graph('GET', `${events(2)}/${id}`)).status).toBe(404);
  });

  test('cannot be called by a guest or by nobody, nor end before it begins', async () => {
    expect(refusal(await graph('POST', events(4), meeting()))).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
    expect(refusal(await graph('POST', '/users/none/events', meeting()))).toEqual([404, 'ErrorInvalidUser']);
    expect((await graph('POST', events(), meeting({ end: utc('01:00') }))).status).toBe(400);
  });
});
