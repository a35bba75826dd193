// Who may: the secretariat. Changes: nothing itself; Graph is read in full soon, for real or to show what would change.
// Refuses: when no team or group is configured; confirming when nothing is held. A repeat: reads once more.
import { z } from 'zod';
import { directorySources } from '../../process/reach/directory.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { directorySourceRows } from '../../store/reach/directory.ts';
import { act } from '../frame/act.ts';
import { optional } from '../frame/input.ts';

export const syncDirectory = act({
  name: 'syncDirectory',
  may: secretariat,
  about: {
    /** What is held for this source has been seen, and may be done. */
    confirm: optional(z.enum(directorySources)),
  },
  form: { dryRun: optional(z.boolean()) },
  load: ({ trx }) => directorySourceRows(trx),
  open(rows, { about: { confirm } }) {
    if (rows.length === 0) return refuse('directoryNotConnected');
    const held = rows.some(({ source, plan }) => source === confirm && plan?.held);
    return confirm && !held ? refuse('nothingHeld') : null;
  },
  async apply(_, { about: { confirm }, form: { dryRun = false }, enqueue, record }) {
    record(registerCase, 'syncAsked', { dryRun, confirmed: confirm ?? null });
    enqueue('syncDirectory', { full: true, dryRun, ...(confirm && { confirmed: confirm }) });
    return { asked: true };
  },
});
