import type { TaskView } from '../../../bot/views/people/shapes.ts';

const partOf: Record<TaskView['kind'], string> = {
  answerHearing: '/hearing',
  castBallot: '/vote',
  disposeComments: '/comments',
  openHearing: '/hearing',
  putToVote: '/vote',
  closeVote: '/vote',
  decideTie: '/vote',
  confirmRules: '',
  linkMeeting: '',
  unreached: '/hearing',
  registerNewcomers: '',
  representativeLeft: '',
  answererMissing: '',
  confirmSync: '',
  answerPoll: '',
  settleTime: '',
  meetingFailed: '',
};

const ownPage: Partial<Record<TaskView['kind'], string>> = {
  confirmRules: '/rules',
  registerNewcomers: '/members',
  representativeLeft: '/members',
  answererMissing: '/members',
  confirmSync: '/setup',
};

/** Where a task is done. */
export function taskHref(task: TaskView): string {
  const page = ownPage[task.kind];
  if (page) return page;
  if (task.schedulingId) return `/scheduling/${task.schedulingId}`;
  if (!task.revisionId) return task.meetingId ? `/meeting/${task.meetingId}` : '/meetings';
  const part = task.kind === 'unreached' && task.voteId ? '/vote' : partOf[task.kind];
  return `/revision/${task.revisionId}${part}${part === '/comments' && task.hearingId ? `?hearing=${task.hearingId}` : ''}`;
}
