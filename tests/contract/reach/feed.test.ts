import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, secretariatIds } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { useHouse } from '../../support/useHouse.ts';
import { directoryEnv, groups, readAll } from './directoryGround.ts';

const house = useHouse({ env: directoryEnv });
let by: Someone;
let inTeam: Member;
let outside: Member;
let inChat: Member;

beforeAll(async () => {
  by = secretariat(house);
  // Nobody is given the app here: mail is the way to all but one.
  await house.api('POST', '/graph/permissions', { denied });
  inTeam = await member(house, { name: 'Aarhus Kommune' });
  outside = await member(house, { name: 'Odense Kommune' });
  inChat = await member(house, { name: 'Region Syddanmark' });
  const team = [inTeam, inChat].map(({ representative }) => representative.objectId);
  await groups(house, { team: [...team, ...secretariatIds], secretariat: secretariatIds, steering: [] });
  await readAll(by);
  await install(house, inChat.representative);
}, 60_000);

const denied = [
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
];
afterEach(() => house.api('POST', '/graph/permissions', { denied }));

interface Told {
  personId: string;
  channel: string;
  state: string;
  feed?: { state: string; reason?: string };
}
const told = async (hearingId: string): Promise<Record<string, Told>> =>
  Object.fromEntries(
    (await by.view(`deliveries?hearingId=${hearingId}`)).items.map((one: Told) => [one.personId, one]),
  );
const of = ({ representative }: Member): string => representative.personId;
const settled = ({ feed }: Told): boolean => feed !== undefined && feed.state !== 'sending';
const whenFed = (hearingId: string): Promise<Record<string, Told>> =>
  eventually(
    () => told(hearingId),
    (all) => Boolean(all[of(inTeam)] && settled(all[of(inTeam)]!)),
    15_000,
  );
const lines = (): Promise<{ objectId: string; text: string; link: string }[]> => house.api('GET', '/feed');

describe('beside a mail', () => {
  test('somebody of the team has a line in the activity feed that opens the case, on the same row', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const rows = await whenFed(hearingId);
    expect(rows[of(inTeam)]).toMatchObject({
      channel: 'mail',
      state: 'accepted',
      feed: { state: 'accepted' },
    });
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({ objectId: inTeam.representative.objectId });
    expect(line!.text).toMatch(/^Høring om/);
    expect(decodeURIComponent(line!.link)).toContain(`revision/${revisionId}`);
    const [mail] = await house.api<any[]>('GET', '/mails');
    expect(mail.subject).toBe(line!.text);
  });

  test('whoever is reached in the chat, or is not in the team, has none', async () => {
    const { hearingId } = await hearing(house);
    const rows = await whenFed(hearingId);
    expect(rows[of(inChat)]).toMatchObject({ channel: 'personal', state: 'accepted' });
    for (const one of [inChat, outside]) expect(rows[of(one)]!.feed).toBeUndefined();
  });

  test('a line that Teams refuses is said to be refused, and the mail is there all the same', async () => {
    await house.api('POST', '/graph/permissions', {
      denied: [...denied, 'TeamsActivity.Send.Group', 'TeamsActivity.Send'],
    });
    const before = (await lines()).length;
    const { hearingId } = await hearing(house);
    const rows = await whenFed(hearingId);
    expect(rows[of(inTeam)]).toMatchObject({ channel: 'mail', state: 'accepted', feed: { state: 'failed' } });
    expect(rows[of(inTeam)]!.feed!.reason).toBe('Teams afviste beskeden');
    expect(await lines()).toHaveLength(before);
  });

  test('whoever left between the mail and the line has none, and the row says why', async () => {
    const who = await member(house, { name: 'Ringkøbing-Skjern Kommune' });
    const { objectId, personId } = who.representative;
    await house.api('POST', `/groups/${directoryEnv.HOST_TEAM_ID}/members`, { objectId });
    await readAll(by);
    const { hearingId } = await hearing(house);
    const fed = async () => (await told(hearingId))[personId];
    await eventually(fed, (row) => row?.feed?.state === 'accepted', 15_000);
    const before = (await lines()).length;
    // The mail has gone out; the line beside it is made a moment later.
    await house.sql('update person set left_at = now() where id = $1', [personId]);
    await house.sql(
      `update delivery set feed_state = null, settled_at = now() where about_id = $1 and person_id = $2`,
      [hearingId, personId],
    );
    const row = await eventually(fed, (seen) => Boolean(seen?.feed && settled(seen)), 15_000);
    expect(row!.feed).toEqual({ state: 'cancelled', reason: 'Personen er ikke længere med i partnerskabet' });
    expect(await lines()).toHaveLength(before);
    await house.sql('update person set left_at = null where id = $1', [personId]);
  }, 30_000);

  test('a line is not sent again when the mail is', async () => {
    const { hearingId } = await hearing(house);
    await whenFed(hearingId);
    const before = (await lines()).length;
    await house.sql(`update delivery set state = 'failed' where about_id = $1`, [hearingId]);
    await by.do('resendFailed', { hearingId });
    await eventually(
      () => told(hearingId),
      (all) => Object.values(all).every(({ state }) => state === 'accepted'),
      10_000,
    );
    await new Promise((done) => setTimeout(done, 2_500));
    expect(await lines()).toHaveLength(before);
  });
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
