import { both } from '../../i18n/index.ts';
import { goalOf } from '../../process/case/kinds.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { timesOf } from '../../store/meeting/sessionTimes.ts';
import { awaitsChair } from '../../process/vote/vote.ts';
import { mayCast, mustHaveBeen, tooLate } from '../../process/vote/casting.ts';
import { runsMeetings } from '../../process/frame/roles.ts';
import { castingOn } from '../vote/vote.ts';
import { casesAwaiting } from '../../store/overview/caseLists.ts';
import { unclaimedMeetingChats } from '../../store/reach/conversations.ts';
import { directorySourceRows } from '../../store/reach/directory.ts';
import { newcomerCount } from '../../store/people/newcomers.ts';
import { unlinkedMeetings } from '../../store/meeting/meetingLists.ts';
import { currentRules } from '../../store/vote/rules.ts';
import { ballotPaper } from '../../store/vote/ballotPaper.ts';
import type { VoteListed } from '../../store/vote/votes.ts';
import { withoutRepresentative } from '../../store/people/vacant.ts';
import { withoutAnswerer } from '../../store/hearing/withoutAnswerer.ts';
import { materialFor, type CaseMaterial } from '../case/caseRow.ts';
import type { Viewing } from '../frame/context.ts';
import { hearingTasks } from '../hearing/hearingTasks.ts';
import { meetingTasks, timeTasks, unreachedTasks } from '../meeting/meetingTasks.ts';
import type { TaskView } from '../people/shapes.ts';
import { task } from '../frame/task.ts';

/** Of what is no case's; nobody sees to more at once. */
const most = 500;

function nameOf({ case: of }: CaseMaterial): string {
  const goal = goalOf(of);
  return goal ? `${goal} ${of.title}` : of.title;
}

async function ballotDue({ db, reader, now }: Viewing, vote: VoteListed): Promise<boolean> {
  // Without a ballot that is due nothing is read.
  if (tooLate(vote, timesOf(vote), now)) return false;
  const paper = await ballotPaper(db, vote.id, reader.organisationId);
  if (!paper?.organisationId || paper.choice) return false;
  const casting = castingOn(paper, paper.organisationId, reader.personId);
  // Of a meeting that is over it can only be recorded for those who were not there.
  return !mayCast(casting, reader, now) && !mustHaveBeen(casting);
}

async function voteTasks(context: Viewing, material: CaseMaterial): Promise<TaskView[]> {
  const { reader } = context;
  const title = nameOf(material);
  const tasks: TaskView[] = [];
  for (const vote of material.votes) {
    const { id, caseId: revisionId, meetingId } = vote;
    const about = { kind: 'vote', id } as const;
    const within = { revisionId, meetingId };
    if (await ballotDue(context, vote))
      tasks.push(
        task(
          'castBallot',
          both(vote.rehearsal ? 'task.castRehearsal' : 'task.castBallot', { title }),
          about,
          within,
        ),
      );
    if (!vote.closedAt && runsMeetings(reader))
      tasks.push(
        task(
          'closeVote',
          both(vote.rehearsal ? 'task.closeRehearsal' : 'task.closeVote', { title }),
          about,
          within,
        ),
      );
    if (awaitsChair(vote, material.votes) && reader.chair)
      tasks.push(task('decideTie', both('task.decideTie', { title }), about, within));
  }
  return tasks;
}

function secretariatTasks(context: Viewing, material: CaseMaterial): TaskView[] {
  const title = nameOf(material);
  const revisionId = material.case.id;
  const ofCase = { kind: 'case', id: revisionId } as const;
  const { step } = material;
  const tasks: TaskView[] = [];
  for (const hearing of material.hearings) {
    const about = { kind: 'hearing', id: hearing.id } as const;
    const count = material.read.waiting.get(hearing.id) ?? 0;
    const due = count > 0 && !isOpen(hearing.deadline, context.now);
    if (due)
      tasks.push(
        task('disposeComments', both('task.disposeComments', { count, title }), about, { revisionId }),
      );
    const failed = material.failed.get(hearing.id) ?? 0;
    if (failed > 0)
      tasks.push(task('unreached', both('task.unreached', { count: failed, title }), about, { revisionId }));
  }
  for (const { id, meetingId } of material.votes) {
    const count = material.failed.get(id) ?? 0;
    const about = { kind: 'vote', id } as const;
    if (count > 0)
      tasks.push(
        task('unreached', both('task.unreached', { count, title }), about, { revisionId, meetingId }),
      );
  }
  if (step === 'openHearing') tasks.push(task('openHearing', both('task.openHearing', { title }), ofCase));
  if (step === 'putToVote') tasks.push(task('putToVote', both('task.putToVote', { title }), ofCase));
  return tasks;
}

/** Who came to the host team, who left it, and what a reading of it would change. */
async function registerTasks(context: Viewing): Promise<TaskView[]> {
  const { db } = context;
  const tasks: TaskView[] = [];
  const count = await newcomerCount(db);
  if (count > 0) tasks.push(task('registerNewcomers', both('task.registerNewcomers', { count }), null));
  if ((await directorySourceRows(db)).some(({ plan }) => plan?.held))
    tasks.push(task('confirmSync', both('task.confirmSync'), null));
  for (const { id, name: organisation, heldBy: name } of await withoutRepresentative(db)) {
    const title =
      name === null
        ? both('task.seatVacant', { organisation })
        : both('task.representativeLeft', { organisation, name });
    tasks.push(task('representativeLeft', title, { kind: 'organisation', id }));
  }
  for (const { id, name: organisation } of await withoutAnswerer(db, context.now)) {
    const title = both('task.answererMissing', { organisation });
    tasks.push(task('answererMissing', title, { kind: 'organisation', id }));
  }
  return tasks;
}

/** What the secretariat must see to before any case: the rules, and the chats that no meeting claims. */
async function houseTasks(context: Viewing): Promise<TaskView[]> {
  const { db } = context;
  const tasks: TaskView[] = [];
  const { confirmedAt } = await currentRules(db);
  if (!confirmedAt) tasks.push(task('confirmRules', both('task.confirmRules'), null));
  tasks.push(...(await registerTasks(context)));
  if ((await unclaimedMeetingChats(db)).length === 0) return tasks;
  for (const meeting of await unlinkedMeetings(db, most)) {
    const about = { kind: 'meeting', id: meeting.id } as const;
    const title = both('task.linkMeeting', { title: meeting.title });
    tasks.push(task('linkMeeting', title, about, { due: meeting.startsAt }));
  }
  return tasks;
}

/** What of one case awaits the reader. */
export async function tasksOfCase(context: Viewing, material: CaseMaterial): Promise<TaskView[]> {
  const [votes, hearings] = await Promise.all([
    voteTasks(context, material),
    hearingTasks(context, material, nameOf(material)),
  ]);
  const own = [...votes, ...hearings];
  return context.reader.secretariat ? [...own, ...secretariatTasks(context, material)] : own;
}

/** What is no case's stands on the first page. */
async function tasksOfNoCase(context: Viewing): Promise<TaskView[]> {
  const asked = context.reader.secretariat ? [houseTasks, meetingTasks, unreachedTasks] : [];
  return (await Promise.all([timeTasks, ...asked].map((tasks) => tasks(context)))).flat();
}

/** What awaits the reader, soonest first; in pages of so many cases that may. */
export async function tasksView(
  context: Viewing,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: TaskView[]; next?: string }> {
  const { db, now, reader } = context;
  const wanted = await casesAwaiting(db, {
    now,
    reader,
    after,
    limit: limit + 1,
  });
  const part = wanted.slice(0, limit);
  const items: TaskView[] = after === undefined ? await tasksOfNoCase(context) : [];
  const materials = await materialFor(context, part);
  items.push(...(await Promise.all(materials.map((material) => tasksOfCase(context, material)))).flat());
  const far = '9999';
  items.sort((a, b) => (a.due ?? far).localeCompare(b.due ?? far));
  return { items, ...(part.length < wanted.length && { next: part.at(-1)!.id }) };
}
