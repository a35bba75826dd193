import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { eventually, sendTo } from '../../support/app.ts';
import { revision } from '../../support/cases.ts';
import { secretariat } from '../../support/factories.ts';
import { root } from '../../support/check/tree.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const latest = async (): Promise<any> =>
  (await house.sql('select n, at, previous, hash from head order by n desc limit 1'))[0];
const register = async (): Promise<any[]> =>
  (await secretariat(house).view('trail?revisionId=register')).items;
const restores = async (): Promise<any[]> => (await register()).filter(({ type }) => type === 'restored');

let revisionId: string;
/** What somebody kept of the head that is lost, and of the one before. */
let lost: any;
let kept: any;

/** As a backup from the hour before would leave it: the last head, and the last entry of a case, never were. */
async function restore(): Promise<void> {
  const owner = new pg.Client({ connectionString: house.databaseUrl });
  await owner.connect();
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`delete from head_leaf where n = $1`, [lost.n]);
  await owner.query(`delete from head where n = $1`, [lost.n]);
  const { rows } = await owner.query(
    `delete from seal where case_id = $1 and seq = (select max(seq) from seal where case_id = $1) returning event_id`,
    [revisionId],
  );
  await owner.query(`delete from event where id = $1`, [rows[0].event_id]);
  await owner.end();
}

/** The operator's command, with lines as they stand in the log. */
async function command(...lines: object[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heads-'));
  const file = join(folder, 'heads.jsonl');
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const env = { ...process.env, ...house.env, NODE_OPTIONS: '' };
  const args = [join(root, 'bot/restored.ts'), '--heads', file];
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/node'), args, { env });
  await rm(folder, { recursive: true });
  return stdout;
}

beforeAll(async () => {
  ({ revisionId } = await revision(house));
  await house.advance('PT1H');
  const before = (await latest())?.n ?? 0;
  kept = await eventually(latest, (head) => head?.n > before || head?.n > 500_000, 20_000);
  await secretariat(house).do('formGroup', { revisionId });
  await house.advance('PT1H');
  lost = await eventually(latest, ({ n }) => n > kept.n, 20_000);
  // Until the replica has seen it.
  await new Promise((done) => setTimeout(done, 6_000));
  await restore();
}, 90_000);

describe('a restore from a backup', () => {
  test('is noticed by a replica that has seen more, and stands in the register for everybody', async () => {
    const [noted] = await eventually(restores, (all) => all.length > 0, 20_000);
    expect(noted.data).toMatchObject({ number: 1, cases: [] });
    expect(noted.data.heads).toEqual([{ n: lost.n, at: lost.at.toISOString(), hash: lost.hash }]);
    expect(noted.data.to).toBe(kept.at.toISOString());
    expect(noted.sentence.da).toMatch(/^Databasen er gendannet .* mere: 1$/);
  }, 30_000);

  test('is told to the operator, with the cases that were longer, and noted once', async () => {
    const head = { n: lost.n, at: lost.at.toISOString(), hash: lost.hash };
    const line = { msg: 'a head over the trail', head, ends: [{ caseId: revisionId, seq: 3 }] };
    const said = await command(line, { msg: 'something else' });
    expect(said).toContain(`head ${lost.n} of`);
    expect(said).toContain(`case ${revisionId} had 3 entries, and has 2`);
    expect(await command(line)).toBe(said);
    const all = await eventually(restores, (seen) => seen.length > 1);
    expect(all).toHaveLength(2);
    expect(all[1].data.cases).toEqual([{ caseId: revisionId, seq: 3, has: 2 }]);
  }, 30_000);

  test('is no restore where nothing is missing', async () => {
    const { body } = await sendTo<object>(`${house.app.url}/trail/heads?after=${kept.n - 1}`, 'GET');
    const { at: _, ...head } = kept;
    const said = await command({
      ...body,
      items: [],
      latest: null,
      head: { ...head, at: kept.at.toISOString() },
    });
    expect(said).toContain('nothing was lost');
  }, 30_000);

  test('leaves a fork: the next head has another number, and the same one before it', async () => {
    await house.advance('PT1H');
    const next = await eventually(latest, ({ n }) => n > kept.n, 20_000);
    expect(next.n).toBeGreaterThan(lost.n);
    expect(next.previous).toBe(lost.previous);
  }, 30_000);
});
