import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { install, member, type Member } from '../../support/factories.ts';
import { root } from '../../support/check/tree.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
let held: Hearing;

/** The operator's command; the app is at work or not. */
async function command(): Promise<string> {
  const env = { ...process.env, ...house.env, NODE_OPTIONS: '' };
  const node = join(root, 'node_modules/.bin/node');
  return (await promisify(execFile)(node, [join(root, 'bot/restored.ts')], { env })).stdout;
}
const states = async (): Promise<string[]> =>
  (
    await house.sql('select state, reason from delivery where about_id = $1 order by id', [held.hearingId])
  ).map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));
const sent = async (): Promise<number> => (await house.api('GET', '/counters')).accepted;

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  for (const who of [one.representative, one.contact]) await install(house, who);
  held = await hearing(house);
  await eventually(states, (seen) => seen.every((state) => state === 'accepted'), 20_000);
}, 60_000);

describe('messages of a database that was restored', () => {
  test('are left alone while the app is at work, and the operator is told that it came too late', async () => {
    expect(await command()).toContain('the app is at work');
    expect(await states()).toEqual(['accepted', 'accepted']);
  }, 30_000);

  test('are in doubt when they waited to leave: none is sent by itself, and the secretariat decides', async () => {
    await house.app.stop();
    // As the backup had it: one in the queue, one on its way.
    await house.sql(
      `update delivery set state = case when person_id = $2 then 'queued' else 'sending' end, activity_id = null,
        settled_at = null, claimed_at = now(), attempts = 0, due_at = now() where hearing_id = $1`,
      [held.hearingId, one.contact.personId],
    );
    const before = await sent();
    const said = await command();
    expect(said).toContain(`2 hearingInvitation ${held.hearingRef}`);
    expect(await states()).toEqual(['uncertain restored', 'uncertain restored']);
    const [noted] = await house.sql(`select data from event where type = 'restored'`);
    expect(noted!['data']).toMatchObject({ inDoubt: 2, heads: [], cases: [] });
    expect(await command()).toContain('no message waited to leave');
    const again = await house.startAnother();
    await new Promise((done) => setTimeout(done, 3_000));
    expect(await states()).toEqual(['uncertain restored', 'uncertain restored']);
    expect(await sent()).toBe(before);
    await again.stop();
  }, 60_000);
});
