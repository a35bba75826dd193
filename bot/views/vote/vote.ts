import type { Text } from '../../i18n/index.ts';
import { mayCast, mustHaveBeen, type Casting } from '../../process/vote/casting.ts';
import { countsPresence } from '../../process/vote/presence.ts';
import { ballotsIn } from '../../process/vote/vote.ts';
import { runsMeetings } from '../../process/frame/roles.ts';
import { seatOf } from '../../process/vote/seat.ts';
import { statementSeen } from '../../process/vote/statement.ts';
import { lastBallot, overSince } from '../../process/meeting/session.ts';
import { timesOf } from '../../store/meeting/sessionTimes.ts';
import { ballotPaper, type BallotPaper } from '../../store/vote/ballotPaper.ts';
import { firstHeadOver } from '../../store/case/closings.ts';
import { ballotsOf, electorateOf, type BallotListed } from '../../store/vote/votes.ts';
import { anchorShown } from '../case/anchors.ts';
import { found, mayAll, type Viewing } from '../frame/context.ts';
import type { VoteView } from './shapes.ts';
import { aheadShown, arithmetic, ruleText } from '../frame/words.ts';

type Ballot = VoteView['ballots'][number];
type Seat = NonNullable<VoteView['mine']>;

function ballotShown(row: Omit<BallotListed, 'voteId' | 'castBy'>): Ballot {
  const { organisationId, organisationName, choice, means, caster, statement, recused } = row;
  return {
    organisationId,
    organisationName,
    choice,
    means,
    by: caster,
    castAt: row.castAt.toISOString(),
    statement,
    // A deputy who has declared one casts nothing, so it was somebody else of the seat.
    representativeRecused: caster === 'deputy' && choice !== 'recused' && recused.length > 0,
  };
}

/** As the rule of who may cast asks for it. */
export const castingOn = (paper: BallotPaper, organisationId: string, personId: string): Casting => ({
  ...paper,
  vote: paper,
  organisationId,
  organisationName: paper.organisationName ?? '',
  times: timesOf(paper),
  replaced: paper.formerIds.includes(personId),
});

/** Why this reader may not cast, in words; an empty card would be worse than a no. */
function whyNot({ reader: { personId }, now }: Viewing, casting: Casting): Text | null {
  const refusal = mayCast(casting, { personId }, now) ?? mustHaveBeen(casting);
  return refusal && aheadShown(refusal).message;
}

/** The reader's own organisation in this vote; its ballot is its own to see at any time. */
function mineOn(context: Viewing, paper: BallotPaper): Seat | null {
  const { organisationId, organisationName, choice, means, caster, castAt, statement, recused } = paper;
  if (!organisationId || organisationName === null) return null;
  const casting = castingOn(paper, organisationId, context.reader.personId);
  const seat = seatOf(casting, context.reader.personId);
  const cast = !isThrownAway(paper) && choice && means && caster && castAt;
  const ballot = cast
    ? ballotShown({ organisationId, organisationName, choice, means, caster, castAt, statement, recused })
    : null;
  const why = whyNot(context, casting);
  return {
    organisationId,
    organisationName,
    seat,
    why,
    ballot,
    seen: statementSeen(ballot?.statement ?? null),
  };
}

/** Of a rehearsal nothing is left but its count; older ones have their ballots still, and show them no more. */
const isThrownAway = ({ rehearsal, closedAt }: BallotPaper): boolean => rehearsal && closedAt !== null;

/** The frozen count; nobody is shown any of it while the vote is open. */
function resultOf(paper: BallotPaper) {
  const result = paper.closedAt ? paper.result : null;
  return {
    tally: result?.tally ?? null,
    base: result?.base ?? null,
    present: result?.present ?? null,
    quorumNeeded: result?.quorumNeeded ?? null,
    outcome: result?.outcome ?? null,
    carried: result ? paper.carried : null,
    arithmetic: result ? arithmetic(paper.rule, result, paper.carried) : null,
  };
}

/** Since when the meeting has been over, while the vote is still open. */
const overAt = ({ now }: Viewing, paper: BallotPaper): Date | null =>
  paper.closedAt ? null : (paper.sessionOverAt ?? overSince(...timesOf(paper), now));

/** Until when ballots still count in a meeting that is over. */
const countsUntil = (context: Viewing, paper: BallotPaper): Date | null =>
  overAt(context, paper) ? lastBallot(...timesOf(paper), context.now) : null;

async function turnoutOf({ db }: Viewing, voteId: string): Promise<VoteView['turnout']> {
  const seats = await electorateOf(db, voteId);
  return seats.map(({ organisationId, organisationName, cast, present }) => ({
    organisationId,
    organisationName,
    cast,
    present,
  }));
}

function headOf(paper: BallotPaper) {
  const { id, rehearsal, motion, versionHash, rule, reason, entitled, result } = paper;
  const cast = isThrownAway(paper) && result ? ballotsIn(result.tally) : paper.cast;
  return {
    id,
    rehearsal,
    motion,
    versionHash,
    rule,
    reason,
    cast,
    entitled,
    state: paper.closedAt ? ('closed' as const) : ('open' as const),
    version: { id: paper.versionId, number: paper.versionNumber, title: paper.versionTitle },
    revision: {
      id: paper.caseId,
      ref: paper.caseRef,
      goalNumber: paper.goalNumber,
      title: paper.caseTitle,
    },
    meeting: {
      id: paper.meetingId,
      title: paper.meetingTitle,
      startsAt: paper.meetingStartsAt.toISOString(),
    },
    ruleText: ruleText(rule),
    presenceCounts: countsPresence(rule),
    openedAt: paper.openedAt.toISOString(),
    closedAt: paper.closedAt?.toISOString() ?? null,
  };
}

/** A meeting that is over goes on by being opened again; not one that has ended since, or begun anew. */
const resuming = (context: Viewing, paper: BallotPaper): [string, object][] =>
  overAt(context, paper) && !paper.sessionEndedAt ? [['openSession', { meetingId: paper.meetingId }]] : [];

const actsOnVote = ['castBallot', 'recordBallotOnBehalf', 'closeVote', 'decideTie', 'resendFailed'];

/**
 * A vote for one reader. While open: how many ballots are in, never how they fell; one's own
 * organisation's ballot; and who is still missing, for those who run the meeting.
 */
export async function voteView(context: Viewing, query: { id: string; light?: boolean }): Promise<VoteView> {
  const { db, reader } = context;
  const paper = found(await ballotPaper(db, query.id, reader.organisationId));
  const mine = mineOn(context, paper);
  const closed = paper.closedAt !== null;
  const runs = runsMeetings(reader);
  const own = mine?.ballot ? [mine.ballot] : [];
  const shown = closed && !isThrownAway(paper);
  const wanted: [string, object][] = actsOnVote.map((act) => [act, { voteId: paper.id }]);
  // A card's buttons are checked when pressed; only the tab shows the verdict before.
  const asked: typeof wanted = query.light
    ? []
    : [
        ...wanted,
        ['markPresent', { meetingId: paper.meetingId, voteId: paper.id }],
        ...resuming(context, paper),
      ];
  return {
    ...headOf(paper),
    ...resultOf(paper),
    meetingOverAt: overAt(context, paper)?.toISOString() ?? null,
    countsUntil: countsUntil(context, paper)?.toISOString() ?? null,
    anchor: closed && !paper.rehearsal ? anchorShown(await firstHeadOver(db, paper.id)) : null,
    mine,
    ballots: shown ? (await ballotsOf(db, paper.id)).map(ballotShown) : own,
    turnout: shown || (!closed && runs && !query.light) ? await turnoutOf(context, paper.id) : [],
    allowed: await mayAll(context, asked),
  };
}
