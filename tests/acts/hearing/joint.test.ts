import { beforeEach, describe, expect, test } from '@jest/globals';
import { passDeadline } from '../../support/cases.ts';
import { changes, eventTypes, fingerprint } from '../../support/fingerprint.ts';
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
  taskTitles,
  told,
  typesIn,
  view,
  write,
} from './jointGround.ts';

describe('who is named in a joint answer is asked, and nothing more', () => {
  beforeEach(async () => void (await answer(a.contact, { jointWith: [c.id] })));

  test('it has no answer, is counted as before, and is still reminded', async () => {
    expect(await seen(by, c)).toMatchObject({ state: 'silent', submitted: false });
    expect(await seen(by, a)).toMatchObject({ state: 'noRemarks', jointWith: [] });
    expect((await view(by)).answered).toBe(1);
    await by.do('remindMissing', { hearingId: held.hearingId });
    expect(await told('hearingReminder')).toContain(c.contact.personId);
  });

  test('its staff write on, and its contact answers alone if it wants to', async () => {
    await write(c.staff);
    await answer(c.contact, { position: 'withRemarks' });
    expect(await seen(by, c)).toMatchObject({ state: 'withRemarks', jointWith: [] });
  });

  test('its contact is told at once and has it among its tasks; its staff read only that there is a proposal', async () => {
    expect(await told('jointProposed')).toEqual([c.contact.personId]);
    expect(await taskTitles(c.contact)).toContainEqual(
      expect.stringContaining('fælles svar med Aarhus Kommune'),
    );
    expect(await taskTitles(c.staff)).toEqual([expect.stringMatching(/^Skriv bemærkninger/)]);
    const [toContact] = (await mine(c.contact)).proposals;
    expect(toContact).toMatchObject({
      organisationId: a.id,
      state: 'waiting',
      answer: { position: 'noRemarks' },
    });
    const [toStaff] = (await mine(c.staff)).proposals;
    expect(toStaff).toMatchObject({ organisationName: a.name, state: 'waiting', answer: null });
    expect((await mine(d.staff)).proposals).toEqual([]);
  });

  test('only whoever submits its answer may accept', async () => {
    expect(await refused(c.staff)).toBe('notContact');
    expect(await refused(c.representative)).toBe('notContact');
    expect(await refused(d.representative)).toBe('noJointProposal');
    expect(await refused(a.contact)).toBe('noJointProposal');
  });

  test('what it would sign is shown whole: position, reservation, and the comments that went along', async () => {
    await write(a.contact, 'For dyrt for små kommuner.');
    await answer(a.contact, {
      position: 'withRemarks',
      reservation: 'Byrådet skal godkende.',
      jointWith: [c.id],
    });
    const [{ answer: said }] = (await mine(c.contact)).proposals;
    expect(said).toMatchObject({
      position: 'withRemarks',
      reservation: 'Byrådet skal godkende.',
      commentCount: 1,
    });
    expect(said.comments).toMatchObject([{ text: 'For dyrt for små kommuner.', editable: false }]);
  });
});

test('naming is answered alike, whatever the named one has done', async () => {
  await write(c.staff);
  const drafts = await answer(a.contact, { jointWith: [c.id] });
  await answer(c.contact, { position: 'withRemarks' });
  const answered = await answer(a.contact, { jointWith: [c.id, d.id] });
  expect(answered).toEqual(drafts);
  expect(await proposed()).toEqual(
    [
      { id: d.id, name: d.name, state: 'waiting', fell: false },
      { id: c.id, name: c.name, state: 'waiting', fell: false },
    ].sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
});

describe('when the named one accepts', () => {
  beforeEach(async () => {
    await write(a.contact);
    await answer(a.contact, {
      position: 'withRemarks',
      reservation: 'Byrådet skal godkende.',
      jointWith: [c.id, d.id],
    });
    await decide(c.contact, true);
  });

  test('its answer is joint with the sender’s, it is counted, reminded no more, and its staff are locked out', async () => {
    for (const one of [a, c]) expect((await seen(by, one)).state).toBe('joint');
    expect(await seen(by, a)).toMatchObject({ jointWith: [{ id: c.id }] });
    expect((await view(by)).answered).toBe(2);
    await by.do('remindMissing', { hearingId: held.hearingId });
    expect(await told('hearingReminder')).not.toContain(c.contact.personId);
    expect(
      await c.staff.refused('addComment', { hearingId: held.hearingId, type: 'general', text: 'X' }),
    ).toBe('answerSubmitted');
    expect(await taskTitles(c.contact)).toEqual([]);
  });

  test('the sender is told, and nobody else of the members before the deadline, the other named one neither', async () => {
    expect(await told('jointDecided')).toEqual([a.contact.personId]);
    expect(await proposed()).toContainEqual({ id: c.id, name: c.name, state: 'accepted', fell: false });
    const [toOther] = (await mine(d.representative)).proposals;
    expect(toOther.others).toEqual([{ id: c.id, name: c.name }]);
    expect((await mine(c.contact)).answer).toMatchObject({ state: 'joint', jointWith: [{ id: a.id }] });
    expect(JSON.stringify((await view(d.representative)).answers)).not.toContain(c.id);
    expect(await typesIn(d.representative)).not.toContain('jointAccepted');
  });

  test('twice is once', async () => {
    const before = await fingerprint(house);
    expect(await decide(c.contact, true)).toMatchObject({
      organisationId: c.id,
      senderId: a.id,
      state: 'accepted',
    });
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('it may decline again until the deadline, and then has no answer', async () => {
    await decide(c.contact, false);
    expect(await seen(by, c)).toMatchObject({ state: 'silent', submitted: false });
    expect(await seen(by, a)).toMatchObject({ state: 'reservation', jointWith: [] });
    expect(await proposed()).toContainEqual({ id: c.id, name: c.name, state: 'declined', fell: false });
    await write(c.staff, 'Nu igen.');
  });

  test('it may submit its own answer instead, which then stands, and the sender is told', async () => {
    await answer(c.contact);
    expect(await seen(by, c)).toMatchObject({ state: 'noRemarks', jointWith: [] });
    expect(await proposed()).toContainEqual({ id: c.id, name: c.name, state: 'declined', fell: false });
    expect(await told('jointDecided')).toEqual([a.contact.personId, a.contact.personId]);
  });

  test('after the deadline it is joint, and the sender’s answer names only who accepted', async () => {
    await passDeadline(house, held.hearingId);
    for (const who of [d.staff, a.staff])
      expect(await seen(who, a)).toMatchObject({ state: 'joint', jointWith: [{ id: c.id, name: c.name }] });
    expect(await seen(d.staff, a)).toMatchObject({ proposed: [] });
    expect(await seen(by, d)).toMatchObject({ state: 'silent', submitted: false });
    const types = await typesIn(d.representative);
    expect(types).toContain('jointAccepted');
    const toOutsiders = JSON.stringify(
      (await d.staff.view(`trail?revisionId=${held.revisionId}&limit=500`)).items,
    );
    expect(toOutsiders).toContain('jointAccepted');
    expect(await refused(d.representative)).toBe('hearingClosed');
  });
});

describe('what the named one had of its own is lost nowhere', () => {
  beforeEach(() => write(c.staff, 'Vores eget.'));

  test('comments that were not submitted stay its own, and may be submitted with an answer of its own', async () => {
    await answer(a.contact, { jointWith: [c.id] });
    await decide(c.contact, true);
    expect((await mine(c.contact)).drafts).toBe(1);
    expect(await seen(by, c)).toMatchObject({ state: 'joint', comments: 0 });
    await answer(c.contact, { position: 'withRemarks' });
    expect(await seen(by, c)).toMatchObject({ state: 'withRemarks', comments: 1 });
  });

  test('comments that were submitted stay submitted in its name, and only its contact changes them', async () => {
    await answer(c.contact, { position: 'withRemarks' });
    await answer(a.contact, { jointWith: [c.id] });
    await decide(c.contact, true);
    expect(await seen(by, c)).toMatchObject({ state: 'joint', comments: 1 });
    await decide(c.contact, false);
    expect(await seen(by, c)).toMatchObject({ state: 'withRemarks', comments: 1 });
    const { items } = await by.view(`comments?hearingId=${held.hearingId}`);
    const { id: commentId } = items[0];
    expect(await c.staff.refused('editComment', { commentId, text: 'Andet.' })).toBe('answerSubmitted');
    await c.contact.do('editComment', { commentId, text: 'Andet.' });
  });

  test('a remark that its contact adds to a joint answer changes nothing of it', async () => {
    await answer(a.contact, { jointWith: [c.id] });
    await decide(c.contact, true);
    await write(c.contact, 'Mere.');
    expect((await mine(c.contact)).answer).toMatchObject({ position: 'noRemarks', state: 'joint' });
    expect(await eventTypes(house, held.revisionId)).not.toContain('answerChanged');
  });
});

describe('who said no', () => {
  test('is known to the sender, to itself and to the secretariat, also after the deadline', async () => {
    await answer(a.contact, { jointWith: [c.id] });
    await decide(c.contact, false);
    await passDeadline(house, held.hearingId);
    for (const who of [by, a.staff, c.staff]) expect(await typesIn(who)).toContain('jointDeclined');
    for (const type of ['jointProposed', 'jointDeclined']) expect(await typesIn(d.staff)).not.toContain(type);
    expect(JSON.stringify(await seen(d.staff, a))).not.toContain(c.id);
  });
});

describe('by mail', () => {
  test('the secretariat enters a yes that came in time, or late, on behalf of the named one', async () => {
    await answer(a.contact, { jointWith: [c.id, d.id] });
    expect(await by.refused('answerJoint', { hearingId: held.hearingId, accept: true })).toBe(
      'organisationNeeded',
    );
    expect(await refused(c.contact, { onBehalfOf: d.id })).toBe('notYourOrganisation');
    const sent = { organisationId: a.id, receivedAt: '2027-01-12T09:00:00.000Z' };
    await passDeadline(house, held.hearingId);
    await decide(by, true, { ...sent, onBehalfOf: c.id });
    await decide(by, true, { organisationId: a.id, onBehalfOf: d.id });
    expect((await seen(by, c)).state).toBe('joint');
    expect((await seen(by, d)).state).toBe('late');
  });
});
