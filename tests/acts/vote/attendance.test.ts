import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '../../../bot/process/vote/vote.ts';
import { inMeeting, markPresent, meeting, vote, type Meeting, type Vote } from '../../support/cases.ts';
import { member, members, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let withDeputy: Member;
let all: Member[];

beforeAll(async () => {
  by = secretariat(house);
  withDeputy = await member(house, { name: 'Aarhus Kommune', with: ['deputy'] });
  all = [withDeputy, ...(await members(house, 3))];
});
beforeEach(() => house.api('DELETE', '/faults'));

/** A vote in a meeting of its own: nobody is there until somebody comes in. */
const open = (rules: Partial<Rule>) => openWith(rules, []);
async function openWith(rules: Partial<Rule>, also: Someone[]): Promise<{ at: Meeting; held: Vote }> {
  const invited = [...all.flatMap((one) => [one.representative, one.deputy]), ...also];
  const at = await meeting(house, { invited });
  return { at, held: await vote(house, { at, rules }) };
}
const cast = (who: Someone, { voteId }: Vote, choice: 'for' | 'against') =>
  who.do('castBallot', { voteId, choice });
const close = ({ voteId }: Vote) => by.do('closeVote', { voteId });

describe('who counts as present when a rule asks for it', () => {
  test('a representative in the meeting who says nothing is present, and one who is not there is not', async () => {
    const { at, held } = await open({ base: 'present' });
    for (const one of all.slice(0, 3)) await inMeeting(house, at, one.representative);
    await cast(all[1]!.representative, held, 'for');
    expect(await close(held)).toMatchObject({ base: 3, carried: false, tally: { for: 1, abstain: 0 } });
  });

  test('a deputy in the meeting makes the organisation present once, also beside the representative', async () => {
    const { at, held } = await open({ quorum: 0.5 });
    await inMeeting(house, at, withDeputy.deputy);
    await inMeeting(house, at, withDeputy.representative);
    await inMeeting(house, at, all[1]!.representative);
    await cast(all[1]!.representative, held, 'for');
    expect(await close(held)).toMatchObject({ outcome: 'carried' });
    const { present } = await by.view(`vote?id=${held.voteId}`);
    expect(present).toBe(2);
  });

  test('a deputy in the meeting makes nobody present where the rule has no deputies', async () => {
    const { at, held } = await open({ base: 'present', deputies: false });
    await inMeeting(house, at, withDeputy.deputy);
    await inMeeting(house, at, all[1]!.representative);
    await cast(all[1]!.representative, held, 'for');
    expect(await close(held)).toMatchObject({ base: 1 });
    const { turnout } = await by.view(`vote?id=${held.voteId}`);
    expect(turnout.find((seat: any) => seat.organisationId === withDeputy.id).present).toBe(false);
  });

  test('without enough of them in the meeting nothing is carried', async () => {
    const { at, held } = await open({ quorum: 0.75 });
    for (const one of all.slice(0, 2)) await inMeeting(house, at, one.representative);
    await cast(all[1]!.representative, held, 'for');
    expect(await close(held)).toMatchObject({ outcome: 'inquorate', carried: false });
  });

  test('what the secretariat has marked goes before what Teams says', async () => {
    const { at, held } = await open({ base: 'present' });
    await inMeeting(house, at, all[2]!.representative);
    await by.do('markPresent', { meetingId: at.meetingId, organisationId: all[2]!.id, present: false });
    await markPresent(house, at, all[3]!);
    expect(await close(held)).toMatchObject({ base: 1 });
  });

  test('the list of who was there stays as it was when somebody is marked later', async () => {
    const { at, held } = await open({ base: 'present' });
    await inMeeting(house, at, all[1]!.representative);
    await close(held);
    await markPresent(house, at, all[2]!);
    const { turnout } = await by.view<{ turnout: { organisationId: string; present: boolean }[] }>(
      `vote?id=${held.voteId}`,
    );
    expect(turnout.filter(({ present }) => present).map((seat) => seat.organisationId)).toEqual([all[1]!.id]);
    const closed = (await eventsOf(house, held.revisionId)).find(({ type }) => type === 'voteClosed');
    const noted = closed!.data.cast.filter((seat: { present: boolean }) => seat.present);
    expect(noted.map((seat: { organisationId: string }) => seat.organisationId)).toEqual([all[1]!.id]);
  });
});

describe('whom nobody asked about, or of whom Teams cannot know, is never counted as away', () => {
  const refusedOf = async ({ voteId }: Vote) => {
    const { body } = await by.act('closeVote', { voteId });
    return body.ok ? null : body.refusal.code;
  };
  const mark = ({ meetingId }: Meeting, one: Member, voteId: string, present: boolean) =>
    by.do('markPresent', { meetingId, organisationId: one.id, present, voteId });

  test('a representative who took the seat while Teams was asked', async () => {
    const one = all[3]!;
    const after = await person(house, one, 'Efterfølger');
    const { at, held } = await openWith({ base: 'present' }, [after]);
    await inMeeting(house, at, after);
    await inMeeting(house, at, all[1]!.representative);
    await cast(all[1]!.representative, held, 'for');
    await house.api('POST', '/faults', { kind: 'slow', times: 50, ms: 1500 });
    const closing = refusedOf(held);
    await sleep(400);
    await by.do('appointRepresentative', { organisationId: one.id, personId: after.personId });
    expect(await closing).toBe('presenceUnclear');
    await house.api('DELETE', '/faults');
    expect(await close(held)).toMatchObject({ base: 2, carried: false });
    await by.do('appointRepresentative', { organisationId: one.id, personId: one.representative.personId });
  });

  test('those who left a call that is over: the marks alone say who was there', async () => {
    const { at, held } = await open({ quorum: 0.5 });
    await inMeeting(house, at, all[1]!.representative);
    await cast(all[1]!.representative, held, 'for');
    await inMeeting(house, at, all[1]!.representative, false);
    await house.sql('update session set over_at = opened_at where meeting_id = $1', [at.meetingId]);
    expect(await refusedOf(held)).toBe('presenceUnclear');
    const seats = (await by.view(`vote?id=${held.voteId}`)).turnout;
    for (const { organisationId, cast: has } of seats)
      if (!has) await mark(at, { id: organisationId } as Member, held.voteId, true);
    expect(await close(held)).toMatchObject({ outcome: 'carried' });
  });

  test('those who left before the chair closed, while Teams has not yet said that the meeting is over', async () => {
    const { at, held } = await open({ quorum: 0.75 });
    for (const one of all.slice(0, 3)) await inMeeting(house, at, one.representative);
    await cast(all[1]!.representative, held, 'for');
    for (const one of all.slice(0, 3)) await inMeeting(house, at, one.representative, false);
    expect(await refusedOf(held)).toBe('presenceUnclear');
    for (const one of [all[0]!, all[2]!]) await mark(at, one, held.voteId, true);
    await mark(at, all[3]!, held.voteId, false);
    expect(await close(held)).toMatchObject({ outcome: 'carried' });
  });

  test('an old vote that is closed while its meeting has begun again', async () => {
    const { at, held } = await open({ base: 'present' });
    await inMeeting(house, at, all[1]!.representative);
    await cast(all[1]!.representative, held, 'for');
    await house.sql('update session set ended_at = now() where meeting_id = $1', [at.meetingId]);
    await by.do('openSession', { meetingId: at.meetingId });
    await inMeeting(house, at, all[2]!.representative);
    expect(await refusedOf(held)).toBe('presenceUnclear');
    const seats = (await by.view(`vote?id=${held.voteId}`)).turnout;
    for (const { organisationId, cast: has } of seats)
      if (!has) await mark(at, { id: organisationId } as Member, held.voteId, false);
    expect(await close(held)).toMatchObject({ base: 1, carried: true });
  });

  test('all of them, when Teams does not know the meeting', async () => {
    const { at, held } = await open({ quorum: 0.5 });
    await house.sql(`update meeting set platform_id = 'unknown' where id = $1`, [at.meetingId]);
    for (const one of all) await inMeeting(house, at, one.representative);
    expect(await refusedOf(held)).toBe('presenceUnclear');
    const voted = await all[1]!.representative.act('castBallot', { voteId: held.voteId, choice: 'for' });
    expect(voted).toMatchObject({ body: { refusal: { code: 'presenceUnknown' } } });
  });
});

describe('when Teams cannot say who is there', () => {
  const silent = (who: Someone) =>
    house.api('POST', '/faults', { kind: 'participantError', objectId: who.objectId, times: 50 });

  test('the vote stays open, and it is told of whom it is unclear', async () => {
    const { at, held } = await open({ base: 'present' });
    await inMeeting(house, at, all[1]!.representative);
    await silent(all[2]!.representative);
    const refused = await by.act('closeVote', { voteId: held.voteId });
    expect(refused).toMatchObject({ body: { ok: false, refusal: { code: 'presenceUnclear' } } });
    expect(JSON.stringify(refused.body)).toContain(all[2]!.name);
    expect(JSON.stringify(refused.body)).not.toContain(all[1]!.name);
    expect(await by.view(`vote?id=${held.voteId}`)).toMatchObject({ state: 'open' });
  });

  test('marking the organisation is the way out', async () => {
    const { at, held } = await open({ base: 'present' });
    await silent(all[2]!.representative);
    await inMeeting(house, at, all[1]!.representative);
    await by.do('markPresent', { meetingId: at.meetingId, organisationId: all[2]!.id, present: true });
    expect(await close(held)).toMatchObject({ base: 2 });
  });

  test('a deputy known to be there is enough', async () => {
    const { at, held } = await open({ base: 'present' });
    await silent(withDeputy.representative);
    await inMeeting(house, at, withDeputy.deputy);
    expect(await close(held)).toMatchObject({ base: 1 });
  });

  test('a rule that does not ask who is present closes without asking', async () => {
    const { at, held } = await open({ base: 'cast' });
    await inMeeting(house, at, all[1]!.representative);
    await cast(all[1]!.representative, held, 'for');
    await silent(all[2]!.representative);
    expect(await close(held)).toMatchObject({ outcome: 'carried', base: 1 });
  });
});
