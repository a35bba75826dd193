import { beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { readFile } from 'node:fs/promises';
import { eventually } from '../../support/app.ts';
import { markPresent, vote } from '../../support/cases.ts';
import {
  by,
  counted,
  finding,
  house,
  lines,
  lived,
  look,
  mails,
  mailsOf,
  night,
  one,
  open,
  tamper,
} from './looking.ts';
import { tampered, type At } from './tampered.ts';

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return work(client).finally(() => client.end());
}
describe('a case where nobody has touched the database', () => {
  test('holds, and all that acts do is told by their events', async () => {
    const { revisionId } = await lived();
    await vote(house, { rehearsal: true });
    const stated = await vote(house);
    await markPresent(house, stated, one);
    for (const stating of [{ withoutStatement: true }, { statement: 'Nej.' }, {}, { withoutStatement: true }])
      await one.representative.do('castBallot', { voteId: stated.voteId, choice: 'against', ...stating });
    await look();
    const found = await house.sql('select case_id, thing, field, how from finding');
    expect([found, mails, lines]).toEqual([[], [], []]);
    const [point] = await house.sql('select seq, hash from checkpoint where case_id = $1', [revisionId]);
    const { items, verification } = await by.view<any>(`trail?revisionId=${revisionId}&limit=200`);
    expect(point).toEqual({ seq: items.at(-1).seq, hash: items.at(-1).hash });
    expect(verification).toMatchObject({ ok: true, differences: [], verifiedAt: expect.any(String) });
  });
});

describe('whoever goes behind the trail is found out, by the name of what differs', () => {
  let at: At;
  beforeEach(async () => {
    at = await lived();
    await look();
  });

  test.each(tampered)('%s', async (_, how, found) => {
    await tamper(how(at));
    await night();
    await look();
    expect(await open(at.revisionId)).toEqual(found.map((fields) => finding(...fields)));
    expect(mailsOf(at.revisionId)).toBe(1);
    const said = lines.filter((line) => line['caseId'] === at.revisionId).map((line) => line['msg']);
    expect(said).toEqual(found.map(() => 'the trail does not hold'));
  });

  const sealOf = `(select event_id from seal where case_id = $1 and seq = $2)`;
  const last = async (): Promise<number> =>
    (await house.sql('select max(seq)::int as seq from seal where case_id = $1', [at.revisionId]))[0]!['seq'];

  test('the last events removed: the chain is shorter than it was', async () => {
    const top = await last();
    await tamper(
      [`delete from event where id = ${sealOf}`, [at.revisionId, top]],
      ['delete from seal where case_id = $1 and seq = $2', [at.revisionId, top]],
    );
    expect((await trail()).verification).toMatchObject({ ok: true, checked: top - 1, differences: [] });
    await look();
    expect(await open(at.revisionId)).toContainEqual(finding('chain', `${top}`, 'shorter'));
    const { verification } = await trail();
    expect(verification.differences).toContainEqual(
      expect.objectContaining({
        thing: 'chain',
        sentence: expect.objectContaining({
          da: `Kæden er kortere, end den var: hændelse ${top} og det efter er væk`,
        }),
      }),
    );
  });

  test('a whole case removed, its records too', async () => {
    const top = await last();
    const ofCase = [at.revisionId];
    await tamper(
      ['delete from event where case_id = $1', ofCase],
      ['delete from seal where case_id = $1', ofCase],
      ['delete from revision where id = $1::uuid', ofCase],
      ['delete from "case" where id = $1::uuid', ofCase],
    );
    await look();
    expect(await open(at.revisionId)).toEqual([finding('chain', `${top}`, 'gone')]);
    expect(mailsOf(at.revisionId)).toBe(1);
  });

  test('a chain made anew over other words: it holds, and is not the one that it was', async () => {
    const { revisionId } = at;
    const type = `type = 'commentWithdrawn'`;
    await tamper(
      [`delete from seal where case_id = $1`, [revisionId]],
      [`update event set data = data || '{"commentId":"x"}' where case_id = $1 and ${type}`, [revisionId]],
      ['insert into unsealed select case_id, id from event where case_id = $1', [revisionId]],
    );
    await eventually(trail, (seen) => seen.verification.unsealed === 0);
    expect((await trail()).verification).toMatchObject({ ok: true, differences: [] });
    await look();
    expect(await open(revisionId)).toContainEqual(
      finding('chain', expect.any(String) as never, 'recomputed'),
    );
  });

  test('a last link whose event is gone', async () => {
    const top = await last();
    await tamper([`delete from event where id = ${sealOf}`, [at.revisionId, top]]);
    await night();
    await look();
    expect(await open(at.revisionId)).toContainEqual(finding('chain', `${top}`, 'broken'));
  });

  test('an event that was sealed into another chain, which nobody has', async () => {
    const top = await last();
    const elsewhere = `update seal set case_id = 'nobody', seq = 1 where case_id = $1 and seq = $2`;
    await tamper(
      [elsewhere, [at.revisionId, top]],
      [`delete from checkpoint where case_id = $1`, [at.revisionId]],
    );
    await night();
    await look();
    expect(await open(at.revisionId)).toContainEqual(finding('chain', '', 'astray'));
    expect(await open('nobody')).toEqual([finding('chain', '1', 'broken')]);
    const { verification } = await trail();
    const sentence = expect.objectContaining({ da: 'En hændelse står i en anden kæde end sin egen' });
    expect(verification.differences).toContainEqual(expect.objectContaining({ thing: 'chain', sentence }));
    await tamper(
      [`delete from seal where case_id = 'nobody'`],
      [`delete from verification where case_id = 'nobody'`],
    );
  });

  test('what was changed in the middle is found in each later look too, not only in that of the night', async () => {
    await tamper([`update event set data = data || '{"more":1}' where id = ${sealOf}`, [at.revisionId, 3]]);
    await night();
    const broken = finding('chain', '3', 'broken');
    await look();
    expect(await open(at.revisionId)).toContainEqual(broken);
    await look();
    expect(await open(at.revisionId)).toContainEqual(broken);
  });

  const trail = (): Promise<any> => by.view(`trail?revisionId=${at.revisionId}&limit=200`);
});

describe('whoever tells the job that all was looked at, in the name of the app', () => {
  const asApp = (text: string): Promise<unknown> =>
    withClient(house.env['DATABASE_URL']!, (client) => client.query(text));

  test('at a time to come, does not keep it from looking', async () => {
    const { revisionId, hearingId } = await lived();
    await look();
    await asApp(`update verification set whole_at = '9999-01-01', verified_at = '9999-01-01'`);
    await tamper(['update hearing set letter = $2 where id = $1', [hearingId, 'Et andet brev']]);
    await look();
    expect(await open(revisionId)).toEqual([finding('hearing', 'letter', 'differs')]);
    expect(counted).toEqual([expect.objectContaining({ whole: counted[0]!['of'], of: counted[0]!['of'] })]);
  });

  test('nor that somebody is told: a finding that was told at a time to come is told', async () => {
    const { revisionId, hearingId } = await lived();
    await tamper(['update hearing set letter = $2 where id = $1', [hearingId, 'Et andet brev']]);
    await look();
    await asApp(`update finding set told_at = '9999-01-01'`);
    await look();
    expect(mailsOf(revisionId)).toBe(1);
  });

  test('a moment ago, each hour, does not keep it from looking at all of it each night', async () => {
    const { revisionId, hearingId } = await lived();
    await look();
    await tamper(['update hearing set letter = $2 where id = $1', [hearingId, 'Et andet brev']]);
    const hidden = `update verification set whole_at = $2::timestamptz - interval '1 second',
      verified_at = $2::timestamptz - interval '1 second' where case_id = $1`;
    const asLooked = async (): Promise<unknown> =>
      withClient(house.env['DATABASE_URL']!, async (client) =>
        client.query(hidden, [revisionId, await house.now()]),
      );
    await asLooked();
    await look();
    expect(await open(revisionId)).toEqual([]);
    await night();
    await asLooked();
    await look();
    expect(await open(revisionId)).toEqual([finding('hearing', 'letter', 'differs')]);
  });

  test('nor is it hidden from the alert, which reads of each night how many of how many were', async () => {
    await night();
    await look();
    const [{ of }] = counted as [{ of: number }];
    const midnight = expect.stringMatching(/T2[23]:00:00\.000Z$/);
    expect(counted).toEqual([expect.objectContaining({ night: midnight, of, whole: of, chains: of })]);
    await look();
    expect(counted).toEqual([expect.objectContaining({ night: midnight, of, whole: of })]);
    const alerts = await readFile('infra/azure/modules/logAlerts.bicep', 'utf8');
    const alert = alerts.split('\n').find((line) => line.includes(`key: 'trail-unseen'`))!;
    const read = new Set([...alert.matchAll(/line\.(\w+)/g)].map(([, name]) => name!));
    expect([...read].toSorted()).toEqual(['night', 'of', 'whole']);
    for (const name of read) expect(counted[0]).toHaveProperty(name);
  });
});
