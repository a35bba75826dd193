import { Gauge, type Registry } from 'prom-client';
import type { Db } from '../../store/frame/database.ts';
import { standing, type Standing } from '../../store/case/findings.ts';

/** The trail in numbers, the same at every replica. While the database does not answer they are not known, and the rest is. */
export function showTrail(registry: Registry, db: Db): void {
  const gauge = (name: string, help: string, of: (seen: Standing) => number): void => {
    const one: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: () =>
        standing(db).then(
          (seen) => one.set(of(seen)),
          () => one.set(NaN),
        ),
    });
  };
  gauge('trail_broken', 'Findings that stand where the trail does not hold', (seen) => seen.findings);
  gauge(
    'trail_verified_timestamp_seconds',
    'When the chain that was looked at longest ago was verified whole; 0: not all were yet',
    (seen) => (seen.oldestAt?.getTime() ?? 0) / 1_000,
  );
}
