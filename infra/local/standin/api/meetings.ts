import { z } from 'zod';
import type { Call, Route } from '../network/http.ts';
import { addBotToMeeting, addMeeting, runMeeting, setPresence } from '../meetings.ts';
import type { World } from '../world.ts';
import { moment, objectId, route, told } from './route.ts';

const meeting = z.object({
  title: z.string(),
  joinUrl: z.url(),
  startsAt: moment,
  endsAt: moment,
  members: z.array(objectId).min(1),
});
const presence = z.object({ objectId, inMeeting: z.boolean() });

/** Meetings are called, begin, fill and end. */
export function meetingRoutes(world: World): Route[] {
  const meetingOf = (call: Call) => world.meeting(call.part(0));
  return [
    route('POST', '/meetings', async (call) => addMeeting(world, await told(call, meeting))),
    route('POST', '/meetings/([^/]+)/bot', (call) => addBotToMeeting(world, meetingOf(call))),
    route('POST', '/meetings/([^/]+)/start', (call) => runMeeting(world, meetingOf(call), true)),
    route('POST', '/meetings/([^/]+)/end', (call) => runMeeting(world, meetingOf(call), false)),
    route('POST', '/meetings/([^/]+)/presence', async (call) => {
      const { objectId, inMeeting } = await told(call, presence);
      setPresence(world, meetingOf(call), objectId, inMeeting);
    }),
  ];
}
