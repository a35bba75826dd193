import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, secretariatIds } from '../../support/app.ts';
import { revision } from '../../support/cases.ts';
import { install, member, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { eventTypes } from '../../support/fingerprint.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { messagesFor, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { account, comes, directoryEnv, groups, hostTeam, readAll } from '../reach/directoryGround.ts';

const house = useHouse({ env: { ...directoryEnv, INVITE_GUESTS: 'true' } });
let by: Someone;
let one: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  const team = [one.representative, one.staff].map((who) => who.objectId);
  await groups(house, { team: [...team, ...secretariatIds], secretariat: secretariatIds, steering: [] });
  await readAll(by);
}, 60_000);

afterEach(async () => {
  await house.api('POST', '/graph/permissions', { denied: [] });
  await house.api('POST', '/graph/throttle', { everyNth: null });
});

const groupOf = async (who: Someone, revisionId: string): Promise<any> =>
  (await who.view(`revision?id=${revisionId}`)).group;
const groupWhen = (revisionId: string, holds: (group: any) => boolean): Promise<any> =>
  eventually(() => groupOf(by, revisionId), holds, 15_000);
const done = ({ channel }: any): boolean => channel.state === 'done';
const failed = ({ channel }: any): boolean => channel.state === 'failed';
const channels = async (): Promise<any[]> =>
  (await house.api<any[]>('GET', '/groups')).find(({ id }) => id === hostTeam).channels;
const channelsOf = async (revisionId: string): Promise<any[]> =>
  (await channels()).filter(({ tabs }) => tabs.some(({ url }: any) => url.endsWith(`/${revisionId}`)));

async function formed(title = 'Rengøring'): Promise<{ revisionId: string; ref: string }> {
  const { revisionId, ref } = await revision(house, { title });
  await by.do('formGroup', { revisionId });
  return { revisionId, ref };
}

/** Somebody in the register, as the secretariat types them in. */
async function registered(email: string, objectId?: string): Promise<string> {
  const of = { organisationId: one.id, displayName: 'Indkøber, Aarhus Kommune', email };
  return (await by.do('registerPerson', { ...of, ...(objectId && { objectId }) })).personId;
}
const seatOf = async (revisionId: string, personId: string): Promise<any> =>
  (await groupOf(by, revisionId)).seats.find((seat: any) => seat.personId === personId);
const seatWhen = (revisionId: string, personId: string, holds: (seat: any) => boolean): Promise<any> =>
  eventually(() => seatOf(revisionId, personId), holds, 15_000);
/** How each greeting of this person fared, once none is under way. */
const greetingsTo = async (personId: string): Promise<string[]> => {
  const look = () =>
    house.sql(`select state from delivery where person_id = $1 and message = 'greeting'`, [personId]);
  const rows = await eventually(look, (all) => all.every(({ state }) => !/queued|sending/.test(state)));
  return rows.map(({ state }) => state);
};
const inChat = ({ reach }: any): boolean => reach.way === 'chat' && reach.lacks.length === 0;

describe('a working group', () => {
  test('gets a channel in the host team, with the case as its tab, and everybody is shown the way there', async () => {
    const { revisionId, ref } = await formed();
    const { channel } = await groupWhen(revisionId, done);
    expect(channel.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/channel\//);
    const [made] = await channelsOf(revisionId);
    expect(made).toMatchObject({ name: `${ref} Rengøring`, tabs: [{ name: 'Forløbet' }] });
    expect(await groupOf(one.staff, revisionId)).toMatchObject({ channel: { url: channel.url } });
    expect(await eventTypes(house, revisionId)).toEqual(
      expect.arrayContaining(['groupFormed', 'channelMade']),
    );
  });

  test('has one channel and one tab, however often it is asked for and however busy Graph is', async () => {
    await house.api('POST', '/graph/throttle', { everyNth: 2 });
    const { revisionId, ref } = await formed('Travlt');
    await groupWhen(revisionId, done);
    await by.do('formGroup', { revisionId });
    await by.do('formGroup', { revisionId });
    await groupWhen(revisionId, done);
    const mine = (await channels()).filter(({ name }) => name.startsWith(ref));
    expect(mine).toHaveLength(1);
    expect(mine[0].tabs).toHaveLength(1);
  }, 30_000);

  test('is told which door is shut, and has its channel once the permission is there', async () => {
    await house.api('POST', '/graph/permissions', { denied: ['Channel.Create.Group', 'Channel.Create'] });
    const { revisionId } = await formed('Uden tilladelse');
    const { channel } = await groupWhen(revisionId, failed);
    expect(channel.reason.da).toContain('Opsætning');
    const { calls } = await by.view('connections');
    const denied = calls.find(({ name }: any) => name === 'channelCreate');
    expect(denied).toMatchObject({ ok: false, ask: { da: expect.stringContaining('Channel.Create.Group') } });
    await house.api('POST', '/graph/permissions', { denied: [] });
    await by.do('formGroup', { revisionId });
    await groupWhen(revisionId, done);
  });

  test('learns that its channel was deleted, and gets another when the secretariat says so', async () => {
    const { revisionId } = await formed('Slettes');
    await groupWhen(revisionId, done);
    const [made] = await channelsOf(revisionId);
    await house.api('DELETE', `/channels/${encodeURIComponent(made.id)}`);
    await by.do('formGroup', { revisionId });
    const { channel } = await groupWhen(revisionId, failed);
    expect(channel.reason.da).toContain('slettet');
    await by.do('formGroup', { revisionId });
    await groupWhen(revisionId, done);
    expect(await channelsOf(revisionId)).toHaveLength(1);
  });

  test('is not for a correction', async () => {
    const { revisionId } = await by.do('startRevision', { title: 'Trykfejl', track: 'correct', year: 2027 });
    expect(await by.refused('formGroup', { revisionId })).toBe('trackWithoutGroup');
    const seat = { revisionId, personId: one.staff.personId, field: 'both' };
    expect(await by.refused('addToGroup', seat)).toBe('groupMissing');
  });

  test('counts an organisation once, and a seat that was left no more', async () => {
    const { revisionId } = await formed('Tælles');
    const add = (who: Someone, field: string) =>
      by.do('addToGroup', { revisionId, personId: who.personId, field: field as 'both' });
    await add(one.staff, 'environment');
    await add(one.representative, 'both');
    await add(one.staff, 'procurement');
    const { seats, represented } = await groupOf(by, revisionId);
    expect(represented).toBe(1);
    expect(seats).toHaveLength(2);
    expect((await seatOf(revisionId, one.staff.personId)).field).toBe('procurement');
    for (const who of [one.staff, one.representative])
      await by.do('removeFromGroup', { revisionId, personId: who.personId });
    expect((await by.view(`revision?id=${revisionId}`)).represented).toBe(0);
    // The team keeps them.
    const team = (await house.api<any[]>('GET', '/groups')).find(({ id }) => id === hostTeam);
    expect(team.members).toEqual(expect.arrayContaining([one.staff.objectId, one.representative.objectId]));
  });
});

describe('whoever is given a seat', () => {
  test('and has no account is invited, added to the team and given the app, and the bot can write to them', async () => {
    const { revisionId } = await formed('Ny i Teams');
    const personId = await registered('helt.ny@aarhus.example');
    await by.do('addToGroup', { revisionId, personId, field: 'both' });
    await seatWhen(revisionId, personId, inChat);
    const [{ object_id: objectId }] = (await house.sql('select object_id from person where id = $1', [
      personId,
    ])) as [{ object_id: string }];
    const guest = someone(house, objectId, personId);
    expect(await guest.viewStatus('me')).toBe(200);
    const team = (await house.api<any[]>('GET', '/groups')).find(({ id }) => id === hostTeam);
    expect(team.members).toContain(objectId);
    const invited = (await house.api<any[]>('GET', '/mails')).filter(
      ({ to, subject }) => to[0].address === 'helt.ny@aarhus.example' && subject === 'Invitation',
    );
    expect(invited).toHaveLength(1);
    expect(await greetingsTo(personId)).toEqual(['accepted']);
  }, 30_000);

  test('and has an account outside the team is added to it', async () => {
    const { revisionId } = await formed('Uden for teamet');
    const guest = await account(house, 'aarhus.example');
    const personId = await registered(guest.email, guest.objectId);
    expect(await by.refused('bringIntoTeams', { personId: one.id })).toBe('notFound');
    await by.do('addToGroup', { revisionId, personId, field: 'environment' });
    await seatWhen(revisionId, personId, inChat);
    expect(await by.refused('bringIntoTeams', { personId })).toBe('reachedAlready');
  }, 30_000);

  test('and cannot be added is shown with the reason, and with what was done all the same', async () => {
    await house.api('POST', '/graph/permissions', {
      denied: ['TeamMember.ReadWriteNonOwnerRole.All', 'TeamMember.ReadWrite.All'],
    });
    const { revisionId } = await formed('Lukket dør');
    const guest = await account(house, 'aarhus.example');
    const personId = await registered(guest.email, guest.objectId);
    await by.do('addToGroup', { revisionId, personId, field: 'environment' });
    const seat = await seatWhen(revisionId, personId, ({ reach }) =>
      Boolean(reach.way === 'chat' && reach.lacks[0]?.failure),
    );
    expect(seat.reach.lacks).toMatchObject([
      { step: 'team', failure: { da: expect.stringContaining('Opsætning') } },
    ]);
    await house.api('POST', '/graph/permissions', { denied: [] });
    await by.do('bringIntoTeams', { personId });
    await seatWhen(revisionId, personId, inChat);
  }, 30_000);

  test('keeps to themselves how they are reached: the other members see the seat only', async () => {
    const { revisionId } = await formed('Set af andre');
    await by.do('addToGroup', { revisionId, personId: one.representative.personId, field: 'both' });
    const { seats } = await groupOf(one.staff, revisionId);
    expect(seats).toMatchObject([{ organisationName: 'Aarhus Kommune', field: 'both', reach: null }]);
  });
});

describe('somebody of the register who is in the team', () => {
  test('is greeted by the bot once, whether it met them before or after they were registered', async () => {
    const guest = await account(house, 'aarhus.example');
    const who = someone(house, guest.objectId);
    const chat = await install(house, who);
    expect(await messagesFor(house, chat, who)).toEqual([]);
    const personId = await registered(guest.email, guest.objectId);
    expect(await greetingsTo(personId)).toEqual(['accepted']);
    await house.api('POST', '/uninstall', { objectId: guest.objectId });
    await install(house, who);
    expect(await greetingsTo(personId)).toEqual(['accepted']);
    const [welcome, ...others] = await messagesFor(house, chat, who);
    expect(others).toEqual([]);
    expect(wordsOf(welcome!.cards[0])).toContain('Du er med for Aarhus Kommune.');
  });

  test('is given the app without anybody asking, and not again after removing it', async () => {
    const guest = await account(house, 'aarhus.example');
    await comes(house, hostTeam, guest.objectId);
    const personId = await registered(guest.email, guest.objectId);
    await readAll(by);
    const reachIn = async (): Promise<any> =>
      (await by.view('members')).items
        .flatMap(({ people }: any) => people)
        .find(({ id }: any) => id === personId).reach;
    await eventually(reachIn, ({ way }) => way === 'chat', 15_000);
    await house.api('POST', '/uninstall', { objectId: guest.objectId });
    const reach = await eventually(reachIn, ({ way }) => way === 'mail');
    expect(reach.lacks[0].failure.da).toContain('selv fjernet');
  }, 40_000);
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));

describe('where guests are the administrator’s to invite', () => {
  const shut = useHouse({ env: directoryEnv });

  test('the app says so, and does not invite', async () => {
    const own = secretariat(shut);
    const at = await member(shut, { name: 'Odense Kommune' });
    await groups(shut, { team: [at.representative.objectId], secretariat: [], steering: [] });
    // The app looked when it started, before there was a team.
    await own.do('syncDirectory', {});
    const of = { organisationId: at.id, displayName: 'Indkøber, Odense Kommune' };
    const { personId } = await own.do('registerPerson', { ...of, email: 'ny@odense.example' });
    await own.do('bringIntoTeams', { personId });
    const reach = await eventually(
      async () => (await own.view('members')).items[0].people.find(({ id }: any) => id === personId).reach,
      // That the person is not in the team is known once the team was read.
      ({ lacks }) => Boolean(lacks[0]?.failure) && lacks.length === 3,
    );
    expect(reach).toMatchObject({
      way: 'mail',
      lacks: [{ step: 'guest' }, { step: 'team' }, { step: 'app' }],
    });
    expect(reach.lacks[0].failure.da).toContain('administratoren');
  });
});
