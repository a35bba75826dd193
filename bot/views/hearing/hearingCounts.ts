import { isOpen } from '../../process/hearing/hearing.ts';
import { isSealedFrom, looksBehindSeal } from '../../process/hearing/sealing.ts';
import type { HearingCounts } from '../../store/hearing/hearings.ts';
import type { HearingRow } from '../../store/schema.ts';
import type { Viewing } from '../frame/context.ts';
import type { HearingSummary } from '../case/shapes.ts';

/** Sealed: how organisations answered is nobody's but their own and the secretariat's until the deadline. */
export const sealedFor = ({ reader, now }: Viewing, hearing: HearingRow): boolean =>
  isSealedFrom(reader, hearing.deadline, now);

/** Somebody of the secretariat is about to be shown what is sealed from members, which the trail then says. */
export async function opens(context: Viewing, hearing: HearingRow): Promise<void> {
  const { reader, now } = context;
  if (looksBehindSeal(reader, hearing.deadline, now)) await context.readsSealed(hearing.id);
}

/**
 * How many were heard, and how many had answered, is for everyone. What they answered waits for the deadline, for the
 * secretariat too: it looks into the open hearing for it, and then the trail says so.
 */
export function hearingSummary(
  context: Viewing,
  hearing: HearingRow,
  counts: HearingCounts & { answeredAsOf: string | null },
): HearingSummary {
  const open = isOpen(hearing.deadline, context.now);
  return {
    id: hearing.id,
    ref: `H${hearing.number}`,
    kind: hearing.kind,
    state: open ? 'open' : 'closed',
    opensAt: hearing.opensAt.toISOString(),
    deadline: hearing.deadline.toISOString(),
    versionId: hearing.versionId,
    heard: counts.heard,
    answered: counts.answered,
    answeredAsOf: counts.answeredAsOf,
    withRemarks: open ? null : counts.withRemarks,
    comments: open ? null : counts.comments,
    unanswered: open ? null : counts.unanswered,
  };
}
