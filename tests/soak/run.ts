import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { misfortunes } from './faults.ts';
import { openGround, type Ground } from './ground.ts';
import { countOf, everybody, reckon, stories } from './play.ts';

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

async function main(): Promise<number> {
  say(`soak: ${minutes} min, seed ${seed}`);
  const ground = await openGround(seed, members);
  // Whoever breaks it off leaves no server and no app behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void ground.close().then(() => process.exit(1)));
  try {
    const faults = await play(ground);
    await reckon(ground);
    const { ledger, replicas } = ground;
    for (const { wrong, what, at } of ledger.findings) say(`seed ${seed}, ${at}, ${wrong}: ${what}`);
    say(
      Object.entries(ledger.told)
        .map(([told, times]) => `${told} ${times}`)
        .join(', '),
    );
    const figures = (['lost', 'doubled', 'leaked', 'told wrong'] as const).map(
      (wrong) => `${countOf(ground, wrong)} ${wrong}`,
    );
    say(
      `soak: ${minutes} min, seed ${seed}, ${replicas.count} replicas, ${faults} faults, ${ledger.acts.toLocaleString('en')} acts: ${figures.join(', ')}`,
    );
    return ledger.findings.length === 0 ? 0 : 1;
  } finally {
    await ground.close();
  }
}

process.exit(await main());
