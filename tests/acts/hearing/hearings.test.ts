import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { addVersion, hearing, passDeadline, revision, type Case } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, eventTypes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let about: Case;
const unknown = oid(999_999);

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', chair: true, with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
  await install(house, one.contact);
  about = await revision(house);
});

const opening = (more: object = {}) => ({
  revisionId: about.revisionId,
  kind: 'internal' as const,
  versionId: about.versionId,
  letter: 'Kære alle',
  deadline: '2027-03-01T12:00',
  ...more,
});
const deliveries = async (hearingId: string, message: string) => {
  const { items } = await by.view(`deliveries?hearingId=${hearingId}`);
  return items.filter((row: { message: string }) => row.message === message);
};

describe('opening a hearing', () => {
  test('state, trail and one invitation for everyone heard are written together', async () => {
    const { hearingId, ref } = await by.do('openHearing', opening());
    const view = await other.representative.view(`hearing?id=${hearingId}`);
    expect(view).toMatchObject({
      ref,
      state: 'open',
      deadline: '2027-03-01T11:00:00.000Z',
      heard: 2,
      days: 49,
    });
    const event = (await eventsOf(house, about.revisionId)).at(-1);
    expect(event).toMatchObject({ type: 'hearingOpened', data: { hearingId, told: 4, passed: [] } });
    expect([...event!.data.heard].sort()).toEqual([one.id, other.id].sort());
    const invited = await deliveries(hearingId, 'hearingInvitation');
    const people = [one.representative, one.contact, one.staff, other.representative];
    expect(invited.map((row: any) => row.personId).sort()).toEqual(people.map((who) => who.personId).sort());
  });

  test('whoever has no chat with the bot is written to by mail', async () => {
    const { hearingId } = await by.do('openHearing', opening());
    const invited = await deliveries(hearingId, 'hearingInvitation');
    const channel = (who: Someone) => invited.find((row: any) => row.personId === who.personId).channel;
    expect(channel(one.contact)).toBe('personal');
    expect(channel(other.representative)).toBe('mail');
  });

  test('the deadline is Copenhagen wall time on both sides of daylight saving', async () => {
    const winter = await by.do('openHearing', opening({ deadline: '2027-03-27T12:00' }));
    const summer = await by.do('openHearing', opening({ deadline: '2027-03-29T12:00' }));
    expect((await by.view(`hearing?id=${winter.hearingId}`)).deadline).toBe('2027-03-27T11:00:00.000Z');
    expect((await by.view(`hearing?id=${summer.hearingId}`)).deadline).toBe('2027-03-29T10:00:00.000Z');
  });

  test('under 28 days, or across July, needs a reason, and the pass is logged', async () => {
    expect(await by.unmet('openHearing', opening({ deadline: '2027-02-01T12:00' }))).toEqual([
      'shortHearing',
    ]);
    expect(await by.unmet('openHearing', opening({ deadline: '2027-08-01T12:00' }))).toEqual(['acrossJuly']);
    expect(await by.refused('openHearing', opening({ deadline: '2027-02-01T12:00', reason: '' }))).toBe(
      'reasonNeeded',
    );
    const reason = 'Aftalen udløber i marts.';
    const { hearingId } = await by.do('openHearing', opening({ deadline: '2027-02-01T12:00', reason }));
    expect((await by.view(`hearing?id=${hearingId}`)).reason).toBe(reason);
    const event = (await eventsOf(house, about.revisionId)).at(-1);
    expect(event?.data).toMatchObject({ reason, passed: ['shortHearing'] });
  });

  test('exactly 28 days needs none', async () => {
    const deadline = new Date((await house.now()).getTime() + 28 * 24 * 3600_000).toISOString();
    await by.do('openHearing', opening({ deadline }));
  });

  test('it is refused without a document of this case, with a deadline gone by, and for unknown ids', async () => {
    const elsewhere = await revision(house);
    expect(await by.refused('openHearing', opening({ versionId: elsewhere.versionId }))).toBe(
      'versionElsewhere',
    );
    expect(await by.refused('openHearing', opening({ versionId: unknown }))).toBe('versionElsewhere');
    expect(await by.refused('openHearing', opening({ revisionId: unknown }))).toBe('notFound');
    expect(await by.refused('openHearing', opening({ deadline: '2027-01-10T12:00' }))).toBe('deadlinePassed');
    for (const who of [one.representative, other.representative])
      expect(await who.refused('openHearing', opening())).toBe('secretariatOnly');
  });

  test('the gate shows before the press what is missing', async () => {
    const { revisionId } = await by.do('startRevision', { title: 'Tom', track: 'revise', year: 2027 });
    const asked = await by.allowed('openHearing', { revisionId, kind: 'internal' });
    expect(asked).toEqual({ ok: false, code: 'gateNotMet', unmet: ['versionMissing'] });
    await addVersion(house, revisionId, 'proposal');
    expect((await by.allowed('openHearing', { revisionId, kind: 'internal' })).ok).toBe(true);
  });

  test('the industry hearing waits for the internal one and for every comment to be answered', async () => {
    const held = await hearing(house);
    const { commentId } = await one.staff.do('addComment', {
      hearingId: held.hearingId,
      type: 'general',
      text: 'Ja',
    });
    await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' });
    const industry = opening({ revisionId: held.revisionId, versionId: held.versionId, kind: 'industry' });
    const early = await by.unmet('openHearing', industry);
    expect(early).toContain('hearingStillOpen');
    // How many comments an open hearing has is told only where the trail says that somebody looks.
    expect(early).not.toContain('commentsUnanswered');
    await passDeadline(house, held.hearingId);
    expect(await by.unmet('openHearing', industry)).toContain('commentsUnanswered');
    await by.do('disposeComment', { commentId, disposition: 'noted', response: 'Tak' });
    expect(await by.unmet('openHearing', industry)).not.toContain('commentsUnanswered');
    const { revisionId, versionId } = await revision(house);
    expect(await by.unmet('openHearing', { ...industry, revisionId, versionId })).toContain(
      'internalHearingMissing',
    );
  });
});

describe('extending a deadline', () => {
  test('everyone heard is told once for each new deadline, and the first one is remembered', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const before = (await by.view(`hearing?id=${hearingId}`)).deadline;
    const first = await by.do('extendDeadline', { hearingId, deadline: '2027-04-01T12:00', reason: 'Ønske' });
    expect(first.deadline).toBe('2027-04-01T10:00:00.000Z');
    await by.do('extendDeadline', { hearingId, deadline: '2027-04-02T12:00' });
    const view = await one.staff.view(`hearing?id=${hearingId}`);
    expect(view).toMatchObject({ deadline: '2027-04-02T10:00:00.000Z', originalDeadline: before });
    expect(await deliveries(hearingId, 'deadlineExtended')).toHaveLength(8);
    expect((await eventTypes(house, revisionId)).filter((type) => type === 'deadlineExtended')).toHaveLength(
      2,
    );
  });

  test('never to an earlier or the same time, and never once closed, since answers have been seen', async () => {
    const { hearingId } = await hearing(house);
    const { deadline } = await by.view(`hearing?id=${hearingId}`);
    expect(await by.refused('extendDeadline', { hearingId, deadline })).toBe('deadlineNotLater');
    expect(await one.representative.refused('extendDeadline', { hearingId, deadline })).toBe(
      'secretariatOnly',
    );
    expect(await by.refused('extendDeadline', { hearingId: unknown, deadline })).toBe('notFound');
    await passDeadline(house, hearingId);
    const later = new Date(Date.parse(deadline) + 864e5).toISOString();
    expect(await by.refused('extendDeadline', { hearingId, deadline: later })).toBe('hearingClosed');
    await house.setClock('2027-01-11T08:00:00Z');
  });
});

describe('reminding those who are missing', () => {
  test('only organisations that have not answered, their contact, and once a day', async () => {
    const { hearingId, revisionId } = await hearing(house);
    await other.representative.do('submitAnswer', { hearingId, position: 'noRemarks' });
    expect(await one.representative.refused('remindMissing', { hearingId })).toBe('secretariatOnly');
    expect(await by.do('remindMissing', { hearingId })).toEqual({ hearingId, told: 1 });
    const reminded = await deliveries(hearingId, 'hearingReminder');
    expect(reminded.map((row: any) => row.personId)).toEqual([one.contact.personId]);
    const before = await fingerprint(house);
    expect(await by.do('remindMissing', { hearingId })).toEqual({ hearingId, told: 0 });
    expect(changes(before, await fingerprint(house))).toEqual([]);
    await house.advance('P1D');
    expect((await by.do('remindMissing', { hearingId })).told).toBe(1);
    expect((await eventTypes(house, revisionId)).filter((type) => type === 'missingReminded')).toHaveLength(
      2,
    );
    await house.advance('-P1D');
  });

  test('without a contact the representative is reminded', async () => {
    const { hearingId } = await hearing(house);
    await one.contact.do('submitAnswer', { hearingId, position: 'noRemarks' });
    await by.do('remindMissing', { hearingId });
    const reminded = await deliveries(hearingId, 'hearingReminder');
    expect(reminded.map((row: any) => row.personId)).toEqual([other.representative.personId]);
  });

  test('a closed hearing reminds nobody', async () => {
    const { hearingId } = await hearing(house);
    await passDeadline(house, hearingId);
    expect(await by.refused('remindMissing', { hearingId })).toBe('hearingClosed');
    expect(await by.refused('remindMissing', { hearingId: unknown })).toBe('notFound');
    await house.setClock('2027-01-11T08:00:00Z');
  });
});
