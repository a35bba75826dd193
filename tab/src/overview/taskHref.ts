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

type About = NonNullable<TaskView['about']>;

/** Null: what it is about has no page that it is done on. */
const pages: Record<About['kind'], ((task: TaskView, id: string) => string) | null> = {
  hearing: (task, id) => {
    const part = partOf[task.kind];
    return `/revision/${task.revisionId}${part}${part === '/comments' ? `?hearing=${id}` : ''}`;
  },
  vote: ({ revisionId }) => `/revision/${revisionId}/vote`,
  case: ({ kind }, id) => `/revision/${id}${partOf[kind]}`,
  meeting: (_, id) => `/meeting/${id}`,
  scheduling: (_, id) => `/scheduling/${id}`,
  comment: null,
  organisation: null,
  person: null,
};

/** Where a task is done. */
export function taskHref(task: TaskView): string {
  const { about, kind } = task;
  const page = ownPage[kind];
  if (page) return page;
  return (about && pages[about.kind]?.(task, about.id)) ?? '/meetings';
}
