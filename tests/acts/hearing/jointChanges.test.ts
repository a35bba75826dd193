import { beforeEach, describe, expect, test } from '@jest/globals';
import { passDeadline } from '../../support/cases.ts';
import { member } from '../../support/factories.ts';
import { eventTypes } from '../../support/fingerprint.ts';
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

describe('a yes covers the words that were shown', () => {
  let commentId: string;
  beforeEach(async () => {
    ({ commentId } = await write(a.contact));
    await answer(a.contact, { position: 'withRemarks', jointWith: [c.id] });
    await decide(c.contact, true);
  });
  const changing: [string, () => Promise<unknown>][] = [
    ['a comment is changed', () => a.contact.do('editComment', { commentId, text: 'Andre ord.' })],
    ['a comment is withdrawn', () => a.contact.do('withdrawComment', { commentId })],
    ['a comment is added', () => write(a.contact, 'Et til.')],
    [
      'the answer is changed',
      () => answer(a.contact, { position: 'withRemarks', reservation: 'Forbehold.', jointWith: [c.id] }),
    ],
  ];
  test.each(changing)('%s: it falls, and the named one is asked anew', async (_, change) => {
    await change();
    expect(await seen(by, c)).toMatchObject({ state: 'silent', submitted: false });
    expect((await mine(c.contact)).proposals).toMatchObject([{ state: 'waiting', fell: true }]);
    expect(await told('jointProposed')).toEqual([c.contact.personId, c.contact.personId]);
    expect(await eventTypes(house, held.revisionId)).toContain('jointLapsed');
    await decide(c.contact, true);
    expect((await seen(by, c)).state).toBe('joint');
  });

  test('the same words submitted again, or one more who is asked, leave it as it is', async () => {
    await answer(a.contact, { position: 'withRemarks', jointWith: [c.id, d.id] });
    expect((await seen(by, c)).state).toBe('joint');
    expect(await told('jointProposed')).toEqual([c.contact.personId, d.representative.personId]);
  });

  test('who saw older words is told that they have changed, and nothing is accepted', async () => {
    await decide(c.contact, false);
    const [{ answer: said }] = (await mine(c.contact)).proposals;
    await a.contact.do('editComment', { commentId, text: 'Andre ord.' });
    expect(await refused(c.contact, { seen: said.seen })).toBe('jointChanged');
    expect((await seen(by, c)).submitted).toBe(false);
  });

  test('what came by mail after the deadline changes nothing of what was accepted', async () => {
    await passDeadline(house, held.hearingId);
    await by.do('addComment', {
      hearingId: held.hearingId,
      type: 'general',
      text: 'Sent.',
      organisationId: a.id,
    });
    const late = { hearingId: held.hearingId, organisationId: a.id, position: 'withRemarks' };
    expect(await by.refused('submitAnswer', late)).toBe('answerInTime');
    expect((await seen(d.staff, c)).state).toBe('joint');
  });
});

describe('when the sender takes it back', () => {
  beforeEach(async () => {
    await answer(a.contact, { jointWith: [c.id, d.id] });
    await decide(c.contact, true);
  });

  test('who is no longer named has no answer, and is told so', async () => {
    await answer(a.contact, { jointWith: [d.id] });
    expect(await seen(by, c)).toMatchObject({ state: 'silent', submitted: false });
    expect(await told('jointEnded')).toEqual([c.contact.personId]);
    expect(await refused(c.contact)).toBe('noJointProposal');
    expect((await mine(c.contact)).proposals).toEqual([]);
  });

  test('and when the sender becomes part of another’s answer, what was accepted of its own falls', async () => {
    const e = await member(house, { name: 'Esbjerg Kommune' });
    await answer(e.representative, { jointWith: [a.id] });
    await decide(a.contact, true);
    expect(await seen(by, a)).toMatchObject({ state: 'joint', jointWith: [{ id: e.id }] });
    expect(await seen(by, c)).toMatchObject({ submitted: false });
    expect((await told('jointEnded')).sort()).toEqual([c.contact.personId, d.representative.personId].sort());
  });
});

describe('several proposals', () => {
  beforeEach(async () => {
    await answer(a.contact, { jointWith: [c.id] });
    await answer(d.representative, { jointWith: [c.id] });
  });

  test('the one that is meant must be said', async () => {
    expect(await refused(c.contact)).toBe('jointWhich');
    await decide(c.contact, true, { organisationId: d.id });
    expect((await seen(by, c)).jointWith).toEqual([{ id: d.id, name: d.name }]);
  });

  test('accepting another leaves the first, whose sender is told', async () => {
    await decide(c.contact, true, { organisationId: a.id });
    await decide(c.contact, true, { organisationId: d.id });
    expect((await seen(by, a)).state).toBe('noRemarks');
    expect(await proposed()).toEqual([{ id: c.id, name: c.name, state: 'declined', fell: false }]);
  });

  test('two who name each other are joint in one way only', async () => {
    await answer(c.contact, { jointWith: [a.id] });
    await decide(c.contact, true, { organisationId: a.id });
    expect(await refused(a.contact)).toBe('noJointProposal');
    expect(await seen(by, c)).toMatchObject({ state: 'joint', jointWith: [{ id: a.id }] });
  });
});

describe('at the same moment', () => {
  test('a yes and a change of the words: either it fell, or it was refused; it never covers words that were not seen', async () => {
    const { commentId } = await write(a.contact);
    await answer(a.contact, { position: 'withRemarks', jointWith: [c.id] });
    for (let round = 0; round < 8; round += 1) {
      const [{ answer: said }] = (await mine(c.contact)).proposals;
      const [yes] = await Promise.all([
        c.contact.act('answerJoint', { hearingId: held.hearingId, accept: true, seen: said.seen }),
        a.contact.do('editComment', { commentId, text: `Ord ${round}` }),
      ]);
      expect([200, 409]).toContain(yes.status);
      expect(await seen(by, c)).toMatchObject({ submitted: false });
    }
  });

  test('a yes and a no, from two windows: one of them stands, and all say the same', async () => {
    await answer(a.contact, { jointWith: [c.id] });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([decide(c.contact, true), decide(c.contact, false)]);
      const [{ state }] = (await mine(c.contact)).proposals;
      expect((await seen(by, c)).submitted).toBe(state === 'accepted');
      expect((await proposed())[0].state).toBe(state);
    }
  });

  test('two members who accept each other’s proposals never wait for each other, and one of them is joint', async () => {
    await answer(a.contact, { jointWith: [d.id] });
    await answer(d.representative, { jointWith: [a.id] });
    const both = await Promise.all([
      a.contact.act('answerJoint', { hearingId: held.hearingId, accept: true }),
      d.representative.act('answerJoint', { hearingId: held.hearingId, accept: true }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await view(by)).answered).toBe(2);
  });
});

test('a member is told how many had answered at midnight, a joint one from when it accepted and until it fell', async () => {
  const count = async () => (await view(d.staff)).answered;
  await answer(a.contact, { jointWith: [c.id] });
  await house.setClock('2027-01-12T09:00:00Z');
  expect(await count()).toBe(1);
  await decide(c.contact, true);
  expect(await count()).toBe(1);
  await house.setClock('2027-01-13T09:00:00Z');
  expect(await count()).toBe(2);
  await decide(c.contact, false);
  await house.setClock('2027-01-14T09:00:00Z');
  expect(await count()).toBe(1);
});

test('what an older program bound by naming stands, may be left, and falls when the words change', async () => {
  await answer(a.contact, { jointWith: [c.id, d.id] });
  await house.sql('delete from joint_proposal where hearing_id = $1', [held.hearingId]);
  for (const one of [c, d])
    await house.sql(
      `insert into answer (hearing_id, organisation_id, position, sender_id, channel, submitted_at)
       values ($1, $2, 'noRemarks', $3, 'tab', now())`,
      [held.hearingId, one.id, a.id],
    );
  for (const one of [c, d]) expect((await seen(by, one)).state).toBe('joint');
  await decide(d.representative, false);
  expect(await seen(by, d)).toMatchObject({ submitted: false });
  await answer(a.contact, { reservation: 'Forbehold.', jointWith: [c.id, d.id] });
  expect(await seen(by, c)).toMatchObject({ submitted: false });
  expect(await told('jointProposed')).toContain(c.contact.personId);
});
