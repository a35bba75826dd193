import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sendTo, startOfTests, tenantId, type App } from '../../support/app.ts';
import {
  hearing,
  inMeeting,
  meeting,
  passDeadline,
  vote,
  type Hearing,
  type Vote,
} from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventTypes, fingerprint } from '../../support/fingerprint.ts';
import { activity, channelToken, deliver, invoke, wordsOf, type Activity } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let one: Member;
let other: Member;
let twin: App;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'deputy', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
  twin = await house.startAnother();
}, 60_000);
beforeEach(() => house.setClock(startOfTests));

const press = (who: Someone, verb: string, data: object): Activity =>
  activity(house, who, { ...invoke(verb, data), id: `f:${randomUUID()}` });
/** The card that came back, in its words; the times of day aside. */
const said = ({ status, body }: { status: number; body: any }): string => {
  expect({ status, statusCode: body.statusCode }).toEqual({ status: 200, statusCode: 200 });
  return wordsOf(body.value).replaceAll(/kl\. \d\d\.\d\d/g, 'kl.');
};
/** The same activity at both replicas, in the same moment. */
async function atBoth(sent: Activity): Promise<string[]> {
  const token = await channelToken(house);
  const urls = [house.app.url, twin.url, house.app.url, twin.url];
  const answers = await Promise.all(
    urls.map((url) => sendTo<any>(`${url}/api/messages`, 'POST', { token, body: sent })),
  );
  return answers.map(said);
}
const countOf = async (revisionId: string, type: string): Promise<number> =>
  (await eventTypes(house, revisionId)).filter((one) => one === type).length;
const remark = (hearingId: string, text = 'Kravet er uklart.') => ({ hearingId, type: 'general', text });

async function voting(): Promise<Vote> {
  const invited = [one.representative, one.deputy, other.representative];
  const at = await meeting(house, { invited });
  await inMeeting(house, at, one.representative);
  return vote(house, { at });
}

/** The number that a receipt tells. */
const refIn = (words: string, { hearingRef }: Pick<Hearing, 'hearingRef'>): string =>
  new RegExp(`bemærkning (${hearingRef}-\\d{3})\\b`).exec(words)?.[1] ?? `no number in: ${words}`;

describe('one click that Teams hands to two replicas', () => {
  let held: Hearing;
  beforeEach(async () => void (held = await hearing(house)));

  test('is one comment, and both answer with its number', async () => {
    const answers = await atBoth(press(one.staff, 'addComment', remark(held.hearingId)));
    expect(new Set(answers.map((words) => refIn(words, held))).size).toBe(1);
    expect(await countOf(held.revisionId, 'commentAdded')).toBe(1);
  });

  test('is one comment also when the client sent it as two clicks', async () => {
    const token = await channelToken(house);
    const answers = await Promise.all(
      [house.app.url, twin.url].map((url) =>
        sendTo<any>(`${url}/api/messages`, 'POST', {
          token,
          body: press(one.staff, 'addComment', remark(held.hearingId)),
        }),
      ),
    );
    expect(new Set(answers.map((answer) => refIn(said(answer), held))).size).toBe(1);
    expect(await countOf(held.revisionId, 'commentAdded')).toBe(1);
  });

  test('is one withdrawal and one answer', async () => {
    const { commentId } = await one.staff.do('addComment', remark(held.hearingId) as never);
    await atBoth(press(one.staff, 'withdrawComment', { commentId }));
    const data = { hearingId: held.hearingId, position: 'noRemarks' };
    const answers = await atBoth(press(one.contact, 'submitAnswer', data));
    expect(new Set(answers).size).toBe(1);
    expect(await countOf(held.revisionId, 'commentWithdrawn')).toBe(1);
    expect(await countOf(held.revisionId, 'answerSubmitted')).toBe(1);
  });

  test('is one ballot, and every answer shows it', async () => {
    const open = await voting();
    const data = { voteId: open.voteId, choice: 'against', statement: 'For dyrt.' };
    const answers = await atBoth(press(one.representative, 'castBallot', data));
    expect(answers.filter((words) => words.includes('For dyrt.'))).toHaveLength(4);
    expect(await countOf(open.revisionId, 'ballotCast')).toBe(1);
  });

  test('of two people for one organisation: both are told what stands', async () => {
    const open = await voting();
    await inMeeting(house, open, one.representative, false);
    await inMeeting(house, open, one.deputy);
    const cast = { voteId: open.voteId, choice: 'for' };
    const token = await channelToken(house);
    const answers = await Promise.all(
      [one.representative, one.deputy].map((who, at) =>
        sendTo<any>(`${[house.app.url, twin.url][at]}/api/messages`, 'POST', {
          token,
          body: press(who, 'castBallot', cast),
        }),
      ),
    );
    expect(said(answers[0]!)).toMatch(/du ikke er med lige nu/);
    expect(said(answers[1]!)).toMatch(/for/i);
    const { mine } = await one.deputy.view(`vote?id=${open.voteId}`);
    expect(mine.ballot).toMatchObject({ choice: 'for', by: 'deputy', means: 'card' });
  });
});

describe('a click that arrives again after the world moved on', () => {
  test('a comment and an answer are receipts, though the deadline has passed since', async () => {
    const { hearingId, hearingRef, revisionId } = await hearing(house);
    const clicks = [
      press(one.contact, 'addComment', remark(hearingId)),
      press(one.contact, 'submitAnswer', { hearingId, position: 'withRemarks' }),
    ];
    const ref = refIn(said(await deliver(house, clicks[0]!)), { hearingRef });
    for (const click of clicks.slice(1)) said(await deliver(house, click));
    await passDeadline(house, hearingId);
    const before = await fingerprint(house);
    for (const click of clicks) {
      const words = said(await deliver(house, click));
      expect(words).not.toMatch(/ikke gemt|blev ikke/);
    }
    expect(refIn(said(await deliver(house, clicks[0]!)), { hearingRef })).toBe(ref);
    expect(changes(before, await fingerprint(house)).filter((table) => table !== 'conversation')).toEqual([]);
    expect(await countOf(revisionId, 'answerSubmitted')).toBe(1);
  });

  test('a ballot that was counted is never called late', async () => {
    const open = await voting();
    const click = press(one.representative, 'castBallot', { voteId: open.voteId, choice: 'for' });
    said(await deliver(house, click));
    await by.do('closeVote', { voteId: open.voteId });
    expect(said(await deliver(house, click))).not.toContain('ikke talt med');
    const late = press(other.representative, 'castBallot', { voteId: open.voteId, choice: 'against' });
    expect(said(await deliver(house, late))).toContain('ikke talt med');
    expect(await countOf(open.revisionId, 'ballotCast')).toBe(1);
  });

  test('somebody else’s click with the same number is their own', async () => {
    const { hearingId, hearingRef } = await hearing(house);
    const click = press(one.staff, 'addComment', remark(hearingId));
    const theirs = { ...press(other.staff, 'addComment', remark(hearingId)), id: click['id'] };
    const refs = [click, theirs].map(async (one) => refIn(said(await deliver(house, one)), { hearingRef }));
    expect(new Set(await Promise.all(refs)).size).toBe(2);
  });
});

describe('a client that sends its buttons as messages', () => {
  test('in one’s own chat: the comment counts once however often it arrives', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const id = await install(house, one.staff);
    const conversation = { id, conversationType: 'personal', tenantId };
    const value = { verb: 'addComment', ...remark(hearingId, 'Fra en gammel klient'), clause: '' };
    const sent = activity(house, one.staff, { type: 'message', value, conversation });
    for (let i = 0; i < 2; i += 1) expect((await deliver(house, sent)).status).toBe(200);
    const { items } = await one.staff.view(`comments?hearingId=${hearingId}`);
    expect(items.map((row: any) => [row.text, row.channel])).toEqual([['Fra en gammel klient', 'card']]);
    expect(await countOf(revisionId, 'commentAdded')).toBe(1);
  });

  test('in the meeting’s chat: the ballot counts, and the chat is not told what it was', async () => {
    const open = await voting();
    const conversation = { id: open.conversationId, conversationType: 'groupChat', tenantId, isGroup: true };
    const channelData = { tenant: { id: tenantId }, meeting: { id: open.platformId } };
    const value = { verb: 'castBallot', voteId: open.voteId, choice: 'against', statement: 'For dyrt.' };
    const sent = activity(house, one.representative, { type: 'message', value, conversation, channelData });
    expect((await deliver(house, sent)).status).toBe(200);
    const { mine } = await one.representative.view(`vote?id=${open.voteId}`);
    expect(mine.ballot).toMatchObject({ choice: 'against', statement: 'For dyrt.' });
    const shown = await house.api<object[]>(
      'GET',
      `/chats/${encodeURIComponent(open.conversationId)}/messages?as=${other.representative.objectId}`,
    );
    expect(JSON.stringify(shown)).not.toMatch(/For dyrt|Jeres stemme: imod/);
  });
});
