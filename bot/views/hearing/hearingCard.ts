import { daysBetween } from '../../process/frame/calendar.ts';
import { answerState, isOpen } from '../../process/hearing/hearing.ts';
import { versionById } from '../../store/case/cases.ts';
import { hearingPaper, type HearingPaper } from '../../store/hearing/hearingPaper.ts';
import { answersOf } from '../../store/hearing/hearings.ts';
import { organisationNames } from '../../store/people/people.ts';
import { answeredTold } from './answered.ts';
import { changeable, commentShown } from './comments.ts';
import { found, type Viewing } from '../frame/context.ts';
import { sealedFor } from './hearingCounts.ts';
import { jointWith, personalIn, placeOf, proposalsFor, proposalsIn, proposedBy } from './joint.ts';
import { versionShown } from '../case/revision.ts';
import type { HearingView } from './shapes.ts';

/** Comments of a proposal that a card has room for. */
const mostProposed = 20;

/** Nearly no hearing has a joint answer, and then nothing more is read. */
async function jointOf(context: Viewing, paper: HearingPaper, organisationId: string) {
  if (!paper.joint) return { together: [], proposed: [], proposals: [] };
  const { db } = context;
  const names = await organisationNames(db);
  const answers = new Map((await answersOf(db, paper.id)).map((one) => [one.organisationId, one]));
  const others = jointWith(answers, organisationId, sealedFor(context, paper));
  const all = await proposalsIn(db, paper.id);
  const about = { organisationId, standing: paper, names, all, most: mostProposed };
  return {
    together: others.map((id) => ({ id, name: names.get(id) ?? '' })),
    proposed: proposedBy(all, organisationId, names),
    proposals: await proposalsFor(context, paper, about),
  };
}

const placeOn = (paper: HearingPaper, organisationId: string) => ({
  organisationId,
  standing: { ...paper, late: paper.answerLate },
  drafts: paper.drafts,
});

async function mineOn(context: Viewing, paper: HearingPaper, open: boolean): Promise<HearingView['mine']> {
  const organisationId = context.reader.organisationId;
  if (!organisationId || paper.organisationName === null) return null;
  const { together, proposed, proposals } = await jointOf(context, paper, organisationId);
  const { position, reservation, commentCount, handedIn, commentsLate } = paper;
  const answer = position && { position, reservation, late: paper.answerLate! };
  const filed = { handedIn, late: commentsLate };
  const state = answerState({ answer, filed, joint: together.length > 0 }, open);
  const place = placeOn(paper, organisationId);
  const editable = changeable(context, paper, paper);
  const submittedAt = paper.submittedAt?.toISOString() ?? null;
  return {
    organisationId,
    organisationName: paper.organisationName,
    ...personalIn(context, paper, place),
    ...placeOf(place, proposals),
    comments: paper.comments.map((row) => commentShown(row, paper, editable(row))),
    commentCount,
    drafts: paper.drafts,
    answer: { state, submittedAt, reservation, jointWith: together, proposed, position },
    seen: paper.seen,
    proposals,
  };
}

interface Extent {
  /** How many of the organisation's comments, from the newest. */
  newest: number;
  /** Whether `commentCount` counts the rest too. */
  counted: boolean;
}
/** Comments a card has room for; the rest is counted, and stands in the tab. */
const whole: Extent = { newest: 8, counted: true };

/**
 * A hearing as a card shows it: the same view, read in one query and without what a card has no room for
 * (other organisations' answers, older comments, the buttons' verdicts, which are given when pressed).
 */
export async function hearingCardView(context: Viewing, id: string, extent = whole): Promise<HearingView> {
  return (await hearingCardOf(context, id, extent)).view;
}

/** The same for whoever writes to all people of an organisation: with what is another for another of them. */
export async function hearingCardOf(
  context: Viewing,
  id: string,
  extent = whole,
): Promise<{ view: HearingView; to(person: Viewing): HearingView }> {
  const { organisationId } = context.reader;
  const paper = found(await hearingPaper(context.db, { hearingId: id, organisationId, ...extent }));
  const view = await shownOn(context, paper);
  const { mine } = view;
  if (!mine || !organisationId) return { view, to: () => view };
  const place = placeOn(paper, organisationId);
  return { view, to: (person) => ({ ...view, mine: { ...mine, ...personalIn(person, paper, place) } }) };
}

async function shownOn(context: Viewing, paper: HearingPaper): Promise<HearingView> {
  const { db } = context;
  const version = found(await versionById(db, paper.versionId));
  const open = isOpen(paper.deadline, context.now);
  const told = await answeredTold(
    context,
    [paper],
    () => paper.answered,
    paper.invited && paper.position !== null,
  );
  return {
    id: paper.id,
    ref: `H${paper.number}`,
    kind: paper.kind,
    state: open ? 'open' : 'closed',
    letter: paper.letter,
    reason: paper.reason,
    opensAt: paper.opensAt.toISOString(),
    deadline: paper.deadline.toISOString(),
    originalDeadline: paper.originalDeadline?.toISOString() ?? null,
    days: daysBetween(paper.opensAt, paper.deadline),
    revision: {
      id: paper.caseId,
      ref: paper.caseRef,
      goalNumber: paper.goalNumber,
      title: paper.caseTitle,
    },
    version: versionShown(version),
    heard: paper.heard,
    ...told.get(paper.id)!,
    answers: [],
    sealed: sealedFor(context, paper),
    mine: await mineOn(context, paper, open),
    allowed: [],
  };
}
