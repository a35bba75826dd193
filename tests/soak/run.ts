import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { misfortunes } from './faults.ts';
import { openGround, type Ground } from './ground.ts';
import { everybody, reckon } from './play.ts';
import { stories } from './stories.ts';
import { wrongs } from './told.ts';

/**
 * `npm run soak [-- --minutes N --seed S --members M]`: hearings and votes at random while everything that the app
 * stands on fails at random, and what everybody was told held against what is there. The last line is the result; it
 * ends with 1 when something was lost, doubled, leaked or told wrong.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    members: { type: 'string', default: '6' },
  },
});
const [minutes, seed, members] = [values.minutes, values.seed, values.members].map(Number) as [
  number,
  number,
  number,
];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** How long a hearing or a vote is open. */
const storySeconds = 30;

async function play(ground: Ground): Promise<number> {
  const until = Date.now() + minutes * 60_000;
  const failing = misfortunes(ground, say);
  const playing = everybody(ground, 600);
  await stories(ground, until, () => sleep(Math.min(storySeconds, minutes * 15) * 1_000));
  ground.stage.over = true;
  await playing;
  return failing;
}

const counted = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');

/** What every replica has logged, for whoever looks for the ground of what was found. */
async function keepLogs({ replicas }: Ground): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `soak-${seed}-`));
  await Promise.all(
    replicas.logs.map((log, which) => writeFile(join(folder, `replica-${which + 1}.log`), log)),
  );
  say(`logs: ${folder}`);
}

function tell({ ledger, replicas }: Ground, faults: number): void {
  for (const { wrong, what, at } of ledger.findings) say(`seed ${seed}, ${at}, ${wrong}: ${what}`);
  say(`done: ${counted(ledger.done)}`);
  say(`told: ${counted(ledger.told)}`);
  const figures = wrongs.map((wrong) => `${ledger.countOf(wrong)} ${wrong}`).join(', ');
  const size = `${replicas.count} replicas, ${faults} faults, ${ledger.acts.toLocaleString('en')} acts`;
  say(`soak: ${minutes} min, seed ${seed}, ${size}: ${figures}`);
}

async function main(): Promise<number> {
  say(`soak: ${minutes} min, seed ${seed}`);
  const ground = await openGround(seed, members);
  // Whoever breaks it off leaves no server and no app behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void ground.close().then(() => process.exit(1)));
  try {
    const faults = await play(ground);
    await reckon(ground).catch((error: unknown) =>
      ground.ledger.found('told wrong', `it could not be counted again: ${String(error)}`),
    );
    const clean = ground.ledger.findings.length === 0;
    if (!clean) await keepLogs(ground);
    tell(ground, faults);
    return clean ? 0 : 1;
  } finally {
    await ground.close();
  }
}

process.exit(await main());
