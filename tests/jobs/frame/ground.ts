import type { JobName, Jobs } from '../../../bot/jobs/enqueue.ts';
import { eventually, type House } from '../../support/app.ts';

/** Puts a job in the queue as the clock does, and waits until one of the apps has done it. */
export async function jobNow<N extends JobName>(
  house: House,
  name: N,
  data: Partial<Jobs[N]> = {},
): Promise<void> {
  const text = `insert into pgboss.job (name, data) values ($1, $2) returning id`;
  const [job] = await house.sql<{ id: string }>(text, [name, data]);
  const state = async () =>
    (await house.sql<{ state: string }>('select state from pgboss.job where id = $1', [job!.id]))[0]?.state;
  await eventually(state, (seen) => seen === 'completed');
}
