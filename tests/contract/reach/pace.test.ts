import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../support/app.ts';
import { hearing, inMeeting, meeting, revision, vote } from '../../support/cases.ts';
import {
  install,
  member,
  members,
  person,
  secretariat,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { cardMessages, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  other = await member(house, { name: 'Odense Kommune' });
  for (const { representative } of [one, other]) await install(house, representative);
});
beforeEach(() => house.api('POST', '/counters/reset'));
afterEach(() => house.api('POST', '/limits', {}));

const rows = async (about: string): Promise<{ state: string }[]> =>
  (await by.view(`deliveries?${about}&limit=500`)).items;
const counters = () => house.api('GET', '/counters');

describe('the limits of Teams are never provoked', () => {
  test('seven a second in one conversation', async () => {
    const { channelId } = await house.api('POST', '/teams', {
      name: 'Netværk',
      members: [one.representative.objectId],
    });
    await house.api('POST', '/limits', { perConversation: 7, total: 25 });
    const about = await revision(house);
    for (let i = 0; i < 12; i += 1) await hearing(house, { of: about });
    const arrived = () => cardMessages(house, channelId, one.representative);
    await eventually(arrived, (seen) => seen.length === 12, 15_000);
    expect(await counters()).toMatchObject({ rejected429: 0 });
    await house.sql('delete from conversation where id = $1', [channelId]);
  }, 30_000);

  test('twenty-five a second in all, and nobody is left out or told twice', async () => {
    const crowd: Someone[] = [];
    for (let i = 0; i < 60; i += 1) crowd.push(await person(house, other));
    await Promise.all(crowd.map((who) => install(house, who)));
    await house.api('POST', '/counters/reset');
    await house.api('POST', '/limits', { perConversation: 7, total: 25 });
    const { hearingId } = await hearing(house);
    const all = await eventually(
      () => rows(`hearingId=${hearingId}`),
      (seen) => seen.every((row) => row.state === 'accepted'),
      15_000,
    );
    expect(all).toHaveLength(62);
    const seen = await counters();
    expect(seen).toMatchObject({ rejected429: 0, accepted: 62 });
    expect(seen.peakPerSecond).toBeLessThanOrEqual(25);
    expect(seen.peakPerSecond).toBeGreaterThan(5);
    expect(new Set(Object.values(seen.byConversation))).toEqual(new Set([1]));
  }, 60_000);

  test('the shared card of a vote is edited every few seconds at most, and ends on the last count', async () => {
    const voters = [one, ...(await members(house, 9))];
    const invited = voters.map((each) => each.representative);
    const at = await meeting(house, { invited });
    for (const who of invited) await inMeeting(house, at, who);
    const { voteId, conversationId } = await vote(house, { at });
    const card = async () => (await cardMessages(house, conversationId, one.representative))[0];
    await eventually(card, (seen) => seen !== undefined);
    const started = Date.now();
    for (const who of invited) {
      await who.do('castBallot', { voteId, choice: 'for' });
      await sleep(250);
    }
    await eventually(card, (seen) => wordsOf(seen?.cards).includes('10 af'), 12_000);
    // Edits that were too many would still be coming.
    await sleep(4_000);
    const seconds = (Date.now() - started) / 1000;
    expect((await card())!.version - 1).toBeLessThanOrEqual(Math.ceil(seconds / 3) + 1);
  }, 30_000);
});
