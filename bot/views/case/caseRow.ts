import { both } from '../../i18n/index.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import {
  nextStep,
  nextWho,
  skippedStages,
  stageOf,
  type CaseFacts,
  type NextStep,
} from '../../process/overview/next.ts';
import type { Finding } from '../../process/frame/refusals.ts';
import { goesOn } from '../../process/meeting/session.ts';
import { timesOf } from '../../store/meeting/sessionTimes.ts';
import { awaitsChair } from '../../process/vote/vote.ts';
import { versionKindsOf } from '../../store/case/cases.ts';
import {
  hearingCounts,
  hearingsOfAll,
  unansweredIn,
  type HearingCounts,
} from '../../store/hearing/hearings.ts';
import { organisationById } from '../../store/people/people.ts';
import type { HearingRow, RevisionTable, VersionRow } from '../../store/schema.ts';
import { currentRules } from '../../store/vote/rules.ts';
import { failedAbout } from '../../store/reach/undelivered.ts';
import { votesOf, type VoteListed } from '../../store/vote/votes.ts';
import { answeredTold, type Told } from '../hearing/answered.ts';
import type { Viewing } from '../frame/context.ts';
import { representedIn } from '../group/group.ts';
import { hearingSummary } from '../hearing/hearingCounts.ts';
import type { RevisionRow, VoteSummary } from './shapes.ts';
import { findingShown, longTimes } from '../frame/words.ts';

/** Everything the status of a case, and what it asks of whom, is read from; loaded for all cases at once. */
export interface CaseMaterial {
  revision: RevisionTable;
  versions: Pick<VersionRow, 'kind'>[];
  hearings: HearingRow[];
  /** Comments that wait for the secretariat's answer, by hearing. */
  unanswered: ReadonlyMap<string, number>;
  votes: VoteListed[];
  rulesConfirmed: boolean;
  /** Messages that did not arrive, by what they were about; the secretariat sees to them. */
  failed: ReadonlyMap<string, number>;
  /** The name of the reader's organisation. */
  ownName: string;
}

const nameOfOwn = async ({ db, reader }: Viewing): Promise<string> =>
  reader.organisationId ? ((await organisationById(db, reader.organisationId))?.name ?? '') : '';

export async function materialFor(context: Viewing, revisions: RevisionTable[]): Promise<CaseMaterial[]> {
  const { db, reader } = context;
  const ids = revisions.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [hearings, versions, votes, { confirmedAt }, ownName] = await Promise.all([
    hearingsOfAll(db, ids),
    versionKindsOf(db, ids),
    votesOf(db, { revisionIds: ids }),
    currentRules(db),
    nameOfOwn(context),
  ]);
  const [hearingIds, voteIds] = [hearings.map(({ id }) => id), votes.map(({ id }) => id)];
  const [unanswered, failed] = await Promise.all([
    unansweredIn(db, hearingIds),
    reader.secretariat ? failedAbout(db, hearingIds, voteIds) : new Map<string, number>(),
  ]);
  const of = {
    versions: Map.groupBy(versions, ({ revisionId }) => revisionId),
    hearings: Map.groupBy(hearings, ({ revisionId }) => revisionId),
    votes: Map.groupBy(votes, ({ revisionId }) => revisionId),
  };
  return revisions.map((revision) => ({
    revision,
    versions: of.versions.get(revision.id) ?? [],
    hearings: of.hearings.get(revision.id) ?? [],
    unanswered,
    votes: of.votes.get(revision.id) ?? [],
    rulesConfirmed: confirmedAt !== null,
    failed,
    ownName,
  }));
}

/** What is only shown of cases: nothing is judged by it. */
export interface CaseShown {
  /** By hearing; of those that are shown. */
  counts: ReadonlyMap<string, HearingCounts & Told>;
  /** Member organisations in the group, by case. */
  represented: ReadonlyMap<string, number>;
}

/** In numbers only, and of answers no more than the reader is told. */
export async function shownOf(
  context: Viewing,
  cases: RevisionTable[],
  hearings: HearingRow[],
): Promise<CaseShown> {
  const ids = hearings.map((one) => one.id);
  const [counts, represented] = await Promise.all([
    hearingCounts(context.db, ids),
    representedIn(context.db, cases),
  ]);
  const told = await answeredTold(context, hearings, (id) => counts.get(id)?.answered ?? 0);
  const all = new Map([...counts].map(([id, row]) => [id, { ...row, ...told.get(id)! }]));
  return { counts: all, represented };
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

export function caseFacts(material: CaseMaterial, now: Date): CaseFacts {
  const { revision, versions, hearings, unanswered, votes } = material;
  const real = votes.filter((vote) => !vote.rehearsal);
  const sum = hearings.reduce((total, one) => total + (unanswered.get(one.id) ?? 0), 0);
  return {
    state: revision.state,
    hasProposal: versions.some((one) => one.kind === 'proposal'),
    hasFinal: versions.some((one) => one.kind === 'final'),
    hearings: hearings.length,
    openHearings: hearings.filter((one) => isOpen(one.deadline, now)).length,
    unanswered: sum,
    openVotes: real.filter((vote) => !vote.closedAt).length,
    votable: real.filter((vote) => !vote.closedAt && goesOn(...timesOf(vote), now)).length,
    tied: real.some((vote) => awaitsChair(vote, real)),
  };
}

/** What stands in the way of the next step, in the gate's own words. */
function blockingOf(step: NextStep, facts: CaseFacts, material: CaseMaterial): Finding[] {
  if (step === 'disposeComments')
    return [{ code: 'commentsUnanswered', passable: false, params: { count: facts.unanswered } }];
  if (step === 'putToVote' && !material.rulesConfirmed)
    return [{ code: 'rulesUnconfirmed', passable: false }];
  return step === 'addProposal' ? [{ code: 'versionMissing', passable: false }] : [];
}

/** `awaitsMe`: whether one of the reader's tasks is about this case. */
export function caseRow(
  context: Viewing,
  material: CaseMaterial,
  { counts, represented }: CaseShown,
  awaitsMe: boolean,
): RevisionRow {
  const { revision, hearings, votes } = material;
  const facts = caseFacts(material, context.now);
  const step = nextStep(facts);
  const hearing = hearingShown(material, context.now);
  const open = hearing && isOpen(hearing.deadline, context.now) ? hearing : null;
  const deadline = open ? longTimes(open.deadline) : '';
  const vote = votes.findLast((one) => !one.rehearsal) ?? null;
  return {
    id: revision.id,
    ref: revision.ref,
    goalNumber: revision.goalNumber,
    title: revision.title,
    track: revision.track,
    year: revision.year,
    state: revision.state,
    stage: stageOf(revision.state),
    skipped: skippedStages(
      revision.state,
      hearings.map(({ kind }) => kind),
    ),
    lead: null,
    represented: represented.get(revision.id) ?? null,
    nextDeadline: open ? { at: open.deadline.toISOString(), what: both('deadline.answer') } : null,
    hearing: hearing ? hearingSummary(context, hearing, counts.get(hearing.id)!) : null,
    vote: vote ? voteSummary(vote) : null,
    next: {
      what: both(`next.${step}`, { deadline, count: facts.unanswered }),
      who: both(`who.${nextWho[step]}`),
    },
    blocking: blockingOf(step, facts, material).map(findingShown),
    awaitsMe,
  };
}
