import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import {
  addVersion,
  confirmRules,
  hearing,
  meeting,
  passDeadline,
  type Hearing,
} from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { unfit } from '../../support/holds.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const draft = 'Kravet er for dyrt for en lille kommune.';
let by: Someone;
let one: Member;
let other: Member;
let held: Hearing;
let commentId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
  ({ commentId } = await write(one.staff, draft));
});

const write = (who: Someone, text: string, more: object = {}) =>
  who.do('addComment', { hearingId: held.hearingId, type: 'general', text, ...more });
const submit = (who: Someone = one.contact, more: object = {}) =>
  who.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks', ...more });
const texts = async (who: Someone): Promise<string[]> =>
  (await who.view(`comments?hearingId=${held.hearingId}`)).items.map((row: any) => row.text);
const answerSeen = async (who: Someone, of: Member = one) => {
  const { answers } = await who.view(`hearing?id=${held.hearingId}`);
  return answers.find((row: any) => row.organisationId === of.id);
};
const counts = async (who: Someone) => {
  const { items } = await who.view(`comments?hearingId=${held.hearingId}`);
  const standing = items.filter((row: any) => row.withdrawnAt === null);
  const unanswered = standing.filter((row: any) => row.disposition === null);
  return { comments: standing.length, unanswered: unanswered.length };
};
const noted = { disposition: 'noted' as const, response: 'Tak.' };
const mail = () => ({ organisationId: one.id });
const taskOf = async (who: Someone): Promise<string | undefined> =>
  (await who.view('tasks')).items.find((row: any) => row.hearingId === held.hearingId)?.title.da;

describe('what a member writes is its own until its contact submits', () => {
  test('the secretariat neither reads nor counts it, and knows of no such comment', async () => {
    expect(await texts(by)).toEqual([]);
    expect(await answerSeen(by)).toMatchObject({ state: 'silent', submitted: false, comments: 0 });
    expect(await counts(by)).toEqual({ comments: 0, unanswered: 0 });
    expect(await by.refused('disposeComment', { commentId, ...noted })).toBe('notFound');
    for (const act of ['editComment', 'withdrawComment'] as const)
      expect(await by.refused(act, { commentId })).toBe('notFound');
  });

  test('no message says that its writer has written', async () => {
    const states = await house.sql(
      `update delivery set state = 'accepted' where person_id = $1 and about_id = $2 returning id`,
      [one.staff.personId, held.hearingId],
    );
    expect(states).toHaveLength(1);
    const state = async () =>
      (await house.sql('select state from delivery where id = $1', [states[0]!['id']]))[0]!['state'];
    await write(one.staff, 'Mere.');
    expect(await state()).toBe('accepted');
    await submit();
    expect(await state()).toBe('actedOn');
  });

  test('from the submission on the secretariat reads it, the contact’s later words too, and others only after the deadline', async () => {
    await submit();
    await write(one.contact, 'Et ord mere.');
    expect(await texts(by)).toEqual([draft, 'Et ord mere.']);
    expect(await answerSeen(by)).toMatchObject({ state: 'withRemarks', comments: 2 });
    expect(await counts(by)).toEqual({ comments: 2, unanswered: 2 });
    expect(await texts(other.staff)).toEqual([]);
    await passDeadline(house, held.hearingId);
    expect(await texts(other.staff)).toEqual([draft, 'Et ord mere.']);
  });

  test('what was withdrawn before the submission stays the member’s own, and after it the secretariat has had it', async () => {
    const { commentId: later } = await write(one.staff, 'Trukket efter afgivelsen.');
    await one.staff.do('withdrawComment', { commentId });
    await submit();
    await one.contact.do('withdrawComment', { commentId: later });
    await write(one.contact, 'Det, der blev tilbage.');
    await submit();
    expect(await texts(by)).toEqual(['Trukket efter afgivelsen.', 'Det, der blev tilbage.']);
    expect(await texts(one.staff)).toHaveLength(3);
  });
});

describe('what was never submitted', () => {
  beforeEach(() => passDeadline(house, held.hearingId));

  test('is no answer, and is shown to nobody outside after the deadline either', async () => {
    for (const who of [by, other.staff]) {
      expect(await texts(who)).toEqual([]);
      expect(await answerSeen(who)).toMatchObject({ state: 'silent', submitted: false, comments: 0 });
      expect(await counts(who)).toEqual({ comments: 0, unanswered: 0 });
    }
    expect(await texts(one.staff)).toEqual([draft]);
    const { mine } = await one.staff.view(`hearing?id=${held.hearingId}`);
    expect(mine).toMatchObject({ drafts: 1, commentCount: 1, answer: { state: 'silent' } });
  });

  test('stands in the way of no vote, for it asks for no answer', async () => {
    const final = await addVersion(house, held.revisionId);
    const { meetingId } = await meeting(house);
    await confirmRules(house);
    const { revisionId } = held;
    const { voteId } = await by.do('openVote', {
      meetingId,
      revisionId,
      versionId: final.versionId,
      motion: 'Kan målet godkendes?',
    });
    await by.do('closeVote', { voteId });
    await by.do('endSession', { meetingId });
  });

  test('may still come from the contact, and is late: the comments too', async () => {
    const answer = { hearingId: held.hearingId, position: 'withRemarks' };
    expect(await one.staff.refused('submitAnswer', answer)).toBe('notContact');
    expect(await other.representative.refused('submitAnswer', answer)).toBe('hearingClosed');
    expect(await taskOf(one.contact)).toContain('blev ikke afgivet (1)');
    expect(await one.contact.allowed('submitAnswer', { hearingId: held.hearingId })).toMatchObject({
      ok: true,
    });
    await submit();
    expect(await answerSeen(other.staff)).toMatchObject({ state: 'late', submitted: true, comments: 1 });
    const { items } = await other.staff.view(`comments?hearingId=${held.hearingId}`);
    expect(items).toMatchObject([{ text: draft, late: true }]);
    expect(await taskOf(one.contact)).toBeUndefined();
    // Once is the whole of it: what has come late is changed no more.
    expect(await one.contact.refused('submitAnswer', answer)).toBe('hearingClosed');
  });
});

describe('an answer that is not the contact’s own takes no drafts along', () => {
  test('one that the secretariat typed in from a mail', async () => {
    expect(
      await by.refused('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks', ...mail() }),
    ).toBe('answerWithoutComments');
    await submit(by, { position: 'noRemarks', ...mail() });
    expect(await texts(by)).toEqual([]);
    await write(by, 'Fra en mail.', mail());
    expect(await texts(by)).toEqual(['Fra en mail.']);
    expect(await answerSeen(by)).toMatchObject({ state: 'withRemarks', comments: 1 });
    expect(await taskOf(one.contact)).toContain('venter på dig (1)');
    await submit();
    expect(await texts(by)).toEqual([draft, 'Fra en mail.']);
  });

  test('one that another member named it in', async () => {
    await submit(other.representative, { position: 'noRemarks', jointWith: [one.id] });
    await one.contact.do('answerJoint', { hearingId: held.hearingId, accept: true });
    expect(await texts(by)).toEqual([]);
    expect(await answerSeen(by)).toMatchObject({ state: 'joint', comments: 0 });
    expect(await taskOf(one.contact)).toContain('Bemærkninger, der ikke er med i det fælles svar (1).');
    await submit();
    expect(await texts(by)).toEqual([draft]);
  });

  test('and what had gone along stays, when a mail takes the answer’s place', async () => {
    await submit();
    await submit(by, { reservation: 'Byrådet skal godkende.', ...mail() });
    expect(await texts(by)).toEqual([draft]);
    expect(await answerSeen(by)).toMatchObject({ state: 'reservation', comments: 1 });
  });
});

test('of a sealed comment nobody else is told that there is one, whatever they ask to do with it', async () => {
  await submit();
  const unknown = '99999999-9999-4999-8999-999999999999';
  for (const act of ['editComment', 'withdrawComment'] as const)
    for (const id of [commentId, unknown])
      expect(await other.staff.refused(act, { commentId: id })).toBe('notFound');
  await passDeadline(house, held.hearingId);
  expect(await other.staff.refused('editComment', { commentId })).toBe('notYourComment');
});

describe('what an organisation wrote and never submitted, beside an answer that took it not along,', () => {
  const joined = async (): Promise<void> => {
    await other.representative.do('submitAnswer', {
      hearingId: held.hearingId,
      position: 'noRemarks',
      jointWith: [one.id],
    });
    await one.contact.do('answerJoint', { hearingId: held.hearingId, accept: true });
  };
  const late = 'Bemærkninger blev ikke afgivet (1). De kan stadig afgives, for sent';

  test('is a task after the deadline and may still come, late, where no remarks had come by mail', async () => {
    await submit(by, { ...mail(), position: 'noRemarks' });
    await passDeadline(house, held.hearingId);
    expect(await taskOf(one.contact)).toContain(late);
    await submit();
    expect(await texts(by)).toEqual([draft]);
    expect(await answerSeen(by)).toMatchObject({ state: 'noRemarks', comments: 1, commentsLate: true });
    expect(await taskOf(one.contact)).toBeUndefined();
    expect(await unfit(house)).toEqual([]);
  });

  test('may come late where its own answer stood again, and what went along in time stays in time', async () => {
    await submit();
    await joined();
    const after = 'Skrevet, mens vi var med i det fælles svar.';
    await write(one.contact, after);
    await other.representative.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' });
    await passDeadline(house, held.hearingId);
    expect(await texts(by)).toEqual([draft]);
    expect(await taskOf(one.contact)).toContain(late);
    await submit();
    const { items } = await by.view(`comments?hearingId=${held.hearingId}`);
    expect(items.map((row: any) => [row.text, row.late])).toEqual([
      [draft, false],
      [after, true],
    ]);
    expect(await unfit(house)).toEqual([]);
  });

  test('is told of with the way there is, where it is part of another’s answer, which it does not leave', async () => {
    await joined();
    await passDeadline(house, held.hearingId);
    expect(await taskOf(one.contact)).toContain('send dem til sekretariatet i en mail');
    expect(
      await one.contact.refused('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' }),
    ).toBe('hearingClosed');
    expect(await answerSeen(by)).toMatchObject({ state: 'joint' });
  });
});
