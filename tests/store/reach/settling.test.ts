import { expect, test } from '@jest/globals';
import * as rules from '../../../bot/process/reach/settling.ts';
import * as asked from '../../../bot/store/reach/settling.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const now = new Date('2027-03-01T09:00:00Z');
const before = (ms: number): Date => new Date(now.getTime() - ms);
const day = 24 * 3600_000;
const { typedStillMs, settledForMs, stampedWithinMs } = rules;

/** To the moment on both sides of each limit, and now. */
const ends = [typedStillMs, settledForMs].flatMap((ms) => [ms - 1, ms, ms + 1]);
const times = [-day, -1, 0, 1, 2 * day, ...ends].map(before);
const hearings = times.flatMap((deadline) =>
  [null, before(3 * day)].map((originalDeadline) => ({ deadline, originalDeadline })),
);
const votes = [
  { closedAt: null, carried: null },
  ...times.flatMap((closedAt) => [null, true, false].map((carried) => ({ closedAt, carried }))),
];
const subjects = [
  { hearing: null, vote: null },
  ...hearings.map((hearing) => ({ hearing, vote: null })),
  ...votes.map((vote) => ({ hearing: null, vote })),
];
const cards = subjects.flatMap(({ hearing, vote }) => {
  const end = hearing?.deadline ?? vote?.closedAt ?? now;
  const shown = [0, typedStillMs, stampedWithinMs].flatMap((ms) => [ms - 1, ms, ms + 1]);
  const seen = [null, ...shown.map((ms) => new Date(end.getTime() + ms))];
  return seen.map((shownAt) => ({ shownAt, hearing, vote }));
});

/** The statements' own words, over rows that are made up. */
async function told(condition: string, rows: object[]): Promise<boolean[]> {
  const select = `
    with card as (select place, row from jsonb_array_elements($1::jsonb) with ordinality as k (row, place)),
    d as (select place, (row->>'shownAt')::timestamptz as shown_at from card),
    h as (select place as id, (row->'hearing'->>'deadline')::timestamptz as deadline,
      (row->'hearing'->>'originalDeadline')::timestamptz as original_deadline from card where row->'hearing' <> 'null'),
    v as (select place as id, (row->'vote'->>'closedAt')::timestamptz as closed_at,
      (row->'vote'->>'carried')::boolean as carried from card where row->'vote' <> 'null')
    select ${condition} as so from d left join h on h.id = d.place left join v on v.id = d.place ${asked.joinEnded}
    cross join (select $2::timestamptz) as clock (now) order by d.place`;
  return (await house.sql<{ so: boolean }>(select, [JSON.stringify(rows), now])).map(({ so }) => so);
}

test('which shared cards may show what is no longer so is what the rule says, to the moment', async () => {
  const should = cards.map((card) => rules.isSharedToSettle(card, card, now));
  expect(await told(asked.isSharedToSettle('clock.now'), cards)).toEqual(should);
  expect(new Set(should).size).toBe(2);
});

test('which of a hearing’s cards in somebody’s own chat are looked at once more is what the rule says', async () => {
  const own = cards.flatMap(({ shownAt, hearing }) => (hearing ? [{ shownAt, hearing, vote: null }] : []));
  const should = own.map((card) => rules.isOwnToSettle(card, card.hearing, now));
  expect(await told(asked.isOwnToSettle('clock.now'), own)).toEqual(should);
  expect(new Set(should).size).toBe(2);
  const quiet = own.map(({ hearing }) => rules.isQuiet(hearing, now));
  expect(await told(asked.isQuiet('clock.now'), own)).toEqual(quiet);
});

test('whoever is asked to close a vote is shown once that it is closed, as the rule says', async () => {
  const asking = cards.filter(({ hearing }) => hearing === null);
  const should = asking.map((card) => rules.asksStill(card, card.vote));
  expect(await told(asked.asksStill, asking)).toEqual(should);
  expect(new Set(should).size).toBe(2);
});

test('a card that cannot be edited is tried again as late as the rule says', async () => {
  for (const failures of [0, 1, 6, 7, 8, 40])
    for (const [late, so] of [
      [-5_000, false],
      [5_000, true],
    ] as const) {
      const ms = rules.editAgainAfter(failures) + late;
      const select = `select ${asked.isTriedAgain} as so from (
        select now() - $1::float8 * interval '1 millisecond' as looked_at, $2::int as edit_failures) d`;
      expect(await house.sql(select, [ms, failures])).toEqual([{ so }]);
    }
});
