import { isPast, type ToldTimes } from '../../process/meeting/meeting.ts';
import { keepWord, wordOf } from '../../store/frame/receipts.ts';
import type { Asking } from '../frame/act.ts';
import { toDate } from '../frame/input.ts';

const keyOf = (meetingId: string): string => `meetingTold ${meetingId}`;

export interface Told {
  /** What has been told meanwhile is later. */
  past: boolean;
  keep(now: Date): Promise<void>;
}

/** Somebody has opened the meeting by hand, or gone on with it: an end that Teams tells of later may be of before. */
export async function keepOpened({ trx, doer, now }: Asking, meetingId: string): Promise<void> {
  if (doer === 'system') return;
  const key = keyOf(meetingId);
  const known = ((await wordOf(trx, key)) ?? {}) as ToldTimes;
  await keepWord(trx, key, { ...known, openedAt: now.toISOString() }, now);
}

/** What Teams says of a meeting's beginning or end, against what it has said before; the meeting is locked. */
export async function toldTimes(
  { trx, doer, about: { meetingId, toldAt } }: Asking<{ meetingId: string; toldAt?: string | undefined }>,
  what: 'startedAt' | 'endedAt',
): Promise<Told | null> {
  if (doer !== 'system' || !toldAt) return null;
  const key = keyOf(meetingId);
  const known = ((await wordOf(trx, key)) ?? {}) as ToldTimes;
  const at = toDate(toldAt);
  const newest = known[what] && new Date(known[what]) > at ? known[what] : at.toISOString();
  return {
    past: isPast(what, at, known),
    keep: (now) => keepWord(trx, key, { ...known, [what]: newest }, now),
  };
}
