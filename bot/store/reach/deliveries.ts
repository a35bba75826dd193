import { sql } from 'kysely';
import { messageKinds, type MessageKind } from '../../process/reach/messages.ts';
import { chatOf } from './conversations.ts';
import { listOf } from '../frame/columns.ts';
import { writeAlong, type Db, type Reader, type Trx } from '../frame/database.ts';
import { together } from '../frame/loader.ts';
import type { DeliveryRow } from '../schema.ts';
import { somebody } from '../frame/somebody.ts';

export interface Subject {
  revisionId?: string | null;
  hearingId?: string | null;
  voteId?: string | null;
  meetingId?: string | null;
  schedulingId?: string | null;
}
export interface Telling extends Subject {
  message: MessageKind;
  occasion?: string;
}
export type Delivery = Omit<DeliveryRow, 'id' | 'occasion' | 'state' | 'attempts' | 'dueAt'> & {
  id: string;
  occasion: string;
  state: string;
  attempts: number;
  dueAt: Date;
};

/** A message whose turn it is, with where it goes and whom it is for. */
export interface Claimed extends Delivery {
  serviceUrl: string | null;
  tenantId: string | null;
  organisationId: string | null;
  locale: 'da' | 'en' | null;
  email: string | null;
  /** As the register has its reader now; null for a shared chat. */
  secretariat: boolean | null;
  leftAt: Date | null;
}

/**
 * One row per person who is still there, addressed to the chat we know or else to mail. Told twice for the same occasion
 * is told once. Returns how many rows are new.
 */
export async function tellPeople(trx: Trx, personIds: string[], telling: Telling, at: Date): Promise<number> {
  if (personIds.length === 0) return 0;
  const { rows } = await sql`
    insert into delivery (person_id, conversation_id, message, revision_id, hearing_id, vote_id, meeting_id, scheduling_id,
      occasion, channel, created_at)
    select p.id, c.id, ${telling.message}, ${telling.revisionId ?? null}::uuid, ${telling.hearingId ?? null}::uuid,
      ${telling.voteId ?? null}::uuid, ${telling.meetingId ?? null}::uuid, ${telling.schedulingId ?? null}::uuid,
      ${telling.occasion ?? ''}, case when c.id is null then 'mail' else 'personal' end, ${at}
    from person p
    left join lateral (
      select id from conversation where ${sql.raw(chatOf('p'))} order by updated_at desc limit 1
    ) c on true
    where p.id = any(${sql.val(personIds)}) and ${sql.raw(somebody('p'))}
    on conflict do nothing returning id`.execute(trx);
  return rows.length;
}

export async function tellConversation(
  trx: Trx,
  conversationId: string,
  channel: 'team' | 'meeting',
  telling: Telling,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('delivery')
    .values({
      personId: null,
      conversationId,
      message: telling.message,
      revisionId: telling.revisionId ?? null,
      hearingId: telling.hearingId ?? null,
      voteId: telling.voteId ?? null,
      meetingId: telling.meetingId ?? null,
      schedulingId: telling.schedulingId ?? null,
      occasion: telling.occasion ?? '',
      channel,
      reason: null,
      activityId: null,
      claimedAt: null,
      createdAt: at,
      settledAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const known = sql`${sql.val(messageKinds)}::text[]`;

/**
 * Takes what is due, oldest first, never two of one conversation at once: a chat is a lane, and the
 * message before must have left it, and a moment ago. SKIP LOCKED lets several replicas share the work.
 * `offset 0` keeps each lane a look-up of its own: a join's plan, made when the queue was empty, would read all of it
 * for every message. What is due now may be a moment ahead: its time is kept, rounded, in milliseconds. What a program does
 * not know it leaves to the one that queued it, and lets nothing wait behind it.
 */
export async function claimDeliveries(db: Db, limit: number, gapSeconds: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with claimed as (update delivery set state = 'sending', claimed_at = date_trunc('milliseconds', now()),
      attempts = attempts + 1
    where id in (
      select d.id from delivery d
      where d.state = 'queued' and d.due_at < now() + interval '1 millisecond' and d.message = any(${known})
        and not exists (
          select 1 from delivery b where b.conversation_id = d.conversation_id and b.id <> d.id
            and (b.state = 'sending' or (b.state = 'queued' and b.id < d.id and b.message = any(${known}))) offset 0)
        and not exists (
          select 1 from delivery s where s.conversation_id = d.conversation_id
            and s.settled_at > now() - ${gapSeconds} * interval '1 second' offset 0)
      order by d.due_at, d.id limit ${limit} for update of d skip locked)
    returning ${sql.raw(listOf('delivery', 'delivery'))})
    select ${sql.raw(listOf('delivery', 'claimed'))}, c.service_url, c.tenant_id, p.organisation_id, p.locale, p.email,
      p.secretariat, p.left_at
    from claimed
    left join conversation c on c.id = claimed.conversation_id
    left join person p on p.id = claimed.person_id`.execute(db);
  return rows.sort((a, b) => Number(a.id) - Number(b.id));
}

/** One try at a message: known by when it was taken, as the tries are counted anew when it is sent again. */
export type Attempt = Pick<Claimed, 'id' | 'claimedAt'>;

/** It is away, or its sender was given up, and nobody has taken it since. */
const isAway = ({ id, claimedAt }: Attempt) =>
  sql`d.id = ${id}::bigint and d.state in ('sending', 'uncertain') and d.claimed_at = ${claimedAt}`;

/**
 * Only of what is away: told once more, it changes nothing that came after; and nothing of a later attempt, where one is
 * named: that a message has left is so whichever it was. Its time is cut, not rounded: a moment ahead it would keep the next
 * message of its chat waiting.
 */
export async function settleDelivery(
  db: Reader,
  id: string,
  values: {
    state: 'accepted' | 'failed' | 'uncertain' | 'cancelled';
    reason?: string | null;
    activityId?: string | null;
    /** Of a shared card: what it shows. */
    shownHash?: string | null;
    of?: Attempt;
  },
): Promise<void> {
  await sql`
    update delivery d set state = ${values.state}, reason = ${values.reason ?? null},
      activity_id = coalesce(${values.activityId ?? null}, activity_id),
      shown_hash = coalesce(${values.shownHash ?? null}, shown_hash), settled_at = date_trunc('milliseconds', now())
    where d.id = ${id}::bigint and d.state in ('sending', 'uncertain')
      and ${values.of ? isAway(values.of) : sql`true`}`.execute(db);
}

/** A moment so near is now. */
const nowSeconds = 1;

/**
 * A mail's own moment in the pace that Exchange allows, over all replicas. One that lies ahead puts the mail back into the
 * queue until then, as if it had not been tried. Returns whether it has to wait; one that somebody else has taken is theirs.
 */
export async function takeMailSlot(db: Reader, attempt: Attempt, perMinute: number): Promise<boolean> {
  const gap = sql`${60 / perMinute} * interval '1 second'`;
  const { rows } = await sql<{ waits: boolean }>`
    with slot as (
      update pace set mail_next_at = greatest(mail_next_at, clock_timestamp()) + ${gap} returning mail_next_at - ${gap} as at
    ), mine as (select at, at > clock_timestamp() + ${nowSeconds} * interval '1 second' as waits from slot)
    update delivery d set mail_slot = mine.at,
      state = case when mine.waits then 'queued' else d.state end,
      due_at = case when mine.waits then mine.at else d.due_at end,
      claimed_at = case when mine.waits then null else d.claimed_at end,
      attempts = d.attempts - case when mine.waits then 1 else 0 end
    from mine where ${isAway(attempt)} returning mine.waits`.execute(db);
  return rows[0]?.waits ?? true;
}

export async function putOff(db: Reader, attempt: Attempt, reason: string, delayMs: number): Promise<void> {
  await sql`
    update delivery d set state = 'queued', reason = ${reason}, claimed_at = null, mail_slot = null,
      due_at = now() + ${delayMs} * interval '1 millisecond'
    where ${isAway(attempt)}`.execute(db);
}

/** The next channel for the same telling: the row moves on, and remembers why. */
export async function moveToMail(db: Reader, attempt: Attempt, reason: string): Promise<void> {
  await sql`
    update delivery d set state = 'queued', channel = 'mail', conversation_id = null, reason = ${reason},
      attempts = 0, claimed_at = null, due_at = now()
    where ${isAway(attempt)}`.execute(db);
}

/** Left and never came back: whoever sent them is gone. Said as it is, and never sent again by itself. */
export async function markAbandoned(db: Reader, olderThanMs: number): Promise<number> {
  const { rows } = await sql`
    update delivery set state = 'uncertain', reason = 'senderStopped', settled_at = now()
    where state = 'sending' and claimed_at < now() - ${olderThanMs} * interval '1 millisecond' returning id`.execute(
    db,
  );
  return rows.length;
}

interface Acted {
  personId: string;
  hearingId?: string;
  voteId?: string;
  schedulingId?: string;
}

const updateActed = `
  update delivery d set state = 'actedOn'
  from unnest($1::uuid[], $2::uuid[]) as k (person_id, subject_id)
  where d.person_id = k.person_id and d.state = 'accepted'
    and k.subject_id in (d.hearing_id, d.vote_id, d.scheduling_id)`;

/** Someone did what a message asked: their own rows about it say so. */
export const markActedOn = together(async (trx: Trx, acted: readonly Acted[]): Promise<null[]> => {
  const subjects = acted.map((one) => one.hearingId ?? one.voteId ?? one.schedulingId);
  await writeAlong(trx, updateActed, [acted.map((one) => one.personId), subjects]);
  return acted.map(() => null);
});

/**
 * The earliest free moment, over all replicas, and how long it is until then by the clock that says so. Each taker moves
 * it on by what its messages cost.
 */
export async function takePace(
  db: Db,
  messages: number,
  perSecond: number,
): Promise<{ startAt: Date; waitMs: number }> {
  const cost = sql`${messages / perSecond} * interval '1 second'`;
  const { rows } = await sql<{ startAt: Date; waitMs: number }>`
    update pace set next_at = greatest(next_at, clock_timestamp()) + ${cost}
    returning next_at - ${cost} as start_at,
      (extract(epoch from next_at - ${cost} - clock_timestamp()) * 1000)::float8 as wait_ms`.execute(db);
  return rows[0]!;
}
