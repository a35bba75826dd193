import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, tenantId } from '../../support/app.ts';
import { hearing, meeting, revision } from '../../support/cases.ts';
import {
  install,
  member,
  next,
  secretariat,
  stranger,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { eventTypes } from '../../support/fingerprint.ts';
import { actionsOf, activity, cardMessages, deliver, wordsOf, type Activity } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chat = '';

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  chat = await install(house, one.contact);
});

/** What is in a chat, but for invitations, which come when the outbox has time for them. */
async function answers(who: Someone, conversationId: string) {
  const all = await cardMessages(house, conversationId, who);
  return all.filter(({ cards }) => actionsOf(cards).every(({ verb }) => verb !== 'addComment'));
}

/** What the bot answers to something written to it. */
async function answerTo(who: Someone, conversationId: string, text: string) {
  const before = (await answers(who, conversationId)).length;
  const said = await house.api('POST', '/say', { objectId: who.objectId, conversationId, text });
  expect(said.status).toBe(200);
  const all = await eventually(
    () => answers(who, conversationId),
    (seen) => seen.length > before,
  );
  return all.at(-1)!;
}
const reachable = async (who: Someone): Promise<boolean> => {
  const { items } = await by.view('members');
  const people = items.flatMap((row: { people: object[] }) => row.people);
  return people.find((row: { id: string }) => row.id === who.personId).reach.way === 'chat';
};

describe('what people write to the bot', () => {
  test('status: where every case stands, whatever the capitals', async () => {
    const { ref } = await revision(house, { title: 'Rengøringsmidler' });
    const answer = await answerTo(one.contact, chat, 'STATUS');
    expect(wordsOf(answer.cards)).toContain('Rengøringsmidler');
    expect(answer.summary).not.toBe('');
    expect(ref).toMatch(/^POGI-/);
  });

  test('mine opgaver: what awaits the one who asks', async () => {
    await hearing(house, { of: await revision(house, { title: 'Kontormøbler' }) });
    expect(wordsOf((await answerTo(one.contact, chat, 'Mine  opgaver ')).cards)).toContain('Kontormøbler');
  });

  test.each(['hjælp', 'help', 'hvad kan du?', '<script>alert(1)</script>'])(
    '%s: is answered with what can be written',
    async (text) => {
      const words = wordsOf((await answerTo(one.contact, chat, text)).cards);
      expect(words).toMatch(/status/i);
      expect(words).toMatch(/opgaver/i);
    },
  );

  test('the answer is in the language the person is registered with', async () => {
    const english = await stranger(house, 'Procurement lead', one.name);
    const { objectId } = english;
    const input = { organisationId: one.id, displayName: 'Procurement lead, Aarhus', email: 'e@example.dk' };
    await by.do('registerPerson', { ...input, objectId, locale: 'en' });
    const words = wordsOf((await answerTo(english, await install(house, english), 'my tasks')).cards);
    expect(words).not.toMatch(/opgave/i);
  });

  test('whoever is not registered gets a clear card, and nothing of any case', async () => {
    const { title } = await one.staff.view('revisions').then(({ items }) => items[0]);
    const who = await stranger(house);
    const place = await install(house, who);
    for (const text of ['status', 'mine opgaver']) {
      const words = wordsOf((await answerTo(who, place, text)).cards);
      expect(words).toMatch(/sekretariat/i);
      expect(words).not.toContain(title);
    }
    expect(wordsOf((await answerTo(who, place, 'hjælp')).cards)).not.toBe('');
  });
});

describe('where the bot can speak', () => {
  test('installing it makes a person reachable, removing it does not leave a dead address', async () => {
    expect(await reachable(one.contact)).toBe(true);
    expect(await reachable(one.staff)).toBe(false);
    await install(house, one.staff);
    expect(await reachable(one.staff)).toBe(true);
    await house.api('POST', '/uninstall', { objectId: one.staff.objectId });
    expect(await reachable(one.staff)).toBe(false);
    expect(await house.sql('select 1 from conversation where object_id = $1', [one.staff.objectId])).toEqual(
      [],
    );
  });

  test('a person met before being registered is reachable from the registration on', async () => {
    const early = await stranger(house);
    await install(house, early);
    const input = { organisationId: one.id, displayName: 'Ny indkøber, Aarhus', email: 'n@example.dk' };
    const { personId } = await by.do('registerPerson', { ...input, objectId: early.objectId });
    expect(await reachable({ ...early, personId })).toBe(true);
  });

  test('an address that moves is refreshed by the next activity', async () => {
    const serviceUrl = `${house.platform.url}/connector/`;
    const [row] = await house.sql('select service_url, tenant_id from conversation where id = $1', [chat]);
    expect(row).toEqual({ service_url: serviceUrl, tenant_id: tenantId });
    await house.sql(`update conversation set service_url = 'http://old/' where id = $1`, [chat]);
    await install(house, one.contact);
    const [again] = await house.sql('select service_url from conversation where id = $1', [chat]);
    expect(again).toEqual({ service_url: serviceUrl });
  });

  test('in a team it knows the channel it was added to, and forgets it when removed', async () => {
    const { channelId } = await house.api('POST', '/teams', {
      name: 'Netværk',
      members: [one.contact.objectId],
    });
    const known = () => house.sql('select kind, team_id from conversation where id = $1', [channelId]);
    expect(await known()).toEqual([{ kind: 'team', team_id: channelId }]);
    const removal = (type: string, more: Activity) =>
      activity(house, one.contact, {
        type,
        conversation: { id: channelId, conversationType: 'channel', tenantId, isGroup: true },
        ...more,
      });
    const bot = { id: removal('', {})['recipient'].id };
    await deliver(house, removal('conversationUpdate', { membersRemoved: [{ id: '29:somebody' }] }));
    expect(await known()).toHaveLength(1);
    await deliver(house, removal('conversationUpdate', { membersRemoved: [bot] }));
    expect(await known()).toEqual([]);
  });

  test('what it does not know of it leaves alone', async () => {
    for (const type of ['typing', 'messageReaction', 'endOfConversation', 'somethingNew', 'event'])
      expect((await deliver(house, activity(house, one.contact, { type }))).status).toBe(200);
  });
});

describe('meetings in Teams', () => {
  const inSession = async (meetingId: string) => (await by.view(`meeting?id=${meetingId}`)).inSession;
  async function invited() {
    const at = await meeting(house, { invited: [one.contact], inSession: false });
    const path = `/meetings/${encodeURIComponent(at.platformId)}`;
    return {
      ...at,
      start: () => house.api('POST', `${path}/start`),
      end: () => house.api('POST', `${path}/end`),
    };
  }

  test('a meeting chat the bot is added to is matched to its meeting by the join link', async () => {
    const at = await invited();
    expect((await by.view(`meeting?id=${at.meetingId}`)).linked).toBe(true);
    expect(await eventTypes(house, at.meetingId)).toEqual(['meetingCalled', 'meetingLinked']);
    const [row] = await house.sql('select platform_id from meeting where id = $1', [at.meetingId]);
    expect(row).toEqual({ platform_id: at.platformId });
  });

  test('the same link with another tenant in its tail is the same meeting', async () => {
    const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${next(house)}%40thread.v2/0`;
    const times = { startsAt: '2027-01-11T08:00:00Z', endsAt: '2027-01-11T10:00:00Z' };
    const { meetingId } = await by.do('callMeeting', {
      kind: 'steeringGroup',
      season: 'spring',
      title: 'Møde',
      ...times,
      joinUrl: `${joinUrl}?context=%7b%22Tid%22%3a%22a%22%7d`,
    });
    const made = await house.api('POST', '/meetings', {
      title: 'Møde',
      ...times,
      joinUrl: joinUrl.replace('%3a', ':').replace('%40', '@'),
      members: [one.contact.objectId],
    });
    await house.api('POST', `/meetings/${encodeURIComponent(made.meetingId)}/bot`);
    expect((await by.view(`meeting?id=${meetingId}`)).linked).toBe(true);
  });

  test('a chat of another meeting is linked to none, and the secretariat is asked to pick', async () => {
    const { meetingId } = await meeting(house, { inSession: false });
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_other%40thread.v2/0';
    const times = { startsAt: '2027-01-11T08:00:00Z', endsAt: '2027-01-11T10:00:00Z' };
    const made = await house.api('POST', '/meetings', {
      title: 'X',
      ...times,
      joinUrl,
      members: [one.contact.objectId],
    });
    await house.api('POST', `/meetings/${encodeURIComponent(made.meetingId)}/bot`);
    expect((await by.view(`meeting?id=${meetingId}`)).linked).toBe(false);
    const { items } = await by.view('tasks');
    expect(items.map((row: { id: string }) => row.id)).toContain(`linkMeeting:${meetingId}`);
  });

  test('a link that was cut in the middle of a letter keeps no other meeting from its chat', async () => {
    const times = { startsAt: '2027-01-11T08:00:00Z', endsAt: '2027-01-11T10:00:00Z' };
    const what = { kind: 'steeringGroup' as const, season: 'spring' as const, title: 'Møde' };
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjQ2%4';
    await by.do('callMeeting', { ...what, ...times, joinUrl });
    const at = await invited();
    expect((await by.view(`meeting?id=${at.meetingId}`)).linked).toBe(true);
  });

  test('its start opens the session and its end ends it', async () => {
    const at = await invited();
    await at.start();
    expect(await inSession(at.meetingId)).toBe(true);
    await at.end();
    expect(await inSession(at.meetingId)).toBe(false);
  });

  const spelled: [string, (joinUrl: string) => object][] = [
    [
      'with capitals',
      (JoinUrl) => ({
        Id: 'x',
        JoinUrl,
        MeetingType: 'Scheduled',
        Title: 'Møde',
        StartTime: '2027-01-11T08:00:00Z',
      }),
    ],
    [
      'without',
      (joinUrl) => ({
        id: 'x',
        joinUrl,
        meetingType: 'scheduled',
        title: 'Møde',
        startTime: '2027-01-11T08:00:00Z',
      }),
    ],
    ['not at all', () => ({})],
  ];
  test.each(spelled)('the event is read whether its fields are spelled %s', async (_, value) => {
    const at = await invited();
    const [row] = await house.sql('select join_url from meeting where id = $1', [at.meetingId]);
    const event = (what: string): Activity =>
      activity(house, one.contact, {
        type: 'event',
        // Nobody promises that a start and an end are numbered apart.
        id: `1 ${at.meetingId}`,
        name: `application/vnd.microsoft.meeting${what}`,
        value: value(row!['join_url']),
        conversation: { id: at.conversationId, conversationType: 'groupChat', isGroup: true, tenantId },
        channelData: { tenant: { id: tenantId }, meeting: { id: at.platformId } },
      });
    const start = event('Start');
    expect((await deliver(house, start)).status).toBe(200);
    expect((await deliver(house, start)).status).toBe(200);
    expect(await inSession(at.meetingId)).toBe(true);
    expect((await deliver(house, event('End'))).status).toBe(200);
    expect(await inSession(at.meetingId)).toBe(false);
    const types = await eventTypes(house, at.meetingId);
    expect(types.filter((type) => type === 'sessionOpened')).toHaveLength(1);
  });

  test('an event of a meeting nobody called is answered and changes nothing', async () => {
    const conversation = { id: '19:meeting_unknown@thread.v2', conversationType: 'groupChat', tenantId };
    const name = 'application/vnd.microsoft.meetingStart';
    const sent = activity(house, one.contact, { type: 'event', name, value: {}, conversation });
    const sessions = () => house.sql('select id from session');
    const before = await sessions();
    expect((await deliver(house, sent)).status).toBe(200);
    expect(await sessions()).toEqual(before);
  });

  test('the end of a meeting does not close a vote that is open', async () => {
    const at = await invited();
    await at.start();
    const about = await revision(house, { kind: 'final' });
    const { revisionId, versionId } = about;
    await by.do('openVote', {
      meetingId: at.meetingId,
      revisionId,
      versionId,
      motion: 'Prøve?',
      rehearsal: true,
    });
    await at.end();
    expect(await inSession(at.meetingId)).toBe(true);
  });
});
