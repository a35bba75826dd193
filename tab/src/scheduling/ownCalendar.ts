import { post, type Answered } from '../api.ts';
import type { Values } from '../parts/form/fields.ts';

export interface OwnSlot {
  startsAt: string;
  free: boolean;
}

/** What the reader's own calendar said of the times on offer. */
export type OwnAnswer = Answered<{ slots: OwnSlot[] }>;

export const slotsIn = (answer: OwnAnswer): OwnSlot[] => (answer.ok ? answer.result.slots : []);

export const consentMissing = (answer: OwnAnswer): boolean =>
  !answer.ok && answer.refusal.code === 'consentNeeded';

/** At which of a poll's times one's own calendar is free. The server asks it, and keeps nothing of it. */
export const readOwn = (schedulingId: string): Promise<OwnAnswer> =>
  post('/api/own/freeBusy', { schedulingId });

/** Entra needs a moment until it knows of a consent itself. */
const waits = [1_000, 2_000, 4_000];
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export async function readAfterConsent(schedulingId: string, wait = sleep): Promise<OwnAnswer> {
  let answer = await readOwn(schedulingId);
  for (const ms of waits) {
    if (!consentMissing(answer)) break;
    await wait(ms);
    answer = await readOwn(schedulingId);
  }
  return answer;
}

/** The free times are ticked beside what somebody has ticked already: their word comes before the calendar's. */
export function filled(values: Values, slots: OwnSlot[]): Values {
  const free = slots.filter((one) => one.free).map(({ startsAt }) => startsAt);
  if (free.length === 0) return values;
  const own = Array.isArray(values['slots']) ? values['slots'] : [];
  return { ...values, none: false, slots: [...new Set([...own, ...free])] };
}
