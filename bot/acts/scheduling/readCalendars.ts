// Who may: the secretariat. Changes: nothing itself; the calendars of those who are asked are read anew.
// Refuses: a search that is over. A repeat: reads once more.
import { secretariat } from '../../process/frame/roles.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { goingOn } from './scheduling.ts';

export const readCalendars = act({
  name: 'readCalendars',
  may: secretariat,
  about: { schedulingId: id },
  load: goingOn,
  async apply(_, { about: { schedulingId }, enqueue }) {
    enqueue('readCalendars', { schedulingId });
    return { schedulingId };
  },
});
