import { aboutAs } from '../../process/frame/about.ts';
import { both } from '../../i18n/index.ts';
import { courseOf } from '../../process/case/kinds.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import {
  blockingOf,
  caseFacts,
  nextStep,
  nextWho,
  readiness,
  skippedStages,
  type CaseFacts,
  type CaseRead,
  type NextStep,
} from '../../process/overview/next.ts';
import type { Room } from '../../process/vote/opening.ts';
import { nearestMeeting, openSessionOf } from '../../store/meeting/meetings.ts';
import { timesOf } from '../../store/meeting/sessionTimes.ts';
import { membersNow } from '../../store/people/vacant.ts';
import { documentsOf } from '../../store/case/cases.ts';
import {
  hearingCounts,
  hearingsOfAll,
  unansweredIn,
  type HearingCounts,
} from '../../store/hearing/hearings.ts';
import { organisationById } from '../../store/people/people.ts';
import type { HearingRow, Case } from '../../store/schema.ts';
import { currentRules } from '../../store/vote/rules.ts';
import { failedAbout } from '../../store/reach/undelivered.ts';
import { votesOfAll, type VoteListed } from '../../store/vote/votes.ts';
import { answeredTold, type Told } from '../hearing/answered.ts';
import type { Viewing } from '../frame/context.ts';
import { groupsCounted, type GroupCounted } from '../group/group.ts';
import { hearingSummary } from '../hearing/hearingCounts.ts';
import type { RevisionRow, VoteSummary } from './shapes.ts';
import { findingShown, longTimes } from '../frame/words.ts';

/** Everything the status of a case, and what it asks of whom, is read from; loaded for all cases at once. */
export interface CaseMaterial {
  case: Case;
  hearings: HearingRow[];
  votes: VoteListed[];
  read: CaseRead;
  facts: CaseFacts;
  step: NextStep;
  /** Messages that did not arrive, by what they were about; the secretariat sees to them. */
  failed: ReadonlyMap<string, number>;
  /** The name of the reader's organisation. */
  ownName: string;
}

const nameOfOwn = async ({ db, reader }: Viewing): Promise<string> =>
  reader.organisationId ? ((await organisationById(db, reader.organisationId))?.name ?? '') : '';

export async function materialFor(context: Viewing, cases: Case[]): Promise<CaseMaterial[]> {
  const { db, reader } = context;
  const ids = cases.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [hearings, documents, votes, { confirmedAt }, ownName] = await Promise.all([
    hearingsOfAll(db, ids),
    documentsOf(db, ids),
    votesOfAll(db, ids),
    currentRules(db),
    nameOfOwn(context),
  ]);
  const ofCases = [...hearings.map(aboutAs('hearing')), ...votes.map(aboutAs('vote'))];
  const [unanswered, failed] = await Promise.all([
    unansweredIn(
      db,
      hearings.map(({ id }) => id),
    ),
    reader.secretariat ? failedAbout(db, ofCases) : new Map<string, number>(),
  ]);
  const of = {
    documents: Map.groupBy(documents, ({ caseId }) => caseId),
    hearings: Map.groupBy(hearings, ({ caseId }) => caseId),
    votes: Map.groupBy(votes, ({ caseId }) => caseId),
  };
  return cases.map((one) => {
    const [own, cast] = [of.hearings.get(one.id) ?? [], of.votes.get(one.id) ?? []];
    const read: CaseRead = {
      caseKind: one.kind,
      state: one.state,
      documents: of.documents.get(one.id) ?? [],
      hearings: own,
      waiting: unanswered,
      votes: cast.map((vote) => ({ ...vote, times: timesOf(vote) })),
      rulesConfirmed: confirmedAt !== null,
    };
    const facts = caseFacts(read, context.now);
    return { case: one, hearings: own, votes: cast, read, facts, step: nextStep(facts), failed, ownName };
  });
}

/** The meeting that a vote would be opened at, and who could vote in it. */
async function roomNow({ db, now }: Viewing): Promise<Room> {
  const [meeting, members] = await Promise.all([nearestMeeting(db, 'steeringGroup', now), membersNow(db)]);
  return { meeting, session: meeting && (await openSessionOf(db, meeting.id)), ...members };
}

/** What is only shown of cases: nothing is judged by it. */
export interface CaseShown {
  /** By hearing; of those that are shown. */
  counts: ReadonlyMap<string, HearingCounts & Told>;
  /** By case. */
  groups: ReadonlyMap<string, GroupCounted>;
  room: Room;
}

const nowhere: Room = { meeting: null, session: null, entitled: 0, withoutRepresentative: [] };

/** In numbers only, and of answers no more than the reader is told. */
export async function shownOf(
  context: Viewing,
  cases: CaseMaterial[],
  hearings: HearingRow[],
): Promise<CaseShown> {
  const ids = hearings.map((one) => one.id);
  const toVote = cases.some(({ step }) => step === 'putToVote');
  const [counts, groups, room] = await Promise.all([
    hearingCounts(context.db, ids),
    groupsCounted(
      context.db,
      cases.map((one) => one.case),
    ),
    toVote ? roomNow(context) : nowhere,
  ]);
  const told = await answeredTold(context, hearings, (id) => counts.get(id)?.answered ?? 0);
  const all = new Map([...counts].map(([id, row]) => [id, { ...row, ...told.get(id)! }]));
  return { counts: all, groups, room };
}

/** The hearing that stands for the case: the last that is open, or else the last. */
export const hearingShown = ({ hearings }: CaseMaterial, now: Date): HearingRow | null =>
  hearings.findLast((one) => isOpen(one.deadline, now)) ?? hearings.at(-1) ?? null;

export function voteSummary(vote: VoteListed): VoteSummary {
  return {
    id: vote.id,
    motion: vote.motion,
    state: vote.closedAt ? 'closed' : 'open',
    rehearsal: vote.rehearsal,
    meetingId: vote.meetingId,
    meetingTitle: vote.meetingTitle,
    openedAt: vote.openedAt.toISOString(),
    closedAt: vote.closedAt?.toISOString() ?? null,
    cast: vote.cast,
    entitled: vote.entitled,
    carried: vote.carried,
  };
}

/** `awaitsMe`: whether one of the reader's tasks is about this case. */
export function caseRow(
  context: Viewing,
  material: CaseMaterial,
  { counts, groups, room }: CaseShown,
  awaitsMe: boolean,
): RevisionRow {
  const { case: of, hearings, votes, read, facts, step } = material;
  const blocking = blockingOf(step, read, room, context.now);
  const hearing = hearingShown(material, context.now);
  const open = hearing && isOpen(hearing.deadline, context.now) ? hearing : null;
  const deadline = open ? longTimes(open.deadline) : '';
  const vote = votes.findLast((one) => !one.rehearsal) ?? null;
  const group = groups.get(of.id);
  return {
    id: of.id,
    ref: of.ref,
    goalNumber: of.goalNumber,
    title: of.title,
    track: of.track,
    year: of.year,
    state: of.state,
    stage: courseOf(of.kind).stageOf(of.state),
    skipped: skippedStages(
      of,
      hearings.map(({ kind }) => kind),
    ),
    lead: group?.lead ?? null,
    represented: group?.represented ?? null,
    nextDeadline: open ? { at: open.deadline.toISOString(), what: both('deadline.answer') } : null,
    hearing: hearing ? hearingSummary(context, hearing, counts.get(hearing.id)!) : null,
    vote: vote ? voteSummary(vote) : null,
    next: {
      what: both(`next.${step}`, { deadline, count: facts.unanswered }),
      who: both(`who.${nextWho[step]}`),
    },
    blocking: blocking.map(findingShown),
    readiness: readiness(step, blocking),
    awaitsMe,
  };
}
