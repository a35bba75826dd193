import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  other = await member(house, { name: 'Odense Kommune' });
}, 60_000);

const addressOf = async (who: Someone): Promise<string> => (await who.view('calendar')).address;
const feed = (address: string) => house.request<string>('GET', address);
const feedOf = async (who: Someone): Promise<string> =>
  // Long lines are folded in a calendar file.
  (await feed(await addressOf(who))).body.replace(/\r\n /g, '');
const meetingAt = (startsAt: string, more: object = {}) => {
  const endsAt = new Date(Date.parse(startsAt) + 7_200_000).toISOString();
  const about = { kind: 'steeringGroup', season: 'spring', title: 'Styregruppemøde' } as const;
  return by.do('callMeeting', { ...about, startsAt, endsAt, ...more });
};

describe('a calendar to follow', () => {
  test('has the meetings and the deadlines, at their times, without signing in', async () => {
    await meetingAt('2027-05-06T11:00:00Z', { joinUrl: 'https://teams.microsoft.com/l/meetup-join/x/0' });
    const held = await hearing(house);
    const text = await feedOf(one.staff);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0/);
    expect(text).toContain('DTSTART:20270506T110000Z\r\nDTEND:20270506T130000Z');
    expect(text).toContain('LOCATION:https://teams.microsoft.com/l/meetup-join/x/0');
    const { deadline } = await by.view(`hearing?id=${held.hearingId}`);
    const stamp = `${deadline.replace(/[-:]|\.\d+/g, '')}`;
    expect(text).toContain(`DTEND:${stamp}`);
    expect(text).toMatch(/SUMMARY:Svarfrist: H\d+/);
  });

  test('keeps a meeting’s place when it is moved, and says when it is cancelled', async () => {
    const { meetingId } = await meetingAt('2027-05-20T11:00:00Z', { title: 'Flyttes' });
    const uid = `UID:meeting-${meetingId}`;
    expect(await feedOf(one.staff)).toContain(uid);
    await by.do('changeMeeting', { meetingId, startsAt: '2027-05-21T11:00:00Z' });
    const moved = await feedOf(one.staff);
    expect(moved.split(uid)).toHaveLength(2);
    expect(moved).toContain('DTSTART:20270521T110000Z');
    await by.do('cancelMeeting', { meetingId, reason: 'Udskudt.' });
    const cancelled = await feedOf(one.staff);
    expect(cancelled).toContain('STATUS:CANCELLED');
    expect(cancelled).toContain('SUMMARY:Aflyst: Flyttes');
  });

  test('has a meeting that people were called to for those alone, and for the secretariat', async () => {
    await meetingAt('2027-06-01T11:00:00Z', { title: 'Kun for repræsentanter', invite: true });
    expect(await feedOf(one.representative)).toContain('Kun for repræsentanter');
    expect(await feedOf(by)).toContain('Kun for repræsentanter');
    expect(await feedOf(one.staff)).not.toContain('Kun for repræsentanter');
  });

  test('asks who owes an answer when they can meet, until they have given it', async () => {
    const about = { kind: 'steeringGroup', season: 'spring', title: 'Find tid', minutes: 60 } as const;
    const { schedulingId } = await by.do('findTime', { ...about, from: '2027-03-01', to: '2027-03-05' });
    // Before that, what the calendars say would undo what is said of them here.
    await eventually(
      () => by.view(`scheduling?id=${schedulingId}`),
      ({ state }) => state !== 'reading',
    );
    await by.do('openPoll', {
      schedulingId,
      slots: ['2027-03-02T11:00:00Z'],
      respondBy: '2027-02-20T11:00:00Z',
    });
    await house.sql('update invitee set readable = false where scheduling_id = $1', [schedulingId]);
    expect(await feedOf(other.representative)).toContain('Svar om mødetid: Find tid');
    await other.representative.do('answerPoll', { schedulingId, none: true });
    expect(await feedOf(other.representative)).not.toContain('Find tid');
  });

  test('is the same file as long as nothing changed', async () => {
    expect(await feedOf(other.representative)).toBe(await feedOf(other.representative));
  });
});

describe('its address', () => {
  test('opens nothing when a sign of it is another', async () => {
    const address = await addressOf(one.staff);
    const [id, signature] = address.replace('/calendar/', '').replace('.ics', '').split('.') as [
      string,
      string,
    ];
    const wrong = [
      `/calendar/${id}.ics`,
      `/calendar/${id}.${signature.slice(0, -2)}aa.ics`,
      `/calendar/${other.representative.personId}.${signature}.ics`,
      `/calendar/${id}.${signature}.${signature}`.slice(0, 40),
      '/calendar/%00.x.ics',
    ];
    expect((await feed(address)).status).toBe(200);
    for (const path of wrong)
      expect({ path, status: (await feed(path)).status }).toEqual({ path, status: 404 });
  });

  test('leads nowhere once a new one was asked for, by its owner or by the secretariat', async () => {
    const first = await addressOf(one.staff);
    await one.staff.do('renewCalendarLink', {});
    const second = await addressOf(one.staff);
    expect([(await feed(first)).status, (await feed(second)).status]).toEqual([404, 200]);
    await by.do('renewCalendarLink', { personId: one.staff.personId });
    expect((await feed(second)).status).toBe(404);
  });

  test('leads nowhere when its owner has left', async () => {
    const gone = await member(house);
    const address = await addressOf(gone.representative);
    await house.sql('update person set left_at = now() where id = $1', [gone.representative.personId]);
    expect((await feed(address)).status).toBe(404);
  });
});
