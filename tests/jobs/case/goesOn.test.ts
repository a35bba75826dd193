import { beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { by, finding, house, look, night, one, open, other, tamper } from './looking.ts';

describe('a case that has grown since it was looked at', () => {
  let held: Hearing;
  let commentId: string;
  const add = async (text: string): Promise<string> =>
    (await one.contact.do('addComment', { hearingId: held.hearingId, type: 'general', text })).commentId;
  beforeEach(async () => {
    await house.setClock(startOfTests);
    held = await hearing(house);
    commentId = await add('Kravet er uklart');
    await look();
  });

  const eventOf = `(select id from event where case_id = $1 and type = 'commentAdded' order by id limit 1)`;
  const otherWords: Parameters<typeof tamper>[0] = [
    `update event set data = jsonb_set(data, '{text}', '"Kravet er klart"') where id = ${eventOf}`,
    [],
  ];

  test('is gone on with from there, and read from its beginning in the night', async () => {
    await tamper([otherWords[0], [held.revisionId]]);
    await add('Kravet er for langt');
    await look();
    expect(await open(held.revisionId)).toEqual([]);
    await night();
    await look();
    expect(await open(held.revisionId)).toContainEqual(finding('comment', 'text', 'differs'));
  });

  test('is held against all that its trail has told, before and since', async () => {
    const since = await add('Kravet er for langt');
    const change = `update comment set text = 'Kravet er klart' where id = $1`;
    await tamper([change, [commentId]], [change, [since]]);
    await look();
    expect(await open(held.revisionId)).toEqual([
      finding('comment', 'text', 'differs'),
      finding('comment', 'text', 'differs'),
    ]);
  });

  test('and what is told later of what was told before is held against both', async () => {
    await one.contact.do('editComment', { commentId, text: 'Kravet er for uklart' });
    await look();
    expect(await open(held.revisionId)).toEqual([]);
    await one.contact.do('withdrawComment', { commentId });
    await other.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' });
    await look();
    expect(await open(held.revisionId)).toEqual([]);
    await tamper([`update comment set text = 'Kravet er uklart' where id = $1`, [commentId]]);
    await by.do('extendDeadline', {
      hearingId: held.hearingId,
      deadline: '2027-03-01T12:00:00Z',
      reason: 'Flere spørger',
    });
    await look();
    expect(await open(held.revisionId)).toEqual([finding('comment', 'text', 'differs')]);
  });

  test('an erasure in between is no difference', async () => {
    const [{ id }] = (await house.sql(`select ${eventOf}::text as id`, [held.revisionId])) as [
      { id: string },
    ];
    await house.sql('select erase_event($1, $2)', [id, 'Personnummer']);
    await look();
    expect(await open(held.revisionId)).toEqual([]);
  });

  test('a chain that was made anew since is read from its beginning', async () => {
    await tamper([otherWords[0], [held.revisionId]]);
    await tamper([
      `update seal set hash = repeat('0', 64) where case_id = $1 and seq = (select max(seq) from seal where case_id = $1)`,
      [held.revisionId],
    ]);
    await add('Kravet er for langt');
    await look();
    expect(await open(held.revisionId)).toContainEqual(finding('comment', 'text', 'differs'));
  });
});
