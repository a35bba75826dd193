import type { EventData } from '../events.ts';
import type { By, Expected } from '../frame/compared.ts';

export function meetingCalled(expected: Expected, data: EventData<'meetingCalled'>): void {
  const { meetingId, kind, season, revisionId, title, startsAt, endsAt } = data;
  expected.tell('meeting', meetingId, { kind, season, revisionId, title, startsAt, endsAt });
  expected.tell('meeting', meetingId, { conversationId: null, cancelledAt: null, cancelReason: null });
}

export function meetingChanged(expected: Expected, data: EventData<'meetingChanged'>): void {
  const { meetingId, title, startsAt, endsAt } = data;
  expected.tell('meeting', meetingId, { startsAt, endsAt, ...(title !== undefined && { title }) });
}

export function meetingCancelled(
  expected: Expected,
  { meetingId, reason }: EventData<'meetingCancelled'>,
  { at }: By,
): void {
  expected.tell('meeting', meetingId, { cancelledAt: at, cancelReason: reason });
}

export function meetingLinked(expected: Expected, data: EventData<'meetingLinked'>): void {
  expected.tell('meeting', data.meetingId, { conversationId: data.conversationId });
}

export function sessionOpened(expected: Expected, data: EventData<'sessionOpened'>, by: By): void {
  expected.tell('session', data.sessionId, {
    openedBy: by.personId,
    openedAt: by.at,
    overAt: null,
    endedAt: null,
  });
}

export function sessionEnded(expected: Expected, data: EventData<'sessionEnded'>, { at }: By): void {
  expected.tell('session', data.sessionId, { endedAt: at });
}

/** With a vote open in it: since when it is over. */
export function sessionOver(expected: Expected, { sessionId, overAt }: EventData<'sessionOver'>): void {
  expected.tell('session', sessionId, { overAt });
}

export function sessionResumed(expected: Expected, { sessionId }: EventData<'sessionResumed'>): void {
  expected.tell('session', sessionId, { overAt: null });
}
