import { beforeAll, describe, expect, test } from '@jest/globals';
import { ticketFor } from '../../../bot/acts/frame/ticket.ts';
import { clauses, hearing, revision } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { activity, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
});

const start = { title: 'Rengøring', track: 'revise', year: 2027 } as const;

describe('a key names one request', () => {
  test('another act under it is refused with 409 and the reason in both languages, and nothing is done', async () => {
    await by.do('startRevision', start, 'one key, two acts');
    const before = await fingerprint(house);
    const input = { name: 'Odense Kommune', kind: 'municipality' };
    const { status, body } = await by.act('registerMember', input, 'one key, two acts');
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { ok: false, refusal: { code: 'keyUsed' } },
    });
    const { message } = (body as { refusal: { message: { da: string; en: string } } }).refusal;
    expect(message.da).toMatch(/allerede brugt til noget andet\. Intet er gjort nu\. Genindlæs/);
    expect(message.en).toMatch(/already been used for something else\. Nothing was done now\. Reload/);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('the same written otherwise is the same: order of fields, capitals of ids, empty fields', async () => {
    const { hearingId } = await hearing(house);
    const first = await one.staff.do('addComment', { hearingId, type: 'general', text: 'Uklart' }, 'written');
    const again = { text: ' Uklart ', clause: '', type: 'general', hearingId: hearingId.toUpperCase() };
    expect(await one.staff.do('addComment', again as never, 'written')).toEqual(first);
  });

  test('eight at once under one key, each with its own words: one is done, the others are told that they were not', async () => {
    const { hearingId } = await hearing(house);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        one.staff.act('addComment', { hearingId, type: 'general', text: `Nummer ${n}` }, 'eight'),
      ),
    );
    const codes = answers.map(({ body }) => (body.ok ? 'done' : body.refusal.code)).sort();
    expect(codes).toEqual(['done', ...Array<string>(7).fill('keyUsed')]);
    expect((await one.staff.view(`comments?hearingId=${hearingId}`)).items).toHaveLength(1);
  });

  test('two acts at once under one key: one is done', async () => {
    const { revisionId } = await revision(house);
    const version = { revisionId, kind: 'proposal', title: 'Udkast', clauses };
    const answers = await Promise.all([
      by.act('addVersion', version, 'two acts'),
      by.act('startRevision', start, 'two acts'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('what an older program answered is answered as it did, whatever is asked now', async () => {
    const first = await by.do('startRevision', start, 'of old');
    await house.sql('update receipt set request = null, asked = null');
    expect(await by.do('startRevision', { ...start, title: 'Andet' }, 'of old')).toEqual(first);
    const { organisationId } = await by.do(
      'registerMember',
      { name: 'Randers Kommune', kind: 'municipality' },
      'of old',
    );
    expect(organisationId).toBeTruthy();
  });
});

describe('in a card', () => {
  const pressed = (text: string, hearingId: string) =>
    invoke('addComment', { hearingId, type: 'general', text });

  test('the same activity again is a receipt, and another text under its id says that nothing was done', async () => {
    const { hearingId } = await hearing(house);
    const sent = activity(house, one.staff, pressed('Kravet er uklart', hearingId));
    const words = async (what: object): Promise<string> => {
      const { status, body } = await deliver(house, what as never);
      expect({ status, statusCode: body.statusCode }).toEqual({ status: 200, statusCode: 200 });
      return wordsOf(body.value);
    };
    const receipt = await words(sent);
    expect(await words(sent)).toBe(receipt);
    const other = { ...sent, ...pressed('Noget helt andet', hearingId) };
    expect(await words(other)).toContain('allerede brugt til noget andet');
    expect((await one.staff.view(`comments?hearingId=${hearingId}`)).items).toHaveLength(1);
  });
});

describe('what is kept of what was asked', () => {
  const doer = 'system' as const;

  test('differs for the same words under every key, and without the key nobody can make it', () => {
    const of = (key: string) => ticketFor('castBallot', doer, key, { choice: 'for' });
    expect(of('a').asked).not.toBe(of('b').asked);
    expect(of('a')).toEqual(of('a'));
  });

  test('does not hold the key', async () => {
    await by.do('startRevision', start, 'the-key-itself');
    const [row] = await house.sql(
      `select count(*)::int as n from receipt r where r::text like '%the-key-itself%'`,
    );
    expect(row).toEqual({ n: 0 });
  });
});
