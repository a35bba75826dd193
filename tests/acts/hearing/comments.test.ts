import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { oid, startOfTests } from '../../support/app.ts';
import { handIn, hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, eventTypes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let held: Hearing;
const unknown = oid(999_999);

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const remark = (more: object = {}) => ({
  hearingId: held.hearingId,
  type: 'technical' as const,
  text: 'Kravet kan ikke dokumenteres.',
  ...more,
});
const shown = async (who: Someone, commentId: string) => {
  const { items } = await who.view(`comments?hearingId=${held.hearingId}`);
  return items.find((row: { id: string }) => row.id === commentId);
};

describe('adding a comment', () => {
  test('any staff member of a heard organisation comments, and it gets a number of its own', async () => {
    const first = await one.staff.do(
      'addComment',
      remark({ clause: '10.a', proposedChange: 'Slet kravet.' }),
    );
    const second = await other.representative.do('addComment', remark());
    for (const { ref } of [first, second])
      expect(ref).toMatch(new RegExp(`^${held.hearingRef}-[1-9]\\d{2}$`));
    expect(first.ref).not.toBe(second.ref);
    expect(await shown(one.contact, first.commentId)).toMatchObject({
      organisationId: one.id,
      personName: 'Miljøkonsulent, Aarhus Kommune',
      clause: '10.a',
      proposedChange: 'Slet kravet.',
      channel: 'tab',
      late: false,
      editable: true,
    });
    const event = (await eventsOf(house, held.revisionId)).find((row) => row.type === 'commentAdded');
    expect(event?.data).toMatchObject({ commentId: first.commentId, organisationId: one.id, ref: first.ref });
  });

  test("a comment speaks for one's own organisation only, whatever the body says", async () => {
    const forged = remark({ organisationId: other.id });
    expect(await one.staff.refused('addComment', forged)).toBe('notYourOrganisation');
    expect(await by.refused('addComment', remark())).toBe('organisationNeeded');
    expect(await by.refused('addComment', remark({ organisationId: unknown }))).toBe('notFound');
    expect(await one.staff.refused('addComment', remark({ hearingId: unknown }))).toBe('notFound');
    expect(await one.staff.refused('addComment', remark({ clause: '99.z' }))).toBe('clauseUnknown');
  });

  test('the same words again are the same comment, and other words another', async () => {
    const first = await one.staff.do('addComment', remark());
    const before = await fingerprint(house);
    expect(await one.staff.do('addComment', remark())).toEqual(first);
    expect(changes(before, await fingerprint(house))).toEqual([]);
    expect((await one.contact.do('addComment', remark())).commentId).not.toBe(first.commentId);
    expect((await one.staff.do('addComment', remark({ clause: '10.b' }))).commentId).not.toBe(
      first.commentId,
    );
  });

  test('open until the deadline to the second, closed at it', async () => {
    const { deadline } = await by.view(`hearing?id=${held.hearingId}`);
    await house.setClock(new Date(Date.parse(deadline) - 2_000).toISOString());
    await one.staff.do('addComment', remark());
    await house.setClock(deadline);
    expect(await one.staff.refused('addComment', remark({ text: 'For sent' }))).toBe('hearingClosed');
    expect(await one.staff.allowed('addComment', { hearingId: held.hearingId })).toMatchObject({
      ok: false,
      code: 'hearingClosed',
    });
  });

  test('the secretariat types in what came by mail, with the time it came', async () => {
    const receivedAt = '2027-01-11T07:00:00.000Z';
    const mail = remark({ organisationId: one.id, receivedAt });
    const { commentId } = await by.do('addComment', mail);
    const item = await shown(one.staff, commentId);
    expect(item).toMatchObject({ channel: 'mail', personName: null, receivedAt, late: false });
    await passDeadline(house, held.hearingId);
    const late = await by.do('addComment', remark({ organisationId: one.id, text: 'Kom for sent' }));
    expect(await shown(other.staff, late.commentId)).toMatchObject({ late: true });
    const inTime = await by.do('addComment', { ...mail, text: 'Kom i tide, tastet sent' });
    expect(await shown(other.staff, inTime.commentId)).toMatchObject({ late: false, receivedAt });
  });

  test('nobody can say that a mail comes from the future', async () => {
    const ahead = remark({ organisationId: one.id, receivedAt: '2027-12-24T12:00' });
    const { commentId } = await by.do('addComment', ahead);
    expect(Date.parse((await shown(by, commentId)).receivedAt)).toBeLessThan(Date.parse('2027-01-12'));
  });

  test('hostile text is kept as it was typed', async () => {
    const text = '**fed** <at>alle</at> [link](https://example.org) \u202Eabc </script> æøå 🌱';
    const { commentId } = await one.staff.do('addComment', remark({ text }));
    expect((await shown(one.staff, commentId)).text).toBe(text);
  });
});

describe('changing and withdrawing a comment', () => {
  let commentId = '';
  beforeEach(async () => void ({ commentId } = await one.staff.do('addComment', remark({ clause: '10.a' }))));

  test('its own organisation edits it, what is left out stays, and the number never changes', async () => {
    const { ref } = await shown(one.staff, commentId);
    expect(await one.contact.do('editComment', { commentId, text: 'Nyt', clause: '' })).toEqual({
      commentId,
      ref,
      clause: null,
    });
    expect(await shown(one.staff, commentId)).toMatchObject({
      text: 'Nyt',
      clause: null,
      type: 'technical',
      ref,
    });
    expect((await eventsOf(house, held.revisionId)).at(-1)).toMatchObject({ type: 'commentEdited' });
  });

  test.each(['editComment', 'withdrawComment'] as const)('%s: nobody else may', async (name) => {
    for (const id of [commentId, unknown])
      expect(await other.representative.refused(name, { commentId: id })).toBe('notFound');
    expect(await one.staff.refused(name, { commentId: unknown })).toBe('notFound');
    await passDeadline(house, held.hearingId);
    expect(await one.staff.refused(name, { commentId })).toBe('hearingClosed');
  });

  test('the secretariat corrects what it typed in itself, never a member’s own words', async () => {
    await handIn(one.contact, held.hearingId);
    for (const name of ['editComment', 'withdrawComment'] as const)
      expect(await by.refused(name, { commentId })).toBe('notYourComment');
    const typed = await by.do('addComment', remark({ organisationId: one.id, text: 'Tastet forkert' }));
    await by.do('editComment', { commentId: typed.commentId, text: 'Tastet rigtigt' });
    expect(await shown(one.staff, typed.commentId)).toMatchObject({
      text: 'Tastet rigtigt',
      channel: 'mail',
    });
    await by.do('withdrawComment', { commentId: typed.commentId });
  });

  test('an edit keeps to the clauses of the document and to comments that stand', async () => {
    expect(await one.staff.refused('editComment', { commentId, clause: '99.z' })).toBe('clauseUnknown');
    await one.staff.do('withdrawComment', { commentId });
    expect(await one.staff.refused('editComment', { commentId, text: 'Igen' })).toBe('commentWithdrawn');
  });

  test('a withdrawn comment counts no more, keeps its number, and twice is once', async () => {
    const gone = await one.staff.do('withdrawComment', { commentId });
    expect(await one.contact.do('withdrawComment', { commentId })).toEqual(gone);
    const types = await eventTypes(house, held.revisionId);
    expect(types.filter((type) => type === 'commentWithdrawn')).toHaveLength(1);
    const again = await one.staff.do('addComment', remark({ clause: '10.a' }));
    expect(again.ref).not.toBe(gone.ref);
    expect((await shown(one.staff, commentId)).withdrawnAt).not.toBeNull();
    await passDeadline(house, held.hearingId);
    expect(await shown(other.staff, commentId)).toBeUndefined();
    expect(await shown(by, commentId)).toBeUndefined();
  });

  test('once the contact has submitted, only the contact changes what was submitted', async () => {
    await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' });
    expect(await one.staff.refused('addComment', remark({ text: 'Mere' }))).toBe('answerSubmitted');
    expect(await one.staff.refused('editComment', { commentId, text: 'Mere' })).toBe('answerSubmitted');
    expect(await one.staff.refused('withdrawComment', { commentId })).toBe('answerSubmitted');
    await one.contact.do('withdrawComment', { commentId });
    const { mine } = await one.staff.view(`hearing?id=${held.hearingId}`);
    expect(mine.answer).toMatchObject({ state: 'noRemarks', position: 'noRemarks' });
    expect(await eventTypes(house, held.revisionId)).toContain('answerChanged');
  });
});

describe('answering a comment', () => {
  const disposal = {
    disposition: 'partly' as const,
    response: 'Kravet er omskrevet.',
    theme: 'Dokumentation',
  };

  test('every comment gets one disposition with a reason; the later one counts', async () => {
    const { commentId } = await one.staff.do('addComment', remark());
    await handIn(one.contact, held.hearingId);
    await by.do('disposeComment', { commentId, disposition: 'noted', response: 'Tak' });
    await by.do('disposeComment', { commentId, ...disposal, clause: '10.b' });
    expect(await shown(one.staff, commentId)).toMatchObject({ ...disposal, changedClause: '10.b' });
    const disposed = (await eventTypes(house, held.revisionId)).filter((type) => type === 'commentDisposed');
    expect(disposed).toHaveLength(2);
  });

  test('an edited comment is asked for an answer again', async () => {
    const { commentId } = await one.staff.do('addComment', remark());
    await handIn(one.contact, held.hearingId);
    await by.do('disposeComment', { commentId, ...disposal });
    await one.contact.do('editComment', { commentId, text: 'Nu noget andet' });
    expect(await shown(one.staff, commentId)).toMatchObject({ disposition: null, response: null });
  });

  test('only the secretariat answers, and only comments that stand', async () => {
    const { commentId } = await one.staff.do('addComment', remark());
    expect(await one.contact.refused('disposeComment', { commentId, ...disposal })).toBe('secretariatOnly');
    expect(await by.refused('disposeComment', { commentId: unknown, ...disposal })).toBe('notFound');
    await handIn(one.contact, held.hearingId);
    await one.contact.do('withdrawComment', { commentId });
    expect(await by.refused('disposeComment', { commentId, ...disposal })).toBe('commentWithdrawn');
  });

  test('the matrix can be read by clause, type, organisation, theme and what is unanswered', async () => {
    const first = await one.staff.do('addComment', remark({ clause: '10.a' }));
    const second = await other.staff.do('addComment', remark({ type: 'editorial' }));
    await handIn(one.contact, held.hearingId);
    await handIn(other.representative, held.hearingId);
    await by.do('disposeComment', { commentId: first.commentId, ...disposal });
    const found = async (query: string) => {
      const { items } = await by.view(`comments?hearingId=${held.hearingId}&${query}`);
      return items.map((row: { id: string }) => row.id);
    };
    expect(await found('clause=10.a')).toEqual([first.commentId]);
    expect(await found('type=editorial')).toEqual([second.commentId]);
    expect(await found(`organisationId=${other.id}`)).toEqual([second.commentId]);
    expect(await found('theme=Dokumentation')).toEqual([first.commentId]);
    expect(await found('unanswered=true')).toEqual([second.commentId]);
    const page = await by.view(`comments?hearingId=${held.hearingId}&limit=1`);
    expect(page.items).toHaveLength(1);
    expect(await found(`limit=1&after=${page.next}`)).toEqual([second.commentId]);
  });
});
