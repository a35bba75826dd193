import type { Doors } from './doors.ts';

type Text = { da: string; en: string };

/** What a curious person can try next, and as whom. */
export type Step = { text: Text; objectId?: string; view?: 'chat' | 'meeting' | 'tab' | 'mails' | 'faults' };

export type Scenario = { title: Text; build: (doors: Doors) => Promise<Step[]> };
