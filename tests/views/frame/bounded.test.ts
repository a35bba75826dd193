import { beforeAll, describe, expect, test } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { hearingsDue, missingAnswerers } from '../../../bot/store/hearing/hearings.ts';
import { meetingByLink } from '../../../bot/store/meeting/meetingLists.ts';
import { actorByAccount } from '../../../bot/views/people/actor.ts';
import { viewing, type Viewing } from '../../../bot/views/frame/context.ts';
import { views } from '../../../bot/views/index.ts';
import { revisionsView } from '../../../bot/views/case/revision.ts';
import { tenantId } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const many = 3_000;
let db: Db;
let now: Date;
let rows = 0;
let statements = 0;
let one: Member;
let office: Viewing;
let reader: Viewing;
let hearingId: string;

/** Every row that comes over the line is counted, and every statement. */
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    rows += result.rows.length;
    statements += 1;
    return result;
  },
};

/** What years of work leave behind, and a few things that are under way. */
const years = [
  `insert into "case" (id, kind, ref, title, state, created_at)
   select gen_random_uuid(), 'revision', 'POGI-' || 2000 + n % 20 || '-' || n,
     case when n % 50 = 0 then 'Økologisk Ærø ' else 'Indkøbsmål ' end || n, 'published', now()
   from generate_series(10000, 9999 + ${many}) n`,
  `insert into revision (id, track, year)
   select id, 'revise', substring(ref, '[0-9]{4}')::int from "case" where state = 'published'`,
  `insert into version (id, case_id, number, kind, title, clauses, hash, created_at)
   select gen_random_uuid(), id, 1, 'final', title, '[]', ref, now() from "case" where state = 'published'`,
  `insert into hearing (id, number, case_id, kind, version_id, letter, opens_at, deadline)
   select gen_random_uuid(), 10000 + row_number() over (), case_id, 'internal', id, 'x', '2005-01-01', '2005-02-01'
   from version where hash like 'POGI-____-1____'`,
  `insert into heard (hearing_id, organisation_id) select h.id, o.id from hearing h, organisation o on conflict do nothing`,
  `insert into meeting (id, kind, season, title, starts_at, ends_at, join_url, created_at)
   select gen_random_uuid(), 'steeringGroup', 'spring', 'Møde ' || n, timestamptz '2010-01-01' + n * interval '1 hour',
     timestamptz '2010-01-01' + n * interval '1 hour', 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc' || n || '%40thread.v2/0', now()
   from generate_series(10000, 9999 + ${many}) n`,
  `insert into scheduling (id, kind, season, title, agenda, minutes, from_day, to_day, created_at, opened_at, dropped_at)
   select gen_random_uuid(), 'steeringGroup', 'spring', 'Søgning', 'Dagsorden', 60, '2010-01-01', '2010-02-01',
     timestamptz '2010-01-01' + n * interval '1 hour', now(), now() from generate_series(1, ${many}) n`,
  `insert into invitee (scheduling_id, person_id) select s.id, p.id from scheduling s, person p where not p.secretariat`,
  `insert into organisation (id, name, kind, created_at)
   select gen_random_uuid(), 'Forsyning ' || n, 'utility', now() from generate_series(10000, 9999 + ${many}) n`,
  `insert into person (id, organisation_id, display_name, email, created_at)
   select gen_random_uuid(), id, 'Indkøber', 'x@' || replace(lower(name), ' ', '') || '.example', now()
   from organisation where name like 'Forsyning%'`,
  `insert into directory_source (source, group_id) values ('team', 'x') on conflict do nothing`,
  `insert into directory_person (object_id, display_name, email, guest, seen_at)
   select gen_random_uuid()::text, 'Ny ' || n, 'ny' || n || '@forsyning' || n || '.example', true, now()
   from generate_series(10000, 9999 + ${many}) n`,
  `insert into directory_member (source, object_id, since) select 'team', object_id, now() from directory_person`,
];

async function contextOf(who: Someone): Promise<Viewing> {
  const account = { tenantId, objectId: who.objectId, name: null, address: null, guest: false };
  const actor = await actorByAccount(db, account);
  return viewing(db, now, actor!, { whyNot: async () => null, reading: async () => undefined });
}

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune' });
  await member(house, { name: 'Odense Kommune' });
  ({ hearingId } = await hearing(house));
  for (const statement of years) await house.sql(statement);
  const opened = openDatabase(house.databaseUrl, 3);
  house.onClose(() => opened.db.destroy());
  db = opened.db.withPlugin(counting);
  const clock = new DatabaseClock(db, true);
  await clock.renew();
  now = clock.now();
  office = await contextOf(secretariat(house));
  reader = await contextOf(one.representative);
}, 120_000);

/** How a view answers, and how many rows that took. */
async function read(
  context: Viewing,
  name: string,
  asked: object = {},
): Promise<{ view: any; rows: number }> {
  rows = 0;
  const { query, read: answer } = views[name]!;
  const view = await answer(context, query.parse(asked) as never);
  return { view, rows };
}

describe(`with ${many} of everything, what is read is what is shown`, () => {
  test.each<[string, object, number, number]>([
    ['revisions', { limit: '5' }, 5, 150],
    ['schedulings', { limit: '5' }, 5, 100],
    ['meetings', { limit: '5' }, 5, 100],
    ['members', { limit: '5' }, 5, 60],
    ['newcomers', { limit: '5' }, 5, 60],
  ])('a page of %s', async (name, asked, shown, most) => {
    const first = await read(office, name, asked);
    expect(first.view.items).toHaveLength(shown);
    expect(first.rows).toBeLessThan(most);
    const second = await read(office, name, { ...asked, after: first.view.next });
    expect(second.rows).toBeLessThan(most);
    const ids = [...first.view.items, ...second.view.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(2 * shown);
  });

  test.each(['revisions', 'meetings', 'schedulings', 'members'])(
    'a page of %s is asked for at once, and not row by row',
    async (name) => {
      for (const context of [office, reader]) {
        const asked = async (limit: number): Promise<number> => {
          statements = 0;
          await read(context, name, { limit: String(limit) });
          return statements;
        };
        expect(await asked(40)).toBeLessThanOrEqual((await asked(4)) + 3);
      }
    },
  );

  test('the tasks of the secretariat and of a member: what is over and done is not looked at', async () => {
    const own = await read(reader, 'tasks');
    expect(own.view.items.map(({ kind }: any) => kind)).toEqual(['answerHearing']);
    expect(own.rows).toBeLessThan(60);
    const all = await read(office, 'tasks');
    const kinds = all.view.items.map(({ kind }: any) => kind);
    expect(kinds).toContain('registerNewcomers');
    expect(all.view.items.find(({ kind }: any) => kind === 'registerNewcomers').title.da).toContain(
      String(many),
    );
    expect(all.rows).toBeLessThan(700);
  });

  test('the calendar that somebody follows, a year back and no further', async () => {
    for (const context of [reader, office]) {
      const { view, rows: fetched } = await read(context, 'calendar');
      expect(view.items.map(({ kind }: any) => kind)).toEqual(['hearingDeadline']);
      expect(fetched).toBeLessThan(30);
    }
  });

  test('what is shown of the connections', async () => {
    const { view, rows: fetched } = await read(office, 'connections');
    expect(view.sources[0].people).toBe(many);
    expect(fetched).toBeLessThan(60);
  });

  test('a search for a case, in whatever letters', async () => {
    rows = 0;
    const { items } = await revisionsView(office, { words: ['ærø', 'ØKO'], limit: 4 });
    expect(items).toHaveLength(4);
    expect(rows).toBeLessThan(150);
    const titles = items.map(({ title }) => title);
    const later = await revisionsView(office, { words: ['ærø'], limit: 4, skip: 4 });
    expect(later.items.filter(({ title }) => titles.includes(title))).toEqual([]);
    expect((await revisionsView(office, { words: ['.*', '('], limit: 4 })).items).toEqual([]);
  });

  test('reminders: the hearings that are near, and those who have not answered', async () => {
    rows = 0;
    expect(await hearingsDue(db, now, new Date(now.getTime() + 40 * 86_400_000))).toHaveLength(1);
    expect(await missingAnswerers(db, hearingId)).toHaveLength(2);
    expect(rows).toBe(3);
  });

  test('a chat finds its meeting by the link', async () => {
    rows = 0;
    const link = 'https://teams.microsoft.com/l/meetup-join/19:MEETING_abc11234@thread.v2/0';
    expect((await meetingByLink(db, link))?.title).toBe('Møde 11234');
    expect(rows).toBe(1);
  });
});
