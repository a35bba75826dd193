import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  addVersion,
  clauses,
  confirmRules,
  hearing,
  markPresent,
  meeting,
  revision,
  vote,
} from '../../support/cases.ts';
import { member, members, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventTypes } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let other: Someone;
let some: Member[];

beforeAll(async () => {
  by = secretariat(house);
  other = secretariat(house, 1);
  some = await members(house, 5);
});

const count = <T>(all: T[], value: T): number => all.filter((one) => one === value).length;

describe('two who do the same at once', () => {
  test('two secretariats closing a vote close it once, with the same result', async () => {
    const at = await meeting(house);
    await markPresent(house, at, ...some);
    const { voteId, revisionId } = await vote(house, { at });
    await Promise.all(some.map((one) => one.representative.do('castBallot', { voteId, choice: 'for' })));
    const results = await Promise.all([by, other, by, other].map((one) => one.do('closeVote', { voteId })));
    expect(results[0]).toMatchObject({ carried: true, tally: { for: 5 } });
    for (const result of results) expect(result).toEqual(results[0]);
    expect(count(await eventTypes(house, revisionId), 'voteClosed')).toBe(1);
  });

  test.each(['with the same key', 'without a key'])(
    'a double click of one comment, %s, is one comment',
    async (how) => {
      const { hearingId, revisionId } = await hearing(house);
      const input = { hearingId, type: 'general' as const, text: 'Kun én gang.' };
      const key = how === 'with the same key' ? 'double click' : undefined;
      const clicks = Array.from({ length: 8 }, () => some[0]!.staff.do('addComment', input, key));
      const results = await Promise.all(clicks);
      for (const result of results) expect(result).toEqual(results[0]);
      expect((await some[0]!.staff.view(`comments?hearingId=${hearingId}`)).items).toHaveLength(1);
      expect(count(await eventTypes(house, revisionId), 'commentAdded')).toBe(1);
    },
  );

  test('a double click of one ballot is one ballot and one event', async () => {
    const at = await meeting(house);
    await markPresent(house, at, ...some);
    const { voteId, revisionId } = await vote(house, { at });
    const input = { voteId, choice: 'for' as const };
    const clicks = Array.from({ length: 8 }, () =>
      some[0]!.representative.do('castBallot', input, 'one click'),
    );
    const results = await Promise.all(clicks);
    for (const result of results) expect(result).toEqual(results[0]);
    expect(count(await eventTypes(house, revisionId), 'ballotCast')).toBe(1);
    expect((await by.do('closeVote', { voteId })).tally.for).toBe(1);
  });

  test('representative and deputy casting at once leave one ballot', async () => {
    const pair = await member(house, { with: ['deputy'] });
    const at = await meeting(house, { invited: [pair.representative, pair.deputy] });
    const path = `/meetings/${encodeURIComponent(at.platformId)}/presence`;
    await house.api('POST', path, { objectId: pair.deputy.objectId, inMeeting: true });
    const { voteId } = await vote(house, { at });
    await by.do('markPresent', { meetingId: at.meetingId, organisationId: pair.id, present: true });
    await Promise.all([
      pair.representative.do('castBallot', { voteId, choice: 'against' }),
      pair.deputy.act('castBallot', { voteId, choice: 'for' }),
    ]);
    const { tally } = await by.do('closeVote', { voteId });
    expect(tally.for + tally.against).toBe(1);
  });

  test('two documents added at once get two numbers', async () => {
    const { revisionId } = await revision(house);
    const add = (title: string) => by.do('addVersion', { revisionId, kind: 'proposal', title, clauses });
    const added = await Promise.all(['A', 'B', 'C', 'D'].map(add));
    expect(added.map((one) => one.number).sort()).toEqual([2, 3, 4, 5]);
  });

  test('two votes opened at once on one case are one vote and one refusal', async () => {
    const about = await revision(house, { kind: 'final' });
    const { meetingId } = await meeting(house);
    await confirmRules(house);
    const input = {
      meetingId,
      revisionId: about.revisionId,
      versionId: about.versionId,
      motion: 'Godkendes?',
    };
    const answers = await Promise.all([by, other].map((one) => one.act('openVote', input)));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const refused = answers.find((one) => one.status === 409)!.body;
    expect(refused).toMatchObject({ refusal: { code: 'gateNotMet', unmet: [{ code: 'voteAlreadyOpen' }] } });
    expect(count(await eventTypes(house, about.revisionId), 'voteOpened')).toBe(1);
  });

  test('a vote opened while a final version is added is about one of them, never about neither', async () => {
    const about = await revision(house, { kind: 'final' });
    const { meetingId } = await meeting(house);
    const input = {
      meetingId,
      revisionId: about.revisionId,
      versionId: about.versionId,
      motion: 'Godkendes?',
    };
    const [opened] = await Promise.all([by.act('openVote', input), addVersion(house, about.revisionId)]);
    if (opened.body.ok) return;
    expect(opened.body.refusal.unmet?.map((one) => one.code)).toEqual(['olderVersion']);
  });

  test('no vote is open in a session that ended at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const about = await revision(house, { kind: 'final' });
      const { meetingId } = await meeting(house);
      const { revisionId, versionId } = about;
      await Promise.all([
        by.act('openVote', { meetingId, revisionId, versionId, motion: 'Godkendes?' }),
        other.act('endSession', { meetingId }),
      ]);
      const view = await by.view(`meeting?id=${meetingId}`);
      const { votes } = await by.view(`revision?id=${revisionId}`);
      expect(votes.length).toBe(view.inSession ? 1 : 0);
    }
  });

  test('two sessions opened at once are one session', async () => {
    const { meetingId } = await meeting(house, { inSession: false });
    const [one, two] = await Promise.all([by, other].map((who) => who.do('openSession', { meetingId })));
    expect(one).toEqual(two);
  });

  test('the same name registered twice at once is one member', async () => {
    const input = { name: 'Samtidig Kommune', kind: 'municipality' };
    const answers = await Promise.all([by, other, by].map((who) => who.act('registerMember', input)));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  });
});
