import { openOf, unansweredOf, type Held } from '../hearing/opening.ts';
import { goesOn, type Planned, type Session } from '../meeting/session.ts';
import { courseOf, type CaseKind } from '../case/kinds.ts';
import type { VersionKind } from '../case/version.ts';
import type { Finding, FindingCode } from '../frame/refusals.ts';
import type { MeetingKind, Season } from '../scheduling/meetingKinds.ts';
import { awaitsChair, type Decided } from './vote.ts';

interface Document {
  id: string;
  kind: VersionKind;
}

/** Where a vote would be opened; null of a meeting: there is none. */
export interface Room {
  meeting: (Planned & { kind: MeetingKind; season: Season }) | null;
  /** The one that nobody has ended. */
  session: Session | null;
  /** How many member organisations there are. */
  entitled: number;
  withoutRepresentative: readonly string[];
}

/** What of a case a vote depends on. */
export interface ToVoteOn {
  caseKind: CaseKind;
  rehearsal: boolean;
  /** The case's, in order. */
  documents: readonly Document[];
  /** The document that is voted on; left out while none is chosen. */
  versionId?: string | undefined;
  hearings: readonly Held[];
  /** By hearing. */
  waiting: ReadonlyMap<string, number>;
  votes: readonly (Decided & { versionId: string; closedAt: Date | null })[];
  rulesConfirmed: boolean;
}

/** A button asks before a document is chosen: then it is about the newest of those that are put to it. */
export const votedOn = <D extends Document>(
  kind: CaseKind,
  documents: readonly D[],
  versionId: string | undefined,
): D | undefined =>
  versionId
    ? documents.find(({ id }) => id === versionId)
    : documents.findLast((one) => one.kind === courseOf(kind).votedOn);

/** Whose meeting decides each kind of case. */
const decidedIn: Record<CaseKind, MeetingKind> = { revision: 'steeringGroup' };

export interface OpenVoteFacts {
  rehearsal: boolean;
  steeringGroup: boolean;
  inSession: boolean;
  spring: boolean;
  rulesConfirmed: boolean;
  finalVersion: boolean;
  newestFinal: boolean;
  entitled: number;
  openHearings: number;
  unanswered: number;
  openVotes: number;
  decided: boolean;
  /** A vote of the case was a tie, and the chair has not decided it yet. */
  tied: boolean;
  /** Organisations whose representative has left, so that nobody votes for them as such. */
  withoutRepresentative: string[];
}

export function voteFacts(of: ToVoteOn, room: Room, now: Date): OpenVoteFacts {
  const { caseKind, rehearsal, documents, votes, hearings, waiting, rulesConfirmed } = of;
  const { meeting, session, entitled, withoutRepresentative } = room;
  const version = votedOn(caseKind, documents, of.versionId);
  const real = votes.filter((one) => !one.rehearsal);
  return {
    rehearsal,
    steeringGroup: meeting === null || meeting.kind === decidedIn[caseKind],
    inSession: meeting !== null && session !== null && goesOn(session, meeting, now),
    spring: meeting === null || meeting.season === 'spring',
    rulesConfirmed,
    finalVersion: version?.kind === courseOf(caseKind).votedOn,
    newestFinal: version?.id === votedOn(caseKind, documents, undefined)?.id,
    entitled,
    openHearings: openOf(hearings, now).length,
    unanswered: unansweredOf(hearings, waiting, now),
    openVotes: votes.filter((one) => !one.closedAt && one.rehearsal === rehearsal).length,
    decided: real.some((one) => one.carried && one.versionId === version?.id),
    tied: real.some((one) => awaitsChair(one, votes)),
    withoutRepresentative: [...withoutRepresentative],
  };
}

/** What the meeting lacks, and not the case: nobody sees to it before that meeting is held. */
const ofMeeting: readonly FindingCode[] = ['notSteeringGroup', 'notInSession', 'notSpringMeeting'];
export const isOfCase = ({ code }: Finding): boolean => !ofMeeting.includes(code);

/** Gate "put to the vote" (process: gates). A rehearsal decides nothing, so only the room must be right. */
export function voteGate(facts: OpenVoteFacts): Finding[] {
  const findings: Finding[] = [];
  const hard = (unmet: boolean, code: Finding['code'], params?: Finding['params']) => {
    if (unmet) findings.push({ code, passable: false, ...(params && { params }) });
  };
  hard(!facts.steeringGroup, 'notSteeringGroup');
  hard(!facts.inSession, 'notInSession');
  hard(facts.entitled === 0, 'noElectorate');
  hard(facts.openVotes > 0, 'voteAlreadyOpen');
  if (facts.rehearsal) return findings;
  hard(!facts.rulesConfirmed, 'rulesUnconfirmed');
  hard(!facts.finalVersion, 'notFinalVersion');
  hard(facts.finalVersion && !facts.newestFinal, 'olderVersion');
  hard(facts.openHearings > 0, 'hearingStillOpen');
  hard(facts.unanswered > 0, 'commentsUnanswered', { count: facts.unanswered });
  hard(facts.decided, 'alreadyDecided');
  hard(facts.tied, 'tieUndecided');
  if (!facts.spring) findings.push({ code: 'notSpringMeeting', passable: true });
  const organisations = facts.withoutRepresentative;
  if (organisations.length > 0)
    findings.push({ code: 'representativeLeft', passable: true, params: { organisations } });
  return findings;
}
