import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { failOver, silentFor } from '../soak/faults.ts';
import { openGround, type Ground } from '../soak/ground.ts';
import { everybody, reckon } from '../soak/play.ts';
import { stories } from '../soak/stories.ts';
import { eventually } from '../support/app.ts';

/** Longer than a statement or a commit is waited for: what is under way is given up, as after any longer silence. */
const silentMs = 13_000;
/** How often somebody is told that it is saved, before the next thing befalls them. */
const enough = 5;
let ground: Ground;
beforeAll(async () => void (ground = await openGround(1, 3)), 120_000);
afterAll(() => ground?.close(), 60_000);

async function goneOn({ ledger }: Ground): Promise<void> {
  const before = ledger.told.done;
  const since = () => Promise.resolve(ledger.told.done - before);
  await eventually(since, (done) => done >= enough, 60_000);
}

/** What befalls it, one after the other, while everybody goes on. */
async function befalls(at: Ground): Promise<void> {
  const { hearings, votes } = at.stage;
  const open = () => Promise.resolve(hearings.length > 0 && votes.length > 0);
  await eventually(open, Boolean, 60_000);
  await goneOn(at);
  await failOver(at);
  await goneOn(at);
  await at.replicas.upgrade(0);
  await at.replicas.kill(1);
  await silentFor(at, silentMs);
  await goneOn(at);
}

test('a hearing and a vote survive, in one run, a failover, an upgrade, a killed replica and a lost network, with every voter and answerer told the truth', async () => {
  const { ledger, stage } = ground;
  const playing = everybody(ground, 700);
  const befalling = befalls(ground);
  // One of each: there is no time for another.
  await Promise.all([befalling, stories(ground, Date.now(), () => befalling)]);
  stage.over = true;
  await playing;
  await reckon(ground);
  expect(ledger.findings).toEqual([]);
  // It was put to the proof: much was saved, and not everybody could be told at once.
  expect(ledger.told.done).toBeGreaterThan(40);
  expect(ledger.told.unchanged + ledger.told.unknown).toBeGreaterThan(3);
  expect(stage.votes.map(({ closing }) => closing)).toEqual([true]);
  expect(stage.hearings.map(({ passed }) => passed)).toEqual([true]);
}, 180_000);
