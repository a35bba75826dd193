import { expect, test } from '@jest/globals';
import { isOfMember, isSomebody } from '../../../bot/process/frame/roles.ts';
import { answererOf, answeringRoles, isVacant } from '../../../bot/process/people/organisation.ts';
import { mayActFor } from '../../../bot/process/people/place.ts';
import { deliveryStates, isUndelivered } from '../../../bot/process/reach/messages.ts';
import { owesAnswer, schedulingState } from '../../../bot/process/scheduling/scheduling.ts';
import { isUndecided } from '../../../bot/process/vote/vote.ts';
import { ofMember, somebody } from '../../../bot/store/frame/somebody.ts';
import { joinAnswerer } from '../../../bot/store/people/answerer.ts';
import { stillThere } from '../../../bot/store/people/there.ts';
import * as undelivered from '../../../bot/store/reach/undelivered.ts';
import * as undecided from '../../../bot/store/vote/undecided.ts';
import * as polls from '../../../bot/store/scheduling/polls.ts';
import { asRows, instant, text } from '../../support/asRows.ts';
import * as vacant from '../../../bot/store/people/vacant.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const at = new Date('2027-01-11T09:00:00Z');
const maybe = [null, at] as const;
const organisations = [null, 'o', 'other'] as const;

test('who is somebody, and who is still there for a member, is who the rules say', async () => {
  const people = organisations.flatMap((organisationId) =>
    maybe.flatMap((leftAt) => [true, false].map((secretariat) => ({ organisationId, leftAt, secretariat }))),
  );
  const columns = `${text('organisationId', 'organisation_id')}, ${instant('leftAt', 'left_at')},
    (row->>'secretariat')::boolean as secretariat`;
  expect(await asRows(house, columns, people, somebody('x'))).toEqual(people.map(isSomebody));
  expect(await asRows(house, columns, people, ofMember('x'))).toEqual(people.map(isOfMember));
  const theirs = `coalesce((select ${stillThere('x', 'a')} from (select 'o' as organisation_id) a), false)`;
  expect(await asRows(house, columns, people, theirs)).toEqual(
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
  expect(await asRows(house, columns, searches, polls.isPolling('x'))).toEqual(
    searches.map((one) => schedulingState(one) === 'polling'),
  );
  const invited = [null, true, false].map((readable) => ({ readable }));
  expect(
    await asRows(house, `(row->>'readable')::boolean as readable`, invited, polls.owesAnswer('x')),
  ).toEqual(invited.map(owesAnswer));
});

const outcomes = ['carried', 'notCarried', 'inquorate', 'tied'] as const;
test('which votes are still to be closed or decided is what the rule says, however they went', async () => {
  const closed = outcomes.flatMap((outcome) =>
    [null, true, false].map((carried) => ({ closedAt: at, result: { outcome }, carried })),
  );
  const votes = [{ closedAt: null, result: null, carried: null }, ...closed];
  const columns = `${instant('closedAt', 'closed_at')}, row->'result' as result, (row->>'carried')::boolean as carried`;
  const told = await asRows(house, columns, votes, undecided.isUndecided('x'));
  expect(told).toEqual(votes.map((vote) => isUndecided(vote as Parameters<typeof isUndecided>[0])));
  expect(told.filter((so) => so)).toHaveLength(2);
});

test('which messages somebody must see to is what the rule says, whoever they went to', async () => {
  const people = maybe.flatMap((leftAt) =>
    [null, 'o'].flatMap((organisationId) =>
      [true, false].map((secretariat) => ({ leftAt, organisationId, secretariat })),
    ),
  );
  const messages = deliveryStates.flatMap((state) => [null, ...people].map((to) => ({ state, to })));
  const select = `
    with delivery as (select place, row->>'state' as state, row->'to' as "to",
        case when row->'to' <> 'null' then place end as person_id
      from jsonb_array_elements($1::jsonb) with ordinality as k (row, place)),
    person as (select place as id, "to"->>'organisationId' as organisation_id, ("to"->>'leftAt')::timestamptz as left_at,
      ("to"->>'secretariat')::boolean as secretariat from delivery)
    select ${undelivered.isUndelivered} as so from delivery d order by place`;
  const told = (await house.sql<{ so: boolean }>(select, [JSON.stringify(messages)])).map(({ so }) => so);
  expect(told).toEqual(messages.map(({ state, to }) => isUndelivered(state, to)));
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

test('whose seat stands empty is the same by the statement and by the rule, whatever became of who held it', async () => {
  const members = places.flatMap((now) => [true, false].map((before) => ({ now, before })));
  const held = members.flatMap(({ now, before }, index) => {
    const one = { organisationId: `o${index}`, role: 'representative' as const };
    const personId = `o${index} now`;
    const of = now === 'elsewhere' ? 'other' : one.organisationId;
    const seat = {
      ...one,
      personId,
      of,
      leftAt: now === 'left' ? at : null,
      untilAt: now === 'ended' ? at : null,
    };
    const former = {
      ...one,
      personId: `o${index} before`,
      of: one.organisationId,
      leftAt: null,
      untilAt: at,
    };
    return [...(now === 'nobody' ? [] : [seat]), ...(before ? [former] : [])];
  });
  const select = `
    with held as (select row from jsonb_array_elements($1::jsonb) as k (row)),
    appointment as (select ${text('organisationId', 'organisation_id')}, ${text('role', 'role')},
      ${text('personId', 'person_id')}, ${instant('untilAt', 'until_at')} from held),
    person as (select ${text('personId', 'id')}, ${text('of', 'organisation_id')}, ${instant('leftAt', 'left_at')} from held),
    organisation as (select id, place from unnest($2::text[]) with ordinality as k (id, place))
    select ${vacant.isVacant} as so from organisation o ${vacant.joinSeat} order by o.place`;
  const ids = members.map((_, index) => `o${index}`);
  const told = (await house.sql<{ so: boolean }>(select, [JSON.stringify(held), ids])).map(({ so }) => so);
  const known = held
    .filter(({ untilAt }) => untilAt === null)
    .map((one) => ({
      ...one,
      left: !mayActFor(one.organisationId, { organisationId: one.of, left: one.leftAt !== null }),
    }));
  const ever = (id: string): boolean => held.some(({ organisationId }) => organisationId === id);
  expect(told).toEqual(ids.map((id) => isVacant(known, id, ever(id))));
});
