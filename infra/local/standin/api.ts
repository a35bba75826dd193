import { calendarRoutes } from './api/calendar.ts';
import { changesRoute } from './api/changes.ts';
import { chatRoutes } from './api/chats.ts';
import { directoryRoutes } from './api/directory.ts';
import { graphControlRoutes } from './api/graphControls.ts';
import { meetingRoutes } from './api/meetings.ts';
import { networkRoutes } from './api/network.ts';
import { peopleRoutes } from './api/people.ts';
import { tokenRoutes } from './api/tokens.ts';
import type { Route } from './network/http.ts';
import type { World } from './world.ts';

/** `/_platform`: what the page, the tests and the scenarios steer the stand-ins by. */
export const apiRoutes = (world: World): Route[] => [
  ...peopleRoutes(world),
  ...tokenRoutes(world),
  ...chatRoutes(world),
  ...meetingRoutes(world),
  ...calendarRoutes(world),
  ...directoryRoutes(world),
  ...graphControlRoutes(world),
  ...networkRoutes(world),
  changesRoute(world),
];
