import { both, type Text } from '../../i18n/index.ts';
import { isContact, lateWay } from '../../process/hearing/changing.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { proposalState } from '../../process/hearing/joint.ts';
import { isOver } from '../../process/case/kinds.ts';
import { commentCounts } from '../../store/hearing/handedIn.ts';
import { proposalsTo } from '../../store/hearing/joint.ts';
import { standingOf } from '../../store/hearing/standing.ts';
import type { HearingRow } from '../../store/schema.ts';
import type { CaseMaterial } from '../case/caseRow.ts';
import type { Viewing } from '../frame/context.ts';
import type { TaskView } from '../people/shapes.ts';
import { task } from '../frame/task.ts';

interface Own {
  id: string;
  name: string;
  title: string;
}

/** The answer that a contact owes, what waits for it, and the remarks that staff may still write. */
async function asked({ db, reader, now }: Viewing, hearing: HearingRow, own: Own): Promise<Text | null> {
  const standing = await standingOf(db, hearing.id, own.id);
  const open = isOpen(hearing.deadline, now);
  const due = open && !standing.submittedAt;
  const params = { organisation: own.name, title: own.title };
  if (!isContact(standing, reader)) return due ? both('task.commentHearing', params) : null;
  const { standing: all, handedIn } = await commentCounts(db, hearing.id, own.id);
  const count = all - handedIn;
  // Whoever was named in a joint answer, or answered by mail, may have more to say in its own name.
  if (count === 0) return due ? both('task.answerHearing', params) : null;
  // Part of another's answer: one of its own would end that, and nothing asks it to.
  const joint = lateWay(standing, own.id) === 'mail';
  if (open) return both(joint ? 'task.besideJoint' : 'task.submitHearing', { ...params, count });
  return both(joint ? 'task.mailLate' : 'task.submitLate', { ...params, count });
}

const aboutOf = ({ id, deadline: due, caseId: revisionId }: HearingRow) =>
  [
    { kind: 'hearing', id },
    { due, revisionId },
  ] as const;

/** Joint answers that wait for the one who decides on them. */
async function proposed({ db, reader, now }: Viewing, hearing: HearingRow, own: Own): Promise<TaskView[]> {
  if (!isOpen(hearing.deadline, now)) return [];
  const all = await proposalsTo(db, hearing.id, own.id);
  const waiting = all.filter((one) => proposalState(one) === 'waiting');
  if (waiting.length === 0) return [];
  if (!isContact(await standingOf(db, hearing.id, own.id), reader)) return [];
  return waiting.map(({ senderId, senderName: by }) => ({
    ...task('answerHearing', both('task.answerJoint', { by, title: own.title }), ...aboutOf(hearing)),
    id: `answerHearing:${hearing.id}:${senderId}`,
  }));
}

/** What awaits the reader in hearings; in a case that is over, nothing that was left unsubmitted. */
export async function hearingTasks(
  context: Viewing,
  { hearings, case: of, ownName: name }: CaseMaterial,
  title: string,
): Promise<TaskView[]> {
  const { reader, now } = context;
  if (!reader.organisationId) return [];
  const own = { id: reader.organisationId, name, title };
  const over = isOver(of);
  const inOne = async (hearing: HearingRow): Promise<TaskView[]> => {
    const [words, waiting] = await Promise.all([
      asked(context, hearing, own),
      proposed(context, hearing, own),
    ]);
    return words ? [task('answerHearing', words, ...aboutOf(hearing)), ...waiting] : waiting;
  };
  const waited = hearings.filter((one) => !over || isOpen(one.deadline, now));
  return (await Promise.all(waited.map(inOne))).flat();
}
