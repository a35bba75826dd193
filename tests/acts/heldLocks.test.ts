import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, sendTo } from '../support/app.ts';
import { revision, type Case } from '../support/cases.ts';
import { docx } from '../support/documents.ts';
import { member, secretariat, someone, type Someone } from '../support/factories.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
const seconds = 2;
let by: Someone;

beforeAll(async () => {
  by = secretariat(house);
  await member(house, { name: 'Aarhus Kommune' });
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
      `select h.number, count(*)::int as told from delivery d join hearing h on h.id = d.hearing_id group by 1`,
    );
    expect(told.map(({ told }) => told)).toEqual([201, 201, 201]);
    expect(await house.sql('select 1 from hearing where number < 0')).toEqual([]);
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
    await house.sql('select 1 from revision where id = $1 for update nowait', [revisionId]);
    await house.sql('select 1 from file where id = $1 for update nowait', [fileId]);
    expect(await finishing).toBe('scannerSilent');
  }, 30_000);
});
