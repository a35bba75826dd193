import { fileAdded, versionAdded } from './draft/compared.ts';
import { eventOf, type EventData, type EventType } from './events.ts';
import { thingKinds, type Expected, type Telling, type Thing, type ThingKind } from './frame/compared.ts';
import * as hearing from './hearing/compared.ts';
import * as vote from './vote/compared.ts';

/** It changes nothing that the records are held against. */
const nothing = null;

/** What each event makes of the records. One that is not here does not compile. */
const tellings: { [T in EventType]: Telling<EventData<T>> | typeof nothing } = {
  revisionStarted: (expected, { revisionId, ref, goalNumber, title, track, year }) =>
    expected.tell('revision', revisionId, { ref, goalNumber, title, track, year }),
  eventErased: nothing,
  restored: nothing,
  versionAdded,
  fileAdded,
  fileChanged: nothing,
  filesClosed: nothing,
  hearingOpened: hearing.hearingOpened,
  deadlineExtended: hearing.deadlineExtended,
  missingReminded: nothing,
  sealedAnswersRead: nothing,
  commentAdded: hearing.commentAdded,
  commentEdited: hearing.commentEdited,
  commentWithdrawn: hearing.commentWithdrawn,
  commentDisposed: hearing.commentDisposed,
  answerSubmitted: hearing.answerSubmitted,
  answerChanged: hearing.answerChanged,
  jointProposed: nothing,
  jointAccepted: hearing.jointAccepted,
  jointDeclined: hearing.jointParted,
  jointLapsed: hearing.jointParted,
  jointEnded: hearing.jointParted,
  answerAlone: hearing.answerAlone,
  voteOpened: vote.voteOpened,
  ballotCast: vote.ballotCast,
  ballotRecordedOnBehalf: vote.ballotCast,
  voteClosed: vote.voteClosed,
  tieDecided: vote.tieDecided,
  rulesConfirmed: nothing,
  groupFormed: nothing,
  groupJoined: nothing,
  groupLeft: nothing,
  channelMade: nothing,
  messagesResent: nothing,
  meetingCalled: nothing,
  meetingChanged: nothing,
  meetingCancelled: nothing,
  meetingLinked: nothing,
  meetingInCalendar: nothing,
  meetingAnswered: nothing,
  sessionOpened: nothing,
  sessionEnded: nothing,
  sessionOver: nothing,
  sessionResumed: nothing,
  presenceMarked: nothing,
  timeSought: nothing,
  pollOpened: nothing,
  pollAnswered: nothing,
  timeSettled: nothing,
  schedulingDropped: nothing,
  memberRegistered: nothing,
  personRegistered: nothing,
  representativeAppointed: nothing,
  deputyNamed: nothing,
  contactNamed: nothing,
  accountLinked: nothing,
  personLeft: nothing,
  placeEnded: nothing,
  personReturned: nothing,
  secretariatJoined: nothing,
  secretariatLeft: nothing,
  broughtIntoTeams: nothing,
  guestInvited: nothing,
  addedToTeam: nothing,
  appInstalled: nothing,
  syncAsked: nothing,
  connectionTested: nothing,
  calendarLinkRenewed: nothing,
};

export interface Told {
  type: string;
  data: unknown;
  /** Of an erased event: its kind and its ids, which the owner's function kept beside the trail. */
  erased: { type: string; ids: Record<string, string | null> } | null;
}

/** One of these is erased whole: which of the rest it told of is not known. */
const many: readonly ThingKind[] = ['revision', 'version', 'file', 'hearing', 'vote', 'seat'];

function forget(expected: Expected, { type, ids }: NonNullable<Told['erased']>): void {
  const id = (name: string): string => ids[name] ?? '';
  if (type.startsWith('comment')) return expected.forget('comment', id('commentId'));
  if (type.startsWith('answer'))
    return expected.forget('answer', hearing.answerId(id('hearingId'), id('organisationId')));
  if (type.startsWith('ballot'))
    return expected.forget('ballot', vote.seatId(id('voteId'), id('organisationId')));
  for (const kind of many) expected.unsure.add(kind);
}

/** Reads the events of a case one after the other, in the order of its chain. */
export function readEvent(expected: Expected, { type, data, erased }: Told): void {
  if (erased) return forget(expected, erased);
  // Erased by hand: what it told of is not known.
  if (data === null) for (const kind of thingKinds) expected.unsure.add(kind);
  if (!eventOf(type) || typeof data !== 'object' || data === null) return;
  (tellings[type as EventType] as Telling<unknown> | null)?.(expected, data);
}

export type How = 'differs' | 'rowMissing' | 'eventMissing';
export interface Difference {
  thing: ThingKind;
  id: string;
  /** Empty for a whole thing. */
  field: string;
  how: How;
}

/** Holds one record against what the events tell of it; null: there is no such record. */
export function compare(expected: Expected, row: Thing): Difference[] {
  const { kind: thing, id, fields } = row;
  const should = expected.get(thing, id);
  if (!should) return expected.unsure.has(thing) ? [] : [{ thing, id, field: '', how: 'eventMissing' }];
  return [...fields].flatMap(([field, value]) => {
    const said = should.fields.get(field);
    return said === undefined || said === value ? [] : [{ thing, id, field, how: 'differs' as const }];
  });
}

/** What the events tell of and no record was seen of. */
export const missing = (expected: Expected, seen: ReadonlySet<string>): Difference[] =>
  [...expected.things]
    .filter(({ kind, id }) => !seen.has(`${kind} ${id}`))
    .map(({ kind, id }) => ({ thing: kind, id, field: '', how: 'rowMissing' as const }));
