import type { InputProblem } from './inputProblems.ts';

/**
 * Why the process says no: a closed list. Each code has a sentence in both languages
 * (i18n `refusal.<code>`, `finding.<code>`); the HTTP status is what the tab is answered.
 */
export const refusalStatus = {
  invalidInput: 400,
  notSignedIn: 401,
  tooManyRequests: 429,
  organisationNeeded: 400,
  secretariatHasNoBallot: 403,
  notRegistered: 403,
  secretariatOnly: 403,
  secretariatOrChair: 403,
  chairOnly: 403,
  notYourOrganisation: 403,
  notContact: 403,
  notYourComment: 403,
  notEntitled: 403,
  notInElectorate: 403,
  representativePresent: 403,
  deputyNotAllowed: 403,
  recusedYourself: 403,
  unknownAct: 404,
  unknownView: 404,
  notFound: 404,
  alreadyExists: 409,
  keyUsed: 409,
  personElsewhere: 409,
  tenantNotLetIn: 409,
  accountLinked: 409,
  personLeft: 409,
  withoutPlace: 409,
  placeOfSecretariat: 409,
  secretariatHoldsNoSeat: 409,
  nothingHeld: 409,
  directoryNotConnected: 409,
  hearingClosed: 409,
  deadlinePassed: 400,
  deadlineNotLater: 400,
  deadlineMoved: 409,
  clauseUnknown: 400,
  duplicateClause: 400,
  commentWithdrawn: 409,
  commentNumbersUsed: 409,
  commentsEnough: 409,
  commentChanged: 409,
  commentAnswered: 409,
  answerMoved: 409,
  answerSubmitted: 409,
  answerInTime: 409,
  receivedBeforeOpening: 400,
  answerHasComments: 409,
  answerWithoutComments: 409,
  jointUnknown: 409,
  jointLate: 409,
  noJointProposal: 409,
  jointWhich: 400,
  jointChanged: 409,
  versionElsewhere: 409,
  gateNotMet: 409,
  reasonNeeded: 409,
  meetingTimes: 400,
  sessionOpen: 409,
  sessionClosed: 409,
  meetingOtherDay: 409,
  voteOpen: 409,
  voteClosed: 409,
  meetingOver: 409,
  notInMeeting: 409,
  presenceUnknown: 503,
  presenceUnclear: 503,
  statementOnlyAgainst: 400,
  statementChanged: 409,
  noTieToDecide: 409,
  secretNotOffered: 400,
  conversationUnknown: 409,
  nothingToResend: 409,
  schedulingSpan: 400,
  timeInPast: 400,
  slotsUnclear: 400,
  slotUnknown: 400,
  slotNeeded: 400,
  nobodyToInvite: 409,
  notInvited: 403,
  schedulingOver: 409,
  pollOpen: 409,
  pollNotOpen: 409,
  meetingCancelled: 409,
  meetingHeld: 409,
  nothingFailed: 409,
  notInCalendar: 409,
  trackWithoutGroup: 409,
  groupMissing: 409,
  seatVacant: 409,
  leadMissing: 409,
  noMembersPerson: 409,
  reachedAlready: 409,
  versionFrozen: 409,
  fileName: 400,
  fileWhole: 409,
  filePartLength: 400,
  fileIncomplete: 409,
  fileKind: 415,
  fileProgram: 415,
  fileWebPage: 415,
  fileMacros: 415,
  fileDiskImage: 415,
  filePacked: 415,
  fileHides: 415,
  fileOpaque: 415,
  fileLoads: 415,
  fileEncrypted: 415,
  fileTooPacked: 415,
  fileBroken: 415,
  fileNotText: 415,
  fileUnknown: 415,
  fileDiffers: 415,
  fileBusy: 503,
  fileInfected: 415,
  scannerMissing: 503,
  scannerSilent: 503,
  scannerFailed: 503,
  consentNeeded: 403,
  calendarUnreadable: 409,
  calendarUnavailable: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;
/** `params` fill the sentence; an ISO instant under a key ending in `At` is shown as Copenhagen time, several names as a list. */
export interface Refusal {
  refused: RefusalCode;
  params?: Record<string, string | number | string[]>;
  unmet?: Finding[];
  /** A closer word for the same no (i18n `refusal.<code>.<closer>`). */
  closer?:
    | 'replaced'
    | 'nobody'
    | 'over'
    | 'left'
    | 'unseen'
    | 'reserved'
    | 'statement'
    | 'reservation'
    | 'written';
  /** What is wrong with the input; says the `detail` of `invalidInput` in words. */
  problems?: InputProblem[];
}

/** What a gate misses. `passable`: a reason lets the act through, and the pass is an event. */
export interface Finding {
  code: FindingCode;
  passable: boolean;
  params?: Record<string, string | number | string[]>;
}

export const findingCodes = [
  'versionMissing',
  'shortHearing',
  'acrossJuly',
  'internalHearingMissing',
  'hearingStillOpen',
  'commentsUnanswered',
  'partiesMissing',
  'publicPageMissing',
  'notInSession',
  'notSteeringGroup',
  'notFinalVersion',
  'olderVersion',
  'rulesUnconfirmed',
  'noElectorate',
  'voteAlreadyOpen',
  'alreadyDecided',
  'tieUndecided',
  'notSpringMeeting',
  'representativeLeft',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const refuse = (refused: RefusalCode, params?: Refusal['params'], unmet?: Finding[]): Refusal => ({
  refused,
  ...(params && { params }),
  ...(unmet && { unmet }),
});

/** The same no in a closer word, whose sentence is `refusal.<code>.<closer>`. */
export const refuseCloser = (
  refused: RefusalCode,
  closer: NonNullable<Refusal['closer']>,
  params: NonNullable<Refusal['params']>,
): Refusal => ({ ...refuse(refused, params), closer });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

/** A gate's verdict: hard findings always refuse, passable ones until a reason is given. */
export function passGate(findings: Finding[], reason: string | null | undefined): Refusal | null {
  if (findings.some((finding) => !finding.passable)) return refuse('gateNotMet', {}, findings);
  if (findings.length > 0 && !reason?.trim()) return refuse('reasonNeeded', {}, findings);
  return null;
}
