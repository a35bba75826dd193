import { z } from 'zod';
import { WireError, type Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { moment, objectId, route, told } from './route.ts';

const busy = z.object({
  objectId,
  startsAt: moment,
  endsAt: moment,
  status: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).default('busy'),
});
const response = z.object({
  email: z.string(),
  response: z.enum(['none', 'accepted', 'declined', 'tentativelyAccepted']),
});

/** What people have in their calendars, and what they answer when they are called. */
export function calendarRoutes(world: World): Route[] {
  return [
    route('POST', '/busy', async (call) => {
      const said = await told(call, busy);
      world.person(said.objectId);
      world.state.busy.push(said);
      world.store.changed();
    }),
    route('GET', '/calendar', () => Object.values(world.state.events)),
    // Deleted by hand in Outlook: nobody is told.
    route('DELETE', '/calendar/([^/]+)', (call) => {
      delete world.state.events[call.part(0)];
      world.store.changed();
    }),
    route('POST', '/calendar/([^/]+)/responses', async (call) => {
      const said = await told(call, response);
      const attendees = world.state.events[call.part(0)]?.event.attendees;
      const attendee = attendees?.find((one) => one.emailAddress?.address === said.email);
      if (!attendee) throw new WireError(404, 'NotFound', 'That person is not called to that event');
      attendee.status = { response: said.response, time: world.now() };
      world.store.changed();
    }),
  ];
}
