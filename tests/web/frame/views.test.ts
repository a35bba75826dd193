import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ActName } from '../../../bot/acts/index.ts';
import { views } from '../../../bot/views/index.ts';
import {
  hearing,
  inMeeting,
  meeting,
  passDeadline,
  revision,
  vote,
  type Hearing,
  type Vote,
} from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chair: Member;
let closed: Hearing;
let open: Hearing;
let voting: Vote;
let voted: Vote;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'deputy', 'staff'] });
  chair = await member(house, { name: 'Odense Kommune', chair: true });
  closed = await hearing(house);
  const remark = {
    type: 'technical' as const,
    text: 'Uklart',
    clause: '10.a',
    proposedChange: 'Skriv det om',
  };
  const { commentId } = await one.staff.do('addComment', { hearingId: closed.hearingId, ...remark });
  await one.contact.do('submitAnswer', {
    hearingId: closed.hearingId,
    position: 'withRemarks',
    reservation: 'Ja',
  });
  await by.do('disposeComment', {
    commentId,
    disposition: 'partly',
    response: 'Rettet',
    theme: 'Krav',
    clause: '10.b',
  });
  await passDeadline(house, closed.hearingId);
  open = await hearing(house);
  await one.staff.do('addComment', { hearingId: open.hearingId, ...remark });
  await by.do('remindMissing', { hearingId: open.hearingId });
  const at = await meeting(house, { invited: [one.representative, chair.representative] });
  await inMeeting(house, at, one.representative);
  voted = await vote(house, { at, rules: { tie: 'chairDecides', quorum: 0.5 } });
  await one.representative.do('castBallot', { voteId: voted.voteId, choice: 'against', statement: 'Nej' });
  await by.do('closeVote', { voteId: voted.voteId });
  voting = await vote(house, { at });
  await one.representative.do('castBallot', { voteId: voting.voteId, choice: 'for' });
  await revision(house);
});

const readers = (): Record<string, Someone> => ({
  secretariat: by,
  chair: chair.representative,
  representative: one.representative,
  deputy: one.deputy,
  contact: one.contact,
  staff: one.staff,
});
const who = ['secretariat', 'chair', 'representative', 'deputy', 'contact', 'staff'];
const queries = (): string[] => [
  'me',
  'revisions',
  'revisions?state=developing&limit=1',
  `revision?id=${closed.revisionId}`,
  `revision?id=${open.revisionId}`,
  `revision?id=${voting.revisionId}`,
  `revision?id=${voted.revisionId}`,
  `hearing?id=${closed.hearingId}`,
  `hearing?id=${open.hearingId}`,
  `comments?hearingId=${closed.hearingId}`,
  `comments?hearingId=${open.hearingId}&unanswered=true`,
  `vote?id=${voting.voteId}`,
  `vote?id=${voted.voteId}`,
  'meetings',
  `meeting?id=${voting.meetingId}`,
  'rules',
  'members',
  'tasks',
  `trail?revisionId=${closed.revisionId}`,
  `trail?revisionId=${voting.revisionId}`,
];

describe('every view has the shape it promises', () => {
  test.each(who)('to the %s', async (reader) => {
    for (const query of queries()) {
      const seen = await readers()[reader]!.view(query);
      const parsed = views[query.split('?')[0]!]!.shape.safeParse(seen);
      expect({ query, error: parsed.error?.message }).toEqual({ query, error: undefined });
    }
  });

  test('deliveries to the secretariat alone, and to others as if there were none', async () => {
    for (const query of [`deliveries?hearingId=${open.hearingId}`, `deliveries?voteId=${voted.voteId}`]) {
      const seen = await by.view(query);
      expect(seen.items.length).toBeGreaterThan(0);
      expect(views['deliveries']!.shape.safeParse(seen).error).toBeUndefined();
      expect(await one.contact.viewStatus(query)).toBe(404);
      expect(await chair.representative.viewStatus(query)).toBe(404);
    }
    expect(await by.viewStatus('deliveries')).toBe(404);
  });

  test('addresses are for the secretariat and one’s own organisation', async () => {
    const text = async (who: Someone) => JSON.stringify(await who.view('members'));
    const mails = (seen: string) => seen.match(/p\d+@example\.dk/g)?.length ?? 0;
    expect(mails(await text(by))).toBe(5);
    expect(mails(await text(one.staff))).toBe(4);
    expect(mails(await text(chair.representative))).toBe(1);
  });

  test('lists go on where the page before ended', async () => {
    const all = (await by.view('revisions')).items.map((row: { id: string }) => row.id);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await by.view(`revisions?limit=2${after && `&after=${after}`}`);
      seen.push(...page.items.map((row: { id: string }) => row.id));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual(all);
  });
});

describe('what a button says is what the act does', () => {
  type Press = [name: ActName, ids: () => Record<string, string>, more: object];
  const clause = { number: '1', kind: 'requirement', heading: 'Krav', text: 'Tekst' };
  const presses: Press[] = [
    ['startRevision', () => ({}), { title: 'X', track: 'revise', year: 2027 }],
    [
      'addVersion',
      () => ({ revisionId: closed.revisionId }),
      { kind: 'proposal', title: 'X', clauses: [clause] },
    ],
    ['addComment', () => ({ hearingId: closed.hearingId }), { type: 'general', text: 'X' }],
    ['addComment', () => ({ hearingId: open.hearingId }), { type: 'general', text: 'X' }],
    ['submitAnswer', () => ({ hearingId: closed.hearingId }), { position: 'withRemarks' }],
    ['remindMissing', () => ({ hearingId: closed.hearingId }), {}],
    ['remindMissing', () => ({ hearingId: open.hearingId }), {}],
    ['extendDeadline', () => ({ hearingId: closed.hearingId }), { deadline: '2027-12-01T12:00' }],
    ['resendFailed', () => ({ hearingId: open.hearingId }), {}],
    ['castBallot', () => ({ voteId: voted.voteId }), { choice: 'for' }],
    ['decideTie', () => ({ voteId: voted.voteId }), { carried: true }],
    ['endSession', () => ({ meetingId: voting.meetingId }), {}],
    ['openVote', () => ({ meetingId: voting.meetingId, revisionId: open.revisionId }), { motion: 'X' }],
    [
      'confirmRules',
      () => ({}),
      { base: 'cast', threshold: 'simple', tie: 'notCarried', quorum: 0, secrecy: 'open', deputies: true },
    ],
    ['registerMember', () => ({}), { name: 'Aarhus Kommune', kind: 'municipality' }],
  ];
  /** Refusals that only the filled-in form or the moment of the click can bring. */
  const ofTheForm = new Set(['alreadyExists', 'notRegistered']);

  test.each(who)('for the %s', async (reader) => {
    const one = readers()[reader]!;
    for (const [name, ids, more] of presses) {
      const asked = await one.allowed(name, ids());
      const version = name === 'openVote' ? { versionId: open.versionId } : {};
      const { body } = await one.act(name, { ...ids(), ...version, ...more });
      const code = body.ok ? null : body.refusal.code;
      const about = { reader, name, ids: ids() };
      if (code && ofTheForm.has(code)) continue;
      expect({ ...about, said: asked.code }).toEqual({ ...about, said: code });
      expect({ ...about, ok: asked.ok }).toEqual({ ...about, ok: body.ok });
    }
  });

  test('the same verdict stands in the view of the thing', async () => {
    for (const reader of who) {
      const one = readers()[reader]!;
      const { allowed } = await one.view(`vote?id=${voting.voteId}`);
      for (const row of allowed) {
        const ids: Record<string, string> =
          row.act === 'markPresent' ? { meetingId: voting.meetingId } : { voteId: voting.voteId };
        const asked = await one.allowed(row.act, ids);
        expect({ act: row.act, ok: row.ok }).toEqual({ act: row.act, ok: asked.ok });
      }
    }
  });
});
