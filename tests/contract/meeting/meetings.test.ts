import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { confirmRules, inMeeting, revision, type Meeting } from '../../support/cases.ts';
import { install, type Someone } from '../../support/factories.ts';
import { cardMessages, click, wordsOf, type Shown } from '../../support/teams.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { useHouse } from '../../support/useHouse.ts';
import {
  busy,
  calendarOf,
  meetingWhen,
  schedulingOf,
  seekTime,
  sought,
  steeringGroupOf,
  type Group,
} from './meetingGround.ts';

const house = useHouse();
let group: Group;
let by: Someone;

beforeAll(async () => {
  group = await steeringGroupOf(house);
  by = group.by;
}, 60_000);

afterEach(async () => {
  await house.api('POST', '/graph/permissions', { denied: [] });
});

const monday = (hour: string): string => `2027-02-01T${hour}:00+01:00`;
const tuesday = (hour: string): string => `2027-02-02T${hour}:00+01:00`;
const instant = (text: string): string => new Date(text).toISOString();

describe('finding a time', () => {
  test('reads the calendars it can, and says whose it cannot and why', async () => {
    const id = await seekTime(by);
    const { calendars, invitees, state } = await schedulingOf(by, id);
    expect(state).toBe('proposed');
    expect(calendars).toMatchObject({ readable: 2, unreadable: 2, failure: null });
    const far = invitees.find((one: any) => one.organisationName === 'HOFOR');
    expect(far).toMatchObject({
      readable: false,
      why: { da: expect.stringContaining('anden organisation') },
    });
  });

  test('proposes no time at which the chair is taken before one at which she is free', async () => {
    await busy(house, group.near[0].representative, monday('08:00'), monday('17:00'));
    const { times, invitees } = await schedulingOf(by, await seekTime(by));
    const whoCannot = ({ standing }: any): string[] =>
      invitees
        .filter((_: unknown, index: number) => standing[index] === 'cannot')
        .map((one: any) => one.organisationName);
    expect(times.length).toBeGreaterThan(4);
    expect(times[0]).toMatchObject({ chairsMissing: 0 });
    expect(whoCannot(times[0])).toEqual([]);
    expect(times.at(-1)).toMatchObject({ chairsMissing: 1 });
    expect(whoCannot(times.at(-1))).toEqual(['Aarhus Kommune']);
    expect(times.at(-1).startsAt.slice(0, 10)).toBe('2027-02-01');
  });

  test('says when no calendar could be read, and people are asked all the same', async () => {
    await house.api('POST', '/graph/permissions', {
      denied: ['Calendars.ReadWrite', 'Calendars.ReadBasic.All'],
    });
    const id = await seekTime(by);
    const seen = await schedulingOf(by, id);
    expect(seen.calendars.failure.da).toContain('kunne ikke læses');
    expect(seen.times.every(({ counts }: any) => counts.unknown === 4)).toBe(true);
    const { asked } = await by.do('openPoll', {
      schedulingId: id,
      slots: [tuesday('10:00')],
      respondBy: sought.respondBy,
    });
    expect(asked).toBe(4);
  });
});

/** Answered from the card by one guest, from the tab by the other. */
async function pollAnswered(chat: string): Promise<string> {
  const [region, hofor] = group.far;
  const schedulingId = await seekTime(by);
  const slots = [tuesday('10:00'), tuesday('13:00')];
  const poll = await by.do('openPoll', { schedulingId, slots, respondBy: sought.respondBy });
  expect(poll).toMatchObject({ asked: 2 });
  const [card] = await cardsIn(chat, region.representative, 1);
  expect(wordsOf(card!.cards[0])).toContain('Hvornår kan du?');
  const ticked = { schedulingId, slots: slots.map(instant).join(',') };
  const pressed = { conversationId: chat, activityId: card!.id, verb: 'answerPoll', data: ticked };
  const { body } = await click(house, region.representative, pressed);
  expect(wordsOf(body.value)).toContain('du kan 2 af 2 tider');
  await hofor.representative.do('answerPoll', { schedulingId, slots: [tuesday('13:00')] });
  return schedulingId;
}

const cardsIn = (chat: string, who: Someone, count: number): Promise<Shown[]> =>
  eventually(
    () => cardMessages(house, chat, who),
    (all) => all.length >= count,
    10_000,
  );

async function chatOf(meetingId: string): Promise<Meeting> {
  const [row] = await house.sql('select conversation_id, platform_id from meeting where id = $1', [
    meetingId,
  ]);
  return { meetingId, conversationId: row!['conversation_id'], platformId: row!['platform_id'] };
}

/** One ballot from the card in the meeting's chat; the result. */
async function voteIn(at: Meeting, who: Someone): Promise<any> {
  const { revisionId, versionId } = await revision(house, { kind: 'final' });
  await confirmRules(house);
  const before = await house.now();
  const [planned] = await house.sql('select starts_at from meeting where id = $1', [at.meetingId]);
  await house.setClock(planned!['starts_at'].toISOString());
  await by.do('openSession', { meetingId: at.meetingId });
  const about = { meetingId: at.meetingId, revisionId, versionId, motion: 'Forslaget godkendes' };
  const { voteId } = await by.do('openVote', about);
  await inMeeting(house, at, who);
  const { conversationId } = at;
  const [shared] = await cardsIn(conversationId, who, 1);
  const data = { voteId, choice: 'for' };
  const cast = { conversationId, activityId: shared!.id, verb: 'castBallot', data };
  expect(wordsOf((await click(house, who, cast)).body.value)).toContain('Aarhus Kommune stemmer for');
  await by.do('closeVote', { voteId });
  const result = await by.view(`vote?id=${voteId}`);
  await house.setClock(before.toISOString());
  return result;
}

test('from calendars and a poll to a meeting with the bot in its chat, where the vote runs', async () => {
  const [chair, odense] = group.near;
  const [region] = group.far;
  const chat = await install(house, region.representative);
  await busy(house, odense.representative, tuesday('09:00'), tuesday('12:30'));
  const schedulingId = await pollAnswered(chat);
  const { times } = await schedulingOf(by, schedulingId);
  expect(times.map(({ startsAt, counts }: any) => [startsAt, counts.can, counts.cannot])).toEqual([
    [instant(tuesday('13:00')), 4, 0],
    [instant(tuesday('10:00')), 2, 2],
  ]);

  const { meetingId } = await by.do('settleTime', { schedulingId, startsAt: times[0].startsAt });
  const meeting = await meetingWhen(by, meetingId, ({ linked }) => linked);
  expect(meeting).toMatchObject({ calendar: { state: 'done' }, chat: { state: 'linked' } });
  expect(meeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
  const [kept] = (await calendarOf(house)).filter(({ event }) => event.transactionId);
  expect(kept).toMatchObject({ owner: 'sekretariat@example.org', event: { isOnlineMeeting: true } });
  expect(kept!.event.attendees).toHaveLength(4);
  // Told once the calendar has it, with the way in.
  const told = await cardsIn(chat, region.representative, 2);
  expect(JSON.stringify(told.at(-1)!.cards[0])).toContain(meeting.joinUrl);

  const result = await voteIn(await chatOf(meetingId), chair.representative);
  expect(result).toMatchObject({ carried: true, tally: { for: 1 } });
}, 60_000);

describe('a meeting in the calendar', () => {
  const startsAt = '2027-03-01T10:00:00+01:00';
  const endsAt = '2027-03-01T12:00:00+01:00';
  const called = {
    kind: 'steeringGroup',
    season: 'autumn',
    title: 'Opfølgning',
    startsAt,
    endsAt,
    invite: true,
  } as const;
  const done = ({ calendar }: any): boolean => calendar.state === 'done';
  const eventOf = async (title: string): Promise<any> =>
    (await calendarOf(house)).map(({ event }) => event).find(({ subject }) => subject === title);
  const mailsTo = async (who: Someone, words: string): Promise<number> => {
    const [known] = await house.sql('select email from person where id = $1', [who.personId]);
    const mails = await house.api('GET', '/mails');
    return mails.filter(
      ({ subject, to }: any) => subject.includes(words) && to[0].address === known!['email'],
    ).length;
  };

  test('follows the meeting when it is moved, and those who were called are told once', async () => {
    const { meetingId } = await by.do('callMeeting', called);
    await meetingWhen(by, meetingId, done);
    const moved = { meetingId, startsAt: '2027-03-02T13:00:00+01:00', title: 'Opfølgning, flyttet' };
    await by.do('changeMeeting', moved, 'k1');
    await by.do('changeMeeting', moved, 'k2');
    const seen = await meetingWhen(by, meetingId, done);
    // The end moves along.
    expect([seen.startsAt, seen.endsAt]).toEqual(['2027-03-02T12:00:00.000Z', '2027-03-02T14:00:00.000Z']);
    expect((await eventOf('Opfølgning, flyttet')).start).toEqual({
      dateTime: '2027-03-02T12:00:00.000',
      timeZone: 'UTC',
    });
    const hofor = group.far[1].representative;
    await eventually(
      () => mailsTo(hofor, 'Ændret møde'),
      (count) => count > 0,
      10_000,
    );
    expect(await mailsTo(hofor, 'Ændret møde')).toBe(1);
  });

  test('reads back how people answered', async () => {
    const { meetingId } = await by.do('callMeeting', { ...called, title: 'Svar læses' });
    await meetingWhen(by, meetingId, done);
    const { id, attendees } = await eventOf('Svar læses');
    const [first, second] = attendees.map((one: any) => one.emailAddress.address);
    await house.api('POST', `/calendar/${id}/responses`, { email: first, response: 'accepted' });
    await house.api('POST', `/calendar/${id}/responses`, { email: second, response: 'declined' });
    await by.do('refreshAnswers', { meetingId });
    const { answers, attendees: shown } = await meetingWhen(by, meetingId, (one) => one.answers.accepted > 0);
    expect(answers).toMatchObject({ accepted: 1, declined: 1, tentative: 0, none: 2 });
    expect(shown).toHaveLength(4);
    // A member sees how many, not who.
    const asMember = await group.near[1].representative.view(`meeting?id=${meetingId}`);
    expect(asMember).toMatchObject({ attendees: [], answers: { accepted: 1 } });
  });

  test('leaves it when the meeting is cancelled, with the reason', async () => {
    const { meetingId } = await by.do('callMeeting', { ...called, title: 'Aflyses snart' });
    await meetingWhen(by, meetingId, done);
    await by.do('cancelMeeting', { meetingId, reason: 'Udbuddet er udskudt.' });
    await meetingWhen(by, meetingId, done);
    expect(await eventOf('Aflyses snart')).toBeUndefined();
    const hofor = group.far[1].representative;
    await eventually(
      () => mailsTo(hofor, 'Aflyst: Aflyses snart'),
      (count) => count > 0,
      10_000,
    );
    expect(await by.refused('changeMeeting', { meetingId, title: 'Alligevel' })).toBe('meetingCancelled');
    expect(await by.refused('openSession', { meetingId })).toBe('meetingCancelled');
  });

  test('that somebody deleted there is told, and made again when the secretariat says so', async () => {
    const { meetingId } = await by.do('callMeeting', { ...called, title: 'Slettes i Outlook' });
    await meetingWhen(by, meetingId, done);
    await house.api('DELETE', `/calendar/${(await eventOf('Slettes i Outlook')).id}`);
    await by.do('refreshAnswers', { meetingId });
    const failed = await meetingWhen(by, meetingId, ({ calendar }) => calendar.state === 'failed');
    expect(failed.calendar.reason.da).toContain('slettet');
    expect((await by.view('tasks')).items).toContainEqual(
      expect.objectContaining({ kind: 'meetingFailed', meetingId }),
    );
    await by.do('retryMeeting', { meetingId });
    await meetingWhen(by, meetingId, done);
    expect(await eventOf('Slettes i Outlook')).toBeDefined();
  });

  test('is one event however often it is asked for while Graph has no time', async () => {
    await house.api('POST', '/graph/throttle', { everyNth: 2 });
    const { meetingId } = await by.do('callMeeting', { ...called, title: 'Kun ét' });
    await meetingWhen(by, meetingId, done);
    await house.api('POST', '/graph/throttle', { everyNth: null });
    const found = (await calendarOf(house)).filter(({ event }) => event.subject === 'Kun ét');
    expect(found).toHaveLength(1);
  }, 30_000);

  test('is made when the permission comes, and the secretariat sees why it was not', async () => {
    await house.api('POST', '/graph/permissions', { denied: ['Calendars.ReadWrite'] });
    const { meetingId } = await by.do('callMeeting', { ...called, title: 'Venter på lov' });
    const failed = await meetingWhen(by, meetingId, ({ calendar }) => calendar.state === 'failed');
    expect(failed.calendar.reason.da).toContain('svarede ikke');
    await house.api('POST', '/graph/permissions', { denied: [] });
    await by.do('retryMeeting', { meetingId });
    await meetingWhen(by, meetingId, done);
  }, 30_000);
});

test('a chat the bot is not let into is told, with what to do, and entered when it is let in', async () => {
  const denied = [
    'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
    'TeamsAppInstallation.ReadWriteSelfForChat.All',
  ];
  await house.api('POST', '/graph/permissions', { denied });
  const { meetingId } = await by.do('callMeeting', {
    kind: 'steeringGroup',
    season: 'autumn',
    title: 'Uden bot',
    startsAt: '2027-03-08T10:00:00+01:00',
    endsAt: '2027-03-08T12:00:00+01:00',
    invite: true,
  });
  const failed = await meetingWhen(by, meetingId, ({ chat }) => chat.state === 'failed');
  expect(failed.chat.reason.da).toContain('Tilføj appen i mødet');
  await house.api('POST', '/graph/permissions', { denied: [] });
  await by.do('retryMeeting', { meetingId });
  await meetingWhen(by, meetingId, ({ linked }) => linked);
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
