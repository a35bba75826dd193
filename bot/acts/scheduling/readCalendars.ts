// Who may: the secretariat. Changes: nothing itself; the calendars of those who are asked are read anew.
// Refuses: a search that is over. A repeat: reads once more.
import { z } from 'zod';
import { secretariat } from '../../process/frame/roles.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';
import { goingOn } from './scheduling.ts';

export const readCalendars = oldAct({
  name: 'readCalendars',
  may: secretariat,
  input: z.object({ schedulingId: id }),
  load: (call) => goingOn(call),
  decide: () => null,
  async apply(_, { input: { schedulingId }, enqueue }) {
    enqueue('readCalendars', { schedulingId });
    return { schedulingId };
  },
});
