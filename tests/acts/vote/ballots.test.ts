import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { inMeeting, markPresent, meeting, vote, type Vote } from '../../support/cases.ts';
import { member, secretariat, stranger, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, fingerprint, toldAbout } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let open: Vote;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', chair: true });
});
beforeEach(async () => {
  await house.api('DELETE', '/faults');
  const invited = [one.representative, one.deputy, one.staff, other.representative];
  open = await vote(house, { at: await meeting(house, { invited }) });
});

const ballot = (choice: string, more: object = {}) => ({ voteId: open.voteId, choice, ...more }) as never;
const mine = async (who: Someone) => (await who.view(`vote?id=${open.voteId}`)).mine;
const casts = async () =>
  (await eventsOf(house, open.revisionId)).filter((row) => row.type.startsWith('ballot'));

describe('who casts', () => {
  test('the representative who is in the meeting, once for the organisation', async () => {
    await inMeeting(house, open, one.representative);
    const done = await one.representative.do('castBallot', ballot('for'));
    expect(done).toMatchObject({ voteId: open.voteId, organisationId: one.id, choice: 'for' });
    expect((await mine(one.representative)).ballot).toMatchObject({
      choice: 'for',
      by: 'representative',
      means: 'tab',
    });
    expect((await casts()).at(-1)).toMatchObject({ type: 'ballotCast', data: { organisationId: one.id } });
  });

  test('who is not in the meeting is told so, and nothing is recorded', async () => {
    const before = await fingerprint(house);
    expect(await one.representative.refused('castBallot', ballot('for'))).toBe('notInMeeting');
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('staff without a seat, the secretariat and strangers do not', async () => {
    await inMeeting(house, open, one.staff);
    expect(await one.staff.refused('castBallot', ballot('for'))).toBe('notEntitled');
    expect(await by.refused('castBallot', ballot('for'))).toBe('secretariatHasNoBallot');
    expect(await (await stranger(house)).refused('castBallot', ballot('for'))).toBe('notRegistered');
    expect(await one.representative.refused('castBallot', ballot('for', { voteId: oid(999_999) }))).toBe(
      'notFound',
    );
  });

  test('a ballot cast speaks for the own organisation, whatever the body says', async () => {
    await inMeeting(house, open, one.representative);
    await one.representative.do('castBallot', ballot('against', { organisationId: other.id }));
    expect((await mine(other.representative)).ballot).toBeNull();
    expect((await mine(one.representative)).ballot.choice).toBe('against');
  });
});

describe('the deputy', () => {
  test('does not vote while the representative is in the meeting', async () => {
    await inMeeting(house, open, one.representative);
    await inMeeting(house, open, one.deputy);
    expect(await one.deputy.refused('castBallot', ballot('for'))).toBe('representativePresent');
  });

  test('votes while the representative is out of it', async () => {
    await inMeeting(house, open, one.deputy);
    await one.deputy.do('castBallot', ballot('for'));
    expect((await mine(one.representative)).ballot.by).toBe('deputy');
  });

  test('must be in the meeting too', async () => {
    expect(await one.deputy.refused('castBallot', ballot('for'))).toBe('notInMeeting');
  });

  test('gives way: a representative who comes back changes the ballot, and then the deputy cannot', async () => {
    await inMeeting(house, open, one.deputy);
    await one.deputy.do('castBallot', ballot('for'));
    await inMeeting(house, open, one.representative);
    await one.representative.do('castBallot', ballot('against'));
    expect(await one.deputy.refused('castBallot', ballot('for'))).toBe('representativePresent');
    expect((await mine(one.representative)).ballot).toMatchObject({
      choice: 'against',
      by: 'representative',
    });
  });

  test('does not vote under rules without deputies', async () => {
    open = await vote(house, { at: open, rules: { deputies: false } });
    await inMeeting(house, open, one.deputy);
    expect(await one.deputy.refused('castBallot', ballot('for'))).toBe('deputyNotAllowed');
    expect((await mine(one.deputy)).why.da).not.toBe('');
  });
});

describe('a representative who declares an interest', () => {
  beforeEach(async () => {
    for (const who of [one.representative, one.deputy]) await inMeeting(house, open, who);
    await one.representative.do('castBallot', ballot('recused'));
  });

  test('casts nothing any more, and is told so; to declare it again is a success', async () => {
    expect(await one.representative.refused('castBallot', ballot('for'))).toBe('recusedYourself');
    expect((await mine(one.representative)).why.da).toContain('inhabil');
    await one.representative.do('castBallot', ballot('recused'));
    const { tally } = await by.do('closeVote', { voteId: open.voteId });
    expect(tally).toMatchObject({ for: 0, recused: 1 });
  });

  test('does not stand in the way of the deputy, whose ballot they take back by nothing', async () => {
    await one.deputy.do('castBallot', ballot('for'));
    for (const choice of ['recused', 'against'])
      expect(await one.representative.refused('castBallot', ballot(choice))).toBe('recusedYourself');
    await one.deputy.do('castBallot', ballot('against'));
    expect((await mine(one.deputy)).ballot).toMatchObject({ choice: 'against', by: 'deputy' });
    await by.do('closeVote', { voteId: open.voteId });
    const { ballots } = await other.representative.view(`vote?id=${open.voteId}`);
    expect(ballots).toMatchObject([{ organisationId: one.id, by: 'deputy', representativeRecused: true }]);
  });

  test('is not shown as present once the vote is closed', async () => {
    await markPresent(house, open, one);
    await by.do('closeVote', { voteId: open.voteId });
    const { turnout } = await by.view(`vote?id=${open.voteId}`);
    expect(turnout.find((seat: any) => seat.organisationId === one.id)).toMatchObject({ present: false });
  });

  test('votes again when the group decides otherwise, by the secretariat', async () => {
    const group = { voteId: open.voteId, organisationId: one.id, choice: 'for', means: 'room' } as const;
    await by.do('recordBallotOnBehalf', group);
    expect(await by.do('closeVote', { voteId: open.voteId })).toMatchObject({
      tally: { for: 1, recused: 0 },
    });
  });
});

describe('when Teams cannot say who is in the meeting', () => {
  const broken = () => house.api('POST', '/faults', { kind: 'participantError' });

  test('a ballot is refused with the way out, never taken on trust and never called absence', async () => {
    await inMeeting(house, open, one.representative);
    await broken();
    const { status, body } = await one.representative.act('castBallot', ballot('for'));
    expect(status).toBe(503);
    expect(body).toMatchObject({ ok: false, refusal: { code: 'presenceUnknown' } });
    expect(body.ok ? '' : body.refusal.message.da).toMatch(/sekretariat/i);
  });

  test('whoever the secretariat has marked present votes all the same', async () => {
    await broken();
    await markPresent(house, open, one);
    await one.representative.do('castBallot', ballot('for'));
  });

  test('the deputy of a marked organisation waits: nobody knows whether the representative is there', async () => {
    await broken();
    await markPresent(house, open, one);
    expect(await one.deputy.refused('castBallot', ballot('for'))).toBe('presenceUnknown');
  });

  test('in a meeting whose chat the bot is not in, only a mark lets anyone vote', async () => {
    open = await vote(house, { at: await meeting(house) });
    expect(await one.representative.refused('castBallot', ballot('for'))).toBe('presenceUnknown');
    await markPresent(house, open, one);
    await one.representative.do('castBallot', ballot('for'));
  });
});

describe('the ballot', () => {
  beforeEach(() => inMeeting(house, open, one.representative));

  test('can be changed until closing; the last one counts and every change is in the trail', async () => {
    for (const choice of ['for', 'against', 'abstain'])
      await one.representative.do('castBallot', ballot(choice));
    expect((await casts()).map((row) => row.data.choice)).toEqual(['for', 'against', 'abstain']);
    const { tally } = await by.do('closeVote', { voteId: open.voteId });
    expect(tally).toEqual({ for: 0, against: 0, abstain: 1, recused: 0 });
  });

  test('recused is apart from abstaining and from being absent', async () => {
    await one.representative.do('castBallot', ballot('recused'));
    const { tally } = await by.do('closeVote', { voteId: open.voteId });
    expect(tally).toEqual({ for: 0, against: 0, abstain: 0, recused: 1 });
    const { ballots } = await by.view(`vote?id=${open.voteId}`);
    expect(ballots.map((row: any) => row.organisationId)).toEqual([one.id]);
  });

  test('against may carry a minority statement, kept with the decision; other choices may not', async () => {
    const statement = 'Kravet rammer små leverandører.';
    expect(await one.representative.refused('castBallot', ballot('for', { statement }))).toBe(
      'statementOnlyAgainst',
    );
    await one.representative.do('castBallot', ballot('against', { statement }));
    await by.do('closeVote', { voteId: open.voteId });
    const { ballots } = await other.staff.view(`vote?id=${open.voteId}`);
    expect(ballots[0]).toMatchObject({ choice: 'against', statement });
  });

  test('a statement is kept by voting against once more, and taken out when that is asked', async () => {
    const stated = async () => (await mine(one.representative)).ballot.statement;
    await one.representative.do('castBallot', ballot('against', { withoutStatement: true }));
    expect(await stated()).toBeNull();
    await one.representative.do('castBallot', ballot('against', { statement: 'Nej.' }));
    await one.representative.do('castBallot', ballot('against'));
    expect(await stated()).toBe('Nej.');
    await one.representative.do('castBallot', ballot('against', { withoutStatement: true }));
    expect(await stated()).toBeNull();
  });

  test('a changed mind takes the statement with it', async () => {
    await one.representative.do('castBallot', ballot('against', { statement: 'Nej.' }));
    await one.representative.do('castBallot', ballot('for'));
    expect((await mine(one.representative)).ballot.statement).toBeNull();
  });

  test('after closing it is told that it did not count', async () => {
    await by.do('closeVote', { voteId: open.voteId });
    const { status, body } = await one.representative.act('castBallot', ballot('for'));
    expect(status).toBe(409);
    expect(body).toMatchObject({ refusal: { code: 'voteClosed' } });
    expect((await by.view(`vote?id=${open.voteId}`)).ballots).toEqual([]);
  });
});

describe('recorded on behalf', () => {
  const onBehalf = (more: object = {}) =>
    ({ voteId: open.voteId, organisationId: one.id, choice: 'for', means: 'phone', ...more }) as never;

  test('is an event that representative and deputy are told of, and shows the organisation as present once the vote is closed', async () => {
    const before = (await toldAbout(house, 'ballotRecorded')).length;
    await by.do('recordBallotOnBehalf', onBehalf());
    expect((await mine(one.representative)).ballot).toMatchObject({ by: 'secretariat', means: 'phone' });
    expect((await casts()).at(-1)).toMatchObject({ type: 'ballotRecordedOnBehalf' });
    const told = (await toldAbout(house, 'ballotRecorded')).slice(before);
    expect(told.sort()).toEqual([one.representative.personId, one.deputy.personId].sort());
    const present = async () =>
      (await by.view(`meeting?id=${open.meetingId}`)).presence.find(
        (row: any) => row.organisationId === one.id,
      ).present;
    expect(await present()).toBe(false);
    await by.do('closeVote', { voteId: open.voteId });
    expect(await present()).toBe(true);
  });

  test('can be corrected by the organisation until closing, also by someone who dialled in', async () => {
    await by.do('recordBallotOnBehalf', onBehalf());
    await one.representative.do('castBallot', ballot('against'));
    expect((await mine(one.representative)).ballot).toMatchObject({
      choice: 'against',
      by: 'representative',
    });
    const { tally } = await by.do('closeVote', { voteId: open.voteId });
    expect(tally).toMatchObject({ for: 0, against: 1 });
  });

  test('is for the secretariat only, in an open vote, for an organisation with a seat', async () => {
    expect(await other.representative.refused('recordBallotOnBehalf', onBehalf())).toBe('secretariatOnly');
    expect(await by.refused('recordBallotOnBehalf', onBehalf({ organisationId: oid(999_999) }))).toBe(
      'notFound',
    );
    expect(await by.refused('recordBallotOnBehalf', onBehalf({ voteId: oid(999_999) }))).toBe('notFound');
    expect(await by.refused('recordBallotOnBehalf', onBehalf({ statement: 'Nej' }))).toBe(
      'statementOnlyAgainst',
    );
    await by.do('closeVote', { voteId: open.voteId });
    expect(await by.refused('recordBallotOnBehalf', onBehalf())).toBe('voteClosed');
  });
});
