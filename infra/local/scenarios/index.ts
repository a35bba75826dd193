import { createDoors } from './doors.ts';
import { springMeeting } from './spring-meeting.ts';
import type { Scenario } from './scenario.ts';

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
