import { both, type Text } from '../i18n/index.ts';
import { seatOf } from '../process/vote.ts';
import { revisionById, versionById } from '../store/cases.ts';
import { meetingOfSession } from '../store/meetings.ts';
import type { VoteRow } from '../store/schema.ts';
import { ballotsOf, electorateOf, voteById, type BallotListed, type SeatListed } from '../store/votes.ts';
import { found, mayAll, type Viewing } from './context.ts';
import type { VoteView } from './shapes/vote.ts';
import { arithmetic, longTimes, ruleText } from './words.ts';

type Ballot = VoteView['ballots'][number];

function ballotShown(row: BallotListed): Ballot {
  const { organisationId, organisationName, choice, means, caster, statement } = row;
  return {
    organisationId,
    organisationName,
    choice,
    means,
    by: caster,
    castAt: row.castAt.toISOString(),
    statement,
  };
}

/** Why this reader may not cast, in words; an empty card would be worse than a no. */
function whyNot(vote: VoteRow, seat: SeatListed, personId: string): Text | null {
  if (vote.closedAt) return both('refusal.voteClosed', { closedAt: longTimes(vote.closedAt) });
  const held = seatOf(seat, personId);
  if (!held) return both('refusal.notEntitled', { organisation: seat.organisationName });
  return held === 'deputy' && !vote.rule.deputies ? both('refusal.deputyNotAllowed') : null;
}

function mineIn(
  { reader }: Viewing,
  vote: VoteRow,
  seats: SeatListed[],
  ballots: Ballot[],
): VoteView['mine'] {
  const seat = seats.find((one) => one.organisationId === reader.organisationId);
  if (!seat) return null;
  return {
    organisationId: seat.organisationId,
    organisationName: seat.organisationName,
    seat: seatOf(seat, reader.personId),
    why: whyNot(vote, seat, reader.personId),
    ballot: ballots.find((one) => one.organisationId === seat.organisationId) ?? null,
  };
}

/** The frozen count; nobody is shown any of it while the vote is open. */
function resultOf(vote: VoteRow) {
  const result = vote.closedAt ? vote.result : null;
  return {
    tally: result?.tally ?? null,
    base: result?.base ?? null,
    present: result?.present ?? null,
    quorumNeeded: result?.quorumNeeded ?? null,
    outcome: result?.outcome ?? null,
    carried: result ? vote.carried : null,
    arithmetic: result ? arithmetic(vote.rule, result, vote.carried) : null,
  };
}

const actsOnVote = ['castBallot', 'recordBallotOnBehalf', 'closeVote', 'decideTie', 'resendFailed'];

/**
 * A vote for one reader. While open: how many ballots are in, never how they fell; one's own
 * organisation's ballot; and who is still missing, for those who run the meeting.
 */
export async function voteView(context: Viewing, query: { id: string; light?: boolean }): Promise<VoteView> {
  const { db, reader } = context;
  const vote = found(await voteById(db, query.id));
  const revision = found(await revisionById(db, vote.revisionId));
  const version = found(await versionById(db, vote.versionId));
  const meeting = found(await meetingOfSession(db, vote.sessionId));
  const seats = await electorateOf(db, vote.id);
  const ballots = (await ballotsOf(db, vote.id)).map(ballotShown);
  const closed = vote.closedAt !== null;
  const runs = reader.secretariat || reader.chair;
  const allowed = query.light
    ? []
    : await mayAll(
        context,
        actsOnVote.map((act) => [act, { voteId: vote.id }]),
      );
  if (!query.light) allowed.push(await context.may('markPresent', { meetingId: meeting.id }));
  return {
    id: vote.id,
    state: closed ? 'closed' : 'open',
    rehearsal: vote.rehearsal,
    motion: vote.motion,
    versionHash: vote.versionHash,
    version: { id: version.id, number: version.number, title: version.title },
    revision: { id: revision.id, ref: revision.ref, goalNumber: revision.goalNumber, title: revision.title },
    meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt.toISOString() },
    rule: vote.rule,
    ruleText: ruleText(vote.rule),
    reason: vote.reason,
    openedAt: vote.openedAt.toISOString(),
    closedAt: vote.closedAt?.toISOString() ?? null,
    cast: ballots.length,
    entitled: seats.length,
    ...resultOf(vote),
    ballots: ballots.filter((one) => closed || one.organisationId === reader.organisationId),
    turnout:
      runs || closed
        ? seats.map(({ organisationId, organisationName, cast, present }) => ({
            organisationId,
            organisationName,
            cast,
            present,
          }))
        : [],
    mine: mineIn(context, vote, seats, ballots),
    allowed,
  };
}
