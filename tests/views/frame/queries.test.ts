import { beforeAll, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { secretariat, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let held: Hearing;
beforeAll(async () => {
  by = secretariat(house);
  held = await hearing(house);
});

test.each([
  ['revision?id=1', 400],
  [`revision?id=${oid(999_999)}`, 404],
  ['revision', 400],
  ['revisions?limit=0', 400],
  ['revisions?limit=100000', 400],
  ['revisions?state=nothing', 400],
  ['scheduling?id=1', 400],
  [`scheduling?id=${oid(999_999)}`, 404],
  ['__proto__', 404],
])('views refuse what they cannot read, and what is not there: %s', async (query, status) => {
  expect(await by.viewStatus(query)).toBe(status);
});

test('and never fail, whatever is asked', async () => {
  const of = `hearingId=${held.hearingId}`;
  for (const query of [
    `comments?${of}&after=x`,
    `comments?${of}&after=99999999999999999999`,
    `deliveries?${of}&after=x`,
    `comments?${of}&clause=%00`,
    `trail?revisionId=${held.revisionId}&after=x`,
    'schedulings?after=x',
    'meetings?after=x',
  ])
    expect({ query, status: (await by.viewStatus(query)) < 500 }).toEqual({ query, status: true });
});
