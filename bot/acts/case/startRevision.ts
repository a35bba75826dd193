// Who may: the secretariat. Changes: a new case with the year's next number.
// Refuses: bad input only; the number of starts in a year is the activity plan's gate. A repeat with the same key: the same case.
import { z } from 'zod';
import { revision, revisionRef } from '../../process/case/revision.ts';
import { tracks } from '../../process/case/track.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { insertRevision, nextNumber } from '../../store/case/cases.ts';
import { act } from '../frame/act.ts';
import { optional, title } from '../frame/input.ts';

export const startRevision = act({
  name: 'startRevision',
  may: secretariat,
  form: {
    goalNumber: optional(z.int().min(1).max(999)),
    title,
    track: z.enum(tracks),
    year: z.int().min(2000).max(2100),
  },
  async apply(_, { trx, form, now, record }) {
    const ref = revisionRef(form.year, await nextNumber(trx, `revision:${form.year}`));
    const goalNumber = form.goalNumber ?? null;
    const values = { ref, goalNumber, title: form.title, track: form.track, year: form.year };
    const revisionId = await insertRevision(trx, { ...values, state: revision.begins, createdAt: now });
    record(revisionId, 'revisionStarted', { revisionId, ...values });
    return { revisionId, ref };
  },
});
