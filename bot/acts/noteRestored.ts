// Who may: the platform only, from what was given out and kept elsewhere. Changes: the register's trail says that the database
// was restored, and what of the past it lost. Refuses: everybody else. A repeat: what is noted already is not noted again.
import { z } from 'zod';
import { systemOnly } from '../process/roles.ts';
import { lostOf } from '../process/case/restored.ts';
import { registerCase } from '../process/trail.ts';
import { chainLengths, knownHeads, lastBefore, notedAsLost } from '../store/restored.ts';
import { act } from './act.ts';

export const noteRestored = act({
  name: 'noteRestored',
  may: systemOnly,
  input: z.object({
    heads: z.array(z.object({ n: z.int().max(2_000_000_000), at: z.iso.datetime(), hash: z.string() })),
    ends: z.array(z.object({ caseId: z.string(), seq: z.int() })),
  }),
  async load({ trx, input }) {
    const noted = await notedAsLost(trx, registerCase);
    const hashes = await knownHeads(
      trx,
      input.heads.map(({ hash }) => hash),
    );
    const caseIds = [...new Set(input.ends.map(({ caseId }) => caseId))];
    const lost = lostOf(input, hashes, await chainLengths(trx, caseIds));
    return {
      lost,
      heads: lost.heads.filter(({ hash }) => !noted.has(hash)),
      cases: lost.cases.filter(({ caseId, seq }) => !noted.has(`${caseId} ${seq}`)),
    };
  },
  decide: () => null,
  async apply({ lost, heads, cases }, { trx, now, record }) {
    if (heads.length + cases.length > 0) {
      const [first] = heads;
      const to = (first && (await lastBefore(trx, first.n))) ?? now;
      record(registerCase, 'restored', { to: to.toISOString(), number: heads.length, heads, cases });
    }
    return lost;
  },
});
