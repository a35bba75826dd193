import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inMeeting, hearing, markPresent, meeting, vote, type Vote } from '../../support/cases.ts';
import { install, member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { eventually } from '../../support/app.ts';
import { cardMessages, click, messagesFor, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let former: Someone;
let present: Someone;
let open: Vote;

beforeAll(() => void (by = secretariat(house)));
beforeEach(async () => {
  one = await member(house, { with: ['deputy', 'staff'] });
  former = one.representative;
  present = one.staff;
  const at = await meeting(house, { invited: [former, present, one.deputy] });
  open = await vote(house, { at });
  for (const who of [former, present]) await inMeeting(house, open, who);
});

const appoint = (who: Someone) =>
  by.do('appointRepresentative', { organisationId: one.id, personId: who.personId });
const cast = (who: Someone, choice = 'for') => who.act('castBallot', { voteId: open.voteId, choice });
const codeOf = async (who: Someone): Promise<string | null> => {
  const { body } = await cast(who);
  return body.ok ? null : body.refusal.code;
};
const paper = async (who: Someone) => who.view(`vote?id=${open.voteId}`);
const maySee = async (who: Someone): Promise<boolean> =>
  (await paper(who)).allowed.find(({ act }: any) => act === 'castBallot').ok;
const tasksOf = async (who: Someone): Promise<string[]> =>
  (await who.view('tasks')).items
    .filter(({ voteId }: any) => voteId === open.voteId)
    .map(({ kind }: any) => kind);
const toldOf = async (who: Someone): Promise<string[]> =>
  (
    await house.sql(
      `select message from delivery where person_id = $1 and (about_id = $2 or about_kind = 'hearing') order by id`,
      [who.personId, open.voteId],
    )
  ).map(({ message }) => message);

describe('a representative who is replaced while a vote is open', () => {
  test('votes no more and is told whose the seat is; the new one votes at once', async () => {
    await appoint(present);
    const { body } = await cast(former);
    expect(body).toMatchObject({ ok: false, refusal: { code: 'notEntitled' } });
    expect(JSON.stringify(body)).toContain(`Pladsen har nu Miljøkonsulent, ${one.name}`);
    expect((await paper(former)).mine).toMatchObject({ seat: null });
    expect((await paper(former)).mine.why.da).toContain('Du er ikke længere repræsentant');
    expect(await codeOf(present)).toBeNull();
    expect((await paper(present)).mine).toMatchObject({ seat: 'representative', why: null });
  });

  test('leaves a ballot that stands until the new one changes it', async () => {
    await cast(former, 'for');
    await appoint(present);
    expect((await paper(present)).mine.ballot).toMatchObject({ choice: 'for', by: 'representative' });
    await cast(present, 'against');
    expect((await paper(present)).mine.ballot.choice).toBe('against');
    const events = (await eventsOf(house, open.revisionId)).filter(({ type }) => type === 'ballotCast');
    expect(events.map(({ actor }) => actor.personId)).toEqual([former.personId, present.personId]);
  });

  test('has no task and no button of it any more, and the new one has both', async () => {
    await appoint(present);
    expect([await tasksOf(former), await maySee(former)]).toEqual([[], false]);
    expect([await tasksOf(present), await maySee(present)]).toEqual([['castBallot'], true]);
  });

  test('is told, and so is the new one, once each; appointing the same person again tells nobody', async () => {
    await appoint(present);
    await appoint(present);
    expect(await toldOf(former)).toEqual(['seatReplaced']);
    expect(await toldOf(present)).toEqual(['voteOpened']);
    await by.do('recordBallotOnBehalf', {
      voteId: open.voteId,
      organisationId: one.id,
      choice: 'for',
      means: 'phone',
    });
    expect(await toldOf(former)).toEqual(['seatReplaced']);
    expect(await toldOf(present)).toEqual(['voteOpened', 'ballotRecorded']);
    expect(await toldOf(one.deputy)).toEqual(['ballotRecorded']);
  });

  test('reads in the chat why, from the message and from the shared card', async () => {
    const conversationId = await install(house, former);
    await appoint(present);
    const chat = async () => JSON.stringify(await messagesFor(house, conversationId, former));
    await eventually(chat, (seen) => seen.includes('Du er ikke længere repræsentant'));
    expect(await chat()).toContain('Du stemmer ikke længere for');
    const [shared] = await cardMessages(house, open.conversationId, former);
    const pressed = (verb: string, data: object) =>
      click(house, former, { conversationId: open.conversationId, activityId: shared!.id, verb, data });
    for (const { body } of [
      await pressed('view', { view: 'vote', id: open.voteId }),
      await pressed('castBallot', { voteId: open.voteId, choice: 'for' }),
    ])
      expect(wordsOf(body.value)).toContain('Pladsen har nu Miljøkonsulent');
  });

  test('no longer keeps the deputy of the opening from voting, and the new one does', async () => {
    await inMeeting(house, open, one.deputy);
    expect(await codeOf(one.deputy)).toBe('representativePresent');
    await inMeeting(house, open, present, false);
    await appoint(present);
    expect(await codeOf(one.deputy)).toBeNull();
    await inMeeting(house, open, present);
    expect(await codeOf(one.deputy)).toBe('representativePresent');
  });

  test('and a deputy named after the opening does not vote in it', async () => {
    await by.do('nameDeputy', { organisationId: one.id, personId: present.personId });
    await inMeeting(house, open, former, false);
    expect(await codeOf(present)).toBe('notEntitled');
  });

  test('counts as present by the new one’s presence, where the rule asks for it', async () => {
    const other = await member(house);
    const at = await meeting(house, { invited: [former, present, other.representative] });
    for (const who of [former, other.representative]) await inMeeting(house, at, who);
    const { voteId } = await vote(house, { at, rules: { base: 'present' } });
    await appoint(present);
    const others = (await by.view(`meeting?id=${at.meetingId}`)).presence;
    for (const { organisationId: id } of others)
      if (id !== one.id && id !== other.id)
        await by.do('markPresent', { meetingId: at.meetingId, organisationId: id, present: false });
    await by.do('closeVote', { voteId });
    expect((await by.view(`vote?id=${voteId}`)).present).toBe(1);
  });

  test('in the same moment as either casts: no ballot of the former is later than the change', async () => {
    await markPresent(house, open, one);
    for (let round = 0; round < 6; round += 1) {
      const [from, to] = round % 2 === 0 ? [former, present] : [present, former];
      await Promise.all([cast(from, 'for'), appoint(to), cast(from, 'against'), cast(to, 'abstain')]);
    }
    const rows = await house.sql<{ type: string; person: string }>(
      `select type, coalesce(data ->> 'personId', actor ->> 'personId') as person from event
        where (case_id = $1 and type = 'ballotCast')
          or (type = 'representativeAppointed' and data ->> 'organisationId' = $2) order by at, id`,
      [open.revisionId, one.id],
    );
    let holder = '';
    for (const { type, person: who } of rows)
      if (type === 'representativeAppointed') holder = who;
      else expect(who).toBe(holder);
  });
});

describe('a contact who is replaced while a hearing is open', () => {
  test('answers no more; the new one is told of the hearing and answers', async () => {
    const { hearingId } = await hearing(house);
    const next = await person(house, one);
    await by.do('nameContact', { organisationId: one.id, personId: next.personId });
    expect(await toldOf(next)).toEqual(['hearingInvitation']);
    const answer = { hearingId, position: 'noRemarks' as const };
    expect(await former.refused('submitAnswer', answer)).toBe('notContact');
    await next.do('submitAnswer', answer);
  });

  test('is followed in the same moment by the new one: no answer of the former is later than the change', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { hearingId, revisionId } = await hearing(house);
      const next = await person(house, one);
      const of = { organisationId: one.id };
      await by.do('nameContact', { ...of, personId: one.staff.personId });
      await Promise.all([
        one.staff.act('submitAnswer', { hearingId, position: 'noRemarks' }),
        by.do('nameContact', { ...of, personId: next.personId }),
      ]);
      const [change] = await house.sql<{ at: Date }>(
        `select at from event where type = 'contactNamed' and data ->> 'personId' = $1`,
        [next.personId],
      );
      const answers = await house.sql<{ at: Date }>(
        `select at from event where case_id = $1 and type = 'answerSubmitted'`,
        [revisionId],
      );
      for (const { at } of answers) expect(at.getTime()).toBeLessThanOrEqual(change!.at.getTime());
    }
  });
});
