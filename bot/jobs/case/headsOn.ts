import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import type { House } from '../../acts/frame/run.ts';
import type { Head } from '../../process/case/heads.ts';
import { Heads } from './heads.ts';

export type { Heads };

interface Settings {
  trailKeys: KeyObject[];
  trailHeadMinutes: number;
}

/** A replica that finds less in the database than it has seen says so where everybody reads it. */
export function headsOn(
  house: House,
  log: Logger,
  { trailKeys: keys, trailHeadMinutes: minutes }: Settings,
  metrics: Registry,
): Heads {
  const { db, clock } = house;
  const lost = new Counter({
    name: 'trail_heads_lost_total',
    help: 'Heads over the trail that were seen and are no longer in the database',
    registers: [metrics],
  });
  const restored = async (heads: Head[]): Promise<void> => {
    lost.inc(heads.length);
    const told = heads.map(({ n, at, hash }) => ({ n, at, hash }));
    await asClock(house, acts.noteRestored, { heads: told, ends: [] });
  };
  return new Heads({ db, clock, log, keys, minutes, restored });
}
