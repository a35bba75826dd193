import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, startOfTests, tenantId, type App } from '../../support/app.ts';
import { hearing, inMeeting, meeting, vote, type Vote } from '../../support/cases.ts';
import {
  install,
  member,
  secretariat,
  stranger,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import {
  actionsOf,
  activity,
  cardMessages,
  click,
  deliver,
  invoke,
  wordsOf,
  type Shown,
} from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { jobNow } from '../../jobs/frame/ground.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let open: Vote;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  other = await member(house, { name: 'Odense Kommune' });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
});
afterEach(() => house.api('DELETE', '/faults'));

const fault = (more: object) => house.api('POST', '/faults', more);
const inChat = () => cardMessages(house, open.conversationId, other.representative);
const isOpen = ({ cards }: Shown): boolean => actionsOf(cards).some(({ verb }) => verb === 'castBallot');
/** A vote whose card stands in the meeting's chat; with a fault that its sending meets. */
async function voting(...faults: object[]): Promise<void> {
  const at = await meeting(house, { invited: [one.representative, other.representative] });
  for (const who of [one, other]) await inMeeting(house, at, who.representative);
  for (const more of faults) await fault({ conversationId: at.conversationId, ...more });
  open = await vote(house, { at });
  const sent = () => house.sql(`select state from delivery where about_id = $1`, [open.voteId]);
  await eventually(sent, ([row]) => row?.['state'] === 'accepted');
}
const cast = (who: Member, choice: 'for' | 'against' = 'for') =>
  who.representative.do('castBallot', { voteId: open.voteId, choice });
const close = () => by.do('closeVote', { voteId: open.voteId });
/** As when time has passed since the cards were looked at, and since an editor was lost. */
async function lookAgain(): Promise<void> {
  await house.sql(`update delivery set looked_at = null where person_id is null`);
  await jobNow(house, 'settleCards');
}
const settled = () => eventually(inChat, (seen) => seen.length > 0 && !seen.some(isOpen), 20_000);

describe('a vote’s card in the meeting’s chat', () => {
  test('shows the result although Teams was away until the queue had given up', async () => {
    await voting();
    await fault({ kind: '503', conversationId: open.conversationId });
    await close();
    const failing = () =>
      house.sql(`select from delivery where about_id = $1 and edit_failures > 0`, [open.voteId]);
    await eventually(failing, (rows) => rows.length > 0, 20_000);
    await house.sql(`delete from pgboss.job where name = 'refreshCards'`);
    await house.api('DELETE', '/faults');
    expect((await inChat()).some(isOpen)).toBe(true);
    await lookAgain();
    await settled();
  }, 60_000);

  test('shows the result also when the landing before asks for its edit, and lets that one know what to edit', async () => {
    const asked = () =>
      house.sql(
        `select data->>'voteId' as id from pgboss.job where name = 'refreshCards' order by created_on`,
      );
    await voting();
    await close();
    expect((await asked()).at(-1)).toEqual({ id: open.voteId });
    await house.sql(
      `update pgboss.job set data = data - 'about' where name = 'refreshCards' and state = 'created'`,
    );
    await settled();
  }, 60_000);

  test('shows the result although an edit of another replica is away when the vote is closed', async () => {
    await voting();
    const second: App = await house.startAnother();
    house.onClose(() => second.stop());
    await fault({ kind: 'slow', conversationId: open.conversationId, times: 1, ms: 6_000 });
    const ballot = { voteId: open.voteId, organisationId: one.id, choice: 'for', means: 'room' } as const;
    await by.do('recordBallotOnBehalf', ballot);
    const away = () =>
      house.sql(`select from delivery where about_id = $1 and editing_at is not null`, [open.voteId]);
    await eventually(away, (rows) => rows.length > 0, 20_000);
    await close();
    await eventually(away, (rows) => rows.length === 0, 20_000);
    await settled();
    await sleep(3_000);
    expect((await inChat()).some(isOpen)).toBe(false);
    await second.stop();
  }, 60_000);

  test('stands twice when Teams kept what it said it had not: one ballot is counted, and on the other one is told how it ended', async () => {
    await voting({ kind: '502', afterStoring: true, times: 1 });
    const cards = await inChat();
    expect(cards.filter(isOpen)).toHaveLength(2);
    const press = (activityId: string) =>
      click(house, other.representative, {
        conversationId: open.conversationId,
        activityId,
        verb: 'castBallot',
        data: { voteId: open.voteId, choice: 'for' },
      });
    for (const { id } of cards) await press(id);
    await close();
    const left = () => inChat().then((seen) => seen.filter(isOpen));
    const [unknown] = await eventually(left, (seen) => seen.length === 1, 20_000);
    expect(wordsOf((await press(unknown!.id)).body.value)).toContain('Afstemningen lukkede');
    expect((await by.view(`vote?id=${open.voteId}`)).tally).toMatchObject({ for: 1 });
  }, 60_000);

  test.each([
    ['somebody whom the register does not know', () => stranger(house)],
    ['a member', () => Promise.resolve(other.representative)],
  ])(
    'is the only message of ours that is edited, whatever a made-up press of %s names',
    async (_, who) => {
      await voting();
      const presser = await who();
      const rows = () =>
        house.sql(`select id, state, activity_id from delivery where person_id is null order by id`);
      const sent = await rows();
      const place = { conversation: { id: open.conversationId, conversationType: 'groupChat', tenantId } };
      const press = (replyToId: string, verb: string, data: object) =>
        deliver(house, activity(house, presser, { ...place, replyToId, ...invoke(verb, data) }));
      await house.sql(`update delivery set state = 'failed', activity_id = null where about_id = $1`, [
        open.voteId,
      ]);
      await press('made-up', 'view', { view: 'vote', id: open.voteId });
      expect((await rows()).map((row) => row['state'])).toContain('failed');
      await house.sql(`update delivery set state = 'uncertain' where about_id = $1`, [open.voteId]);
      await press('made-up', 'castBallot', { voteId: open.voteId, choice: 'for' });
      expect((await rows()).map((row) => row['activity_id'])).not.toContain('made-up');
      expect(await rows()).toHaveLength(sent.length);
    },
    60_000,
  );

  test('is not edited when it shows nothing new, however often it is looked at', async () => {
    await voting();
    await cast(one);
    const first = () => inChat().then(([card]) => card!);
    const { version } = await eventually(first, (card) => wordsOf(card.cards).includes('1 af 2'), 20_000);
    await cast(one, 'against');
    await house.advance('PT5M');
    await lookAgain();
    await sleep(4_000);
    expect((await first()).version).toBe(version);
  }, 60_000);

  test('takes no words that an edit would take away: a statement is written in the tab, or in one’s own chat', async () => {
    await voting();
    const [card] = await inChat();
    const place = { conversationId: open.conversationId, activityId: card!.id };
    const data = { voteId: open.voteId, choice: 'against' };
    const answer = await click(house, one.representative, { ...place, verb: 'castBallot', data });
    expect(JSON.stringify(answer.body.value)).not.toContain('Input.');
    expect(wordsOf(answer.body.value)).toContain('Skriv mindretalsudtalelse i fanen');
    const own = await install(house, one.representative);
    await by.do('recordBallotOnBehalf', {
      ...data,
      choice: 'against',
      organisationId: one.id,
      means: 'room',
    });
    const [told] = await eventually(
      () => cardMessages(house, own, one.representative),
      (seen) => seen.length > 0,
    );
    const mine = { conversationId: own, activityId: told!.id, verb: 'castBallot', data };
    expect(JSON.stringify((await click(house, one.representative, mine)).body.value)).toContain('Input.Text');
  }, 60_000);
});

test('a hearing’s card in the channel takes nothing more once it is over, and leaves those who were typing their time', async () => {
  const people = [one.representative.objectId, other.representative.objectId];
  const { channelId } = await house.api('POST', '/teams', { name: 'Netværk', members: people });
  const { hearingId } = await hearing(house);
  const inChannel = () => cardMessages(house, channelId, one.representative);
  const asks = ({ cards }: Shown) => actionsOf(cards).some(({ verb }) => verb === 'addComment');
  await eventually(inChannel, (seen) => seen.some(asks));
  await by.do('extendDeadline', { hearingId, deadline: '2027-04-20T12:00:00+02:00' });
  await eventually(inChannel, (seen) => seen.length === 2, 20_000);
  await house.setClock('2027-04-20T10:05:00Z');
  await lookAgain();
  expect((await inChannel()).every(asks)).toBe(true);
  await house.setClock('2027-04-20T10:11:00Z');
  await lookAgain();
  await eventually(inChannel, (seen) => !seen.some(asks), 20_000);
  await house.sql('delete from conversation where id = $1', [channelId]);
}, 60_000);
