import { beforeAll, describe, expect, test } from '@jest/globals';
import { hearing, meeting, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, stranger, type Member, type Someone } from '../../support/factories.ts';
import { eventually } from '../../support/app.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let chair: Member;
let held: Hearing;
let outsider: Someone;
/** What was written by and to the organisation; no reader who may not see it finds any of it anywhere. */
const secrets = [
  'Kravet er for dyrt for en lille kommune.',
  'Skriv kravet om.',
  'Byrådet skal godkende i marts.',
  'Prisen er undersøgt og er den samme.',
];

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff', 'deputy'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact', 'staff'] });
  chair = await member(house, { name: 'Aalborg Kommune', chair: true });
  outsider = await stranger(house);
  held = await hearing(house);
  const { hearingId } = held;
  const [text, proposedChange, reservation, response] = secrets as [string, string, string, string];
  const { commentId } = await one.staff.do('addComment', {
    hearingId,
    clause: '10.a',
    type: 'technical',
    text,
    proposedChange,
  });
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks', reservation });
  await one.contact.do('editComment', { commentId, type: 'general' });
  await by.do('disposeComment', { commentId, disposition: 'noted', response });
  await one.contact.do('addComment', { hearingId, type: 'general', text: 'Et ord mere.' });
});

const readers = (): Record<string, Someone> => ({
  secretariat: by,
  chair: chair.representative,
  'another member': other.contact,
  'staff of another member': other.staff,
  'own contact': one.contact,
  'own staff': one.staff,
  'own representative': one.representative,
});
/** Everything the reader can reach about the case, in one text. */
async function everythingFor(who: Someone): Promise<string> {
  const { hearingId, revisionId } = held;
  const queries = [
    `hearing?id=${hearingId}`,
    `comments?hearingId=${hearingId}`,
    `comments?hearingId=${hearingId}&organisationId=${one.id}`,
    `trail?revisionId=${revisionId}`,
    `revision?id=${revisionId}`,
    'revisions',
    'tasks',
    'members',
    'me',
  ];
  return JSON.stringify(await Promise.all(queries.map((query) => who.view(query))));
}

const outside = ['chair', 'another member', 'staff of another member'];
const inside = ['secretariat', 'own contact', 'own staff', 'own representative'];

describe('until the deadline an answer is for its own organisation and the secretariat', () => {
  test.each(outside)('%s finds none of it in any view', async (reader) => {
    const seen = await everythingFor(readers()[reader]!);
    for (const secret of secrets) expect(seen).not.toContain(secret);
  });

  test.each(outside)('%s is not even told how the organisation answered', async (reader) => {
    const who = readers()[reader]!;
    const view = await who.view(`hearing?id=${held.hearingId}`);
    expect(view).toMatchObject({ sealed: true, heard: 3, answered: 0 });
    expect(view.answers.map((row: any) => row.organisationId)).not.toContain(one.id);
    const { hearings } = await who.view(`revision?id=${held.revisionId}`);
    expect(hearings[0]).toMatchObject({ withRemarks: null, comments: null, unanswered: null, answered: 0 });
    const { items } = await who.view('revisions');
    expect(items[0].hearing).toMatchObject({ withRemarks: null, comments: null, unanswered: null });
    expect((await who.view(`comments?hearingId=${held.hearingId}`)).items).toEqual([]);
  });

  test.each(outside)('%s sees in the trail that something happened, not what or by whom', async (reader) => {
    const { items } = await readers()[reader]!.view(`trail?revisionId=${held.revisionId}`);
    expect(items.map((row: any) => row.type).slice(0, 3)).not.toContain(null);
    const sealed = items.slice(3);
    expect(sealed).toHaveLength(5);
    for (const row of sealed) {
      expect(row).toMatchObject({ at: null, actor: null, type: null, data: null, salt: null });
      expect(row.sentence.da).toMatch(/^Forseglet: vises ikke for dig nu$/);
      expect(JSON.stringify(row)).not.toContain('Aarhus');
    }
  });

  test.each(inside)('%s sees all of it', async (reader) => {
    const who = readers()[reader]!;
    const seen = await everythingFor(who);
    for (const secret of secrets) expect(seen).toContain(secret);
    const { answers } = await who.view(`hearing?id=${held.hearingId}`);
    const own = answers.find((row: any) => row.organisationId === one.id);
    expect(own).toMatchObject({ state: 'reservation', submitted: true, comments: 2 });
  });

  test('the secretariat is told how many answered, and what only where the trail says that it looks', async () => {
    const { hearings } = await by.view(`revision?id=${held.revisionId}`);
    const nothing = { withRemarks: null, comments: null, unanswered: null };
    expect(hearings[0]).toMatchObject({ ...nothing, answered: 1 });
    const { items } = await by.view('revisions');
    expect(items[0].hearing).toMatchObject({ ...nothing, answered: 1 });
  });

  test('the chair, who opens votes, is not told by the gate how many comments there are', async () => {
    const { meetingId } = await meeting(house);
    const { allowed } = await chair.representative.view(`revision?id=${held.revisionId}`);
    const opening = allowed.find((row: { act: string }) => row.act === 'openVote');
    const codes = opening.unmet.map((row: { code: string }) => row.code);
    expect(codes).toContain('hearingStillOpen');
    expect(codes).not.toContain('commentsUnanswered');
    await by.do('endSession', { meetingId });
  });

  test('whoever the register does not know sees nothing at all', async () => {
    for (const query of [
      `hearing?id=${held.hearingId}`,
      `comments?hearingId=${held.hearingId}`,
      'revisions',
      'me',
    ])
      expect(await outsider.viewStatus(query)).toBe(403);
  });

  test('an open hearing shows a member its deliveries to nobody', async () => {
    for (const who of [one.contact, other.contact, chair.representative])
      expect(await who.viewStatus(`deliveries?hearingId=${held.hearingId}`)).toBe(404);
  });
});

describe('from the deadline on', () => {
  beforeAll(() => passDeadline(house, held.hearingId));

  test.each([...outside, ...inside])('%s sees every answer', async (reader) => {
    const who = readers()[reader]!;
    const seen = await everythingFor(who);
    for (const secret of secrets) expect(seen).toContain(secret);
    const view = await who.view(`hearing?id=${held.hearingId}`);
    expect(view.sealed).toBe(false);
    expect(view.answers).toHaveLength(3);
    const { hearings } = await who.view(`revision?id=${held.revisionId}`);
    expect(hearings[0]).toMatchObject({ withRemarks: 1, comments: 2, unanswered: 1 });
  });

  test('the trail is open to every member but for what was changed before, and its chain holds', async () => {
    const trail = () => other.staff.view(`trail?revisionId=${held.revisionId}`);
    const { items, verification } = await eventually(trail, (seen) => seen.verification.unsealed === 0);
    expect(verification).toMatchObject({ ok: true, brokenAt: null, checked: items.length });
    const hidden = items.filter((row: any) => row.data === null);
    expect(hidden.map((row: any) => [row.type, row.sentence.da])).toEqual([
      [null, 'Trukket tilbage eller rettet, før det blev vist'],
    ]);
  });

  test('whoever the register does not know still sees nothing', async () => {
    expect(await outsider.viewStatus(`hearing?id=${held.hearingId}`)).toBe(403);
  });
});
