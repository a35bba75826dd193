import { listOf } from '../frame/columns.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { somebody } from '../frame/somebody.ts';
import { isPolling, owesAnswer } from '../scheduling/polls.ts';
import { valued } from '../frame/statements.ts';
import type { HearingRow, MeetingRow, SchedulingRow } from '../schema.ts';

/** Whose calendar it is, and how far back it reaches. */
export interface Whose {
  personId: string;
  organisationId: string | null;
  secretariat: boolean;
  since: Date;
  most: number;
}

const selectMeetings = `
  select ${listOf('meeting', 'm')} from meeting m
  where m.ends_at > $1 and ($2::boolean
    or exists (select from attendee a where a.meeting_id = m.id and a.person_id = $3)
    or (m.kind = 'steeringGroup' and not exists (select from attendee a where a.meeting_id = m.id)))
  order by m.starts_at desc limit $4`;

/** A meeting is in the calendar of those who were called; one called by hand, in that of every member. The latest first. */
export const meetingsConcerning = (
  db: Reader,
  { since, secretariat, personId, most }: Whose,
): Promise<MeetingRow[]> => rowsOf(db, selectMeetings, [since, secretariat, personId, most]);

const selectHearings = `
  select ${listOf('hearing', 'h')}, c.title as case_title
  from hearing h join "case" c on c.id = h.case_id
  where h.deadline > $1 and ($2::boolean or exists (
    select from heard where heard.hearing_id = h.id and heard.organisation_id = $3))
  order by h.deadline desc limit $4`;

export const hearingsConcerning = (
  db: Reader,
  { since, secretariat, organisationId, most }: Whose,
): Promise<(HearingRow & { caseTitle: string })[]> =>
  rowsOf(db, selectHearings, [since, secretariat, organisationId, most]);

const selectOwed = `
  select ${listOf('scheduling', 's')}
  from invitee i join scheduling s on s.id = i.scheduling_id
  where i.person_id = $1 and i.answered_at is null and ${owesAnswer('i')} and ${isPolling('s')}
  order by s.respond_by, s.id limit $2`;

/** Polls that this person has still to answer; whose calendar is read need not. */
export const pollsOwedBy = (db: Reader, personId: string, most: number): Promise<SchedulingRow[]> =>
  rowsOf(db, selectOwed, [personId, most]);

interface PollStanding extends SchedulingRow {
  asked: number;
  answered: number;
}

const selectUnderWay = `
  select ${listOf('scheduling', 's')}, n.asked, n.answered
  from scheduling s, lateral (
    select count(*)::int as asked, (count(*) filter (where i.answered_at is not null))::int as answered
    from invitee i join person p on p.id = i.person_id
    where i.scheduling_id = s.id and ${owesAnswer('i')} and ${somebody('p')}) n
  where ${isPolling('s')} order by s.respond_by, s.id limit $1`;

/** Polls under way with how many owe an answer and gave it, for whoever must choose a time. */
export const pollsUnderWay = (db: Reader, most: number): Promise<PollStanding[]> =>
  rowsOf(db, selectUnderWay, [most]);

interface Page {
  reader: { personId: string; secretariat: boolean };
  after?: string | undefined;
  limit: number;
}

/** Those that a reader may see, the newest first: all for the secretariat, else those that one is asked in. */
export function schedulingPage(db: Reader, { reader, after, limit }: Page): Promise<SchedulingRow[]> {
  const { values, value } = valued();
  const asked = (personId: string): string => `s.opened_at is not null and exists (
    select from invitee i where i.scheduling_id = s.id and i.person_id = ${value(personId)})`;
  const behind = (id: string): string =>
    `(s.created_at, s.id) < (select l.created_at, l.id from scheduling l where l.id = ${value(id)})`;
  const conditions = [
    'true',
    ...(reader.secretariat ? [] : [asked(reader.personId)]),
    ...(after ? [behind(after)] : []),
  ];
  const text = `
    select ${listOf('scheduling', 's')} from scheduling s
    where ${conditions.join(' and ')} order by s.created_at desc, s.id desc limit ${value(limit)}`;
  return rowsOf<SchedulingRow>(db, text, values);
}
