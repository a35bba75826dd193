import { beforeAll, expect, test } from '@jest/globals';
import { sendTo, type App } from '../../support/app.ts';
import { handIn, hearing } from '../../support/cases.ts';
import { members, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let all: Member[];
let other: App;
beforeAll(async () => {
  by = secretariat(house);
  all = await members(house, 4);
  other = await house.startAnother();
});

const numberIn = (ref: string): number => Number(ref.split('-')[1]);
const remark = (hearingId: string, n: number) => ({
  hearingId,
  type: 'general' as const,
  text: `Bemærkning ${n}`,
});

/** So many at once, by all members at both apps. */
async function write(hearingId: string, count: number, from = 0): Promise<{ status: number; body: any }[]> {
  const doors = [house.app, other];
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const token = await all[n % 4]!.staff.token();
      const url = `${doors[n % 2]!.url}/api/acts/addComment`;
      return sendTo<any>(url, 'POST', { token, body: remark(hearingId, from + n) });
    }),
  );
}
/** What came before there were such numbers, or much that came since, by mail unless told. */
const numbered = (hearingId: string, from: number, to: number, of = all[0]!, channel = 'mail') =>
  house.sql(
    `insert into comment (id, hearing_id, number, organisation_id, type, text, channel, received_at, late)
     select gen_random_uuid(), $1, n, $2, 'general', 'Bemærkning', $6, $3, false from generate_series($4::int, $5::int) n`,
    [hearingId, of.id, '2027-01-11T07:00:00Z', from, to, channel],
  );

test('a number tells nothing of how many have written, and no two comments of a hearing have the same', async () => {
  const { hearingId } = await hearing(house);
  const numbers = (await write(hearingId, 60)).map(({ body }) => numberIn(body.result.ref));
  expect(new Set(numbers).size).toBe(60);
  expect(numbers.every((number) => number >= 100 && number <= 999)).toBe(true);
  // Sixty of nine hundred in a row, or all in one tenth of the range, is not chance.
  expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(300);
  expect(numbers).not.toEqual(numbers.toSorted((a, b) => a - b));
});

test('old numbers stay, and are not given again', async () => {
  const { hearingId, hearingRef } = await hearing(house);
  await numbered(hearingId, 1, 40);
  await numbered(hearingId, 100, 980);
  const numbers = (await write(hearingId, 19)).map(({ body }) => numberIn(body.result.ref));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, n) => 981 + n));
  await handIn(all[0]!.representative, hearingId);
  const refs: string[] = [];
  for (let after = ''; ;) {
    const page = await by.view(`comments?hearingId=${hearingId}&limit=500${after && `&after=${after}`}`);
    refs.push(...page.items.map((row: any) => row.ref));
    if (!page.next) break;
    after = page.next;
  }
  expect(refs).toContain(`${hearingRef}-001`);
});

test('when those with three digits are used up there are four, and when those are too it is said in words', async () => {
  const { hearingId } = await hearing(house);
  await numbered(hearingId, 100, 998);
  const numbers = (await write(hearingId, 8)).map(({ body }) => numberIn(body.result.ref));
  expect(numbers.filter((number) => number < 1000)).toEqual([999]);
  expect(numbers.filter((number) => number > 999)).toHaveLength(7);
  await house.sql('delete from comment where hearing_id = $1 and number > 999', [hearingId]);
  await numbered(hearingId, 1000, 9998);
  const answers = await write(hearingId, 3, 8);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const refused = answers.find(({ status }) => status === 409)!.body.refusal;
  expect(refused).toMatchObject({ code: 'commentNumbersUsed' });
  expect(refused.message.da).toContain('ikke flere numre');
});

test('how long a member’s numbers are tells it of its own comments alone, however many it and the others write', async () => {
  const lengths = async (others: number): Promise<number[]> => {
    const { hearingId } = await hearing(house);
    await numbered(hearingId, 100, 99 + others, all[1]!, 'tab');
    const { staff } = all[0]!;
    const refs: string[] = [];
    for (let n = 0; n < 40; n += 1) refs.push((await staff.do('addComment', remark(hearingId, n))).ref);
    return refs.map((ref) => String(numberIn(ref)).length);
  };
  const alone = await lengths(0);
  expect(new Set(alone)).toEqual(new Set([3, 4]));
  expect(await lengths(860)).toEqual(alone);
});

test('one member cannot use up the numbers of the others: it is told when it has written enough, and what it sends by mail is taken', async () => {
  const { hearingId } = await hearing(house);
  await numbered(hearingId, 1000, 1298, all[0]!, 'tab');
  const [one, two] = [all[0]!, all[1]!];
  const { commentId } = await one.staff.do('addComment', remark(hearingId, 1));
  await one.staff.do('withdrawComment', { commentId });
  const { body } = (await one.staff.act('addComment', remark(hearingId, 2))) as { body: any };
  expect(body.refusal).toMatchObject({ code: 'commentsEnough' });
  expect(body.refusal.message.da).toContain('300 bemærkninger');
  await two.staff.do('addComment', remark(hearingId, 2));
  await by.do('addComment', { ...remark(hearingId, 3), organisationId: one.id });
});

test('comments are in the order they were received, whatever their numbers', async () => {
  const { hearingId } = await hearing(house);
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    const who = all[n % 2]!.representative;
    ids.push((await who.do('addComment', remark(hearingId, n))).commentId);
  }
  for (const member of all.slice(0, 2)) await handIn(member.representative, hearingId);
  const seen: string[] = [];
  for (let after = ''; ;) {
    const page = await by.view(
      `comments?hearingId=${hearingId}&limit=5${after && `&after=${encodeURIComponent(after)}`}`,
    );
    seen.push(...page.items.map((row: any) => row.id));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toEqual(ids);
  for (const wrong of ['7', 'x_y', `2027-99-99T00:00:00Z_${ids[0]}`, `2027-01-11T08:00:00.000Z_7`])
    expect(await by.viewStatus(`comments?hearingId=${hearingId}&after=${wrong}`)).toBe(400);
});
