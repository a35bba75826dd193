import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import {
  addVersion,
  confirmRules,
  hearing,
  markPresent,
  meeting,
  passDeadline,
  revision,
  vote,
  type Case,
  type Meeting,
} from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf, toldAbout } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chair: Member;
let about: Case;
let at: Meeting;
const unknown = oid(999_999);

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'staff'] });
  chair = await member(house, { name: 'Odense Kommune', chair: true });
  about = await revision(house, { kind: 'final' });
  at = await meeting(house);
});

const opening = (more: object = {}) => ({
  meetingId: at.meetingId,
  revisionId: about.revisionId,
  versionId: about.versionId,
  motion: 'Kan målet godkendes?',
  ...more,
});

describe('the gate "put to the vote"', () => {
  test('no vote opens before the rules of procedure are confirmed', async () => {
    expect(await by.unmet('openVote', opening())).toEqual(['rulesUnconfirmed']);
    await confirmRules(house);
  });

  test('only at a steering-group meeting in session', async () => {
    const working = await meeting(house, { kind: 'workingGroup' });
    expect(await by.unmet('openVote', opening({ meetingId: working.meetingId }))).toEqual([
      'notSteeringGroup',
    ]);
    const later = await meeting(house, { inSession: false });
    expect(await by.unmet('openVote', opening({ meetingId: later.meetingId }))).toEqual(['notInSession']);
    const reason = 'Det haster meget.';
    expect(await by.unmet('openVote', opening({ meetingId: later.meetingId, reason }))).toEqual([
      'notInSession',
    ]);
  });

  test('only on the newest final version', async () => {
    const draft = await revision(house);
    const drafted = opening({ revisionId: draft.revisionId, versionId: draft.versionId });
    expect(await by.unmet('openVote', drafted)).toEqual(['notFinalVersion']);
    const twice = await revision(house, { kind: 'final' });
    await addVersion(house, twice.revisionId, 'final');
    const older = opening({ revisionId: twice.revisionId, versionId: twice.versionId });
    expect(await by.unmet('openVote', older)).toEqual(['olderVersion']);
    expect(await by.refused('openVote', opening({ versionId: draft.versionId }))).toBe('versionElsewhere');
  });

  test('not while a hearing of the case is open', async () => {
    const held = await hearing(house);
    const { versionId } = await addVersion(house, held.revisionId, 'final');
    const now = opening({ revisionId: held.revisionId, versionId });
    expect(await by.unmet('openVote', now)).toEqual(['hearingStillOpen']);
    await passDeadline(house, held.hearingId);
    // The meeting of that day is over.
    expect(await by.unmet('openVote', now)).toEqual(['notInSession']);
    at = await meeting(house);
    await by.do('openVote', { ...now, meetingId: at.meetingId });
  });

  test('outside the spring meeting it needs a reason, which is logged and printed', async () => {
    const autumn = await meeting(house, { season: 'autumn' });
    const { revisionId, versionId } = await revision(house, { kind: 'final' });
    const now = opening({ meetingId: autumn.meetingId, revisionId, versionId });
    expect(await by.refused('openVote', now)).toBe('reasonNeeded');
    expect(await by.allowed('openVote', { meetingId: autumn.meetingId, revisionId })).toEqual({
      ok: true,
      code: null,
      unmet: ['notSpringMeeting'],
    });
    const reason = 'Aftalen udløber før foråret.';
    const { voteId } = await by.do('openVote', { ...now, reason });
    expect((await one.staff.view(`vote?id=${voteId}`)).reason).toBe(reason);
    const event = (await eventsOf(house, revisionId)).at(-1);
    expect(event).toMatchObject({ type: 'voteOpened', data: { reason, passed: ['notSpringMeeting'] } });
  });

  test('the secretariat and the chair may, nobody else, and unknown ids are not found', async () => {
    expect(await one.representative.refused('openVote', opening())).toBe('secretariatOrChair');
    expect(await by.refused('openVote', opening({ meetingId: unknown }))).toBe('notFound');
    expect(await by.refused('openVote', opening({ revisionId: unknown }))).toBe('notFound');
    const { revisionId, versionId } = await revision(house, { kind: 'final' });
    await chair.representative.do('openVote', opening({ revisionId, versionId }));
  });

  test('one vote on a case at a time, and none on what is carried', async () => {
    const open = await vote(house, { at });
    const again = opening({ revisionId: open.revisionId, versionId: open.versionId });
    expect(await by.unmet('openVote', again)).toEqual(['voteAlreadyOpen']);
    await markPresent(house, at, one);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'for' });
    await by.do('closeVote', { voteId: open.voteId });
    expect(await by.unmet('openVote', again)).toEqual(['alreadyDecided']);
  });
});

describe('what freezes when a vote opens', () => {
  test('the document is the one with this hash, even when a newer version is added', async () => {
    const open = await vote(house, { at });
    await addVersion(house, open.revisionId, 'final');
    const view = await one.staff.view(`vote?id=${open.voteId}`);
    expect(view).toMatchObject({ versionHash: open.hash, version: { id: open.versionId } });
    const event = (await eventsOf(house, open.revisionId)).find((row) => row.type === 'voteOpened');
    expect(event?.data.versionHash).toBe(open.hash);
  });

  test('the rule is the one confirmed then, even when others are confirmed later', async () => {
    const open = await vote(house, { at, rules: { base: 'members', threshold: '3/4' } });
    await confirmRules(house);
    const { rule, ruleText } = await one.staff.view(`vote?id=${open.voteId}`);
    expect(rule).toMatchObject({ base: 'members', threshold: '3/4' });
    expect(ruleText.da).not.toBe('');
  });

  test('a representative appointed after opening votes; the one of the opening does not any more', async () => {
    const own = await member(house, { name: 'Aalborg Kommune' });
    const open = await vote(house, { at });
    await markPresent(house, at, own);
    const successor = await person(house, own, 'Indkøbschef');
    await by.do('appointRepresentative', { organisationId: own.id, personId: successor.personId });
    const cast = { voteId: open.voteId, choice: 'for' as const };
    expect(await own.representative.refused('castBallot', cast)).toBe('notEntitled');
    await successor.do('castBallot', cast);
  });

  test('a deputy named after opening cannot vote', async () => {
    const own = await member(house, { name: 'Randers Kommune' });
    const open = await vote(house, { at });
    await markPresent(house, at, own);
    const late = await person(house, own, 'Stedfortræder');
    await by.do('nameDeputy', { organisationId: own.id, personId: late.personId });
    expect(await late.refused('castBallot', { voteId: open.voteId, choice: 'for' })).toBe('notEntitled');
  });

  test('an organisation that joined after opening is not in the electorate', async () => {
    const open = await vote(house, { at });
    const { entitled } = await by.view(`vote?id=${open.voteId}`);
    const newcomer = await member(house, { name: 'Vejle Kommune' });
    await markPresent(house, at, newcomer);
    const cast = { voteId: open.voteId, choice: 'for' as const };
    expect(await newcomer.representative.refused('castBallot', cast)).toBe('notInElectorate');
    const onBehalf = { ...cast, organisationId: newcomer.id, means: 'room' };
    expect(await by.refused('recordBallotOnBehalf', onBehalf)).toBe('notFound');
    expect((await by.view(`vote?id=${open.voteId}`)).entitled).toBe(entitled);
  });
});

describe('the card of an opened vote', () => {
  test('goes to the chat of the meeting when there is one', async () => {
    const linked = await meeting(house, { invited: [one.representative] });
    await vote(house, { at: linked });
    expect(await toldAbout(house, 'voteOpened')).toContain(linked.conversationId);
  });

  test('else to everyone who may vote, deputies among them', async () => {
    const before = (await toldAbout(house, 'voteOpened')).length;
    await vote(house, { at });
    const told = (await toldAbout(house, 'voteOpened')).slice(before);
    const seats = [one.representative, one.deputy, chair.representative].map((who) => who.personId);
    expect(told).toEqual(expect.arrayContaining(seats));
    expect(told).not.toContain(one.staff.personId);
  });
});

describe('a rehearsal', () => {
  test('needs only the meeting, is marked, and decides nothing', async () => {
    const draft = await revision(house);
    const open = await vote(house, { at, of: draft, rehearsal: true });
    await markPresent(house, at, one);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'for' });
    const { carried } = await by.do('closeVote', { voteId: open.voteId });
    expect(carried).toBe(true);
    const view = await one.staff.view(`revision?id=${draft.revisionId}`);
    expect(view.state).toBe('developing');
    expect(view.vote).toBeNull();
    const events = await eventsOf(house, draft.revisionId);
    for (const type of ['voteOpened', 'voteClosed'])
      expect(events.find((row) => row.type === type)?.data.rehearsal).toBe(true);
  });

  test('that was carried stands in the way of no vote on the same document', async () => {
    const about = await revision(house, { kind: 'final' });
    const { voteId } = await vote(house, { at, of: about, rehearsal: true });
    await markPresent(house, at, one);
    await one.representative.do('castBallot', { voteId, choice: 'for' });
    expect(await by.do('closeVote', { voteId })).toMatchObject({ carried: true });
    await vote(house, { at, of: about });
  });

  test('leaves its opening, its closing and its count, and of its ballots nothing', async () => {
    const draft = await revision(house);
    const { voteId } = await vote(house, { at, of: draft, rehearsal: true });
    await markPresent(house, at, one, chair);
    const record = { voteId, organisationId: chair.id, choice: 'against' as const, means: 'room' as const };
    await one.representative.do('castBallot', { voteId, choice: 'for' });
    await by.do('recordBallotOnBehalf', record);
    const ballots = () => house.sql('select choice from ballot where vote_id = $1', [voteId]);
    expect(await ballots()).toHaveLength(2);
    await by.do('closeVote', { voteId });
    expect(await ballots()).toEqual([]);
    const said = (await eventsOf(house, draft.revisionId)).filter((row) => /vote|ballot/i.test(row.type));
    expect(said.map((row) => row.type)).toEqual(['voteOpened', 'voteClosed']);
    expect(said[1]!.data).toMatchObject({ cast: [], tally: { for: 1, against: 1 } });
    expect((await by.view(`vote?id=${voteId}`)).cast).toBe(2);
    // A repeat of the closing counts nothing anew.
    expect(await by.do('closeVote', { voteId })).toMatchObject({ tally: { for: 1, against: 1 } });
  });

  test('may stand beside the real vote, and the real one beside it', async () => {
    const about = await revision(house, { kind: 'final' });
    const rehearsal = await vote(house, { at, of: about, rehearsal: true });
    const real = await vote(house, { at, of: about });
    await markPresent(house, at, one);
    await one.representative.do('castBallot', { voteId: rehearsal.voteId, choice: 'against' });
    expect((await by.view(`vote?id=${real.voteId}`)).cast).toBe(0);
    expect((await by.view(`vote?id=${rehearsal.voteId}`)).cast).toBe(1);
  });
});
