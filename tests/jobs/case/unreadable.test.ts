import { describe, expect, test } from '@jest/globals';
import { hearing } from '../../support/cases.ts';
import { by, finding, house, lived, look, mailsOf, night, open, tamper } from './looking.ts';

describe('an event that cannot be read', () => {
  const nobody = '{"personId": null, "organisationId": null}';
  const add = `insert into event (case_id, at, actor, type, data) values ($1, now(), $2, $3, $4)`;
  const toSeal =
    'insert into unsealed select case_id, id from event where case_id = $1 order by id desc limit 1';

  test.each([
    ['commentAdded', {}],
    ['commentAdded', { ref: 'H1-001', hearingId: 'x', organisationId: 'y', channel: 'tab', late: false }],
    ['fileAdded', { fileId: Array.from({ length: 9_000 }, (_, at) => at).join('-'), name: 'x' }],
    ['answerSubmitted', { hearingId: 'x', organisationId: 'y', channel: 'tab', jointWith: 5 }],
    ['hearingOpened', { hearingId: 'y', heard: 'x' }],
    ['voteOpened', { voteId: 'x', rehearsal: true }],
    ['voteClosed', { voteId: 'x', rehearsal: false, carried: null, outcome: 'carried', cast: null }],
  ])('is told of its case, and hides nothing else in it nor in another: %s', async (type, data) => {
    const [at, fine] = [await lived(), await hearing(house)];
    await look();
    await tamper(
      [add, [at.revisionId, nobody, type, JSON.stringify(data)]],
      [toSeal, [at.revisionId]],
      ['update vote set motion = $2 where id = $1', [at.voteId, 'Noget andet']],
      ['update hearing set letter = $2 where id = $1', [fine.hearingId, 'Et andet brev']],
    );
    await night();
    await look();
    const found = await open(at.revisionId);
    expect(found).toContainEqual(finding('vote', 'motion', 'differs'));
    const [{ seq }] = (await house.sql('select max(seq)::int as seq from seal where case_id = $1', [
      at.revisionId,
    ])) as [{ seq: number }];
    expect(found).toContainEqual(finding('chain', `${seq}`, 'unreadable'));
    expect(await open(fine.revisionId)).toEqual([finding('hearing', 'letter', 'differs')]);
    expect(mailsOf(at.revisionId)).toBe(1);
    const { verification } = await by.view<any>(`trail?revisionId=${at.revisionId}&limit=200`);
    const said = expect.stringContaining(`Hændelse ${seq} i sporet kan ikke læses`);
    const sentence = expect.objectContaining({ da: said });
    expect(verification.differences).toContainEqual(expect.objectContaining({ how: 'unreadable', sentence }));
  });

  test('nor is a look kept from its end by a chain that somebody made up', async () => {
    const made = `insert into verification (case_id, seq, verified_at, whole_at) values ($1, 0, now(), now())`;
    await tamper([made, ['-'.repeat(36)]]);
    await look();
    await tamper([`delete from verification where case_id = $1`, ['-'.repeat(36)]]);
  });
});
