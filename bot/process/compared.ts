import { revisionStarted } from './case/compared.ts';
import { fileAdded, versionAdded } from './draft/compared.ts';
import { eventOf, type EventData, type TellingType } from './events.ts';
import {
  thingKinds,
  type By,
  type FieldName,
  type Expected,
  type Telling,
  type Thing,
  type ThingKind,
} from './frame/compared.ts';
import { answerTypes, asks, partings } from './hearing/answerEvents.ts';
import * as hearing from './hearing/compared.ts';
import { answerErased } from './hearing/erased.ts';
import { forgetNames } from './hearing/naming.ts';
import * as meeting from './meeting/compared.ts';
import * as people from './people/compared.ts';
import { recordOf } from './case/recordOf.ts';
import * as vote from './vote/compared.ts';
import { seatId } from './vote/seat.ts';

/** What each event that says so makes of the records. One that is not here does not compile. */
const tellings: { [T in TellingType]: Telling<EventData<T>> } = {
  revisionStarted,
  versionAdded,
  fileAdded,
  hearingOpened: hearing.hearingOpened,
  deadlineExtended: hearing.deadlineExtended,
  commentAdded: hearing.commentAdded,
  commentEdited: hearing.commentEdited,
  commentWithdrawn: hearing.commentWithdrawn,
  commentDisposed: hearing.commentDisposed,
  answerSubmitted: hearing.answerSubmitted,
  answerChanged: hearing.answerChanged,
  commentsCameLate: hearing.commentsCameLate,
  jointProposed: hearing.jointProposed,
  jointAccepted: hearing.jointAccepted,
  jointDeclined: hearing.jointParted,
  jointLapsed: hearing.jointLapsed,
  jointEnded: hearing.jointEnded,
  answerAlone: hearing.answerAlone,
  voteOpened: vote.voteOpened,
  ballotCast: vote.ballotCast,
  ballotRecordedOnBehalf: vote.ballotCast,
  voteClosed: vote.voteClosed,
  tieDecided: vote.tieDecided,
  rulesConfirmed: vote.rulesConfirmed,
  meetingCalled: meeting.meetingCalled,
  meetingChanged: meeting.meetingChanged,
  meetingCancelled: meeting.meetingCancelled,
  meetingLinked: meeting.meetingLinked,
  sessionOpened: meeting.sessionOpened,
  sessionEnded: meeting.sessionEnded,
  sessionOver: meeting.sessionOver,
  sessionResumed: meeting.sessionResumed,
  memberRegistered: people.memberRegistered,
  personRegistered: people.isThere,
  representativeAppointed: people.representativeAppointed,
  deputyNamed: people.deputyNamed,
  contactNamed: people.contactNamed,
  accountLinked: people.isThere,
  personLeft: people.personLeft,
  placeEnded: people.placeEnded,
  personReturned: people.isThere,
  guestInvited: people.mayBeBack,
  addedToTeam: people.mayBeBack,
  appInstalled: people.mayBeBack,
};

/** What is left of an erased event: its ids, and what of an answer is no word. */
export type Left = Record<string, unknown>;

export interface Told {
  type: string;
  data: unknown;
  at: string;
  actor: { personId: string | null };
  /** Of an erased event: its kind and its ids, which the owner's function kept beside the trail. */
  erased: { type: string; ids: Left } | null;
}

/** Of any other of these is not known whether it told of them, or what. */
const each: readonly ThingKind[] = ['comment', 'answer', 'ballot'];
const many = thingKinds.filter((kind) => !each.includes(kind));
/** What events change of things that they do not name. */
const follows: readonly FieldName[] = ['state', 'late', 'leftAt', 'untilAt', 'originalDeadline', 'inForce'];

function forget(expected: Expected, { type, ids }: NonNullable<Told['erased']>): void {
  if (eventOf(type)?.tells === 'nothing') return;
  const id = (name: string): string => String(ids[name] ?? '');
  const record = recordOf(type);
  if (record === 'comment') return expected.forget('comment', id('commentId'));
  if (record === 'ballot') {
    const seat = seatId(id('voteId'), id('organisationId'));
    // It may have been recorded, and with it that they are there.
    expected.tell('seat', seat, { present: undefined });
    return expected.forget('ballot', seat);
  }
  // Who was asked changes nothing but whom the sender names.
  if (asks.includes(type)) return forgetNames(expected, ids);
  expected.forgetFields(follows);
  if ([...answerTypes, ...partings].includes(type)) return answerErased(expected, type, ids);
  for (const kind of many) expected.unsure.add(kind);
  expected.forgetAbout(Object.values(ids).filter((one) => typeof one === 'string'));
}

/** Reads the events of a case one after the other, in the order of its chain. */
export function readEvent(expected: Expected, { type, data, at, actor, erased }: Told): void {
  if (erased) return forget(expected, erased);
  // Erased by hand: what it told of is not known.
  if (data === null) return expected.forgetAll();
  if (eventOf(type)?.tells !== 'records' || typeof data !== 'object') return;
  const by: By = { at, personId: actor.personId ?? null };
  (tellings[type as TellingType] as Telling<unknown>)(expected, data, by);
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

/** What the events contradict each other in: the record is as the last of them says, and may be as none of them could. */
export const contradicted = (expected: Expected): Difference[] =>
  [...expected.doubts].map((doubt) => ({ ...doubt, how: 'differs' as const }));

/** What the events tell of and no record was seen of. */
export const missing = (expected: Expected, seen: ReadonlySet<string>): Difference[] =>
  [...expected.things]
    .filter(({ kind, id }) => !seen.has(`${kind} ${id}`))
    .map(({ kind, id }) => ({ thing: kind, id, field: '', how: 'rowMissing' as const }));
