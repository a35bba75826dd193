import { editAgain, settledForMs, stampedWithinMs, typedStillMs } from '../../process/reach/settling.ts';

/* The rules of process/reach/settling, asked of a delivery's row `d`, its hearing's `h` and its vote's `v`. */
const interval = (ms: number): string => `interval '${ms} milliseconds'`;

/** So many at one look. */
export const mostAtOnce = 100;

/** `editAgainAfter`: by the database's own time, as the tries are. */
export const isTriedAgain = `(d.looked_at is null or d.looked_at
  < now() - ${interval(editAgain.firstMs)} * power(2, least(d.edit_failures, ${editAgain.doublings})))`;

/** `isQuiet`. */
export const isQuiet = (now: string): string => `h.deadline <= ${now} - ${interval(typedStillMs)}`;

export const isRecent = (at: string, now: string): string => `${at} > ${now} - ${interval(settledForMs)}`;

const notShown = (end: string, withinMs: number): string =>
  `(d.shown_at is null or d.shown_at < ${end} + ${interval(withinMs)})`;

/** `isOwnToSettle`. */
export const isOwnToSettle = (now: string): string =>
  `${isQuiet(now)} and ${isRecent('h.deadline', now)} and ${notShown('h.deadline', typedStillMs)}`;

/** `asksStill`. */
export const asksStill = `(v.closed_at is null or ${notShown('v.closed_at', 0)})`;

/** When what a shared card is about ended, as `ended.at`; null: it goes on. */
export const joinEnded = `
  cross join lateral (
    select coalesce(h.deadline, case when v.carried is not null then v.closed_at end) as at) as ended`;

/** `isSharedToSettle`. */
export const isSharedToSettle = (now: string): string => `
  (ended.at is null or (${isRecent('ended.at', now)} and ${notShown('ended.at', stampedWithinMs)}))
  and (h.id is null or ${isQuiet(now)} or (h.deadline > ${now} and h.original_deadline is not null))`;
