import type { ErrandKind } from '../../process/reach/errands.ts';
import { lacking } from '../../process/reach/reach.ts';
import { transact } from '../../store/frame/database.ts';
import { reachedOf } from '../../store/reach/reach.ts';
import { askErrand } from '../../store/reach/errands.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';
import { bring, bringOne } from './bring.ts';

/*
 * What the program before errands has put into the queue, and its clock while it serves beside this one. What it asks for
 * stands among the errands too, and those that nobody names are taken up there. All of it may go with that program, and with
 * it what that one's clock left in the queue's schedule.
 */
export async function bringEvent(work: Work, { meetingId }: Jobs['bringEvent']): Promise<void> {
  if (meetingId) await bringOne(work, 'event', meetingId);
}

export async function enterChat(work: Work, { meetingId }: Jobs['enterChat']): Promise<void> {
  if (meetingId) await askAndBring(work, 'chat', meetingId);
}

export async function bringGroup(work: Work, { revisionId }: Jobs['bringGroup']): Promise<void> {
  if (revisionId) await bringOne(work, 'channel', revisionId);
}

export async function bringFile(work: Work, { fileId }: Jobs['bringFile']): Promise<void> {
  if (fileId) await bringOne(work, 'file', fileId);
}

export async function bringPerson(work: Work, { personId }: Jobs['bringPerson']): Promise<void> {
  if (!personId) return bring(work, { kind: 'app' });
  const person = (await reachedOf(work.db, [personId])).get(personId);
  const [first] = person ? lacking(person) : [];
  if (first) await askAndBring(work, first, personId);
}

/** Where the program before asks for it by the job alone. */
async function askAndBring(work: Work, kind: ErrandKind, aboutId: string): Promise<void> {
  const { db, house } = work;
  await transact(db, (trx) => askErrand(trx, kind, aboutId, { at: house.clock.now() }));
  await bringOne(work, kind, aboutId);
}
