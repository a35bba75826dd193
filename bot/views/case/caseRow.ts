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
import { hearingCounts, hearingsOfAll, type HearingCounts } from '../../store/hearing/hearings.ts';
import type { HearingRow, RevisionTable, VersionRow } from '../../store/schema.ts';
import { currentRules } from '../../store/vote/rules.ts';
import { votesOf, type VoteListed } from '../../store/vote/votes.ts';
import { answeredTold, type Told } from '../hearing/answered.ts';
import type { Viewing } from '../frame/context.ts';
import { representedIn } from '../group/group.ts';
import { hearingSummary } from '../hearing/hearingCounts.ts';
import type { RevisionRow, VoteSummary } from './shapes.ts';
import { findingShown, longTimes } from '../frame/words.ts';

/** Everything the status of a case is read from; loaded for all cases at once. */
export interface CaseMaterial {
  revision: RevisionTable;
  versions: Pick<VersionRow, 'kind'>[];
  hearings: HearingRow[];
  counts: Map<string, HearingCounts & Told>;
  votes: VoteListed[];
  rulesConfirmed: boolean;
  represented: number | null;
}

/** In numbers only, and of answers no more than the reader is told. */
async function countsFor(context: Viewing, hearings: HearingRow[]): Promise<CaseMaterial['counts']> {
  const ids = hearings.map((one) => one.id);
  const counts = await hearingCounts(context.db, ids);
  const told = await answeredTold(context, hearings, (id) => counts.get(id)?.answered ?? 0);
  return new Map([...counts].map(([id, row]) => [id, { ...row, ...told.get(id)! }]));
}

export async function materialFor(context: Viewing, revisions: RevisionTable[]): Promise<CaseMaterial[]> {
  const { db } = context;
  const ids = revisions.map(({ id }) => id);
  const hearings = await hearingsOfAll(db, ids);
  const counts = await countsFor(context, hearings);
  const versions = await versionKindsOf(db, ids);
  const votes = await votesOf(db, { revisionIds: ids });
  const { confirmedAt } = await currentRules(db);
  const represented = await representedIn(db, revisions);
  return revisions.map((revision) => ({
    revision,
    versions: versions.filter((one) => one.revisionId === revision.id),
    hearings: hearings.filter((one) => one.revisionId === revision.id),
    counts,
    votes: votes.filter((one) => one.revisionId === revision.id),
    rulesConfirmed: confirmedAt !== null,
    represented: represented.get(revision.id) ?? null,
  }));
}

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
  const { revision, versions, hearings, counts, votes } = material;
  const real = votes.filter((vote) => !vote.rehearsal);
  const sum = hearings.reduce((total, one) => total + (counts.get(one.id)?.unanswered ?? 0), 0);
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
export function caseRow(context: Viewing, material: CaseMaterial, awaitsMe: boolean): RevisionRow {
  const { revision, hearings, counts, votes } = material;
  const facts = caseFacts(material, context.now);
  const step = nextStep(facts);
  const hearing = hearings.findLast((one) => isOpen(one.deadline, context.now)) ?? hearings.at(-1) ?? null;
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
    represented: material.represented,
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
