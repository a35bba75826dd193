import type { AboutKind } from '../../process/frame/about.ts';
import { both } from '../../i18n/index.ts';
import { isChoiceDue } from '../../process/scheduling/scheduling.ts';
import { errandOf } from '../../store/reach/errands.ts';
import { meetingsToCome } from '../../store/meeting/meetingLists.ts';
import { pollsOwedBy, pollsUnderWay } from '../../store/meeting/calendarLists.ts';
import type { SchedulingRow } from '../../store/schema.ts';
import { unreachedOfMeetings, unreachedOfPolls, type Unreached } from '../../store/meeting/unreached.ts';
import type { Viewing } from '../frame/context.ts';
import type { TaskView } from '../people/shapes.ts';
import { task } from '../frame/task.ts';

/** Nobody sees to more than these at once. */
const most = 500;

/** The answer one owes to a poll; and for the secretariat, the choice when all have answered or the time is up. */
export async function timeTasks({ db, reader, now }: Viewing): Promise<TaskView[]> {
  const owed = (await pollsOwedBy(db, reader.personId, most)).map((row) =>
    task('answerPoll', both('task.answerPoll', { title: row.title }), ...aboutOf(row)),
  );
  if (!reader.secretariat) return owed;
  const due = (await pollsUnderWay(db, most)).filter((poll) => isChoiceDue(poll, now));
  return [
    ...owed,
    ...due.map((row) => {
      const { title, answered, asked } = row;
      return task('settleTime', both('task.settleTime', { title, answered, asked }), ...aboutOf(row));
    }),
  ];
}

const aboutOf = ({ respondBy, id }: SchedulingRow) =>
  [{ kind: 'scheduling', id }, { due: respondBy }] as const;

/** Meetings to come whose calendar entry or chat failed: nobody else will see to them. */
export async function meetingTasks({ db, now }: Viewing): Promise<TaskView[]> {
  const tasks: TaskView[] = [];
  for (const meeting of await meetingsToCome(db, now)) {
    const event = await errandOf(db, 'event', meeting.id);
    const chat = meeting.conversationId ? null : await errandOf(db, 'chat', meeting.id);
    const about = { kind: 'meeting', id: meeting.id } as const;
    const title = both('task.meetingFailed', { title: meeting.title });
    if (event?.failedAt || chat?.failedAt)
      tasks.push(task('meetingFailed', title, about, { due: meeting.startsAt }));
  }
  return tasks;
}

/** Messages about a meeting to come, or about a poll, that did not arrive. */
export async function unreachedTasks({ db, now }: Viewing): Promise<TaskView[]> {
  const unreached =
    (kind: AboutKind) =>
    ({ id, title, count, due }: Unreached) =>
      task('unreached', both('task.unreached', { count, title }), { kind, id }, { due });
  return [
    ...(await unreachedOfMeetings(db, now)).map(unreached('meeting')),
    ...(await unreachedOfPolls(db)).map(unreached('scheduling')),
  ];
}
