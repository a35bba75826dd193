import type { EventData } from '../events.ts';
import type { Expected } from '../frame/compared.ts';

export const answerId = (hearingId: string, organisationId: string): string =>
  `${hearingId} ${organisationId}`;

/** `H12-437`: the hearing's number is the hearing's to tell. */
const numberIn = (ref: string): number => Number(ref.split('-').at(-1));

export function commentAdded(expected: Expected, data: EventData<'commentAdded'>): void {
  const { commentId, ref, hearingId, organisationId, clause, type, text, proposedChange, channel } = data;
  const words = { clause, type, text, proposedChange };
  const number = numberIn(ref);
  expected.tell('comment', commentId, { number, hearingId, organisationId, ...words, channel });
  expected.tell('comment', commentId, { withdrawn: false, theme: null, changedClause: null });
  expected.tell('comment', commentId, { disposition: null, response: null });
}

/** What was answered is asked for again. */
export function commentEdited(expected: Expected, data: EventData<'commentEdited'>): void {
  const { commentId, clause, type, text, proposedChange } = data;
  expected.tell('comment', commentId, { clause, type, text, proposedChange });
  expected.tell('comment', commentId, { disposition: null, response: null });
}

export function commentWithdrawn(expected: Expected, { commentId }: EventData<'commentWithdrawn'>): void {
  expected.tell('comment', commentId, { withdrawn: true });
}

export function commentDisposed(expected: Expected, data: EventData<'commentDisposed'>): void {
  const { commentId, disposition, response, theme, changedClause } = data;
  expected.tell('comment', commentId, { disposition, response, theme, changedClause });
}

/**
 * An older program's binds the co-senders it names, but those with an answer of their own, and lets go of those it names no
 * more. Now what happens to each has an event of its own.
 */
export function answerSubmitted(expected: Expected, data: EventData<'answerSubmitted'>): void {
  const { hearingId, organisationId, position, reservation, late, jointWith } = data;
  const said = { position, reservation, late };
  const sender = JSON.stringify(organisationId);
  expected.tell('answer', answerId(hearingId, organisationId), { ...said, sender: null });
  if (!jointWith) return;
  for (const { id, fields } of expected.all('answer')) {
    const [of, other] = id.split(' ');
    const bound = of === hearingId && fields.get('sender') === sender;
    if (bound && !jointWith.includes(other!)) expected.drop('answer', id);
  }
  for (const other of jointWith) {
    const id = answerId(hearingId, other);
    const own = expected.get('answer', id);
    if (own && own.fields.get('sender') !== sender) continue;
    expected.tell('answer', id, { ...said, sender: organisationId });
  }
}

export function jointAccepted(expected: Expected, data: EventData<'jointAccepted'>): void {
  const { hearingId, senderId, organisationId, position, reservation, late } = data;
  expected.tell('answer', answerId(hearingId, organisationId), {
    position,
    reservation,
    late,
    sender: senderId,
  });
}

/** Declined, lapsed or ended: an answer that was the sender's is gone, and one of its own stands. */
export function jointParted(expected: Expected, data: EventData<'jointDeclined'>): void {
  const id = answerId(data.hearingId, data.organisationId);
  if (expected.get('answer', id)?.fields.get('sender') === JSON.stringify(data.senderId))
    expected.drop('answer', id);
}

/** After the event that it left a joint answer with. */
export function answerAlone(expected: Expected, data: EventData<'answerAlone'>): void {
  const { hearingId, organisationId, position, reservation, late } = data;
  if (position !== null)
    expected.tell('answer', answerId(hearingId, organisationId), {
      position,
      reservation,
      late,
      sender: null,
    });
}

export function answerChanged(expected: Expected, data: EventData<'answerChanged'>): void {
  expected.tell('answer', answerId(data.hearingId, data.organisationId), { position: data.position });
}

export function hearingOpened(expected: Expected, data: EventData<'hearingOpened'>): void {
  const { hearingId, number, kind, versionId, letter, reason, deadline, heard } = data;
  const row = { number, kind, versionId, letter, reason, deadline };
  expected.tell('hearing', hearingId, { ...row, heard: heard?.toSorted() });
}

export function deadlineExtended(expected: Expected, data: EventData<'deadlineExtended'>): void {
  expected.tell('hearing', data.hearingId, { deadline: data.to });
}
