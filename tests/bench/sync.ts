import { setTimeout as sleep } from 'node:timers/promises';
import { Ground, inParallel } from './ground.ts';
import { idOf } from './rows.ts';

export interface Sync {
  people: number;
  organisations: number;
  /** Everyone read in full for the first time, with Teams' limit of four calls a second and team enforced. */
  first: Reading;
  /** Ten changes, from the first of them in Entra until the app shows all ten; over several rounds. */
  deltaMedianMs: number;
  deltaWorstMs: number;
  /** Everyone read in full while every third call is told to wait. */
  throttled: Reading;
}
interface Reading {
  ms: number;
  calls: number;
  throttled: number;
  /** Calls that came back before they were allowed to. */
  earlier: number;
  lost: number;
}

const group = (last: number): string => `bbbbbbbb-0000-4000-8000-00000000000${last}`;
const [team, secretariat, steering] = [group(1), group(2), group(3)];
export const syncEnv = {
  HOST_TEAM_ID: team,
  SECRETARIAT_GROUP_ID: secretariat,
  STEERING_GROUP_ID: steering,
};
/** As Teams limits it (platform: throttling). */
const perTeam = 4;

type Source = { source: string; people: number; readAt: string | null };
const sources = async (ground: Ground): Promise<Record<string, Source>> => {
  const { sources: all } = (await ground.view('connections')) as { sources: Source[] };
  return Object.fromEntries(all.map((one) => [one.source, one]));
};

async function until(holds: () => Promise<boolean>, longestMs: number, stepMs: number): Promise<number> {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > longestMs) throw new Error('the sync did not get there');
    await sleep(stepMs);
  }
  return Math.round(performance.now() - from);
}

/** The accounts are Entra's, the organisations are the register's: one person of each has an address to go by. */
async function gather(ground: Ground, people: number, organisations: number): Promise<string[]> {
  const accounts = Array.from({ length: people }, (_, n) => {
    const displayName = `Indkøber ${n + 1}, medlem ${(n % organisations) + 1}`;
    return {
      objectId: idOf(displayName),
      displayName,
      domain: `medlem${(n % organisations) + 1}.example`,
    };
  });
  await inParallel(accounts, 12, ({ objectId, displayName, domain }) =>
    ground.control('/people', {
      objectId,
      displayName,
      email: `${objectId.slice(0, 8)}@${domain}`,
      guest: true,
    }),
  );
  await inParallel(accounts.slice(0, organisations), 4, async ({ displayName, objectId, domain }) => {
    const { organisationId } = await ground.act('registerMember', { name: domain, kind: 'municipality' });
    await ground.act('registerPerson', { organisationId, displayName, email: `leder@${domain}`, objectId });
  });
  return accounts.map(({ objectId }) => objectId);
}

async function reading(
  ground: Ground,
  throttle: Record<string, unknown>,
  expected: number,
): Promise<Reading> {
  await ground.control('/graph/throttle', throttle);
  const before = (await sources(ground))['team']?.readAt ?? null;
  await ground.act('syncDirectory', {});
  const ms = await until(
    async () => {
      const all = await sources(ground);
      return Object.values(all).every(({ readAt }) => readAt) && all['team']?.readAt !== before;
    },
    120_000,
    50,
  );
  const { calls, throttled, earlier } = (await ground.report('/graph/throttle')) as unknown as Reading;
  const lost = expected - ((await sources(ground))['team']?.people ?? 0);
  await ground.control('/graph/throttle', {});
  return { ms, calls, throttled, earlier, lost };
}

/** Six come and four go, all at once; told by Graph's notifications, read by delta. */
async function tenChanges(ground: Ground, inside: string[], round: number): Promise<number> {
  const before = (await sources(ground))['team']?.people ?? 0;
  const come = Array.from({ length: 6 }, (_, n) => idOf(`Ny indkøber ${round}.${n}`));
  await inParallel(come, 6, (objectId) =>
    ground.control('/people', {
      objectId,
      displayName: 'Ny indkøber',
      email: `${objectId.slice(0, 8)}@medlem1.example`,
      guest: true,
    }),
  );
  const go = inside.splice(-4);
  const from = performance.now();
  await inParallel(come, 6, (objectId) => ground.control(`/groups/${team}/members`, { objectId }));
  await inParallel(go, 4, (objectId) => ground.remove(`/groups/${team}/members/${objectId}`));
  // Six came and four went: only when all ten are in is it two more.
  await until(async () => (await sources(ground))['team']?.people === before + 2, 30_000, 20);
  return Math.round(performance.now() - from);
}

/** A directory of its own: others' people would be read too. */
export async function measureSync(people: number, organisations: number, rounds: number): Promise<Sync> {
  const ground = new Ground(250, syncEnv);
  await ground.open();
  const all = await gather(ground, people, organisations);
  const leaders = all.slice(0, organisations);
  await ground.control('/teams', { name: 'Partnerskabet', groupId: team, members: all });
  await ground.control('/groups', { id: secretariat, displayName: 'Sekretariatet', members: [] });
  await ground.control('/groups', { id: steering, displayName: 'Styregruppen', members: leaders });
  const first = await reading(ground, { perTeam }, people);
  const watched = async (): Promise<boolean> =>
    ((await ground.view('connections'))['subscriptions'] as unknown[]).length > 0;
  await until(watched, 30_000, 50);
  const deltas: number[] = [];
  for (let round = 0; round < rounds; round += 1) deltas.push(await tenChanges(ground, all, round));
  const throttled = await reading(ground, { everyNth: 3, retryAfter: 1, perTeam }, people + rounds * 2);
  await ground.close();
  deltas.sort((a, b) => a - b);
  return {
    people,
    organisations,
    first,
    deltaMedianMs: deltas[Math.floor(deltas.length / 2)]!,
    deltaWorstMs: deltas.at(-1)!,
    throttled,
  };
}
