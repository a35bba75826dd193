import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { failOver, silentFor } from '../soak/faults.ts';
import { openGround, type Ground } from '../soak/ground.ts';
import { everybody, reckon, stories } from '../soak/play.ts';

/** Longer than a statement or a commit is waited for, so that what was under way is given up. */
const silentMs = 13_000;
let ground: Ground;
beforeAll(async () => void (ground = await openGround(1, 3)), 120_000);
afterAll(() => ground?.close(), 60_000);

/** What befalls it, one after the other, while everybody goes on. */
async function befalls(at: Ground): Promise<void> {
  await sleep(1_000);
  await failOver(at);
  await sleep(500);
  await at.replicas.upgrade(0);
  await at.replicas.kill(1);
  await silentFor(at, silentMs);
  await sleep(500);
}

test('a hearing and a vote survive, in one run, a failover, an upgrade, a killed replica and a lost minute of network with every voter and answerer told the truth', async () => {
  const { ledger, stage } = ground;
  const playing = everybody(ground, 250);
  const befalling = befalls(ground);
  const told = stories(ground, Date.now() + 1_000, () => befalling);
  await Promise.all([befalling, told]);
  stage.over = true;
  await playing;
  await reckon(ground);
  expect(ledger.findings).toEqual([]);
  // It was put to the proof: much was saved, and not everybody could be told at once.
  expect(ledger.told.done).toBeGreaterThan(60);
  expect(ledger.told.unchanged + ledger.told.unknown).toBeGreaterThan(3);
  expect(stage.votes.map(({ closing }) => closing)).toEqual([true]);
  expect(stage.hearings.map(({ passed }) => passed)).toEqual([true]);
}, 120_000);
