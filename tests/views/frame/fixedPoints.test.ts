import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { markPresent, meeting, passDeadline, vote, type Hearing, type Vote } from '../../support/cases.ts';
import { install } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { castOf, hearingUntil, known, settled, type Cast } from './ground.ts';

const house = useHouse();
let cast: Cast;
let held: Hearing;
let voting: Vote;
let commentId: string;

/** What tools outside this house read: what must hold whatever else stands beside it. */
beforeAll(async () => {
  cast = await castOf(house);
  const { by, one, chair } = cast;
  await install(house, one.contact);
  held = await hearingUntil(house, '2027-03-01T12:00');
  const { hearingId } = held;
  const whole = { clause: '10.b', type: 'technical' as const, proposedChange: 'Skriv det om.' };
  ({ commentId } = await one.staff.do('addComment', { hearingId, ...whole, text: 'Uklart.' }));
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
  await settled(house, hearingId);
  await passDeadline(house, hearingId);
  const answer = { disposition: 'partly' as const, response: 'Rettet.', theme: 'Krav', clause: '10.a' };
  await by.do('disposeComment', { commentId, ...answer });
  const at = await meeting(house);
  await markPresent(house, at, one);
  voting = await vote(house, { at });
  const { voteId } = voting;
  await one.representative.do('castBallot', { voteId, choice: 'for' });
  const record = { organisationId: chair.id, choice: 'abstain' as const, means: 'phone' as const };
  await by.do('recordBallotOnBehalf', { voteId, ...record });
});

describe('what tools outside rely on', () => {
  test('a hearing says its state, its deadline in UTC, and how each organisation answered', async () => {
    for (const reader of known) {
      const view = await cast.readers[reader].view(`hearing?id=${held.hearingId}`);
      expect(view).toMatchObject({
        id: held.hearingId,
        state: 'closed',
        deadline: '2027-03-01T11:00:00.000Z',
      });
      const answers = view.answers.map((row: any) => [row.organisationId, row.state]);
      expect(Object.fromEntries(answers)).toEqual({
        [cast.one.id]: 'withRemarks',
        [cast.other.id]: 'silent',
        [cast.chair.id]: 'silent',
      });
    }
  });

  test('a comment keeps its id and its number, with everything that was said and answered', async () => {
    const { items } = await cast.other.staff.view(`comments?hearingId=${held.hearingId}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: commentId,
      ref: expect.stringMatching(new RegExp(`^${held.hearingRef}-[1-9]\\d{2}$`)),
      organisationId: cast.one.id,
      clause: '10.b',
      type: 'technical',
      text: 'Uklart.',
      proposedChange: 'Skriv det om.',
      channel: 'tab',
      receivedAt: expect.stringMatching(/^2027-01-11T08:.*Z$/),
      disposition: 'partly',
      response: 'Rettet.',
    });
  });

  test('a vote says what it is about and under which rule; its count when it is closed', async () => {
    const head = { id: voting.voteId, motion: 'Kan målet godkendes?', versionHash: voting.hash };
    const rule = {
      base: 'cast',
      threshold: 'simple',
      tie: 'notCarried',
      quorum: 0,
      secrecy: 'open',
      deputies: true,
    };
    const read = () => cast.other.staff.view(`vote?id=${voting.voteId}`);
    expect(await read()).toMatchObject({
      ...head,
      rule,
      state: 'open',
      tally: null,
      base: null,
      carried: null,
    });
    await cast.by.do('closeVote', { voteId: voting.voteId });
    const closed = await read();
    const tally = { for: 1, against: 0, abstain: 1, recused: 0 };
    expect(closed).toMatchObject({ ...head, rule, state: 'closed', tally, base: 1, carried: true });
    expect(closed.arithmetic.da).toBe(
      '1 for, 0 imod, 1 undlod at stemme, 0 inhabile, 1 afgav ikke stemme, af 3; 1 > 0,5 → godkendt',
    );
    expect(closed.ballots.map((row: any) => [row.organisationId, row.choice, row.means])).toEqual([
      [cast.one.id, 'for', 'tab'],
      [cast.chair.id, 'abstain', 'phone'],
    ]);
  });

  test('a message says to whom, by which channel, how far it came, and its receipt or the reason', async () => {
    const rows = () => cast.by.view(`deliveries?hearingId=${held.hearingId}`);
    const done = (items: any[]) => items.every((row) => row.state !== 'queued' && row.state !== 'sending');
    const { items } = await eventually(rows, (seen) => done(seen.items));
    const byPerson = new Map<string, any>(items.map((row: any) => [row.personId, row]));
    expect(byPerson.size).toBe(7);
    expect(byPerson.get(cast.one.contact.personId)).toMatchObject({
      message: 'hearingInvitation',
      channel: 'personal',
      state: expect.stringMatching(/^(accepted|actedOn)$/),
      activityId: expect.stringMatching(/./),
    });
    const staff = byPerson.get(cast.other.staff.personId);
    expect(staff).toMatchObject({ message: 'hearingInvitation', channel: 'mail' });
    expect(staff.activityId).toBeUndefined();
  });
});

describe('a trail read by a member', () => {
  const trail = () => cast.other.staff.view(`trail?revisionId=${held.revisionId}`);

  test('has for each event its number, when, who, what, and its place in the chain', async () => {
    const { items } = await eventually(trail, (seen) => seen.verification.unsealed === 0);
    for (const [index, row] of items.entries()) {
      expect(row.seq).toBe(index + 1);
      expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(row.previous).toBe(index === 0 ? '0'.repeat(64) : items[index - 1].hash);
      expect(row).toMatchObject({ at: expect.stringMatching(/Z$/), data: expect.any(Object) });
    }
    expect(items.map((row: any) => row.by.organisationName)).toContain('Aarhus Kommune');
  });

  test('times are those of the acts, oldest first', async () => {
    const { items } = await eventually(trail, (seen) => seen.verification.unsealed === 0);
    const times = items.map((row: any) => row.at);
    expect(times).toEqual([...times].sort());
    expect(times[0]).toMatch(/^2027-01-11T08:/);
    expect(times.at(-1)).toMatch(/^2027-03-01T11:/);
  });
});
