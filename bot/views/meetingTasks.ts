import { both } from '../i18n/index.ts';
import { isSomebody } from '../process/roles.ts';
import { schedulingState } from '../process/scheduling.ts';
import { chatOf, eventOf } from '../store/calendarEvents.ts';
import { meetingsToCome } from '../store/meetingLists.ts';
import { inviteesOf, schedulingRows } from '../store/scheduling.ts';
import type { Viewing } from './context.ts';
import type { TaskView } from './shapes/people.ts';
import { task } from './task.ts';

/** The answer one owes to a poll; and for the secretariat, the choice when all have answered or the time is up. */
export async function timeTasks({ db, reader, now }: Viewing): Promise<TaskView[]> {
  const tasks: TaskView[] = [];
  for (const row of await schedulingRows(db)) {
    if (schedulingState(row) !== 'polling') continue;
    // Whose calendar is read need not answer, and may.
    const invited = (await inviteesOf(db, row.id)).filter(isSomebody);
    const asked = invited.filter(({ readable }) => readable !== true);
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null).length;
    const about = { due: row.respondBy, schedulingId: row.id };
    const { title } = row;
    if (asked.some(({ personId, answeredAt }) => personId === reader.personId && !answeredAt))
      tasks.push(task('answerPoll', both('task.answerPoll', { title }), about));
    const over = answered === asked.length || (row.respondBy !== null && row.respondBy <= now);
    if (reader.secretariat && over)
      tasks.push(
        task('settleTime', both('task.settleTime', { title, answered, asked: asked.length }), about),
      );
  }
  return tasks;
}

/** Meetings to come whose calendar entry or chat failed: nobody else will see to them. */
export async function meetingTasks({ db, now }: Viewing): Promise<TaskView[]> {
  const tasks: TaskView[] = [];
  for (const meeting of await meetingsToCome(db, now)) {
    const event = await eventOf(db, meeting.id);
    const chat = meeting.conversationId ? null : await chatOf(db, meeting.id);
    const about = { due: meeting.startsAt, meetingId: meeting.id };
    if (event?.failure || chat?.failure)
      tasks.push(task('meetingFailed', both('task.meetingFailed', { title: meeting.title }), about));
  }
  return tasks;
}
