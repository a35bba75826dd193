import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import {
  addVersion,
  handIn,
  hearing,
  meeting,
  confirmRules,
  passDeadline,
  type Hearing,
} from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let third: Member;
let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
  third = await member(house, { name: 'Aalborg Kommune' });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const answer = (more: object = {}) => ({
  hearingId: held.hearingId,
  position: 'noRemarks' as const,
  ...more,
});
const remark = (who: Someone, text = 'Kravet er uklart.', more: object = {}) =>
  who.do('addComment', { hearingId: held.hearingId, type: 'general', text, ...more });
const stateOf = async (who: Someone, organisationId: string) => {
  const { answers } = await who.view(`hearing?id=${held.hearingId}`);
  return answers.find((row: { organisationId: string }) => row.organisationId === organisationId);
};

describe('one answer per organisation', () => {
  test('the contact submits it; the staff and even the representative do not', async () => {
    expect(await one.staff.refused('submitAnswer', answer())).toBe('notContact');
    expect(await one.representative.refused('submitAnswer', answer())).toBe('notContact');
    const done = await one.contact.do('submitAnswer', answer());
    expect(done).toEqual({ hearingId: held.hearingId, organisationId: one.id });
    const { mine } = await one.staff.view(`hearing?id=${held.hearingId}`);
    expect(mine.answer).toMatchObject({ position: 'noRemarks', state: 'noRemarks' });
  });

  test('while no contact is named the representative submits it', async () => {
    await other.representative.do('submitAnswer', answer());
    expect((await stateOf(by, other.id)).submitted).toBe(true);
  });

  test('a later answer takes the place of the earlier one, and both are in the trail', async () => {
    await one.contact.do('submitAnswer', answer());
    await remark(one.contact);
    await one.contact.do(
      'submitAnswer',
      answer({ position: 'withRemarks', reservation: 'Byrådet skal godkende.' }),
    );
    const rows = await house.sql('select * from answer where hearing_id = $1', [held.hearingId]);
    expect(rows).toHaveLength(1);
    const events = (await eventsOf(house, held.revisionId)).filter((row) => row.type === 'answerSubmitted');
    expect(events.map((row) => row.data.position)).toEqual(['noRemarks', 'withRemarks']);
  });

  test('one that came to have remarks, or lost them, says so in an entry of its own', async () => {
    await one.contact.do('submitAnswer', answer());
    const { commentId } = await remark(one.contact);
    await one.contact.do('withdrawComment', { commentId });
    const events = (await eventsOf(house, held.revisionId)).slice(-4);
    expect(events.map(({ type, data }) => [type, data.position])).toEqual([
      ['commentAdded', undefined],
      ['answerChanged', 'withRemarks'],
      ['commentWithdrawn', undefined],
      ['answerChanged', 'noRemarks'],
    ]);
  });

  test('what it says of remarks must be true', async () => {
    expect(await one.contact.refused('submitAnswer', answer({ position: 'withRemarks' }))).toBe(
      'answerWithoutComments',
    );
    await remark(one.staff);
    expect(await one.contact.refused('submitAnswer', answer())).toBe('answerHasComments');
    await one.contact.do('submitAnswer', answer({ position: 'withRemarks' }));
  });

  test('nobody answers for another organisation, and nobody after the deadline', async () => {
    expect(await one.contact.refused('submitAnswer', answer({ organisationId: other.id }))).toBe(
      'notYourOrganisation',
    );
    await passDeadline(house, held.hearingId);
    const before = await fingerprint(house);
    expect(await one.contact.refused('submitAnswer', answer())).toBe('hearingClosed');
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('an extension opens the door for longer, and does not undo what was answered', async () => {
    await one.contact.do('submitAnswer', answer());
    await by.do('extendDeadline', { hearingId: held.hearingId, deadline: '2027-04-01T12:00' });
    await house.setClock('2027-03-31T12:00:00Z');
    await other.representative.do('submitAnswer', answer());
    expect((await by.view(`hearing?id=${held.hearingId}`)).answered).toBe(2);
  });
});

describe('the six states of an answer', () => {
  test('with remarks, no remarks, silent, late, joint and with reservation are told apart', async () => {
    const more: Member[] = [];
    for (const name of ['Randers', 'Vejle', 'Horsens'])
      more.push(await member(house, { name: `${name} Kommune` }));
    held = await hearing(house);
    const [late, joint, reserved] = more as [Member, Member, Member];
    await remark(one.staff);
    await one.contact.do('submitAnswer', answer({ position: 'withRemarks' }));
    await other.representative.do('submitAnswer', answer());
    await reserved.representative.do(
      'submitAnswer',
      answer({ reservation: 'Udvalget behandler sagen i marts.' }),
    );
    await passDeadline(house, held.hearingId);
    await by.do('submitAnswer', answer({ organisationId: late.id }));
    const receivedAt = '2027-01-12T09:00:00.000Z';
    await by.do('submitAnswer', answer({ organisationId: joint.id, jointWith: [], receivedAt }));
    const states = async () =>
      Promise.all([one, other, third, late, reserved].map(async ({ id }) => (await stateOf(by, id)).state));
    expect(await states()).toEqual(['withRemarks', 'noRemarks', 'silent', 'late', 'reservation']);
    expect((await stateOf(by, joint.id)).state).toBe('noRemarks');
    await by.do('submitAnswer', answer({ organisationId: joint.id, jointWith: [third.id], receivedAt }));
    expect((await stateOf(by, third.id)).state).toBe('silent');
    const yes = { hearingId: held.hearingId, accept: true, onBehalfOf: third.id, receivedAt };
    await by.do('answerJoint', yes);
    expect((await stateOf(by, joint.id)).state).toBe('joint');
    expect((await stateOf(by, third.id)).state).toBe('joint');
  });

  test('remarks typed in from a mail count as remarks after the deadline, also without an answer', async () => {
    await remark(by, 'Fra en mail.', { organisationId: one.id });
    expect((await stateOf(one.staff, one.id)).state).toBe('silent');
    await passDeadline(house, held.hearingId);
    expect(await stateOf(other.staff, one.id)).toMatchObject({ state: 'withRemarks', submitted: false });
  });

  test('a mail that came at the deadline is late, and one that came just before it is not', async () => {
    const { deadline } = await by.view(`hearing?id=${held.hearingId}`);
    await passDeadline(house, held.hearingId);
    const before = new Date(Date.parse(deadline) - 1).toISOString();
    await by.do('submitAnswer', answer({ organisationId: other.id, receivedAt: deadline }));
    await by.do('submitAnswer', answer({ organisationId: third.id, receivedAt: before }));
    expect((await stateOf(by, other.id)).state).toBe('late');
    expect((await stateOf(by, third.id)).state).toBe('noRemarks');
  });

  test('an answer that is changed in time keeps the moment it first came, and a late one takes its place no more', async () => {
    const cameAt = async (): Promise<string> =>
      (
        await house.sql<{ submitted_at: Date }>('select submitted_at from answer where hearing_id = $1', [
          held.hearingId,
        ])
      )[0]!.submitted_at.toISOString();
    await one.contact.do('submitAnswer', answer());
    const first = await cameAt();
    await house.setClock('2027-01-12T08:00:00Z');
    await one.contact.do('submitAnswer', answer({ reservation: 'Byrådet skal godkende.' }));
    expect(await cameAt()).toBe(first);
    await passDeadline(house, held.hearingId);
    expect(await by.refused('submitAnswer', answer({ organisationId: one.id }))).toBe('answerInTime');
    expect((await stateOf(by, one.id)).state).toBe('reservation');
    expect(await cameAt()).toBe(first);
  });

  test('nobody can say that an answer, or a yes, comes from the future', async () => {
    const receivedAt = '2027-12-24T12:00';
    await by.do('submitAnswer', answer({ organisationId: other.id, jointWith: [third.id], receivedAt }));
    const yes = { hearingId: held.hearingId, accept: true, onBehalfOf: third.id, receivedAt };
    await by.do('answerJoint', yes);
    const rows = await house.sql<{ late: boolean; submitted_at: Date }>(
      'select late, submitted_at from answer where hearing_id = $1',
      [held.hearingId],
    );
    expect(rows.map(({ late }) => late)).toEqual([false, false]);
    const now = await house.now();
    for (const { submitted_at } of rows) expect(submitted_at.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  test('an uninvited answer is kept, and marked as uninvited', async () => {
    const uninvited = await member(house, { name: 'Esbjerg Kommune' });
    await uninvited.representative.do('submitAnswer', answer());
    expect(await stateOf(by, uninvited.id)).toMatchObject({ invited: false, submitted: true });
  });

  test('an uninvited answer is none of those of whom so many were heard, wherever that is told', async () => {
    const uninvited = await member(house, { name: 'Hjørring Kommune' });
    await one.contact.do('submitAnswer', answer());
    await remark(uninvited.representative);
    await uninvited.representative.do('submitAnswer', answer({ position: 'withRemarks' }));
    const told = async (who: Someone): Promise<unknown> => {
      const { answered, heard } = await who.view(`hearing?id=${held.hearingId}`);
      const { hearing: row } = await who.view(`revision?id=${held.revisionId}`);
      return { answered, row: row.answered, more: heard - row.heard };
    };
    const oneOfThem = { answered: 1, row: 1, more: 0 };
    expect(await told(by)).toEqual(oneOfThem);
    // To others as of midnight, and with their own.
    expect(await told(uninvited.representative)).toEqual({ ...oneOfThem, answered: 0, row: 0 });
    await house.advance(24 * 3600);
    for (const who of [other.representative, uninvited.representative])
      expect(await told(who)).toEqual(oneOfThem);
    await passDeadline(house, held.hearingId);
    expect(await told(other.representative)).toEqual(oneOfThem);
    expect((await by.view(`revision?id=${held.revisionId}`)).hearing.withRemarks).toBe(0);
  });
});

describe('a joint answer', () => {
  test('says that there are remarks only when its own sender has some, whoever it names', async () => {
    await remark(other.staff);
    const named = answer({ position: 'withRemarks', jointWith: [other.id] });
    expect(await one.contact.refused('submitAnswer', named)).toBe('answerWithoutComments');
    await remark(one.staff);
    await one.contact.do('submitAnswer', named);
    expect(await stateOf(by, one.id)).toMatchObject({ state: 'withRemarks', comments: 1 });
  });

  test('names members only, and never oneself', async () => {
    const refused = (jointWith: string[]) => one.contact.refused('submitAnswer', answer({ jointWith }));
    expect(await refused([one.id])).toBe('jointUnknown');
    expect(await refused(['00000000-0000-4000-8000-000000009999'])).toBe('jointUnknown');
    expect((await stateOf(by, one.id)).submitted).toBe(false);
  });
});

describe('every comment answered', () => {
  test('a case is put to the vote only when each standing comment has its answer', async () => {
    const first = await remark(one.staff);
    const second = await remark(other.staff, 'Overflødigt');
    for (const who of [one.contact, other.representative]) await handIn(who, held.hearingId);
    await passDeadline(house, held.hearingId);
    const late = await remark(by, 'For sent', { organisationId: third.id });
    const final = await addVersion(house, held.revisionId);
    const { meetingId } = await meeting(house);
    await confirmRules(house);
    const { revisionId } = held;
    const opening = { meetingId, revisionId, versionId: final.versionId, motion: 'Kan målet godkendes?' };
    const dispose = (commentId: string) =>
      by.do('disposeComment', { commentId, disposition: 'noted', response: 'Tak for bemærkningen.' });
    expect(await by.unmet('openVote', opening)).toEqual(['commentsUnanswered']);
    await dispose(first.commentId);
    await dispose(second.commentId);
    expect(await by.unmet('openVote', opening)).toEqual(['commentsUnanswered']);
    await dispose(late.commentId);
    await by.do('openVote', opening);
  });
});
