import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from './ground.ts';
import { randomFrom, type Random } from './random.ts';

type Fault = (ground: Ground, random: Random) => Promise<unknown>;

const restart =
  (how: 'fast' | 'immediate'): Fault =>
  async ({ cluster }, random) => {
    await cluster.stop(how);
    await sleep(random.between(0, 6_000));
    await cluster.start();
  };

/** All that was said on the old line is lost with it. */
export const silentFor = async ({ proxy }: Ground, ms: number): Promise<void> => {
  proxy.silence();
  await sleep(ms);
  proxy.resume();
};

export const failOver = async ({ cluster, proxy }: Ground): Promise<void> => {
  await cluster.failOver();
  proxy.retarget(cluster.url);
  proxy.reset();
};

const slow: Fault = async ({ proxy }, random) => {
  proxy.slow(random.between(20, 400));
  await sleep(random.between(2_000, 15_000));
  proxy.slow(0);
};

const resets: Fault = async ({ proxy }, random) => {
  for (let times = 0; times < 6; times += 1) {
    proxy.reset();
    await sleep(random.between(10, 700));
  }
};

const slotOf = ({ replicas }: Ground, random: Random): number => Math.floor(random.next() * replicas.count);

export const faults: Record<string, Fault> = {
  'the database was restarted': restart('fast'),
  'the database was stopped at once': restart('immediate'),
  'a standby took over': failOver,
  'the line fell silent': (ground, random) => silentFor(ground, random.between(1_000, 60_000)),
  'the line was slow': slow,
  'the line was reset': resets,
  'a replica was killed': (ground, random) => ground.replicas.kill(slotOf(ground, random)),
  'a replica was replaced': (ground, random) => ground.replicas.upgrade(slotOf(ground, random)),
  'a replica got another time': (ground, random) =>
    ground.replicas.upgrade(slotOf(ground, random), random.chance(0.5) ? 60_000 : -60_000),
};

/** What Teams and Graph answer now and then; each is used up after a few calls. */
async function trouble({ house }: Ground, random: Random): Promise<void> {
  const kind = random.pick(['429', '502', '503', '412', 'slow'])!;
  const target = random.pick(['connector', 'graph'])!;
  const times = Math.ceil(random.between(1, 6));
  await house.api('POST', '/faults', { kind, target, times, retryAfter: 2, ms: random.between(500, 4_000) });
}

/** Faults at random until the play is over, one at a time; Teams and Graph fail besides. Returns how many there were. */
export async function misfortunes(ground: Ground, say: (line: string) => void): Promise<number> {
  const random = randomFrom(ground.seed, 'faults');
  let count = 0;
  while (!ground.stage.over) {
    await sleep(random.between(3_000, 15_000));
    await trouble(ground, random);
    const name = random.pick(Object.keys(faults))!;
    count += 1;
    const began = Date.now();
    try {
      await faults[name]!(ground, random);
    } catch (error) {
      ground.ledger.found('told wrong', `${name}, and it could not be brought about: ${String(error)}`);
    }
    say(`${new Date(began).toISOString()} ${name}, for ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  }
  return count;
}
