import type { Planned, Session } from '../../process/meeting/session.ts';

/** When the session `s` of the meeting `m` is, beside whatever else a statement reads. */
export const selectTimes = `s.opened_at as session_opened_at, s.ended_at as session_ended_at, s.over_at as session_over_at,
  m.starts_at as meeting_starts_at, m.ends_at as meeting_ends_at`;

export interface TimesRead {
  sessionOpenedAt: Date;
  sessionEndedAt: Date | null;
  sessionOverAt: Date | null;
  meetingStartsAt: Date;
  meetingEndsAt: Date;
}

/** The session and what was planned, as the rules ask for them. */
export const timesOf = (row: TimesRead): [Session, Planned] => [
  { openedAt: row.sessionOpenedAt, endedAt: row.sessionEndedAt, overAt: row.sessionOverAt },
  { startsAt: row.meetingStartsAt, endsAt: row.meetingEndsAt },
];
