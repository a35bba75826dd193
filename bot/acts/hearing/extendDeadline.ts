// Who may: the secretariat. Changes: an open hearing's deadline, to a later one; everyone heard is told.
// Refuses: a hearing that has closed, since its answers have been seen; a deadline that is not later; one that somebody has moved since it was seen.
// A repeat with the same key: the same answer; the same deadline again is refused as not later.
import { mustBeOpen } from '../../process/hearing/changing.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { heardBy, hearingById, lockHearing, setDeadline } from '../../store/hearing/hearings.ts';
import type { HearingRow } from '../../store/schema.ts';
import { act, type Asking, type Call, type Given } from '../frame/act.ts';
import { id, moment, optional, reason, toDate } from '../frame/input.ts';
import { TooLate } from '../frame/outcome.ts';
import { tellEveryoneHeard } from './tellHeard.ts';

const form = {
  deadline: moment,
  reason,
  /** The deadline that is moved, as it was seen. */
  seen: optional(moment),
};
type Extending = Call<unknown, Given<typeof form>>;

const open = ({ hearing }: { hearing: HearingRow }, { now }: Asking): Refusal | null =>
  mustBeOpen(hearing.deadline, now);

function decide({ hearing }: { hearing: HearingRow }, { form: asked }: Extending): Refusal | null {
  const deadlineAt = hearing.deadline.toISOString();
  if (asked.seen && toDate(asked.seen).getTime() !== hearing.deadline.getTime())
    return refuse('deadlineMoved', { deadlineAt });
  return toDate(asked.deadline) > hearing.deadline ? null : refuse('deadlineNotLater', { deadlineAt });
}

export const extendDeadline = act({
  name: 'extendDeadline',
  may: secretariat,
  about: { hearingId: id },
  form,
  async load({ trx, about }) {
    const hearing = await hearingById(trx, about.hearingId);
    return hearing ? { hearing } : refuse('notFound');
  },
  open,
  decide,
  async apply({ hearing: before }, call) {
    const { trx, form: asked, record, enqueue } = call;
    const deadline = toDate(asked.deadline);
    const told = await tellEveryoneHeard(call, await heardBy(trx, before.id), {
      message: 'deadlineExtended',
      about: { kind: 'hearing', id: before.id },
      occasion: deadline.toISOString(),
    });
    // Last, and held for a moment only: whoever comments or answers waits for this row, and may not wait for the telling.
    const hearing = (await lockHearing(trx, before.id, 'update'))!;
    await call.time();
    const late = open({ hearing }, call) ?? decide({ hearing }, call);
    if (late) throw new TooLate(late);
    await setDeadline(trx, hearing, deadline);
    record(hearing.caseId, 'deadlineExtended', {
      hearingId: hearing.id,
      from: hearing.deadline.toISOString(),
      to: deadline.toISOString(),
      reason: asked.reason ?? null,
      told,
    });
    enqueue('refreshCards', { about: { kind: 'hearing', id: hearing.id } });
    return { hearingId: hearing.id, deadline: deadline.toISOString() };
  },
});
