import type { ErrandKind } from '../../process/reach/errands.ts';
import { lacking, wanted } from '../../process/reach/reach.ts';
import { transact, type Trx } from '../../store/frame/database.ts';
import { askErrand, errandOf } from '../../store/reach/errands.ts';
import { lastAsked, reachedOf } from '../../store/reach/reach.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/*
 * What the program before errands has put into the queue, and its clock while it serves beside this one. What it asks for
 * stands among the errands too, and those that nobody names are taken up there; each is sent to its kind's group, of which
 * one at a time is done. All of it may go with that program, and with it what that one's clock left in the queue's schedule.
 */
export const bringEvent = (work: Work, { meetingId }: Jobs['bringEvent']) => send(work, 'event', meetingId);
export const bringGroup = (work: Work, { revisionId }: Jobs['bringGroup']) =>
  send(work, 'channel', revisionId);
export const bringFile = (work: Work, { fileId }: Jobs['bringFile']) => send(work, 'file', fileId);

/** Asked for by the job alone. */
export const enterChat = (work: Work, { meetingId }: Jobs['enterChat']) =>
  send(work, 'chat', meetingId, (trx, id) => askErrand(trx, 'chat', id, { at: work.house.clock.now() }));

/** As of when it was asked for: whoever has left since, or removed the app, is not brought back by a job that was late. */
export async function bringPerson(work: Work, { personId }: Jobs['bringPerson']): Promise<void> {
  const { db, house } = work;
  const person = personId ? (await reachedOf(db, [personId])).get(personId) : null;
  if (!person) return;
  const asked = await lastAsked(db, person.personId);
  const [first] = lacking(person);
  if (!first || !wanted(person, asked)) return;
  const before = await errandOf(db, first, person.personId);
  if (before?.failure === 'removed' && before.failedAt) return;
  const at = asked ?? house.clock.now();
  await send(work, first, personId, (trx, id) => askErrand(trx, first, id, { at }));
}

async function send(
  { db, house }: Work,
  kind: ErrandKind,
  aboutId: string | undefined,
  before?: (trx: Trx, aboutId: string) => Promise<void>,
): Promise<void> {
  if (!aboutId) return;
  await transact(db, async (trx) => {
    await before?.(trx, aboutId);
    await house.enqueue(trx, 'bring', { kind, aboutId });
  });
}
