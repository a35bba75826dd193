import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { isSomebody } from '../../process/frame/roles.ts';
import { periodOf } from '../../process/scheduling/scheduling.ts';
import { inviteesOf, schedulingById } from '../../store/scheduling/scheduling.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** When those who are asked are taken. What fails is told, and what was known stays. */
export async function readCalendars(
  { calendar, db, house, log }: Work,
  { schedulingId }: Jobs['readCalendars'],
): Promise<void> {
  const scheduling = await schedulingById(db, schedulingId);
  if (!scheduling) return;
  const note = (input: object) =>
    asClock(house, acts.noteCalendars, { schedulingId, ...input }, { expected: ['schedulingOver'] });
  if (!calendar) return void (await note({ failure: 'notConnected' }));
  const people = (await inviteesOf(db, schedulingId)).filter(isSomebody);
  const addresses = people.flatMap(({ email }) => email || []);
  const { from, to } = periodOf(scheduling);
  try {
    const found = addresses.length > 0 ? await calendar.freeBusy(addresses, from, to) : new Map();
    const read = people.map(({ personId, email }) => {
      const seen = found.get(email);
      if (seen?.readable) return { personId, readable: true, because: null, taken: seen.taken };
      return { personId, readable: false, because: seen?.because ?? 'noAddress', taken: [] };
    });
    await note({ read });
  } catch (error) {
    log.warn({ err: error }, 'calendars could not be read');
    await note({ failure: 'unavailable' });
    throw error;
  }
}
