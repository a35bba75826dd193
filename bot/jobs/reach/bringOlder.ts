import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';
import { bringOne } from './bring.ts';

/*
 * What the program before errands has put into the queue, and its clock while it serves beside this one. What it asks for
 * stands among the errands too, and those that nobody names are taken up there. All of it may go with that program.
 */
export async function bringEvent(work: Work, { meetingId }: Jobs['bringEvent']): Promise<void> {
  if (meetingId) await bringOne(work, 'event', meetingId);
}
