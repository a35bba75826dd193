import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, sendTo } from '../../support/app.ts';
import { hearing, revision, type Case, type Hearing } from '../../support/cases.ts';
import { docx } from '../../support/documents.ts';
import { member, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const seconds = 2;
let by: Someone;
let one: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  await house.sql(`insert into organisation (id, name, kind, created_at)
    select gen_random_uuid(), 'Forsyning ' || n, 'utility', now() from generate_series(1, 200) n`);
  await house.sql(`insert into person (id, organisation_id, display_name, email, created_at)
    select gen_random_uuid(), id, 'Indkøber', 'x@example.dk', now() from organisation where name like 'Forsyning%'`);
  // Telling everybody is slow, as on a busy day.
  await house.sql(`create function slow() returns trigger language plpgsql as $$
    begin perform pg_sleep(${seconds}); return null; end $$`);
});

const slowly = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
  await house.sql(`create trigger slow after insert on ${table} for each statement execute function slow()`);
  try {
    return await work();
  } finally {
    await house.sql(`drop trigger slow on ${table}`);
  }
};
const opening = async (of: Case) =>
  by.do('openHearing', {
    revisionId: of.revisionId,
    kind: 'internal',
    versionId: of.versionId,
    letter: 'Kære alle. Vi beder om jeres bemærkninger.',
    deadline: new Date((await house.now()).getTime() + 30 * 24 * 3600_000).toISOString(),
  });
const busy = (what: string) =>
  house.sql(`select 1 from pg_stat_activity where datname = current_database() and ${what}`);

describe('while two hundred are being invited', () => {
  test('another hearing is opened at the same time, and each has its number, none skipped', async () => {
    const [first, second, third] = [await revision(house), await revision(house), await revision(house)];
    const numbers = await slowly('delivery', async () => {
      const two = Promise.all([opening(first), opening(second)]);
      // Both are telling at once: neither waits for the other's turn.
      await eventually(
        () => busy(`wait_event = 'PgSleep'`),
        (rows) => rows.length === 2,
        seconds * 1_000,
      );
      expect(await busy(`wait_event_type = 'Lock'`)).toEqual([]);
      const [counter] = await house.sql(
        `select value from counter where series = 'hearing' for update nowait`,
      );
      expect(counter === undefined || counter['value'] >= 0).toBe(true);
      return (await two).map(({ ref }) => Number(ref.slice(1)));
    });
    numbers.push(Number((await opening(third)).ref.slice(1)));
    const sorted = numbers.toSorted((a, b) => a - b);
    expect(sorted).toEqual([sorted[0]!, sorted[0]! + 1, sorted[0]! + 2]);
    const told = await house.sql(
      `select h.number, count(*)::int as told from delivery d join hearing h on h.id = d.about_id
        where d.message = 'hearingInvitation' group by 1`,
    );
    expect(told.map(({ told }) => told)).toEqual([201, 201, 201]);
    expect(await house.sql('select 1 from hearing where number < 0')).toEqual([]);
  }, 30_000);
});

const daysOn = (date: Date, days: number): string =>
  new Date(date.getTime() + days * 24 * 3600_000).toISOString();
const telling = () =>
  eventually(
    () => busy(`wait_event = 'PgSleep'`),
    (rows) => rows.length > 0,
    seconds * 1_000,
  );
const toldOf = async ({ hearingId }: Hearing): Promise<number> =>
  Number(
    (
      await house.sql(
        `select count(*) as n from delivery where about_id = $1 and message = 'deadlineExtended'`,
        [hearingId],
      )
    )[0]!['n'],
  );

describe('while two hundred are told of a later deadline', () => {
  test('whoever comments does not wait', async () => {
    const held = await hearing(house);
    const input = { hearingId: held.hearingId, type: 'general' as const, text: 'Kravet er uklart.' };
    await slowly('delivery', async () => {
      const extending = by.do('extendDeadline', { ...held, deadline: daysOn(await house.now(), 90) });
      await telling();
      await one.staff.do('addComment', input);
      expect(await busy(`wait_event = 'PgSleep'`)).toHaveLength(1);
      await extending;
    });
    expect(await toldOf(held)).toBe(201);
  }, 30_000);

  test('a deadline that passes stays passed: answers have been seen, and nobody is told otherwise', async () => {
    const held = await hearing(house);
    const { deadline } = await by.view(`hearing?id=${held.hearingId}`);
    const before = await house.now();
    await slowly('delivery', async () => {
      const extending = by.refused('extendDeadline', { ...held, deadline: daysOn(new Date(deadline), 30) });
      await telling();
      await house.setClock(daysOn(new Date(deadline), 1));
      expect(await extending).toBe('hearingClosed');
    });
    await house.setClock(before.toISOString());
    expect((await by.view(`hearing?id=${held.hearingId}`)).deadline).toBe(deadline);
    expect(await toldOf(held)).toBe(0);
  }, 30_000);

  test('two who extend at once: the later deadline stands, and everybody is told of what stands', async () => {
    const held = await hearing(house);
    const [sooner, later] = [daysOn(await house.now(), 60), daysOn(await house.now(), 90)];
    const answers = await Promise.all(
      [later, sooner].map((deadline) => by.act('extendDeadline', { ...held, deadline })),
    );
    expect(answers[0]!.status).toBe(200);
    expect((await by.view(`hearing?id=${held.hearingId}`)).deadline).toBe(later);
    expect(await toldOf(held)).toBe(201 * answers.filter(({ status }) => status === 200).length);
  }, 30_000);
});

describe('while a file is looked into', () => {
  test('nobody waits for the case', async () => {
    const { revisionId } = await revision(house);
    const app = await house.startAnother({ MALWARE_SCAN_COMMAND: 'sleep 3', MALWARE_SCAN_SECONDS: '1' });
    const request = ((method: string, path: string, options: object) =>
      sendTo(`${app.url}${path}`, method, options)) as typeof house.request;
    const there = someone({ ...house, request }, by.objectId);
    const bytes = docx();
    const { fileId } = await by.do('beginFile', { revisionId, name: 'Notat.docx', size: bytes.length });
    await by.do('addFilePart', { fileId, number: 0, bytes: bytes.toString('base64') });
    const finishing = there.refused('finishFile', { fileId });
    await new Promise((done) => setTimeout(done, 300));
    await house.sql('select 1 from "case" where id = $1 for update nowait', [revisionId]);
    await house.sql('select 1 from file where id = $1 for update nowait', [fileId]);
    expect(await finishing).toBe('scannerSilent');
  }, 30_000);
});
