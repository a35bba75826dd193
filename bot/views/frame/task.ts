import { bodyOf, type About } from '../../process/frame/about.ts';
import type { Text } from '../../i18n/index.ts';
import type { TaskView } from '../people/shapes.ts';

type Kind = TaskView['kind'];
interface More {
  due?: Date | null;
  /** What it belongs to that it is about. */
  revisionId?: string;
  meetingId?: string;
}

const nothing = { revisionId: null, hearingId: null, voteId: null, meetingId: null, schedulingId: null };
type Ids = Pick<TaskView, keyof typeof nothing>;

/** As whoever knows no `about` looks for it. */
function idsOf(about: About | null, more: Partial<Ids>): Ids {
  const named: Partial<Record<string, string>> = about ? bodyOf(about) : {};
  const all = Object.keys(nothing) as (keyof Ids)[];
  return Object.assign({}, ...all.map((name) => ({ [name]: named[name] ?? more[name] ?? null }))) as Ids;
}

/** Something that awaits the reader, known by its kind and what it is about; null: the house itself. */
export function task(kind: Kind, title: Text, about: About | null, more: More = {}): TaskView {
  const { due, ...within } = more;
  const ids = idsOf(about, within);
  return { id: `${kind}:${about?.id ?? ''}`, kind, title, due: due?.toISOString() ?? null, about, ...ids };
}
