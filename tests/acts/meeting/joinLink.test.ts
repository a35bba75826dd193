import { beforeAll, describe, expect, test } from '@jest/globals';
import { isJoinLink, joinLink } from '../../../bot/process/meeting/meeting.ts';
import { eventually } from '../../support/app.ts';
import { cardMessages } from '../../support/teams.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

// Without a calendar of Microsoft's, which would put its own link in place of any other.
const house = useHouse({ env: { MAIL_FROM: '' } });
let by: Someone;
let one: Member;
beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
});

const teams = [
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=%7b%7d',
  'https://teams.microsoft.com/meet/2345678?p=abc',
  'https://teams.cloud.microsoft/meet/2345678',
  'https://teams.live.com/meet/9345678?p=abc',
  'https://TEAMS.microsoft.com/l/meetup-join/x',
];
const elsewhere = [
  'https://attacker.example/l/meetup-join/19%3ameeting_a%40thread.v2/0',
  'https://teams.microsoft.com.attacker.example/l/meetup-join/x',
  'https://attacker.example/?https://teams.microsoft.com/',
  'https://teams.microsoft.com@attacker.example/',
  'https://name:word@teams.microsoft.com/l/meetup-join/x',
  'https://teams.microsoft.com:8443/l/meetup-join/x',
  'https://evil-teams.microsoft.com/x',
  'http://teams.microsoft.com/l/meetup-join/x',
  'javascript:alert(1)//teams.microsoft.com',
];
const times = { startsAt: '2027-03-01T09:00:00Z', endsAt: '2027-03-01T11:00:00Z' };
const meeting = { kind: 'steeringGroup' as const, season: 'spring' as const, title: 'Forårsmøde', ...times };

describe('the link into a meeting', () => {
  test('leads to Teams by its whole name, and to nobody whose name only looks like it', () => {
    expect(teams.filter((link) => !isJoinLink(link))).toEqual([]);
    expect(elsewhere.filter(isJoinLink)).toEqual([]);
    expect(joinLink(null)).toBeNull();
  });

  test('is refused when it leads elsewhere, in words that say what is wrong, and nothing is called', async () => {
    for (const joinUrl of elsewhere) {
      const { status, body } = await by.act('callMeeting', { ...meeting, joinUrl });
      expect([joinUrl, status]).toEqual([joinUrl, 400]);
      if (body.ok) throw new Error('it was called');
      expect(body.refusal.code).toBe('invalidInput');
    }
    const { body } = await by.act('callMeeting', { ...meeting, joinUrl: elsewhere[0] });
    if (body.ok) throw new Error('it was called');
    expect(body.refusal.message.da).toContain('mødelinket fører ikke til et Teams-møde');
    expect((await by.view('meetings')).items).toEqual([]);
  });

  test('is refused when a meeting gets another that leads elsewhere', async () => {
    const { meetingId } = await by.do('callMeeting', { ...meeting, joinUrl: teams[0]! });
    for (const joinUrl of elsewhere)
      expect(await by.refused('changeMeeting', { meetingId, joinUrl })).toBe('invalidInput');
    for (const joinUrl of teams) await by.do('changeMeeting', { meetingId, joinUrl });
    expect((await by.view(`meeting?id=${meetingId}`)).joinUrl).toBe(teams.at(-1));
  });

  test('that was kept before anybody asked is shown to nobody: not in the tab, not on a card, not in a calendar', async () => {
    const chat = await install(house, one.representative);
    const { meetingId } = await by.do('callMeeting', { ...meeting, title: 'Gammelt link', invite: true });
    await house.sql('update meeting set join_url = $2 where id = $1', [meetingId, elsewhere[0]]);
    for (const who of [by, one.representative])
      expect((await who.view(`meeting?id=${meetingId}`)).joinUrl).toBeNull();
    await by.do('changeMeeting', { meetingId, startsAt: '2027-03-02T09:00:00Z' });
    const cards = await eventually(
      () => cardMessages(house, chat, one.representative),
      (seen) => JSON.stringify(seen).includes('Gammelt link'),
    );
    expect(JSON.stringify(cards)).not.toContain('attacker.example');
    const { items } = await one.representative.view('calendar');
    const [own] = items.filter((item: { id: string }) => item.id === `meeting-${meetingId}`);
    expect(own).toMatchObject({ joinUrl: null });
  });
});
