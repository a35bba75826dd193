import { beforeAll, describe, expect, test } from '@jest/globals';
import { sendTo, eventually, type Answer } from '../../support/app.ts';
import { markPresent, meeting, passDeadline, vote, hearing, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member } from '../../support/factories.ts';
import { stoodUnder, wrongHeads } from '../../support/headProof.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const heads = (after?: number): Promise<Answer> =>
  sendTo(`${house.app.url}/trail/heads${after === undefined ? '' : `?after=${after}`}`, 'GET');
/** Another replica has kept nothing from before. */
async function headsNow(): Promise<any> {
  const other = await house.startAnother();
  const { body } = await sendTo<any>(`${other.url}/trail/heads`, 'GET');
  await other.stop();
  return body;
}

let one: Member;
let voting: Vote;
const trail = () => secretariat(house).view(`trail?revisionId=${voting.revisionId}`);
beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune' });
  const at = await meeting(house);
  await markPresent(house, at, one);
  voting = await vote(house, { at });
  await one.representative.do('castBallot', { voteId: voting.voteId, choice: 'for' });
  await secretariat(house).do('closeVote', { voteId: voting.voteId });
}, 60_000);

const isTold = (mail: object): boolean => JSON.stringify(mail).includes('Stempel nr.');

describe('the result of a vote', () => {
  test('goes out with a head that its end stands under, which is published, and stays so', async () => {
    const sent = () => house.api<any[]>('GET', '/mails');
    const mails = await eventually(sent, (all) => all.some(isTold));
    const told = JSON.stringify(mails.find(isTold));
    const { anchor } = await secretariat(house).view(`vote?id=${voting.voteId}`);
    expect(told).toContain(`Stempel nr. ${anchor.n}, fingeraftryk ${anchor.fingerprint}`);
    expect(told).toContain('/trail/heads');
    const published = await headsNow();
    const head = published.items.find(({ n }: any) => n === anchor.n);
    expect(head).toMatchObject({ at: anchor.at, fingerprint: anchor.fingerprint });
    const { items, anchors } = await trail();
    const proof = anchors.find(({ n }: any) => n === anchor.n);
    expect(proof).toMatchObject({ closing: true, fits: true });
    expect(stoodUnder(head, voting.revisionId, proof, items)).toBe(true);
    const closed = items.find(({ type }: any) => type === 'voteClosed');
    expect(closed.seq).toBeLessThanOrEqual(proof.seq);
    await house.advance('PT3H');
    expect((await secretariat(house).view(`vote?id=${voting.voteId}`)).anchor).toEqual(anchor);
  });
});

describe('the end of a hearing', () => {
  test('stands under a head of its own, before its hour', async () => {
    const { hearingId, revisionId } = await hearing(house);
    await passDeadline(house, hearingId);
    const look = () => secretariat(house).view(`trail?revisionId=${revisionId}`);
    const { anchors } = await eventually(
      look,
      (seen) => seen.anchors.some((row: any) => row.closing),
      20_000,
    );
    const { deadline } = await secretariat(house).view(`hearing?id=${hearingId}`);
    expect(anchors.find((row: any) => row.closing).at >= deadline).toBe(true);
  }, 60_000);
});

describe('the heads at their public address', () => {
  test('are verified by anybody, with what stands there and nothing else', async () => {
    const published = await headsNow();
    expect(published.items.length).toBeGreaterThan(1);
    expect(wrongHeads(published)).toEqual([]);
    expect(published.latest).toEqual(published.items.at(-1));
    const whole = JSON.stringify(published);
    for (const changed of ['at', 'root', 'previous', 'n'] as const) {
      const copy = JSON.parse(whole);
      copy.items[1][changed] =
        changed === 'n' ? 1 : copy.items[0][changed].replace(/\d/, (d: string) => String(9 - Number(d)));
      expect(wrongHeads(copy)).toContain(copy.items[1].n);
    }
  });

  test('begin where they are asked to, and may be kept for a while', async () => {
    const { items } = (await heads()).body;
    expect((await heads(items[0].n)).body.items[0]).toEqual(items[1]);
    expect((await heads(999_999_999)).body.items).toEqual([]);
    const answer = await fetch(`${house.app.url}/trail/heads`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
  });

  test.each(['x', '-1', '1.5', '', '9999999999'])('refuse what is no number: %p', async (after) => {
    const answer = await sendTo<any>(`${house.app.url}/trail/heads?after=${after}`, 'GET');
    expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'invalidInput' } } });
  });

  test('are a page in both languages where a browser asks', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml' };
    const { status, body } = await sendTo<string>(`${house.app.url}/trail/heads`, 'GET', { headers });
    expect(status).toBe(200);
    for (const words of ['Stempler på sporet', 'Heads over the trail', 'Ed25519'])
      expect(body).toContain(words);
  });

  test('name no case, no chain and no secret', async () => {
    const text = JSON.stringify((await heads()).body);
    const hidden = await house.sql(
      `select case_id as word from seal union select hash from seal union select salt from seal
       union select digest from seal union select seed from head`,
    );
    expect(hidden.filter(({ word }) => word !== null && word !== 'register' && text.includes(word!))).toEqual(
      [],
    );
  });
});

describe('Opsætning', () => {
  test('says which head is the newest, and that a key in the database guards less', async () => {
    const { trailHeads } = await secretariat(house).view('connections');
    expect(trailHeads).toMatchObject({ n: expect.any(Number), weak: true });
    expect(trailHeads.sentence.da).toContain('TRAIL_KEY');
  });
});
