import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { unfit } from '../../support/holds.ts';
import { activity, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const reservation = 'Forbehold for byrådet.';
let by: Someone;
let one: Member;
let third: Member;
let other: Member;
let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  third = await member(house, { name: 'Vejle Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const write = (who: Someone, text: string, more: object = {}) =>
  who.do('addComment', { hearingId: held.hearingId, type: 'general', text, ...more });
const mineOf = async (who: Someone) => (await who.view(`hearing?id=${held.hearingId}`)).mine;
const about = { organisationId: '' };
const submit = async (who: Someone, more: object = {}) => ({
  hearingId: held.hearingId,
  position: 'withRemarks' as const,
  ...(who === by ? about : { seen: (await mineOf(who)).seen }),
  ...more,
});
const answer = async (who: Someone, more: object = {}) => who.do('submitAnswer', await submit(who, more));
const seenBy = async (who: Someone) =>
  (await who.view(`hearing?id=${held.hearingId}`)).answers.find(
    (row: any) => row.organisationId === third.id,
  );
const row = async () =>
  (
    await house.sql(
      'select position, reservation, late, channel, submitted_at, submitted_by from answer where hearing_id = $1 and organisation_id = $2',
      [held.hearingId, third.id],
    )
  )[0];
const matrix = async (who: Someone) =>
  (await who.view(`comments?hearingId=${held.hearingId}`)).items.map((item: any) => [item.text, item.late]);
const trail = async (who: Someone): Promise<string[]> =>
  (await who.view(`trail?revisionId=${held.revisionId}`)).items.map((item: any) => item.sentence.da);

beforeEach(() => void (about.organisationId = third.id));

describe('what comes late beside an answer given in time', () => {
  test('by mail: what was left is handed in late, and the answer keeps its time, door, reservation and position', async () => {
    await write(third.staff, 'En kladde');
    const mail = { position: 'noRemarks', reservation, receivedAt: '2027-01-11T07:00:00Z' };
    await answer(by, mail);
    const before = await row();
    await passDeadline(house, held.hearingId);
    expect(await answer(third.contact, { reservation })).toMatchObject({ cameLate: 1 });
    expect(await row()).toEqual(before);
    expect(await seenBy(other.staff)).toMatchObject({
      state: 'reservation',
      reservation,
      comments: 1,
      commentsLate: true,
    });
    expect(await matrix(other.staff)).toEqual([['En kladde', true]]);
    const said = await trail(other.staff);
    expect(said.at(-1)).toBe(
      'Vejle Kommune har afgivet bemærkninger for sent; det svar, der kom i tide, står',
    );
    expect(said.filter((text) => text.startsWith('Bemærkning H'))).toHaveLength(1);
    // Once is the whole of it.
    expect(await third.contact.refused('submitAnswer', await submit(third.contact))).toBe('hearingClosed');
    expect(await unfit(house)).toEqual([]);
  });

  test('of its own, that stood again after a joint one: what was written meanwhile is late, the rest as it was', async () => {
    await write(third.contact, 'I tide');
    await answer(third.contact, { reservation });
    await answer(one.contact, { position: 'noRemarks', jointWith: [third.id] });
    const { proposals } = await mineOf(third.contact);
    await third.contact.do('answerJoint', {
      hearingId: held.hearingId,
      accept: true,
      seen: proposals[0].answer.seen,
    });
    await write(third.contact, 'Imens');
    await answer(one.contact, { position: 'noRemarks', jointWith: [] });
    const before = await row();
    await passDeadline(house, held.hearingId);
    await answer(third.contact);
    expect(await row()).toEqual(before);
    expect((await seenBy(other.staff)).state).toBe('reservation');
    expect(await matrix(other.staff)).toEqual([
      ['I tide', false],
      ['Imens', true],
    ]);
    expect(await unfit(house)).toEqual([]);
  });

  test('a mail is refused with what can be done, and no withdrawn comment leaves the secretariat’s matrix', async () => {
    await write(third.contact, 'I tide');
    const { commentId } = await write(third.contact, 'Trukket tilbage');
    await answer(third.contact);
    await third.contact.do('withdrawComment', { commentId });
    const before = await row();
    await passDeadline(house, held.hearingId);
    const refused = await by.act('submitAnswer', await submit(by, { reservation: 'Byrådet siger ja' }));
    expect(refused.body).toMatchObject({ refusal: { code: 'answerInTime' } });
    expect(JSON.stringify(refused.body)).toContain('skriv det ind som bemærkninger');
    await write(by, 'Fra en sen mail', about);
    expect(await row()).toEqual(before);
    expect(await matrix(by)).toEqual([
      ['I tide', false],
      ['Trukket tilbage', false],
      ['Fra en sen mail', true],
    ]);
    expect(await unfit(house)).toEqual([]);
  });

  test('a late remark by mail makes no answer without remarks one with them, and one of in time does', async () => {
    await answer(third.contact, { position: 'noRemarks' });
    await passDeadline(house, held.hearingId);
    const { commentId } = await write(by, 'For sent', about);
    expect((await row())!['position']).toBe('noRemarks');
    await by.do('withdrawComment', { commentId });
    expect((await row())!['position']).toBe('noRemarks');
    await write(by, 'I tide', { ...about, receivedAt: '2027-01-12T09:00:00.000Z' });
    expect((await row())!['position']).toBe('withRemarks');
    expect(await unfit(house)).toEqual([]);
  });

  test('a late yes or no by mail takes the place of no answer given in time', async () => {
    await answer(third.contact, { position: 'noRemarks' });
    await answer(one.contact, { position: 'noRemarks', jointWith: [third.id] });
    const joint = { hearingId: held.hearingId, organisationId: one.id, onBehalfOf: third.id };
    const before = await row();
    await passDeadline(house, held.hearingId);
    expect(await by.refused('answerJoint', { ...joint, accept: true })).toBe('answerInTime');
    expect(await row()).toEqual(before);
    await by.do('answerJoint', { ...joint, accept: true, receivedAt: '2027-01-12T09:00:00.000Z' });
    expect(await by.refused('answerJoint', { ...joint, accept: false })).toBe('answerInTime');
    expect((await seenBy(other.staff)).state).toBe('joint');
    // Nor does an answer of its own, that comes late.
    expect(await by.refused('submitAnswer', await submit(by, { position: 'noRemarks' }))).toBe(
      'answerInTime',
    );
  });

  test('another reservation is refused, and given back: it cannot be changed any more', async () => {
    await write(third.staff, 'En kladde');
    await answer(by, { position: 'noRemarks', receivedAt: '2027-01-11T07:00:00Z' });
    await passDeadline(house, held.hearingId);
    const late = await submit(third.contact, { reservation });
    expect(await third.contact.refused('submitAnswer', late)).toBe('answerInTime');
    const { body } = await deliver(house, activity(house, third.contact, invoke('submitAnswer', late)));
    expect(wordsOf(body.value)).toContain(reservation);
    expect(wordsOf(body.value)).toContain('Afgiv bemærkningerne for sent');
    const { reservation: _, ...bare } = late as Record<string, unknown>;
    const done = await deliver(house, activity(house, third.contact, invoke('submitAnswer', bare)));
    expect(wordsOf(done.body.value)).toContain(
      'bemærkninger afgivet for sent (1). Jeres svar står, som det er.',
    );
  });
});

describe('a late answer', () => {
  test('names nobody, for nobody can be asked any more, and neither card nor tab offers it', async () => {
    await write(third.staff, 'En kladde');
    await passDeadline(house, held.hearingId);
    const late = await submit(third.contact, { jointWith: [one.id] });
    expect(await third.contact.refused('submitAnswer', late)).toBe('jointLate');
    const show = invoke('view', { view: 'hearing', id: held.hearingId });
    const { body } = await deliver(house, activity(house, third.contact, show));
    const words = wordsOf(body.value);
    expect(words).toContain('Det kan ikke ændres bagefter.');
    expect(words).not.toContain('Fælles svar sammen med');
    await answer(third.contact);
    expect(await seenBy(other.staff)).toMatchObject({ state: 'late', proposed: [], jointWith: [] });
  });
});

describe('a mail', () => {
  const too = { receivedAt: '1950-01-01T08:00:00Z' };

  test('from before the hearing was opened is refused, whatever it is; one of the day itself is not', async () => {
    const { hearingId } = held;
    await answer(one.contact, { position: 'noRemarks', jointWith: [third.id] });
    const joint = { hearingId, accept: true, onBehalfOf: third.id, organisationId: one.id, ...too };
    const comment = { hearingId, type: 'general', text: 'Fra en mail', ...about, ...too };
    const early = 'receivedBeforeOpening';
    expect(await by.refused('answerJoint', joint)).toBe(early);
    expect(await by.refused('addComment', comment)).toBe(early);
    expect(await by.refused('submitAnswer', await submit(by, { position: 'noRemarks', ...too }))).toBe(early);
    const { body } = await by.act('addComment', comment);
    expect(JSON.stringify(body)).toContain('Det kan ikke være kommet før høringen, som blev åbnet');
    await by.do('addComment', { ...comment, type: 'general', receivedAt: '2027-01-11T00:30:00+01:00' });
  });
});

test('a comment that was written for another organisation than one is with now is refused, and given back', async () => {
  const data = {
    hearingId: held.hearingId,
    type: 'general',
    text: 'Skrevet for Aarhus.',
    organisationId: one.id,
  };
  expect(await third.staff.refused('addComment', data)).toBe('notYourOrganisation');
  const { body } = await deliver(house, activity(house, third.staff, invoke('addComment', data)));
  expect(wordsOf(body.value)).toContain('Det er skrevet for en anden organisation end den, du hører til nu.');
  expect(wordsOf(body.value)).toContain('Skrevet for Aarhus.');
});
