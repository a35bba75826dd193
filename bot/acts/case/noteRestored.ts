// Who may: the platform only, from what was given out and kept elsewhere. Changes: the register's trail says that the database
// was restored, and what of the past it lost; before the app is started (`doubt`), messages that were about to leave then are
// in doubt. Refuses: everybody else. A repeat: what is noted already is not noted again.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { lostOf } from '../../process/case/restored.ts';
import { registerCase } from '../../process/frame/trail.ts';
import {
  chainLengths,
  doubtMessages,
  knownHeads,
  lastBefore,
  lastEvent,
  notedAsLost,
} from '../../store/case/restored.ts';
import { act } from '../frame/act.ts';
import { optional } from '../frame/input.ts';

export const noteRestored = act({
  name: 'noteRestored',
  may: systemOnly,
  about: {
    heads: z.array(z.object({ n: z.int().max(2_000_000_000), at: z.iso.datetime(), hash: z.string() })),
    ends: z.array(z.object({ caseId: z.string(), seq: z.int() })),
  },
  form: {
    /** They may have left after what was restored was written. */
    doubt: optional(z.boolean()),
  },
  async load({ trx, about }) {
    const noted = await notedAsLost(trx, registerCase);
    const hashes = await knownHeads(
      trx,
      about.heads.map(({ hash }) => hash),
    );
    const caseIds = [...new Set(about.ends.map(({ caseId }) => caseId))];
    const lost = lostOf(about, hashes, await chainLengths(trx, caseIds));
    return {
      lost,
      heads: lost.heads.filter(({ hash }) => !noted.has(hash)),
      cases: lost.cases.filter(({ caseId, seq }) => !noted.has(`${caseId} ${seq}`)),
    };
  },
  async apply({ lost, heads, cases }, { trx, form, now, record }) {
    const [first] = lost.heads;
    const to = (first && (await lastBefore(trx, first.n))) ?? (await lastEvent(trx)) ?? now;
    const messages = form.doubt ? await doubtMessages(trx) : [];
    const inDoubt = messages.reduce((sum, { count }) => sum + count, 0);
    if (heads.length + cases.length + inDoubt > 0)
      record(registerCase, 'restored', {
        to: to.toISOString(),
        number: heads.length,
        heads,
        cases,
        ...(inDoubt > 0 && { inDoubt }),
      });
    return { ...lost, to: to.toISOString(), messages };
  },
});
