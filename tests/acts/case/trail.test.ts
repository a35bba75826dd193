import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import {
  addVersion,
  hearing,
  markPresent,
  meeting,
  passDeadline,
  revision,
  vote,
  type Vote,
} from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let decided: Vote;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  const held = await hearing(house);
  const { hearingId, revisionId } = held;
  const said = { hearingId, type: 'general' as const, text: 'Æ, ø og å: "citat" \\ 🌱' };
  const { commentId } = await one.staff.do('addComment', said);
  await one.staff.do('submitAnswer', { hearingId, position: 'withRemarks' });
  await passDeadline(house, hearingId);
  await by.do('disposeComment', { commentId, disposition: 'accepted', response: 'Rettet.' });
  const final = await addVersion(house, revisionId);
  const at = await meeting(house);
  await markPresent(house, at, one);
  decided = await vote(house, { at, of: { ...held, ...final } });
  await one.representative.do('castBallot', { voteId: decided.voteId, choice: 'for' });
  await by.do('closeVote', { voteId: decided.voteId });
});

const trail = () => one.staff.view(`trail?revisionId=${decided.revisionId}`);
const sealed = () => eventually(trail, (seen) => seen.verification.unsealed === 0);

describe('the trail of a case', () => {
  test('tells everything that happened, in order, from first to last', async () => {
    const { items } = await sealed();
    expect(items.map((row: any) => row.type)).toEqual([
      'revisionStarted',
      'versionAdded',
      'hearingOpened',
      'commentAdded',
      'answerSubmitted',
      'commentDisposed',
      'versionAdded',
      'voteOpened',
      'ballotCast',
      'voteClosed',
    ]);
    expect(items.map((row: any) => row.seq)).toEqual(items.map((_: unknown, index: number) => index + 1));
    for (const row of items) expect(row.sentence.da).not.toMatch(/\{|undefined|^$/);
  });

  test('names who did it', async () => {
    const { items } = await sealed();
    const cast = items.find((row: any) => row.type === 'ballotCast');
    expect(cast.by).toMatchObject({
      name: 'Indkøbschef, Aarhus Kommune',
      organisationName: 'Aarhus Kommune',
    });
  });

  test('is a chain: each link holds the hash of the one before, and the whole verifies', async () => {
    const { items, verification } = await sealed();
    expect(verification).toMatchObject({ ok: true, checked: items.length, unsealed: 0, brokenAt: null });
    for (const [index, row] of items.entries())
      expect(row.previous).toBe(index === 0 ? '0'.repeat(64) : items[index - 1].hash);
  });

  test('is sealed within about a second of the act', async () => {
    const { revisionId } = await revision(house);
    const look = () => by.view(`trail?revisionId=${revisionId}`);
    await eventually(look, (seen) => seen.verification.unsealed === 0 && seen.items.length === 2, 4_000);
  });

  test('can be read in pages', async () => {
    const first = await by.view(`trail?revisionId=${decided.revisionId}&limit=4`);
    const second = await by.view(`trail?revisionId=${decided.revisionId}&limit=100&after=${first.next}`);
    expect([...first.items, ...second.items].map((row: any) => row.seq)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(second.next).toBeUndefined();
  });
});

describe('nobody changes the trail', () => {
  const attempts = [
    "update event set data = '{}'::jsonb",
    "update event set at = now() where type = 'voteClosed'",
    'delete from event',
    'truncate event cascade',
    'truncate event, seal, erasure',
    "update seal set hash = 'x'",
    'delete from seal',
    'truncate seal',
  ];
  test.each(attempts)('the database refuses: %s', async (statement) => {
    await sealed();
    const before = await fingerprint(house);
    await expect(house.sql(statement)).rejects.toMatchObject({ code: '42501' });
    expect(changes(before, await fingerprint(house))).toEqual([]);
    expect((await trail()).verification.ok).toBe(true);
  });

  test('one who switches the guard off to change the past is found out by the chain', async () => {
    await sealed();
    await house.sql(`alter table event disable trigger event_append_only`);
    const forged = `update event set data = jsonb_set(data, '{choice}', '"against"') where type = 'ballotCast'`;
    await house.sql(forged);
    expect((await trail()).verification).toMatchObject({ ok: false, brokenAt: 9 });
    await house.sql(forged.replace('against', 'for'));
    await house.sql(`alter table event enable trigger event_append_only`);
    expect((await trail()).verification.ok).toBe(true);
  });
});

test('a rehearsal is told as one, a vote with how it came out, and a declared interest as that', async () => {
  const at = await meeting(house);
  await markPresent(house, at, one);
  const tried = await vote(house, { at, rehearsal: true });
  await by.do('closeVote', { voteId: tried.voteId });
  const held = await vote(house, { at, of: tried });
  await one.representative.do('castBallot', { voteId: held.voteId, choice: 'recused' });
  await by.do('closeVote', { voteId: held.voteId });
  const { items } = await by.view(`trail?revisionId=${held.revisionId}`);
  expect(items.map((item: any) => item.sentence.da).slice(-5)).toEqual([
    'PRØVE: afstemning åbnet: Kan målet godkendes?',
    'PRØVE: afstemning lukket, uden virkning',
    'Afstemning åbnet: Kan målet godkendes?',
    'Aarhus Kommune har meldt sig inhabil',
    'Afstemning lukket: ikke godkendt (0 for, 0 imod, 0 undlod at stemme, 1 inhabil, 0 afgav ikke stemme, af 1)',
  ]);
});
