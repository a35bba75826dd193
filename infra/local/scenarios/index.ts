import { createDoors } from './doors.ts';
import type { Doors } from './doors.ts';
import { springMeeting } from './spring-meeting.ts';

type Text = { da: string; en: string };
/** What a curious person can try next, and as whom. */
export type Step = { text: Text; objectId?: string; view?: 'chat' | 'meeting' | 'tab' | 'mails' | 'faults' };
export type Scenario = { title: Text; build: (doors: Doors) => Promise<Step[]> };

const scenarios: Record<string, Scenario> = { 'spring-meeting': springMeeting };

export const scenarioNames = Object.keys(scenarios);

/** Plays a scenario through the app's own doors: acts with real tokens, clicks on real cards. */
export async function loadScenario(
  name: string,
  to: { platformUrl: string; say?: (line: string) => void },
): Promise<void> {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`There is no scenario ${name}`);
  const doors = createDoors(to.platformUrl, to.say ?? (() => undefined));
  const guide = await scenario.build(doors);
  await doors.platform('POST', '/scenario', { name, title: scenario.title, guide });
}
