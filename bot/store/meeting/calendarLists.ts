import { sql } from 'kysely';
import { listOf } from '../frame/columns.ts';
import type { Reader } from '../frame/database.ts';
import { somebody } from '../frame/somebody.ts';
import type { HearingRow, MeetingRow, SchedulingRow } from '../schema.ts';

/** Whose calendar it is, and how far back it reaches. */
export interface Whose {
  personId: string;
  organisationId: string | null;
  secretariat: boolean;
  since: Date;
  most: number;
}

/** A meeting is in the calendar of those who were called; one called by hand, in that of every member. The latest first. */
export async function meetingsConcerning(db: Reader, whose: Whose): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select ${sql.raw(listOf('meeting', 'm'))} from meeting m
    where m.ends_at > ${whose.since} and (${whose.secretariat}
      or exists (select from attendee a where a.meeting_id = m.id and a.person_id = ${whose.personId})
      or (m.kind = 'steeringGroup' and not exists (select from attendee a where a.meeting_id = m.id)))
    order by m.starts_at desc limit ${whose.most}`.execute(db);
  return rows;
}

export async function hearingsConcerning(
  db: Reader,
  whose: Whose,
): Promise<(HearingRow & { caseTitle: string })[]> {
  const { rows } = await sql<HearingRow & { caseTitle: string }>`
    select ${sql.raw(listOf('hearing', 'h'))}, c.title as case_title
    from hearing h join "case" c on c.id = h.case_id
    where h.deadline > ${whose.since} and (${whose.secretariat} or exists (
      select from heard where heard.hearing_id = h.id and heard.organisation_id = ${whose.organisationId}))
    order by h.deadline desc limit ${whose.most}`.execute(db);
  return rows;
}

/** Polls that this person has still to answer; whose calendar is read need not. */
export async function pollsOwedBy(db: Reader, personId: string, most: number): Promise<SchedulingRow[]> {
  const { rows } = await sql<SchedulingRow>`
    select ${sql.raw(listOf('scheduling', 's'))}
    from invitee i join scheduling s on s.id = i.scheduling_id
    where i.person_id = ${personId} and i.answered_at is null and i.readable is distinct from true
      and s.opened_at is not null and s.meeting_id is null and s.dropped_at is null
    order by s.respond_by, s.id limit ${most}`.execute(db);
  return rows;
}

interface PollStanding extends SchedulingRow {
  asked: number;
  answered: number;
}

/** Polls under way with how many owe an answer and gave it, for whoever must choose a time. */
export async function pollsUnderWay(db: Reader, most: number): Promise<PollStanding[]> {
  const { rows } = await sql<PollStanding>`
    select ${sql.raw(listOf('scheduling', 's'))}, n.asked, n.answered
    from scheduling s, lateral (
      select count(*)::int as asked, (count(*) filter (where i.answered_at is not null))::int as answered
      from invitee i join person p on p.id = i.person_id
      where i.scheduling_id = s.id and i.readable is distinct from true
        and ${sql.raw(somebody('p'))}) n
    where s.opened_at is not null and s.meeting_id is null and s.dropped_at is null
    order by s.respond_by, s.id limit ${most}`.execute(db);
  return rows;
}

/** Those that a reader may see, the newest first: all for the secretariat, else those that one is asked in. */
export async function schedulingPage(
  db: Reader,
  {
    reader,
    after,
    limit,
  }: { reader: { personId: string; secretariat: boolean }; after?: string | undefined; limit: number },
): Promise<SchedulingRow[]> {
  const { rows } = await sql<SchedulingRow>`
    select ${sql.raw(listOf('scheduling', 's'))} from scheduling s
    where (${reader.secretariat} or (s.opened_at is not null and exists (
        select from invitee i where i.scheduling_id = s.id and i.person_id = ${reader.personId})))
      ${after ? sql`and (s.created_at, s.id) < (select l.created_at, l.id from scheduling l where l.id = ${after})` : sql``}
    order by s.created_at desc, s.id desc limit ${limit}`.execute(db);
  return rows;
}
