import type { Text } from '../../i18n/index.ts';
import type { TaskView } from '../people/shapes.ts';

type Kind = TaskView['kind'];
interface About {
  due?: Date | null;
  revisionId?: string;
  hearingId?: string;
  voteId?: string;
  meetingId?: string;
  schedulingId?: string;
}

/** Something that awaits the reader, known by its kind and what it is about. */
export function task(kind: Kind, title: Text, about: About): TaskView {
  const { due, revisionId = null, hearingId = null, voteId = null, meetingId = null } = about;
  const { schedulingId = null } = about;
  const key = [kind, voteId ?? hearingId ?? schedulingId ?? meetingId ?? revisionId ?? ''].join(':');
  const ids = { revisionId, hearingId, voteId, meetingId, schedulingId };
  return { id: key, kind, title, due: due?.toISOString() ?? null, ...ids };
}
