import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { hearing, markPresent, meeting, revision, vote } from '../../support/cases.ts';
import {
  member,
  person,
  secretariat,
  whoHasLeft,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { changes, eventsOf, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;

beforeAll(() => void (by = secretariat(house)));
beforeEach(async () => void (one = await member(house, { with: ['deputy', 'contact', 'staff'] })));

const lastEvent = async () => (await eventsOf(house, 'register')).at(-1);
const shown = async (personId: string) =>
  (await by.view('members')).items
    .flatMap(({ people }: any) => people)
    .find(({ id }: any) => id === personId);

/** Everything that somebody can be for a member. */
async function withEverything(): Promise<{ who: Someone; revisionId: string; ref: string }> {
  const who = one.staff;
  const of = { organisationId: one.id, personId: who.personId };
  await by.do('appointRepresentative', { ...of, chair: true });
  await by.do('nameDeputy', of);
  await by.do('nameContact', of);
  const { revisionId, ref } = await revision(house);
  await by.do('formGroup', { revisionId });
  await by.do('addToGroup', { revisionId, personId: who.personId, field: 'both' });
  return { who, revisionId, ref };
}

describe('whose place is ended', () => {
  test('is nothing any more for the member or in a group, and the answer and the trail say what has ended', async () => {
    const { who, revisionId, ref } = await withEverything();
    expect(await shown(who.personId)).toMatchObject({ left: false, groups: [ref] });
    const result = await by.do('endPlace', { personId: who.personId, reason: 'Nyt arbejde' });
    const ended = { roles: ['contact', 'deputy', 'representative'], groups: [revisionId] };
    expect(result).toEqual({ personId: who.personId, organisationId: one.id, ended });
    expect(await lastEvent()).toMatchObject({
      type: 'placeEnded',
      data: { personId: who.personId, organisationId: one.id, ...ended, reason: 'Nyt arbejde' },
    });
    expect((await eventsOf(house, revisionId)).at(-1)).toMatchObject({
      type: 'groupLeft',
      data: { personId: who.personId },
    });
    expect(await shown(who.personId)).toMatchObject({ left: true, roles: [], groups: [] });
  });

  test('reads, does and follows nothing more, at once', async () => {
    const { who } = await withEverything();
    const { hearingId } = await hearing(house);
    const { address } = await who.view('calendar');
    const feed = async () => (await fetch(`${house.app.url}${address}`)).status;
    expect(await feed()).toBe(200);
    await by.do('endPlace', { personId: who.personId });
    expect(await who.viewStatus('me')).toBe(403);
    expect(await who.refused('addComment', { hearingId, type: 'general', text: 'Uklart' })).toBe(
      'notRegistered',
    );
    expect(await feed()).toBe(404);
  });

  test('is not appointed or given a seat, until registered again; then is back with the same account', async () => {
    const { who, revisionId } = await withEverything();
    await by.do('endPlace', { personId: who.personId });
    const of = { organisationId: one.id, personId: who.personId };
    for (const act of ['appointRepresentative', 'nameDeputy', 'nameContact'] as const)
      expect(await by.refused(act, of)).toBe('personLeft');
    const seat = { revisionId, personId: who.personId, field: 'both' as const };
    expect(await by.refused('addToGroup', seat)).toBe('personLeft');
    expect(await by.refused('bringIntoTeams', { personId: who.personId })).toBe('personLeft');
    const other = await member(house);
    const again = {
      organisationId: other.id,
      displayName: 'Indkøber',
      email: 'ny@example.dk',
      objectId: who.objectId,
    };
    expect(await by.do('registerPerson', again)).toEqual({ personId: who.personId });
    expect((await lastEvent())!.type).toBe('personReturned');
    expect(await who.view('me')).toMatchObject({ organisationId: other.id, roles: [] });
  });

  test('leaves the seat vacant: a task for the secretariat, and a reason for the next vote', async () => {
    await by.do('endPlace', { personId: one.representative.personId });
    const tasks = (await by.view('tasks')).items.map(({ title }: any) => title.da);
    expect(tasks).toContain(`${one.name} mangler en repræsentant: pladsen er ledig`);
    const at = await meeting(house);
    const about = await revision(house, { kind: 'final' });
    await by.do('confirmRules', {
      base: 'cast',
      threshold: 'simple',
      tie: 'notCarried',
      quorum: 0,
      secrecy: 'open',
      deputies: true,
    });
    const asked = { ...at, ...about, motion: 'Kan målet godkendes?' };
    expect(await by.unmet('openVote', asked)).toContain('representativeLeft');
    const next = await person(house, one);
    await by.do('appointRepresentative', { organisationId: one.id, personId: next.personId });
    const now = (await by.view('tasks')).items.map(({ title }: any) => title.da);
    expect(now.join()).not.toContain(one.name);
  });

  test('keeps what was cast in an open vote, and casts no more in it', async () => {
    const open = await vote(house, { season: 'autumn' });
    const { voteId } = open;
    await markPresent(house, open, one);
    await one.representative.do('castBallot', { voteId, choice: 'for' });
    await by.do('endPlace', { personId: one.representative.personId });
    expect(await one.representative.refused('castBallot', { voteId, choice: 'against' })).toBe(
      'notRegistered',
    );
    const { tally } = await by.do('closeVote', { voteId });
    expect(tally.for).toBe(1);
  });

  test('holds up no poll for a time: who is left has answered', async () => {
    const other = await member(house);
    const { schedulingId } = await by.do('findTime', {
      kind: 'steeringGroup',
      season: 'spring',
      title: 'Møde',
      minutes: 60,
      from: '2027-02-01',
      to: '2027-02-12',
    });
    const reading = () => by.view(`scheduling?id=${schedulingId}`);
    await eventually(reading, ({ state }) => state !== 'reading', 10_000);
    const two = [one.representative.personId, other.representative.personId];
    await house.sql('delete from busy_time where scheduling_id = $1', [schedulingId]);
    await house.sql('delete from invitee where scheduling_id = $1 and not person_id = any($2)', [
      schedulingId,
      two,
    ]);
    await house.sql('update invitee set readable = false where scheduling_id = $1', [schedulingId]);
    const slots = ['2027-02-03T10:00:00+01:00'];
    await by.do('openPoll', { schedulingId, slots, respondBy: '2027-01-25T12:00:00+01:00' });
    await other.representative.do('answerPoll', { schedulingId, none: true });
    const settles = async () =>
      (await by.view('tasks')).items.some((task: any) => task.kind === 'settleTime');
    expect(await settles()).toBe(false);
    await by.do('endPlace', { personId: one.representative.personId });
    expect(await settles()).toBe(true);
  });
});

describe('ending a place', () => {
  test('twice is the same answer and one event', async () => {
    const { who } = await withEverything();
    const first = await by.do('endPlace', { personId: who.personId });
    const before = await fingerprint(house);
    expect(await by.do('endPlace', { personId: who.personId })).toEqual(first);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('of somebody who left the team before also ends what they still held', async () => {
    const { personId } = one.representative;
    await house.sql('update person set left_at = now() where id = $1', [personId]);
    expect((await by.do('endPlace', { personId })).ended.roles).toContain('representative');
    expect((await shown(personId)).roles).toEqual([]);
  });

  test('of the secretariat’s own people, of nobody’s and of nobody is refused in words', async () => {
    const { personId } = await by.view('me');
    expect(await by.refused('endPlace', { personId })).toBe('placeOfSecretariat');
    expect(await by.refused('endPlace', { personId: (await whoHasLeft(house)).personId })).toBe(
      'withoutPlace',
    );
    expect(await by.refused('endPlace', { personId: one.id })).toBe('notFound');
  });

  test('and appointing the same person at the same moment leaves nobody who is gone in a seat', async () => {
    const rounds = Array.from({ length: 6 }, async () => {
      const who = await person(house, one);
      const of = { organisationId: one.id, personId: who.personId };
      await Promise.all([by.act('endPlace', { personId: who.personId }), by.act('nameDeputy', of)]);
      expect(await shown(who.personId)).toMatchObject({ left: true, roles: [] });
    });
    await Promise.all(rounds);
  });
});

test('whoever leaves is taken off the meetings to come in the calendar', async () => {
  await house.api('POST', '/people', {
    objectId: one.representative.objectId,
    displayName: 'Indkøbschef',
    email: 'chef@aarhus.example',
  });
  await house.sql(`update person set email = 'chef@aarhus.example' where id = $1`, [
    one.representative.personId,
  ]);
  const { meetingId } = await by.do('callMeeting', {
    kind: 'steeringGroup',
    season: 'spring',
    title: 'Styregruppemøde',
    invite: true,
    startsAt: '2027-05-01T10:00',
    endsAt: '2027-05-01T12:00',
  });
  const invited = async (): Promise<string> => {
    const all = await house.api<{ event: any }[]>('GET', '/calendar');
    return JSON.stringify(all.map(({ event }) => event.attendees));
  };
  await eventually(invited, (seen) => seen.includes('chef@aarhus.example'), 15_000);
  await by.do('endPlace', { personId: one.representative.personId });
  await eventually(invited, (seen) => !seen.includes('chef@aarhus.example'), 15_000);
  expect(meetingId).toBeTruthy();
}, 40_000);
