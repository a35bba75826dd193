import { beforeEach, describe, expect, test } from '@jest/globals';
import { passDeadline } from '../../support/cases.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { unfit } from '../../support/holds.ts';
import {
  a,
  answer,
  by,
  c,
  d,
  decide,
  held,
  house,
  mine,
  proposed,
  refused,
  seen,
  told,
  view,
  write,
} from './jointGround.ts';

let commentId: string;
beforeEach(async () => void ({ commentId } = await write(a.contact)));

const propose = (more: object = {}) =>
  answer(a.contact, { position: 'withRemarks', jointWith: [c.id], ...more });
const correct = (text = 'Andre ord.') => a.contact.do('editComment', { commentId, text });
const typesOfFall = async () => (await eventsOf(house, held.revisionId)).slice(-2).map(({ type }) => type);

/** Whatever makes a yes fall or takes it back. */
const falls: [string, () => Promise<unknown>][] = [
  ['the sender changes a comment', () => correct()],
  ['the sender withdraws a comment', () => a.contact.do('withdrawComment', { commentId })],
  ['the sender adds a comment', () => write(a.contact, 'Et til.')],
  ['the sender changes its reservation', () => propose({ reservation: 'Byrådet skal godkende.' })],
  ['the sender names it no more', () => answer(a.contact, { position: 'withRemarks' })],
  ['it says no after all', () => decide(c.contact, false)],
];

describe('whose yes falls, and who had answered by itself before,', () => {
  beforeEach(async () => {
    await write(c.staff, 'Vores eget.');
    await answer(c.contact, { position: 'withRemarks', reservation: 'Udvalget skal spørges.' });
    await propose();
    await decide(c.contact, true);
  });

  test.each(falls)('has that answer again: %s', async (_, change) => {
    await change();
    const stands = {
      state: 'reservation',
      submitted: true,
      reservation: 'Udvalget skal spørges.',
      comments: 1,
    };
    expect(await seen(by, c)).toMatchObject({ ...stands, jointWith: [] });
    expect((await typesOfFall())[1]).toBe('answerAlone');
    await passDeadline(house, held.hearingId);
    expect(await seen(d.staff, c)).toMatchObject(stands);
    expect(await unfit(house)).toEqual([]);
  });

  test('without what it had withdrawn meanwhile: with no comment left it has no remarks, in the trail too', async () => {
    const { commentId: own } = await write(d.representative, 'Vores eneste.');
    await answer(d.representative, { position: 'withRemarks' });
    await propose({ jointWith: [d.id] });
    await decide(d.representative, true);
    await d.representative.do('withdrawComment', { commentId: own });
    await correct();
    expect(await seen(by, d)).toMatchObject({ state: 'noRemarks', submitted: true, comments: 0 });
    await passDeadline(house, held.hearingId);
    expect(await seen(c.staff, d)).toMatchObject({ state: 'noRemarks', comments: 0 });
    expect(await unfit(house)).toEqual([]);
  });

  test('counts as having answered, also at midnight, and is not reminded', async () => {
    await correct();
    await by.do('remindMissing', { hearingId: held.hearingId });
    expect(await told('hearingReminder')).not.toContain(c.contact.personId);
    await house.setClock('2027-01-13T09:00:00Z');
    expect((await view(d.staff)).answered).toBe(2);
  });

  test('and accepts, and falls, again and again', async () => {
    for (const text of ['Ord 1', 'Ord 2', 'Ord 3']) {
      await correct(text);
      expect((await seen(by, c)).state).toBe('reservation');
      await decide(c.contact, true);
      expect((await seen(by, c)).state).toBe('joint');
    }
  });

  test('what its contact wrote meanwhile stays with itself until the contact submits it', async () => {
    await write(c.contact, 'Kun til os selv.');
    await correct();
    expect(await seen(by, c)).toMatchObject({ comments: 1 });
    const words = async () => JSON.stringify(await by.view(`comments?hearingId=${held.hearingId}`));
    expect(await words()).not.toContain('Kun til os selv.');
    await answer(c.contact, { position: 'withRemarks' });
    expect(await seen(by, c)).toMatchObject({ state: 'withRemarks', comments: 2 });
    expect(await words()).toContain('Kun til os selv.');
  });

  test('what came after it stood again is never taken back, also where a mail takes its place', async () => {
    await correct();
    await write(c.contact, 'Mere.');
    expect(await seen(by, c)).toMatchObject({ comments: 2 });
    await answer(by, { organisationId: c.id, position: 'withRemarks' });
    expect(await seen(by, c)).toMatchObject({ comments: 2 });
  });

  test('the sender learns of it neither before nor after: the trail grows alike for who had none', async () => {
    const grown = async (): Promise<number> => {
      const before = (await eventsOf(house, held.revisionId)).length;
      await correct(`Ord ${before}`);
      return (await eventsOf(house, held.revisionId)).length - before;
    };
    const withOwn = await grown();
    await propose({ jointWith: [d.id] });
    await decide(d.representative, true);
    expect(await grown()).toBe(withOwn);
    expect(JSON.stringify(await view(a.contact))).not.toContain('Udvalget skal spørges.');
  });
});

describe('whose yes falls, and who had answered nothing,', () => {
  beforeEach(async () => {
    await propose();
    await decide(c.contact, true);
    await correct();
  });

  test('is told so, is missing, and may say yes again', async () => {
    expect(await told('jointProposed')).toEqual([c.contact.personId, c.contact.personId]);
    expect((await mine(c.contact)).proposals).toMatchObject([
      { state: 'waiting', fell: true, lateYes: false },
    ]);
    await by.do('remindMissing', { hearingId: held.hearingId });
    expect(await told('hearingReminder')).toContain(c.contact.personId);
    await decide(c.contact, true);
    expect((await seen(by, c)).state).toBe('joint');
  });

  test('the sender and the secretariat see whose yes fell', async () => {
    const fell = [{ id: c.id, name: c.name, state: 'waiting', fell: true }];
    expect(await proposed()).toEqual(fell);
    expect((await seen(by, a)).proposed).toEqual(fell);
  });

  test('may still say yes after the deadline, and is late then', async () => {
    await passDeadline(house, held.hearingId);
    expect((await mine(c.contact)).proposals).toMatchObject([{ lateYes: true }]);
    expect((await mine(c.staff)).proposals).toMatchObject([{ lateYes: false }]);
    expect(await c.contact.refused('answerJoint', { hearingId: held.hearingId, accept: false })).toBe(
      'hearingClosed',
    );
    await decide(c.contact, true);
    expect((await seen(d.staff, c)).state).toBe('late');
    expect(await unfit(house)).toEqual([]);
  });

  test('and says no instead: its yes is spoken of no more, to it or to the sender', async () => {
    await decide(c.contact, false);
    expect((await mine(c.contact)).proposals).toMatchObject([{ state: 'declined', fell: false }]);
    expect(await proposed()).toMatchObject([{ id: c.id, state: 'declined', fell: false }]);
  });

  test('but not who was asked and never said yes, nor who has an answer of its own', async () => {
    await propose({ jointWith: [c.id, d.id] });
    await answer(c.contact);
    await passDeadline(house, held.hearingId);
    expect(await refused(d.representative)).toBe('hearingClosed');
    expect(await refused(c.contact)).toBe('hearingClosed');
  });
});

describe('whoever takes over as contact', () => {
  const takeOver = async () => {
    await by.do('nameContact', { organisationId: c.id, personId: c.staff.personId });
    const asked = await told('jointProposed');
    await by.do('nameContact', { organisationId: c.id, personId: c.contact.personId });
    return asked.slice(1);
  };

  test('is asked about a proposal that waits, also where an own answer stands meanwhile', async () => {
    await answer(c.contact);
    await propose();
    expect(await takeOver()).toEqual([c.staff.personId]);
  });

  test('and not about one that was decided on', async () => {
    await propose();
    await decide(c.contact, false);
    expect(await takeOver()).toEqual([]);
  });
});

describe('a no', () => {
  beforeEach(async () => {
    await propose();
    await decide(c.contact, false);
  });

  test.each(falls.slice(0, 3))('stands, and nobody is asked again: %s', async (_, change) => {
    await change();
    expect((await mine(c.contact)).proposals).toMatchObject([{ state: 'declined' }]);
    expect(await told('jointProposed')).toEqual([c.contact.personId]);
    await decide(c.contact, true);
    expect((await seen(by, c)).state).toBe('joint');
  });

  test('is asked about once more when the sender names it anew with another answer, and told that it is another', async () => {
    await propose({ reservation: 'Byrådet skal godkende.' });
    expect((await mine(c.contact)).proposals).toMatchObject([
      { state: 'waiting', fell: false, afterNo: true },
    ]);
    expect(await told('jointProposed')).toEqual([c.contact.personId, c.contact.personId]);
    await decide(c.contact, false);
    expect((await mine(c.contact)).proposals).toMatchObject([{ state: 'declined', afterNo: false }]);
  });
});
