import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { inMeeting, markPresent, meeting, vote, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, fingerprint, toldAbout } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let open: Vote;

beforeAll(async () => {
  by = secretariat(house);
  other = await member(house, { name: 'Odense Kommune' });
});
beforeEach(async () => {
  one = await member(house, { with: ['deputy', 'staff'] });
  const at = await meeting(house, { invited: [one.representative, one.deputy, other.representative] });
  open = await vote(house, { at, rules: { base: 'present' } });
});

// A seat that nobody holds asks for a reason whenever a vote is opened.
afterEach(() => by.do('appointRepresentative', { organisationId: one.id, personId: one.staff.personId }));

const close = () => by.do('closeVote', { voteId: open.voteId });
const onBehalf = () =>
  by.do('recordBallotOnBehalf', {
    voteId: open.voteId,
    organisationId: one.id,
    choice: 'for',
    means: 'phone',
  });
const toldSince = async (message: string, work: () => Promise<unknown>) => {
  const before = (await toldAbout(house, message)).length;
  await work();
  return (await toldAbout(house, message)).slice(before);
};

/** How somebody who was named for a seat comes to hold it no more while the vote is open. */
const goes: [string, (who: Someone) => Promise<unknown>][] = [
  ['whose place has ended', (who) => by.do('endPlace', { personId: who.personId })],
  [
    'who has left the team, as Entra says',
    (who) => house.sql(`update person set left_at = now() where id = $1`, [who.personId]),
  ],
  [
    'who has gone to another member',
    async (who) => {
      await by.do('endPlace', { personId: who.personId });
      const of = { organisationId: other.id, displayName: 'Indkøber, Odense Kommune', email: 'x@example.dk' };
      await by.do('registerPerson', { ...of, objectId: who.objectId });
    },
  ],
];

test('who was the chair closes no vote any more once they are with another member', async () => {
  const { id, representative } = await member(house, { chair: true });
  const move = (to: string) =>
    house.sql('update person set organisation_id = $1 where id = $2', [to, representative.personId]);
  const chairs = async () => (await representative.view('me')).chair;
  expect(await chairs()).toBe(true);
  await move(other.id);
  await eventually(chairs, (still) => !still);
  expect(await representative.refused('closeVote', { voteId: open.voteId })).toBe('secretariatOrChair');
  await move(id);
});

describe.each(goes)('a deputy %s', (_, go) => {
  test('makes the organisation present no more by being in the meeting', async () => {
    for (const who of [one.deputy, other.representative]) await inMeeting(house, open, who);
    await go(one.deputy);
    expect(await close()).toMatchObject({ base: 1 });
  });

  test('casts no ballot for it', async () => {
    await inMeeting(house, open, one.deputy);
    await one.deputy.token();
    await go(one.deputy);
    const { body } = await one.deputy.act('castBallot', { voteId: open.voteId, choice: 'for' });
    expect(body.ok).toBe(false);
    expect((await by.view(`vote?id=${open.voteId}`)).cast).toBe(0);
  });

  test('is told nothing more of its ballot or its result', async () => {
    await inMeeting(house, open, other.representative);
    await go(one.deputy);
    expect(await toldSince('ballotRecorded', onBehalf)).toEqual([one.representative.personId]);
    expect(await toldSince('voteResult', close)).not.toContain(one.deputy.personId);
  });
});

describe.each(goes)('a representative %s', (_, go) => {
  test('stands in nobody’s way: the deputy casts the ballot', async () => {
    for (const who of [one.representative, one.deputy]) await inMeeting(house, open, who);
    await go(one.representative);
    await one.deputy.do('castBallot', { voteId: open.voteId, choice: 'for' });
    expect(await close()).toMatchObject({ base: 1, tally: { for: 1 } });
  });

  test('makes the organisation present no more', async () => {
    for (const who of [one.representative, other.representative]) await inMeeting(house, open, who);
    await go(one.representative);
    expect(await close()).toMatchObject({ base: 1 });
  });
});

test('who comes back with another member holds nothing of what they were for the one before', async () => {
  const who = one.representative;
  await house.sql(`update person set left_at = now() where id = $1`, [who.personId]);
  const of = { organisationId: other.id, displayName: 'Indkøber, Odense Kommune', email: 'y@example.dk' };
  await by.do('registerPerson', { ...of, objectId: who.objectId });
  const { items } = await by.view('members');
  const before = items.find(({ id }: any) => id === one.id).people;
  expect(before.filter(({ roles }: any) => roles.includes('representative'))).toEqual([]);
  const ended = (await eventsOf(house, 'register')).filter(({ type }) => type === 'placeEnded').at(-1);
  expect(ended!.data).toMatchObject({
    personId: who.personId,
    organisationId: one.id,
    roles: ['representative'],
  });
});

describe('a rehearsal', () => {
  let tried: Vote;
  const rehearse = () =>
    by.do('recordBallotOnBehalf', {
      voteId: tried.voteId,
      organisationId: one.id,
      choice: 'for',
      means: 'room',
    });
  beforeEach(async () => void (tried = await vote(house, { at: open, rehearsal: true })));

  test('leaves nothing that outlives it: who is present, the base of a vote in the same meeting, the trail', async () => {
    const before = await fingerprint(house);
    await rehearse();
    expect(changes(before, await fingerprint(house)).sort()).toEqual(['ballot', 'delivery']);
    const { presence } = await by.view(`meeting?id=${open.meetingId}`);
    expect(presence.filter(({ present }: any) => present)).toEqual([]);
    await inMeeting(house, open, other.representative);
    expect(await close()).toMatchObject({ base: 1 });
  });

  test('lets whoever is on the phone correct the ballot that was recorded, as in a real vote', async () => {
    await rehearse();
    await one.representative.do('castBallot', { voteId: tried.voteId, choice: 'against' });
  });
});

describe('who is shown as present', () => {
  const presentIn = async (who: Someone): Promise<string[]> =>
    (await who.view(`vote?id=${open.voteId}`)).turnout
      .filter(({ present }: any) => present)
      .map(({ organisationId }: any) => organisationId);

  test('is whoever has voted, from the meeting or otherwise, and whoever is marked', async () => {
    await inMeeting(house, open, one.representative);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'for' });
    expect(await presentIn(by)).toEqual([one.id]);
    await markPresent(house, open, other);
    expect((await presentIn(by)).sort()).toEqual([one.id, other.id].sort());
  });

  test('after closing it is whom the base counts, no more and no fewer', async () => {
    for (const who of [one.representative, other.representative]) await inMeeting(house, open, who);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'abstain' });
    await other.representative.do('castBallot', { voteId: open.voteId, choice: 'recused' });
    await markPresent(house, open, other);
    const { base } = await close();
    expect(await presentIn(one.representative)).toEqual([one.id]);
    expect((await by.view(`vote?id=${open.voteId}`)).present).toBe(base);
    const closed = (await eventsOf(house, open.revisionId)).find(({ type }) => type === 'voteClosed')!;
    const said = closed.data.cast.filter(({ present }: any) => present);
    expect(said.map(({ organisationId }: any) => organisationId)).toEqual([one.id]);
  });

  const marks = async () =>
    (await eventsOf(house, open.meetingId))
      .filter(({ type }) => type === 'presenceMarked')
      .map(({ data }) => [data.organisationId, data.present]);
  const marked = async (who: Someone) =>
    (await who.view(`meeting?id=${open.meetingId}`)).presence
      .filter(({ present }: any) => present)
      .map(({ organisationId }: any) => organisationId);

  test('by a ballot on behalf is told when the vote is closed, and then stands in the trail of the meeting', async () => {
    await onBehalf();
    for (const who of [by, other.representative]) expect(await marked(who)).toEqual([]);
    expect(await marks()).toEqual([]);
    await inMeeting(house, open, other.representative);
    await close();
    for (const who of [by, other.representative]) expect(await marked(who)).toEqual([one.id]);
    expect(await marks()).toEqual([[one.id, true]]);
  });

  test('by a ballot on behalf counts at once in every vote of the session, and the organisation may vote in them', async () => {
    const beside = await vote(house, { at: open, rules: { base: 'present' } });
    await onBehalf();
    await one.representative.do('castBallot', { voteId: beside.voteId, choice: 'against' });
    // Corrected by itself, and once more: it is there all the same.
    for (const choice of ['against', 'abstain'] as const)
      await one.representative.do('castBallot', { voteId: open.voteId, choice });
    const third = await vote(house, { at: open, rules: { base: 'present' } });
    await inMeeting(house, open, other.representative);
    expect(await by.do('closeVote', { voteId: third.voteId })).toMatchObject({ base: 2 });
    expect(await marked(by)).toEqual([]);
    expect(await close()).toMatchObject({ base: 2 });
    const later = await vote(house, { at: open, rules: { base: 'present' } });
    expect(await by.do('closeVote', { voteId: later.voteId })).toMatchObject({ base: 2 });
  });

  test('is not who was marked as gone after their ballot was recorded, but in the vote that it was for', async () => {
    await onBehalf();
    const mark = { meetingId: open.meetingId, organisationId: one.id };
    await by.do('markPresent', { ...mark, present: false });
    const beside = await vote(house, { at: open, rules: { base: 'present' } });
    await inMeeting(house, open, other.representative);
    expect(await by.do('closeVote', { voteId: beside.voteId })).toMatchObject({ base: 1 });
    expect(await close()).toMatchObject({ base: 2 });
    expect(await marked(by)).toEqual([]);
  });

  test('while the vote is open does not tell that somebody is recused', async () => {
    await inMeeting(house, open, one.representative);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'recused' });
    expect(await presentIn(by)).toEqual([one.id]);
    await inMeeting(house, open, other.representative);
    await close();
    expect(await presentIn(by)).toEqual([other.id]);
  });
});
