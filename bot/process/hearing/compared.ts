import { movesTo } from '../case/compared.ts';
import type { EventData } from '../events.ts';
import type { By, Expected } from '../frame/compared.ts';
import { answerId } from './answerId.ts';
import { holdAccepted, named, namedNoMore, namesKept, namesNobody } from './naming.ts';
import { holdLate } from './timely.ts';

/** `H12-437`: the hearing's number is the hearing's to tell. */
const numberIn = (ref: string): number => Number(ref.split('-').at(-1));

/** What came by mail came when the secretariat says; an older program did not tell. What was written here came now. */
const arrivedAt = (data: { channel: string; receivedAt?: string }, at: string): string | undefined =>
  data.receivedAt ?? (data.channel === 'mail' ? undefined : at);

const undisposed = { disposition: null, response: null, disposedBy: null, disposedAt: null };

export function commentAdded(expected: Expected, data: EventData<'commentAdded'>, by: By): void {
  const { commentId, ref, hearingId, organisationId, clause, type, text, proposedChange, channel, late } =
    data;
  const words = { clause, type, text, proposedChange };
  const number = numberIn(ref);
  // What the secretariat types in from a mail is nobody's here.
  const personId = channel === 'mail' ? null : by.personId;
  const came = { channel, receivedAt: arrivedAt(data, by.at), late, editedAt: null };
  expected.tell('comment', commentId, { number, hearingId, organisationId, personId, ...words, ...came });
  expected.tell('comment', commentId, { withdrawnAt: null, leftAt: null, theme: null, changedClause: null });
  expected.tell('comment', commentId, undisposed);
  holdLate(expected, 'comment', commentId, data, came.receivedAt);
}

/** What was answered is asked for again. */
export function commentEdited(expected: Expected, data: EventData<'commentEdited'>, { at }: By): void {
  const { commentId, clause, type, text, proposedChange } = data;
  expected.tell('comment', commentId, { clause, type, text, proposedChange, editedAt: at });
  expected.tell('comment', commentId, undisposed);
}

export function commentWithdrawn(
  expected: Expected,
  { commentId }: EventData<'commentWithdrawn'>,
  { at }: By,
): void {
  expected.tell('comment', commentId, { withdrawnAt: at });
}

export function commentDisposed(expected: Expected, data: EventData<'commentDisposed'>, by: By): void {
  const { commentId, disposition, response, theme, changedClause } = data;
  expected.tell('comment', commentId, { disposition, response, theme, changedClause });
  expected.tell('comment', commentId, { disposedBy: by.personId, disposedAt: by.at });
}

/** Comments that an organisation wrote here itself. */
const writtenBy = (expected: Expected, hearingId: string, organisationId: string): string[] =>
  expected.all('comment').flatMap(({ id }) => {
    const is = (field: 'hearingId' | 'organisationId') => expected.said('comment', id, field);
    const own = is('hearingId') === hearingId && is('organisationId') === organisationId;
    return own && expected.said('comment', id, 'channel') !== 'mail' ? [id] : [];
  });

/** Whether the organisation's own contact has submitted it here. Undefined: nobody knows any more. */
function isOwn(expected: Expected, id: string): boolean | undefined {
  if (!expected.get('answer', id)) return false;
  const [sender, channel] = [expected.said('answer', id, 'sender'), expected.said('answer', id, 'channel')];
  if (sender === undefined || channel === undefined) return undefined;
  return sender === null && channel !== 'mail';
}

/**
 * An answer that was submitted here keeps its door, and in time its time, but one that stood again is submitted anew, and
 * what went along with it has left. What goes along with a late one is late.
 * An older program's binds the co-senders it names, but those with an answer of their own, and lets go of those it names no
 * more. Now what happens to each has an event of its own.
 */
export function answerSubmitted(expected: Expected, data: EventData<'answerSubmitted'>, by: By): void {
  const { hearingId, organisationId, position, reservation, late, channel } = data;
  const id = answerId(hearingId, organisationId);
  holdLate(expected, 'answer', id, data, arrivedAt(data, by.at));
  const again = typeof expected.said('answer', id, 'restoredAt') === 'string';
  if (again) leaves(expected, data, by.at);
  const own = again ? false : isOwn(expected, id);
  const first = { channel, submittedAt: arrivedAt(data, by.at) };
  const kept = {
    channel: expected.said('answer', id, 'channel'),
    submittedAt: late ? first.submittedAt : expected.said('answer', id, 'submittedAt'),
  };
  const unknown = { channel: undefined, submittedAt: undefined };
  const door = own === undefined ? unknown : own ? kept : first;
  const said = { position, reservation, late };
  expected.tell('answer', id, { ...said, ...door, sender: null, submittedBy: by.personId, restoredAt: null });
  if (late && channel !== 'mail')
    for (const comment of writtenBy(expected, hearingId, organisationId))
      if (expected.said('comment', comment, 'withdrawnAt') === null) lateUnlessLeft(expected, comment);
  bindsNamed(expected, data, said);
  namesKept(expected, data, by.at);
}

/** What had left before came when it did. */
function lateUnlessLeft(expected: Expected, comment: string): void {
  const leftAt = expected.said('comment', comment, 'leftAt');
  if (leftAt === null) expected.tell('comment', comment, { late: true });
  if (leftAt === undefined) expected.tell('comment', comment, { late: undefined });
}

function bindsNamed(
  expected: Expected,
  { hearingId, organisationId, jointWith }: EventData<'answerSubmitted'>,
  said: Pick<EventData<'answerSubmitted'>, 'position' | 'reservation' | 'late'>,
): void {
  if (!jointWith) return;
  const sender = JSON.stringify(organisationId);
  for (const { id, fields } of expected.all('answer')) {
    const [of, other] = id.split(' ');
    const bound = of === hearingId && fields.get('sender') === sender;
    if (bound && !jointWith.includes(other!)) expected.drop('answer', id);
  }
  for (const other of jointWith) {
    const id = answerId(hearingId, other);
    const own = expected.get('answer', id);
    if (own && own.fields.get('sender') !== sender) continue;
    const came = { channel: undefined, submittedBy: undefined, submittedAt: undefined, restoredAt: null };
    expected.tell('answer', id, { ...said, ...came, sender: organisationId });
  }
}

/** What went along with an answer that gives way has left the house all the same. */
function leaves(
  expected: Expected,
  { hearingId, organisationId }: Pick<EventData<'jointAccepted'>, 'hearingId' | 'organisationId'>,
  at: string,
): void {
  const id = answerId(hearingId, organisationId);
  const own = isOwn(expected, id);
  const submittedAt = expected.said('answer', id, 'submittedAt');
  const restoredAt = expected.said('answer', id, 'restoredAt');
  for (const comment of writtenBy(expected, hearingId, organisationId)) {
    if (expected.said('comment', comment, 'leftAt') !== null) continue;
    const disposed = typeof expected.said('comment', comment, 'disposedAt') === 'string';
    const withdrawnAt = expected.said('comment', comment, 'withdrawnAt');
    const stood = withdrawnAt === null || String(withdrawnAt) > String(submittedAt);
    const receivedAt = String(expected.said('comment', comment, 'receivedAt'));
    const since = typeof restoredAt !== 'string' || receivedAt >= restoredAt;
    if (own === undefined) expected.tell('comment', comment, { leftAt: undefined });
    else if (disposed || (own && stood && since)) expected.tell('comment', comment, { leftAt: at });
  }
}

export function jointAccepted(expected: Expected, data: EventData<'jointAccepted'>, by: By): void {
  const { hearingId, senderId, organisationId, position, reservation, late, channel } = data;
  leaves(expected, data, by.at);
  const id = answerId(hearingId, organisationId);
  holdLate(expected, 'answer', id, data, arrivedAt(data, by.at));
  expected.tell('answer', id, {
    position,
    reservation,
    late,
    sender: senderId,
    channel,
    submittedBy: by.personId,
    submittedAt: arrivedAt(data, by.at),
    restoredAt: null,
  });
  holdAccepted(expected, data);
  namesNobody(expected, data);
}

export const jointProposed = named;

/** What it had said yes or no to fell, and it is asked anew. */
export function jointLapsed(expected: Expected, data: EventData<'jointLapsed'>): void {
  jointParted(expected, data);
  named(expected, data);
}

export function jointEnded(expected: Expected, data: EventData<'jointEnded'>): void {
  jointParted(expected, data);
  namedNoMore(expected, data);
}

/** Declined, lapsed or ended: an answer that was the sender's is gone, and one of its own stands. */
export function jointParted(expected: Expected, data: EventData<'jointDeclined'>): void {
  const id = answerId(data.hearingId, data.organisationId);
  if (expected.get('answer', id)?.fields.get('sender') === JSON.stringify(data.senderId))
    expected.drop('answer', id);
}

/** After the event that it left a joint answer with: what it had answered by itself stands again, if it had. */
export function answerAlone(expected: Expected, data: EventData<'answerAlone'>, { at }: By): void {
  const { hearingId, organisationId, position, ...own } = data;
  if (position === null) return namesNobody(expected, data);
  const { reservation, late, channel, submittedAt, submittedBy } = own;
  const kept = { reservation, late, channel, submittedAt, submittedBy };
  expected.tell('answer', answerId(hearingId, organisationId), {
    position,
    ...kept,
    sender: null,
    restoredAt: at,
  });
  namesNobody(expected, data);
}

export function answerChanged(expected: Expected, data: EventData<'answerChanged'>): void {
  expected.tell('answer', answerId(data.hearingId, data.organisationId), { position: data.position });
}

/** They have left their house, late; the answer beside them is the one that it was. */
export function commentsCameLate(
  expected: Expected,
  { commentIds }: EventData<'commentsCameLate'>,
  { at }: By,
): void {
  for (const id of commentIds) expected.tell('comment', id, { late: true, leftAt: at });
}

export function hearingOpened(expected: Expected, data: EventData<'hearingOpened'>, by: By): void {
  const { hearingId, number, kind, versionId, letter, reason, deadline, heard } = data;
  const row = { number, kind, versionId, letter, reason, opensAt: by.at, deadline, originalDeadline: null };
  expected.tell('hearing', hearingId, { ...row, createdBy: by.personId, heard: heard?.toSorted() });
  movesTo(expected, (course, state) => state && course.afterDraft(state));
}

export function deadlineExtended(expected: Expected, data: EventData<'deadlineExtended'>): void {
  const { hearingId, from, to } = data;
  const before = expected.said('hearing', hearingId, 'deadline');
  if (before !== undefined && before !== from) expected.doubt('hearing', hearingId, 'deadline');
  const first = expected.said('hearing', hearingId, 'originalDeadline');
  const original = first === null ? { originalDeadline: from } : {};
  expected.tell('hearing', hearingId, { deadline: to, ...original });
}
