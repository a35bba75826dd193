import { useState } from 'react';
import type { Change } from '../parts/form/formSpec.ts';
import type { Refusal } from '../frame/refused.ts';
import { askConsent } from './consent.ts';
import { filled, readAfterConsent, readOwn, slotsIn, type OwnAnswer } from './ownCalendar.ts';

export interface OwnReading {
  busy: boolean;
  /** How many of the times are free; null until the calendar is read. */
  found: { free: number; of: number } | null;
  refusal: Refusal | null;
  /** Asked for consent, the person said no or closed the window. */
  notGiven: boolean;
}

const nothing: OwnReading = { busy: false, found: null, refusal: null, notGiven: false };

/** What a reading leaves to be said. */
export function readingOf(answer: OwnAnswer): OwnReading {
  if (!answer.ok) return { ...nothing, refusal: answer.refusal };
  const slots = slotsIn(answer);
  return { ...nothing, found: { free: slots.filter(({ free }) => free).length, of: slots.length } };
}

/** Reads the person's own calendar into the open form, after asking for consent where it is missing. */
export function useOwnCalendar(schedulingId: string, change: Change) {
  const [reading, setReading] = useState(nothing);
  const take = (answer: OwnAnswer): void => {
    change((before) => filled(before, slotsIn(answer)));
    setReading(readingOf(answer));
  };
  const read = async (): Promise<void> => {
    setReading({ ...nothing, busy: true });
    take(await readOwn(schedulingId));
  };
  const allow = async (): Promise<void> => {
    setReading((before) => ({ ...before, busy: true, notGiven: false }));
    if (await askConsent()) return take(await readAfterConsent(schedulingId));
    setReading((before) => ({ ...before, busy: false, notGiven: true }));
  };
  return { reading, read, allow };
}
