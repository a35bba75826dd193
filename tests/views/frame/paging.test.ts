import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { handIn, hearing, revision, type Hearing } from '../../support/cases.ts';
import { members, next, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let all: Member[];
let held: Hearing;
const remarks = 23;

const add = (who: Someone, more: object = {}) =>
  who.do('addComment', {
    hearingId: held.hearingId,
    type: 'general',
    text: `Bemærkning ${next(house)}`,
    ...more,
  });

/** Two at a time: what begins at the same moment is in the list once each. */
const callMeeting = (day: string) =>
  by.do('callMeeting', {
    kind: 'steeringGroup',
    season: 'spring',
    title: 'Møde',
    startsAt: `${day}T10:00`,
    endsAt: `${day}T12:00`,
  });

beforeAll(async () => {
  by = secretariat(house);
  all = await members(house, 3);
  for (let i = 0; i < 12; i += 1) await person(house, all[i % 3]!);
  for (let i = 0; i < 6; i += 1) await revision(house);
  for (let i = 0; i < 8; i += 1) await callMeeting(`2027-0${2 + (i >> 1)}-20`);
  held = await hearing(house);
  for (let i = 0; i < remarks; i += 1) {
    const { commentId } = await add(all[i % 3]!.staff, { type: i % 4 === 0 ? 'technical' : 'general' });
    if (i < 3) await handIn(all[i]!.representative, held.hearingId);
    if (i % 5 === 0) await by.do('disposeComment', { commentId, disposition: 'noted', response: 'Tak.' });
  }
});

interface Page {
  items: { id: string }[];
  next?: string;
}
const join = (query: string, more: string): string => `${query}${query.includes('?') ? '&' : '?'}${more}`;

/** Reads a list to its end; `between` happens after each page. */
async function readThrough(
  query: string,
  limit: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<{ ids: string[]; sizes: number[] }> {
  const ids: string[] = [];
  const sizes: number[] = [];
  for (let after: string | undefined; ;) {
    const more = `limit=${limit}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`;
    const page = await by.view<Page>(join(query, more));
    ids.push(...page.items.map((row) => row.id));
    sizes.push(page.items.length);
    if (page.next === undefined) return { ids, sizes };
    if (sizes.length > 200) throw new Error(`${query} has no end`);
    after = page.next;
    await between();
  }
}
const idsOf = async (query: string): Promise<string[]> =>
  (await by.view<Page>(join(query, 'limit=500'))).items.map((row) => row.id);

const lists: Record<string, () => string> = {
  revisions: () => 'revisions',
  'revisions in one state': () => 'revisions?state=developing',
  'revisions under way': () => 'revisions?over=false',
  comments: () => `comments?hearingId=${held.hearingId}`,
  'comments of one type': () => `comments?hearingId=${held.hearingId}&type=general`,
  'comments of one member': () => `comments?hearingId=${held.hearingId}&organisationId=${all[1]!.id}`,
  'comments not answered': () => `comments?hearingId=${held.hearingId}&unanswered=true`,
  deliveries: () => `deliveries?hearingId=${held.hearingId}`,
  meetings: () => 'meetings',
  'meetings to come': () => 'meetings?past=false',
  'the trail': () => `trail?revisionId=${held.revisionId}`,
};
const names = Object.keys(lists);

describe('a list read in pages is the list read at once', () => {
  test.each(names)('%s, whatever the size of the page', async (name) => {
    const whole = await idsOf(lists[name]!());
    expect(whole.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length + 2 }), async (limit) => {
        const { ids, sizes } = await readThrough(lists[name]!(), limit);
        expect(ids).toEqual(whole);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
        // A page that promises another is never followed by an empty one.
        expect(Math.min(...sizes)).toBeGreaterThan(0);
      }),
      { numRuns: 4 },
    );
  });
});

describe('while rows are being added, nothing is lost and nothing comes twice', () => {
  const adding: Record<string, () => Promise<unknown>> = {
    revisions: () => revision(house),
    'revisions in one state': () => revision(house),
    'revisions under way': () => revision(house),
    comments: () => add(all[0]!.staff),
    'comments of one type': () => add(all[1]!.staff),
    'comments of one member': () => add(all[1]!.staff),
    'comments not answered': () => add(all[2]!.staff),
    deliveries: async () => {
      const at = Date.parse((await by.view(`hearing?id=${held.hearingId}`)).deadline) + 86_400_000;
      await by.do('extendDeadline', { hearingId: held.hearingId, deadline: new Date(at).toISOString() });
    },
    meetings: () => callMeeting('2027-01-12'),
    'meetings to come': () => callMeeting('2027-01-11'),
    'the trail': () => add(all[2]!.staff),
  };

  test.each(names)('%s', async (name) => {
    const before = await idsOf(lists[name]!());
    let left = 4;
    const { ids } = await readThrough(lists[name]!(), 5, async () => {
      if ((left -= 1) >= 0) await adding[name]!();
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, before.length)).toEqual(before);
    expect(ids.length).toBeGreaterThan(before.length);
  });

  test('a comment withdrawn while its page is read moves none of the others', async () => {
    const whole = await idsOf(`comments?hearingId=${held.hearingId}`);
    let left = 2;
    const { ids } = await readThrough(`comments?hearingId=${held.hearingId}`, 4, async () => {
      if ((left -= 1) < 0) return;
      const mine = (await by.view(`comments?hearingId=${held.hearingId}&organisationId=${all[0]!.id}`)).items;
      const { id } = mine.find((row: any) => row.withdrawnAt === null);
      await all[0]!.staff.do('withdrawComment', { commentId: id });
    });
    expect(ids).toEqual(whole);
  });

  test('a comment answered while its page is read hides none of those not answered', async () => {
    const query = `comments?hearingId=${held.hearingId}&unanswered=true`;
    const whole = await idsOf(query);
    const { ids } = await readThrough(query, 3, async () => {
      const [first] = await idsOf(query);
      await by.do('disposeComment', { commentId: first!, disposition: 'noted', response: 'Tak.' });
    });
    expect(ids).toEqual(whole);
  });
});

describe('a page', () => {
  const firstOf = (who: Someone, query: string): Promise<Page> => who.view(join(query, 'limit=1'));

  test('that is the last says so, also when it is full', async () => {
    for (const name of names) {
      const { length } = await idsOf(lists[name]!());
      const page = await by.view<Page>(join(lists[name]!(), `limit=${length}`));
      expect({ name, next: page.next }).toEqual({ name, next: undefined });
    }
  });

  test('begins where a member’s own list goes on, not where everybody’s does', async () => {
    const query = `comments?hearingId=${held.hearingId}`;
    const seen: string[] = [];
    for (let page = await firstOf(all[2]!.staff, query); ;) {
      seen.push(...page.items.map((row: any) => row.organisationId));
      if (!page.next) break;
      page = await firstOf(all[2]!.staff, `${query}&after=${page.next}`);
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(new Set(seen)).toEqual(new Set([all[2]!.id]));
  });

  test.each(['0', '-1', '501', 'x', '1.5', 'NaN', '1e9'])('of %s rows is refused', async (limit) => {
    for (const name of names) {
      const status = await by.viewStatus(join(lists[name]!(), `limit=${limit}`));
      expect({ name, status }).toEqual({ name, status: 400 });
    }
  });
});
