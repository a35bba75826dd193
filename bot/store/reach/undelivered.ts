import { sql, type RawBuilder } from 'kysely';
import { chatOf } from './conversations.ts';
import { listOf } from '../frame/columns.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import type { Delivery } from './deliveries.ts';
import { somebody } from '../frame/somebody.ts';

/** What messages are about: of several that are named, the first. */
export interface About {
  hearingId?: string | undefined;
  voteId?: string | undefined;
  meetingId?: string | undefined;
  schedulingId?: string | undefined;
}

const isAbout = ({ hearingId, voteId, meetingId, schedulingId }: About): RawBuilder<boolean> => {
  if (hearingId) return sql`d.hearing_id = ${hearingId}::uuid`;
  if (voteId) return sql`d.vote_id = ${voteId}::uuid`;
  if (meetingId) return sql`d.meeting_id = ${meetingId}::uuid`;
  return sql`d.scheduling_id = ${schedulingId ?? null}::uuid`;
};

/**
 * Failed, or nobody knows; of a shared chat, or to somebody who is still there: nobody else is sent anything again.
 */
const isUndelivered = `(d.state in ('failed', 'uncertain') and (d.person_id is null or exists (
  select from person p where p.id = d.person_id and ${somebody('p')})))`;
const undelivered = sql.raw(isUndelivered);

/** They start over on the first channel we have. Returns how many. */
export async function resend(trx: Trx, about: About): Promise<number> {
  const { rows } = await sql`
    update delivery d set state = 'queued', reason = null, attempts = 0, due_at = now(), claimed_at = null,
      mail_slot = null,
      conversation_id = coalesce(c.id, case when d.person_id is null then d.conversation_id end),
      channel = case when d.person_id is null then d.channel when c.id is null then 'mail' else 'personal' end
    from delivery self
    left join person p on p.id = self.person_id
    left join lateral (
      select id from conversation where ${sql.raw(chatOf('p'))} order by updated_at desc limit 1
    ) c on true
    where d.id = self.id and ${undelivered} and ${isAbout(about)}
    returning d.id`.execute(trx);
  return rows.length;
}

export async function failedDeliveries(db: Reader, about: About): Promise<number> {
  const { rows } = await sql<{ failed: number }>`
    select count(*)::int as failed from delivery d where ${undelivered} and ${isAbout(about)}`.execute(db);
  return rows[0]!.failed;
}

const selectFailed = `
  select d.hearing_id as id, count(*)::int as failed from unnest($1::uuid[]) as k (id)
  join delivery d on d.hearing_id = k.id and ${isUndelivered} group by d.hearing_id
  union all
  select d.vote_id, count(*)::int from unnest($2::uuid[]) as k (id)
  join delivery d on d.vote_id = k.id and ${isUndelivered} group by d.vote_id`;

/** How many did not arrive, of those hearings and votes where some did not. */
export async function failedAbout(
  db: Reader,
  hearingIds: string[],
  voteIds: string[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: string; failed: number }>(db, selectFailed, [hearingIds, voteIds]);
  return new Map(rows.map(({ id, failed }) => [id, failed]));
}

/** So many messages about one of what is no case's. */
export interface Unreached {
  id: string;
  title: string;
  due: Date | null;
  count: number;
}

/** About meetings, also cancelled ones, until they would be over: then there is nothing to come to. */
export async function unreachedOfMeetings(db: Reader, now: Date): Promise<Unreached[]> {
  const { rows } = await sql<Unreached>`
    select m.id, m.title, m.starts_at as due, count(*)::int as count
    from meeting m join delivery d on d.meeting_id = m.id
    where m.ends_at > ${now} and ${undelivered} group by m.id order by m.starts_at, m.id`.execute(db);
  return rows;
}

/** About polls that are under way. */
export async function unreachedOfPolls(db: Reader): Promise<Unreached[]> {
  const { rows } = await sql<Unreached>`
    select s.id, s.title, s.respond_by as due, count(*)::int as count
    from scheduling s join delivery d on d.scheduling_id = s.id
    where s.opened_at is not null and s.meeting_id is null and s.dropped_at is null and ${undelivered}
    group by s.id order by s.respond_by, s.id`.execute(db);
  return rows;
}

export type DeliveryListed = Delivery & { personName: string | null; organisationName: string | null };

export async function listDeliveries(
  db: Reader,
  about: About,
  after: number,
  limit: number,
): Promise<DeliveryListed[]> {
  const { rows } = await sql<DeliveryListed>`
    select ${sql.raw(listOf('delivery', 'd'))}, p.display_name as person_name, o.name as organisation_name
    from delivery d left join person p on p.id = d.person_id left join organisation o on o.id = p.organisation_id
    where d.id > ${after} and ${isAbout(about)} order by d.id limit ${limit}`.execute(db);
  return rows;
}
