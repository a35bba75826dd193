import { expect, test } from '@jest/globals';
import { isSomebody } from '../../../bot/process/frame/roles.ts';
import { answererOf, answeringRoles } from '../../../bot/process/people/organisation.ts';
import { mayActFor } from '../../../bot/process/people/place.ts';
import { owesAnswer, schedulingState } from '../../../bot/process/scheduling/scheduling.ts';
import { somebody } from '../../../bot/store/frame/somebody.ts';
import { joinAnswerer } from '../../../bot/store/people/answerer.ts';
import { stillThere } from '../../../bot/store/people/there.ts';
import * as polls from '../../../bot/store/scheduling/polls.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const at = new Date('2027-01-11T09:00:00Z');
const maybe = [null, at] as const;
const organisations = [null, 'o', 'other'] as const;

/** A condition of the store, asked of rows that are made up. */
async function asRows(columns: string, rows: object[], condition: string): Promise<unknown[]> {
  const select = `select ${condition} as so from (select place, ${columns}
    from jsonb_array_elements($1::jsonb) with ordinality as k (row, place)) x order by place`;
  return (await house.sql<{ so: unknown }>(select, [JSON.stringify(rows)])).map(({ so }) => so);
}
const text = (name: string, column: string): string => `row->>'${name}' as ${column}`;
const instant = (name: string, column: string): string => `(row->>'${name}')::timestamptz as ${column}`;

test('who is somebody, and who is still there for a member, is who the rules say', async () => {
  const people = organisations.flatMap((organisationId) =>
    maybe.flatMap((leftAt) => [true, false].map((secretariat) => ({ organisationId, leftAt, secretariat }))),
  );
  const columns = `${text('organisationId', 'organisation_id')}, ${instant('leftAt', 'left_at')},
    (row->>'secretariat')::boolean as secretariat`;
  expect(await asRows(columns, people, somebody('x'))).toEqual(people.map(isSomebody));
  const theirs = `coalesce((select ${stillThere('x', 'a')} from (select 'o' as organisation_id) a), false)`;
  expect(await asRows(columns, people, theirs)).toEqual(
    people.map(({ organisationId, leftAt }) => mayActFor('o', { organisationId, left: leftAt !== null })),
  );
});

test('which search for a time is a poll, and whom it asks, is what the rules say', async () => {
  const searches = maybe.flatMap((openedAt) =>
    maybe.flatMap((droppedAt) =>
      [null, 'm'].map((meetingId) => ({ openedAt, droppedAt, meetingId, readAt: at, failedAt: null })),
    ),
  );
  const columns = `${instant('openedAt', 'opened_at')}, ${instant('droppedAt', 'dropped_at')},
    ${text('meetingId', 'meeting_id')}`;
  expect(await asRows(columns, searches, polls.isPolling('x'))).toEqual(
    searches.map((one) => schedulingState(one) === 'polling'),
  );
  const invited = [null, true, false].map((readable) => ({ readable }));
  expect(await asRows(`(row->>'readable')::boolean as readable`, invited, polls.owesAnswer('x'))).toEqual(
    invited.map(owesAnswer),
  );
});

const places = ['nobody', 'there', 'left', 'elsewhere', 'ended'] as const;
type Place = (typeof places)[number];

test('who answers for a member is the same by the statement and by the rule, whoever of its people is there', async () => {
  const members = places.flatMap((contact) =>
    places.flatMap((representative) => places.map((deputy) => ({ contact, representative, deputy }))),
  );
  const held = members.flatMap((member, index) =>
    answeringRoles.flatMap((role) => {
      const is: Place = member[role];
      if (is === 'nobody') return [];
      const organisationId = `o${index}`;
      return [
        {
          organisationId,
          role,
          personId: `${organisationId} ${role}`,
          of: is === 'elsewhere' ? 'other' : organisationId,
          leftAt: is === 'left' ? at : null,
          untilAt: is === 'ended' ? at : null,
        },
      ];
    }),
  );
  const select = `
    with held as (select row from jsonb_array_elements($1::jsonb) as k (row)),
    appointment as (select ${text('organisationId', 'organisation_id')}, ${text('role', 'role')},
      ${text('personId', 'person_id')}, ${instant('untilAt', 'until_at')} from held),
    person as (select ${text('personId', 'id')}, ${text('of', 'organisation_id')}, ${instant('leftAt', 'left_at')} from held)
    select p.id from unnest($2::text[]) with ordinality as k (organisation_id, place) ${joinAnswerer} order by k.place`;
  const ids = members.map((_, index) => `o${index}`);
  const told = await house.sql<{ id: string | null }>(select, [JSON.stringify(held), ids]);
  const now = held.filter(({ untilAt }) => untilAt === null);
  const known = now.map((one) => ({
    ...one,
    left: !mayActFor(one.organisationId, { organisationId: one.of, left: one.leftAt !== null }),
  }));
  expect(told.map(({ id }) => id)).toEqual(ids.map((id) => answererOf(known, id)?.personId ?? null));
});
