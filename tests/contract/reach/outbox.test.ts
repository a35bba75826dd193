import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { outcomeOf } from '../../../bot/teams/frame/connector.ts';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, markPresent, meeting, passDeadline, vote } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { cardMessages, wordsOf } from '../../support/teams.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let chat = '';
let otherChat = '';

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  other = await member(house, { name: 'Odense Kommune' });
  chat = await install(house, one.representative);
  otherChat = await install(house, other.representative);
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  await house.api('POST', '/counters/reset');
});
afterEach(async () => {
  await house.api('DELETE', '/faults');
});

interface Row {
  id: string;
  personId: string | null;
  message: string;
  channel: string;
  state: string;
  reason?: string;
  activityId?: string;
  attempts: number;
}
const rows = async (about: string): Promise<Row[]> => (await by.view(`deliveries?${about}&limit=500`)).items;
const rowOf = async (hearingId: string, who: Someone, message = 'hearingInvitation'): Promise<Row> =>
  (await rows(`hearingId=${hearingId}`)).find(
    (row) => row.personId === who.personId && row.message === message,
  )!;
const settled = (hearingId: string, who: Someone, state: string, ms?: number, message?: string) =>
  eventually(
    () => rowOf(hearingId, who, message),
    (row) => row?.state === state,
    ms,
  );
const fault = (more: object) => house.api('POST', '/faults', more);
const counters = () => house.api('GET', '/counters');
const sentTo = async (conversationId: string, who: Someone) =>
  (await cardMessages(house, conversationId, who)).length;

describe('a message to one person', () => {
  test('has its receipt, is one message, and is acted on when it is answered', async () => {
    const before = await sentTo(chat, one.representative);
    const { hearingId } = await hearing(house);
    const row = await settled(hearingId, one.representative, 'accepted');
    expect(row).toMatchObject({ channel: 'personal', attempts: 1 });
    const all = await cardMessages(house, chat, one.representative);
    expect(all).toHaveLength(before + 1);
    expect(all.at(-1)).toMatchObject({ id: row.activityId, text: '' });
    await one.representative.do('submitAnswer', { hearingId, position: 'noRemarks' });
    expect((await rowOf(hearingId, one.representative)).state).toBe('actedOn');
  });

  test('asked to wait, it waits at least that long, and holds nobody else up', async () => {
    await fault({ kind: '429', objectId: one.representative.objectId, times: 1, retryAfter: 4 });
    const started = Date.now();
    const { hearingId } = await hearing(house);
    await settled(hearingId, other.representative, 'accepted', 3_900);
    expect(await settled(hearingId, one.representative, 'accepted')).toMatchObject({ attempts: 2 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(4_000);
    expect(await counters()).toMatchObject({ ignoredRetryAfter: 0, rejected429: 1 });
  });

  test.each(['412', '502', '503'])('after %s it is sent again, and arrives once', async (kind) => {
    await fault({ kind, objectId: one.representative.objectId, times: 2 });
    const before = await sentTo(chat, one.representative);
    const { hearingId } = await hearing(house);
    expect(await settled(hearingId, one.representative, 'accepted')).toMatchObject({ attempts: 3 });
    expect(await sentTo(chat, one.representative)).toBe(before + 1);
  });

  test('which answers are worth another try is a closed list', () => {
    const retried = (status: number) => {
      const outcome = outcomeOf({ status, body: {}, retryAfterMs: null });
      return !outcome.sent && outcome.retry;
    };
    for (const status of [412, 429, 502, 503, 504]) expect(retried(status)).toBe(true);
    for (const status of [400, 401, 403, 404, 413, 500]) expect(retried(status)).toBe(false);
  });

  test.each([
    ['blocked', 'blocked'],
    ['notInRoster', 'notInRoster'],
  ])('to somebody who cannot be reached in Teams (%s) it goes by mail, and says why', async (kind) => {
    await fault({ kind, objectId: one.representative.objectId });
    const mails = async () => (await house.api<any[]>('GET', '/mails')).length;
    const before = await mails();
    const { hearingId } = await hearing(house);
    const row = await settled(hearingId, one.representative, 'accepted');
    expect(row).toMatchObject({ channel: 'mail' });
    expect(row.reason).toEqual(expect.stringMatching(/.{5}/));
    expect(await mails()).toBe(before + 1);
    const mail = (await house.api<any[]>('GET', '/mails')).at(-1);
    const { items } = await by.view('members');
    const address = items
      .flatMap((row: any) => row.people)
      .find((p: any) => p.id === one.representative.personId).email;
    expect(mail.to[0].address).toBe(address);
    expect(await settled(hearingId, other.representative, 'accepted')).toMatchObject({ channel: 'personal' });
  });

  test('when mail fails too, it is shown as failed, and only failed ones are sent again', async () => {
    await fault({ kind: 'blocked', objectId: one.representative.objectId });
    await house.sql(`update person set email = 'nowhere' where id = $1`, [one.representative.personId]);
    const { hearingId } = await hearing(house);
    await settled(hearingId, one.representative, 'failed');
    await settled(hearingId, other.representative, 'accepted');
    const { items } = await by.view('tasks');
    expect(items.map((row: { id: string }) => row.id)).toContain(`unreached:${hearingId}`);
    await house.api('DELETE', '/faults');
    const before = [await sentTo(chat, one.representative), await sentTo(otherChat, other.representative)];
    expect(await by.do('resendFailed', { hearingId })).toEqual({ resent: 1 });
    expect(await settled(hearingId, one.representative, 'accepted')).toMatchObject({ channel: 'personal' });
    await sleep(300);
    const after = [await sentTo(chat, one.representative), await sentTo(otherChat, other.representative)];
    expect(after).toEqual([before[0]! + 1, before[1]!]);
    expect(await by.refused('resendFailed', { hearingId })).toBe('nothingToResend');
    expect(await one.representative.refused('resendFailed', { hearingId })).toBe('secretariatOnly');
  });

  test('a mail that left though Graph said otherwise is in doubt, and is one mail', async () => {
    await fault({ kind: 'blocked', objectId: other.representative.objectId });
    const target = { target: 'graph', objectId: other.representative.objectId };
    await fault({ kind: '503', afterStoring: true, times: 3, ...target });
    const before = (await house.api<any[]>('GET', '/mails')).length;
    const { hearingId } = await hearing(house);
    const row = await settled(hearingId, other.representative, 'uncertain');
    expect(row).toMatchObject({ channel: 'mail', reason: 'Ukendt fejl; beskeden kan være nået frem' });
    await sleep(1_500);
    expect(await house.api('GET', '/mails')).toHaveLength(before + 1);
    expect((await rowOf(hearingId, other.representative)).state).toBe('uncertain');
  });

  test('a mail that Exchange has no room for leaves by itself, and the list says no fault of it', async () => {
    await fault({ kind: 'blocked', objectId: other.representative.objectId });
    const target = { target: 'graph', objectId: other.representative.objectId };
    await fault({ kind: '429', retryAfter: 1, times: 1, ...target });
    const { hearingId } = await hearing(house);
    const row = await settled(hearingId, other.representative, 'accepted');
    expect(row).toMatchObject({ channel: 'mail', attempts: 2 });
    expect(row.reason).toBeUndefined();
  });

  test.each(['cancelled', 'accepted', 'actedOn'])(
    'what is %s is not sent again beside what failed',
    async (state) => {
      const { hearingId } = await hearing(house);
      const mine = await settled(hearingId, one.representative, 'accepted');
      const { id } = await settled(hearingId, other.representative, 'accepted');
      await house.sql(`update delivery set state = 'failed' where id = $1`, [mine.id]);
      await house.sql('update delivery set state = $2 where id = $1', [id, state]);
      expect(await by.do('resendFailed', { hearingId })).toEqual({ resent: 1 });
      await settled(hearingId, one.representative, 'accepted');
      expect((await rowOf(hearingId, other.representative)).state).toBe(state);
    },
  );

  test('a slow chat holds up only itself', async () => {
    await fault({ kind: 'slow', objectId: one.representative.objectId, times: 1, ms: 4_000 });
    const { hearingId } = await hearing(house);
    await settled(hearingId, other.representative, 'accepted', 3_500);
    expect((await rowOf(hearingId, one.representative)).state).toBe('sending');
    await settled(hearingId, one.representative, 'accepted');
  });
});

describe('a sender that dies between sending and its receipt', () => {
  test('leaves a message of which nobody knows: said so, never sent again by itself, and by hand once', async () => {
    const { hearingId } = await hearing(house);
    const { id } = await settled(hearingId, one.representative, 'accepted');
    const before = await sentTo(chat, one.representative);
    const away = `update delivery set state = 'sending', activity_id = null, settled_at = null,
      claimed_at = now() - interval '2 minutes' where id = $1`;
    await house.sql(away, [id]);
    const row = await settled(hearingId, one.representative, 'uncertain', 20_000);
    expect(row.reason).toEqual(expect.stringMatching(/.{5}/));
    await sleep(1_000);
    expect(await sentTo(chat, one.representative)).toBe(before);
    expect(await by.do('resendFailed', { hearingId })).toEqual({ resent: 1 });
    await settled(hearingId, one.representative, 'accepted');
    expect(await sentTo(chat, one.representative)).toBe(before + 1);
  });

  test('a message that has just left is not given up', async () => {
    const { hearingId } = await hearing(house);
    const { id } = await settled(hearingId, one.representative, 'accepted');
    await house.sql(`update delivery set state = 'sending', claimed_at = now() where id = $1`, [id]);
    await sleep(500);
    expect((await rowOf(hearingId, one.representative)).state).toBe('sending');
    await house.sql(`update delivery set state = 'accepted' where id = $1`, [id]);
  });
});

describe('what is said when', () => {
  test('messages of one chat arrive in the order they were said, also when the first must wait', async () => {
    await fault({ kind: '429', objectId: one.representative.objectId, times: 1, retryAfter: 1 });
    const { hearingId } = await hearing(house);
    await by.do('extendDeadline', { hearingId, deadline: '2027-03-20T12:00' });
    await by.do('remindMissing', { hearingId });
    await settled(hearingId, one.representative, 'accepted', 8_000, 'hearingReminder');
    const mine = (await rows(`hearingId=${hearingId}`)).filter(
      (row) => row.personId === one.representative.personId,
    );
    const arrived = (await cardMessages(house, chat, one.representative)).map((message) => message.id);
    expect(mine.map((row) => row.message)).toEqual([
      'hearingInvitation',
      'deadlineExtended',
      'hearingReminder',
    ]);
    const places = mine.map((row) => arrived.indexOf(row.activityId!));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });

  test('an extension right after the invitation says the new deadline, in the chat and in the channel', async () => {
    const people = [one.representative.objectId];
    const { channelId } = await house.api('POST', '/teams', { name: 'Netværk', members: people });
    const { hearingId } = await hearing(house);
    const inChannel = () => cardMessages(house, channelId, one.representative);
    await eventually(inChannel, (seen) => seen.length === 1);
    await by.do('extendDeadline', { hearingId, deadline: '2027-04-20T12:00' });
    const { activityId } = await settled(
      hearingId,
      one.representative,
      'accepted',
      8_000,
      'deadlineExtended',
    );
    const all = await cardMessages(house, chat, one.representative);
    expect(wordsOf(all.find((message) => message.id === activityId)!.cards)).toContain('20. april 2027');
    const both = await eventually(inChannel, (seen) => seen.length === 2 && seen[0]!.version > 1);
    for (const message of both) expect(wordsOf(message.cards)).toMatch(/20\. apr/);
    await house.sql('delete from conversation where id = $1', [channelId]);
  });

  test('nobody who answered meanwhile is reminded', async () => {
    const { hearingId } = await hearing(house);
    await settled(hearingId, one.representative, 'accepted');
    await fault({ kind: '429', objectId: one.representative.objectId, times: 1, retryAfter: 1 });
    await by.do('remindMissing', { hearingId });
    await one.representative.do('submitAnswer', { hearingId, position: 'noRemarks' });
    await settled(hearingId, one.representative, 'cancelled', 8_000, 'hearingReminder');
    const all = await cardMessages(house, chat, one.representative);
    const { activityId } = await rowOf(hearingId, one.representative, 'hearingReminder');
    expect(all.map((message) => message.id)).not.toContain(activityId ?? 'none');
  });

  test('an invitation whose hearing closed while it waited is not sent', async () => {
    await fault({ kind: '429', objectId: one.representative.objectId, times: 1, retryAfter: 4 });
    const { hearingId } = await hearing(house);
    await passDeadline(house, hearingId);
    await settled(hearingId, one.representative, 'cancelled');
  });

  test('the result of a vote reaches everyone with a seat', async () => {
    const at = await meeting(house);
    await markPresent(house, at, one, other);
    const { voteId } = await vote(house, { at });
    await by.do('closeVote', { voteId });
    const results = async () =>
      (await rows(`voteId=${voteId}`)).filter((row) => row.message === 'voteResult');
    const all = await eventually(results, (seen) => seen.every((row) => row.state === 'accepted'));
    expect(all).toHaveLength(2);
  });
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
