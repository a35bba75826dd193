import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Rule } from '../../../bot/process/vote/vote.ts';
import { oid } from '../../support/app.ts';
import { addVersion, markPresent, meeting, vote, type Meeting, type Vote } from '../../support/cases.ts';
import { members, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, eventTypes, fingerprint, toldAbout } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let chair: Member;
let all: Member[];
let at: Meeting;

beforeAll(async () => {
  by = secretariat(house);
  chair = await member(house, { name: 'Aarhus Kommune', chair: true, with: ['deputy'] });
  all = [chair, ...(await members(house, 3))];
  at = await meeting(house);
  await markPresent(house, at, ...all);
});

/** An open vote in which the members have cast, in their order. */
async function voted(choices: (string | null)[], rules: Partial<Rule> = {}): Promise<Vote> {
  const open = await vote(house, { at, rules });
  for (const [index, choice] of choices.entries())
    if (choice) await all[index]!.representative.do('castBallot', { voteId: open.voteId, choice } as never);
  return open;
}
const stateOf = async ({ revisionId }: Vote) => (await by.view(`revision?id=${revisionId}`)).state;

describe('closing a vote', () => {
  test('freezes the count, moves the case on and tells everyone with a seat', async () => {
    const open = await voted(['for', 'for', 'against', 'abstain']);
    const result = await by.do('closeVote', { voteId: open.voteId });
    expect(result).toMatchObject({
      carried: true,
      outcome: 'carried',
      base: 3,
      tally: { for: 2, against: 1, abstain: 1, recused: 0 },
    });
    expect(await stateOf(open)).toBe('approved');
    const view = await all[3]!.representative.view(`vote?id=${open.voteId}`);
    expect(view).toMatchObject({ state: 'closed', carried: true, tally: result.tally, base: 3, entitled: 4 });
    expect(view.arithmetic.da).toBe(
      '2 for, 1 imod, 1 undlod at stemme, 0 inhabile, 0 afgav ikke stemme, af 4; 2 > 1,5 → godkendt',
    );
    const told = await toldAbout(house, 'voteResult');
    const seats = [...all.map((one) => one.representative), chair.deputy].map((who) => who.personId);
    expect(told).toEqual(expect.arrayContaining(seats));
  });

  test('the record names who voted what and who did not', async () => {
    const open = await voted(['for', null, 'recused']);
    await by.do('closeVote', { voteId: open.voteId });
    const event = (await eventsOf(house, open.revisionId)).find((row) => row.type === 'voteClosed');
    const cast = Object.fromEntries(event!.data.cast.map((row: any) => [row.organisationId, row.choice]));
    expect(cast).toEqual({
      [all[0]!.id]: 'for',
      [all[1]!.id]: null,
      [all[2]!.id]: 'recused',
      [all[3]!.id]: null,
    });
  });

  test('a vote that is not carried sends the case back', async () => {
    const open = await voted(['for', 'against', 'against']);
    expect(await by.do('closeVote', { voteId: open.voteId })).toMatchObject({ carried: false });
    expect(await stateOf(open)).toBe('returned');
  });

  test('a second closing gives the same answer and writes nothing', async () => {
    const open = await voted(['for']);
    const first = await by.do('closeVote', { voteId: open.voteId });
    const before = await fingerprint(house);
    expect(await chair.representative.do('closeVote', { voteId: open.voteId })).toEqual(first);
    expect(changes(before, await fingerprint(house))).toEqual([]);
    expect((await by.allowed('closeVote', { voteId: open.voteId })).code).toBe('voteClosed');
  });

  test('members do not close votes, and there is no result of what is not there', async () => {
    const open = await voted([]);
    expect(await all[1]!.representative.refused('closeVote', { voteId: open.voteId })).toBe(
      'secretariatOrChair',
    );
    expect(await by.refused('closeVote', { voteId: oid(999_999) })).toBe('notFound');
  });

  test('a session does not end while a vote is open', async () => {
    const here = await meeting(house);
    const open = await vote(house, { at: here });
    const { meetingId } = here;
    expect(await by.refused('endSession', { meetingId })).toBe('voteOpen');
    await by.do('closeVote', { voteId: open.voteId });
    await by.do('endSession', { meetingId });
  });
});

describe('majorities', () => {
  const cases: [string, Partial<Rule>, (string | null)[], object][] = [
    ['nobody voting carries nothing', {}, [], { carried: false, base: 0 }],
    [
      'abstentions do not count against, with votes cast as base',
      {},
      ['for', 'abstain', 'abstain'],
      { carried: true, base: 1 },
    ],
    [
      'they do with those present as base',
      { base: 'present' },
      ['for', 'abstain', 'abstain', 'recused'],
      { carried: false, base: 3 },
    ],
    [
      'all members as base asks for more than half of them',
      { base: 'members' },
      ['for', 'for', null, null],
      { carried: false, base: 4 },
    ],
    [
      'two thirds is reached at two thirds',
      { threshold: '2/3' },
      ['for', 'for', 'against'],
      { carried: true, base: 3 },
    ],
    [
      'three quarters is not reached below them',
      { threshold: '3/4' },
      ['for', 'for', 'against'],
      { carried: false },
    ],
    ['half and half is not carried', {}, ['for', 'against'], { carried: false, outcome: 'notCarried' }],
    [
      'without a quorum nothing is carried',
      { quorum: 1 },
      ['for', 'for', 'for', 'recused'],
      { carried: false, outcome: 'inquorate' },
    ],
    [
      'those present without a ballot make a quorum',
      { quorum: 1 },
      ['for', null, null, null],
      { carried: true, outcome: 'carried' },
    ],
  ];
  test.each(cases)('%s', async (_, rules, choices, expected) => {
    const open = await voted(choices, rules);
    expect(await by.do('closeVote', { voteId: open.voteId })).toMatchObject(expected);
    const { arithmetic } = await by.view(`vote?id=${open.voteId}`);
    expect(arithmetic.en).not.toMatch(/undefined|NaN|%/);
  });
});

describe('a tie', () => {
  const tied = () => voted(['for', 'against'], { tie: 'chairDecides' });

  test('waits for the chair where the rules say so, and decides nothing until then', async () => {
    const open = await tied();
    expect(await by.do('closeVote', { voteId: open.voteId })).toMatchObject({
      outcome: 'tied',
      carried: null,
    });
    expect(await stateOf(open)).toBe('decision');
    const { items } = await chair.representative.view('tasks');
    expect(items.map((row: any) => row.id)).toContain(`decideTie:${open.voteId}`);
    const decision = { voteId: open.voteId, carried: true };
    expect(await by.refused('decideTie', decision)).toBe('chairOnly');
    expect(await all[1]!.representative.refused('decideTie', decision)).toBe('chairOnly');
    expect(await chair.representative.do('decideTie', decision)).toEqual(decision);
    expect(await stateOf(open)).toBe('approved');
    const view = await by.view(`vote?id=${open.voteId}`);
    expect(view).toMatchObject({ carried: true, outcome: 'tied', tally: { for: 1, against: 1 } });
    expect(await eventTypes(house, open.revisionId)).toContain('tieDecided');
  });

  test('is decided once: the same word again is a success, another is refused', async () => {
    const open = await tied();
    await by.do('closeVote', { voteId: open.voteId });
    await chair.representative.do('decideTie', { voteId: open.voteId, carried: false });
    await chair.representative.do('decideTie', { voteId: open.voteId, carried: false });
    expect(await chair.representative.refused('decideTie', { voteId: open.voteId, carried: true })).toBe(
      'noTieToDecide',
    );
    expect(await stateOf(open)).toBe('returned');
    const types = await eventTypes(house, open.revisionId);
    expect(types.filter((type) => type === 'tieDecided')).toHaveLength(1);
  });

  const again = ({ revisionId, versionId }: Vote) => ({
    meetingId: at.meetingId,
    revisionId,
    versionId,
    motion: 'Igen?',
  });

  test('is decided before the case is voted on again, on this version or a later one', async () => {
    const open = await tied();
    await by.do('closeVote', { voteId: open.voteId });
    expect(await by.unmet('openVote', again(open))).toEqual(['tieUndecided']);
    const later = await addVersion(house, open.revisionId, 'final');
    expect(await by.unmet('openVote', { ...again(open), versionId: later.versionId })).toEqual([
      'tieUndecided',
    ]);
    await chair.representative.do('decideTie', { voteId: open.voteId, carried: false });
    await by.do('openVote', { ...again(open), versionId: later.versionId });
  });

  test('that a later vote has overtaken is decided no more, nor asked for, and the later one stands', async () => {
    const open = await tied();
    await by.do('closeVote', { voteId: open.voteId });
    // As it could be before: a later vote was opened beside the tie that waited.
    const sleeping = `update vote set carried = $2 where id = $1`;
    await house.sql(sleeping, [open.voteId, false]);
    const { voteId } = await by.do('openVote', again(open));
    await house.sql(sleeping, [open.voteId, null]);
    await all[0]!.representative.do('castBallot', { voteId, choice: 'for' });
    await by.do('closeVote', { voteId });
    const decision = { voteId: open.voteId, carried: false };
    expect(await chair.representative.refused('decideTie', decision)).toBe('noTieToDecide');
    const { items } = await chair.representative.view('tasks');
    expect(items.map((row: any) => row.id)).not.toContain(`decideTie:${open.voteId}`);
    expect(await stateOf(open)).toBe('approved');
    expect(await by.unmet('openVote', again(open))).toEqual(['alreadyDecided']);
  });

  test('is not there to decide before closing, nor where there is a majority', async () => {
    const open = await tied();
    const decision = { voteId: open.voteId, carried: true };
    expect(await chair.representative.refused('decideTie', decision)).toBe('noTieToDecide');
    await all[2]!.representative.do('castBallot', { voteId: open.voteId, choice: 'for' });
    await by.do('closeVote', { voteId: open.voteId });
    expect(await chair.representative.refused('decideTie', decision)).toBe('noTieToDecide');
    expect(await chair.representative.refused('decideTie', { ...decision, voteId: oid(999_999) })).toBe(
      'notFound',
    );
  });
});

describe('while a vote is open', () => {
  const readers = (): Record<string, Someone> => ({
    secretariat: by,
    chair: chair.representative,
    'a member who has voted': all[1]!.representative,
    'a member who has not': all[2]!.representative,
  });
  const who = ['secretariat', 'chair', 'a member who has voted', 'a member who has not'];
  let open: Vote;
  beforeAll(async () => void (open = await voted([null, 'against'])));

  test.each(who)('%s is shown how many have voted, never how', async (reader) => {
    const one = readers()[reader]!;
    const view = await one.view(`vote?id=${open.voteId}`);
    expect(view).toMatchObject({
      cast: 1,
      entitled: 4,
      tally: null,
      base: null,
      carried: null,
      outcome: null,
    });
    const { organisationId } = await one.view('me');
    for (const row of view.ballots) expect(row.organisationId).toBe(organisationId);
    const { items } = await one.view(`trail?revisionId=${open.revisionId}`);
    const cast = items.at(-1);
    if (reader !== 'a member who has voted') {
      expect(cast).toMatchObject({ at: null, actor: null, type: null, data: null, salt: null });
      expect(JSON.stringify([view, items])).not.toMatch(/"choice":"against"/);
    } else expect(cast).toMatchObject({ type: 'ballotCast', data: { choice: 'against' } });
  });

  test('who is still missing is for those who run the meeting', async () => {
    const turnout = async (one: Someone) => (await one.view(`vote?id=${open.voteId}`)).turnout.length;
    expect(await turnout(by)).toBe(4);
    expect(await turnout(chair.representative)).toBe(4);
    expect(await turnout(all[1]!.representative)).toBe(0);
  });

  test('after closing everybody sees everybody', async () => {
    await by.do('closeVote', { voteId: open.voteId });
    for (const reader of who) {
      const view = await readers()[reader]!.view(`vote?id=${open.voteId}`);
      expect(view.ballots.map((row: any) => [row.organisationId, row.choice])).toEqual([
        [all[1]!.id, 'against'],
      ]);
      expect(view.turnout).toHaveLength(4);
    }
  });
});
