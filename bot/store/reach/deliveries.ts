import type { About } from '../../process/frame/about.ts';
import { messageKinds, type MessageKind } from '../../process/reach/messages.ts';
import { chatOf } from './conversations.ts';
import { listOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Db, type Reader, type Trx } from '../frame/database.ts';
import { together } from '../frame/loader.ts';
import type { DeliveryRow } from '../schema.ts';
import { somebody } from '../frame/somebody.ts';

export interface Telling {
  message: MessageKind;
  about: About;
  /** What makes it another one than the last of its kind about the same. */
  occasion?: string;
}
export type Delivery = Omit<
  DeliveryRow,
  'id' | 'occasion' | 'state' | 'attempts' | 'dueAt' | 'aboutKind' | 'aboutId'
> & {
  id: string;
  about: About;
  occasion: string;
  state: string;
  attempts: number;
  dueAt: Date;
};
/** What a delivery is read from, of the table under this name. */
export const deliveryList = (alias: string): string =>
  `${listOf('delivery', alias)}, jsonb_build_object('kind', ${alias}.about_kind, 'id', ${alias}.about_id) as about`;

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

const insertForPeople = `
  insert into delivery (person_id, conversation_id, message, about_kind, about_id, occasion, channel, created_at)
  select p.id, c.id, $2::text, $3::text, $4::uuid, $5::text, case when c.id is null then 'mail' else 'personal' end,
    $6::timestamptz
  from person p
  left join lateral (
    select id from conversation where ${chatOf('p')} order by updated_at desc limit 1
  ) c on true
  where p.id = any($1::uuid[]) and ${somebody('p')}
  on conflict do nothing returning id`;

/**
 * One row per person who is still there, addressed to the chat we know or else to mail. Told twice for the same occasion
 * is told once. Returns how many rows are new.
 */
export async function tellPeople(trx: Trx, personIds: string[], telling: Telling, at: Date): Promise<number> {
  if (personIds.length === 0) return 0;
  const { message, about, occasion = '' } = telling;
  const values = [personIds, message, about.kind, about.id, occasion, at];
  return (await rowsOf(trx, insertForPeople, values)).length;
}

const insertForConversation = `
  insert into delivery (conversation_id, channel, message, about_kind, about_id, occasion, created_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;

export async function tellConversation(
  trx: Trx,
  conversationId: string,
  channel: 'team' | 'meeting',
  { message, about, occasion = '' }: Telling,
  at: Date,
): Promise<void> {
  await writeAlong(trx, insertForConversation, [
    conversationId,
    channel,
    message,
    about.kind,
    about.id,
    occasion,
    at,
  ]);
}

const selectClaimed = `
  with claimed as (update delivery set state = 'sending', claimed_at = date_trunc('milliseconds', now()),
    attempts = attempts + 1
  where id in (
    select d.id from delivery d
    where d.state = 'queued' and d.due_at < now() + interval '1 millisecond' and d.message = any($1::text[])
      and not exists (
        select 1 from delivery b where b.conversation_id = d.conversation_id and b.id <> d.id
          and (b.state = 'sending' or (b.state = 'queued' and b.id < d.id and b.message = any($1::text[]))) offset 0)
      and not exists (
        select 1 from delivery s where s.conversation_id = d.conversation_id
          and s.settled_at > now() - $2::float8 * interval '1 second' offset 0)
    order by d.due_at, d.id limit $3 for update of d skip locked)
  returning ${listOf('delivery', 'delivery')})
  select ${deliveryList('claimed')}, c.service_url, c.tenant_id, p.organisation_id, p.locale, p.email,
    p.secretariat, p.left_at
  from claimed
  left join conversation c on c.id = claimed.conversation_id
  left join person p on p.id = claimed.person_id`;

/**
 * Takes what is due, oldest first, never two of one conversation at once: a chat is a lane, and the
 * message before must have left it, and a moment ago. SKIP LOCKED lets several replicas share the work.
 * `offset 0` keeps each lane a look-up of its own: a join's plan, made when the queue was empty, would read all of it
 * for every message. What is due now may be a moment ahead: its time is kept, rounded, in milliseconds. What a program does
 * not know it leaves to the one that queued it, and lets nothing wait behind it.
 */
export async function claimDeliveries(db: Db, limit: number, gapSeconds: number): Promise<Claimed[]> {
  const rows = await rowsOf<Claimed>(db, selectClaimed, [messageKinds, gapSeconds, limit]);
  return rows.sort((a, b) => Number(a.id) - Number(b.id));
}

/** One try at a message: known by when it was taken, as the tries are counted anew when it is sent again. */
export type Attempt = Pick<Claimed, 'id' | 'claimedAt'>;

/** It is away, or its sender was given up, and nobody has taken it since. */
const isAway = `d.id = $1::bigint and d.state in ('sending', 'uncertain') and d.claimed_at = $2::timestamptz`;

const updateSettled = `
  update delivery d set state = $3, reason = $4, activity_id = coalesce($5, activity_id),
    shown_hash = coalesce($6, shown_hash), settled_at = date_trunc('milliseconds', now())
  where d.id = $1::bigint and d.state in ('sending', 'uncertain')
    and ($2::timestamptz is null or d.claimed_at = $2::timestamptz)`;

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
  const { state, reason = null, activityId = null, shownHash = null, of } = values;
  await rowsOf(db, updateSettled, [id, of?.claimedAt ?? null, state, reason, activityId, shownHash]);
}

/** A moment so near is now. */
const nowSeconds = 1;
const gap = `$3::float8 * interval '1 second'`;
const takeSlot = `
  with slot as (
    update pace set mail_next_at = greatest(mail_next_at, clock_timestamp()) + ${gap} returning mail_next_at - ${gap} as at
  ), mine as (select at, at > clock_timestamp() + interval '${nowSeconds} second' as waits from slot)
  update delivery d set mail_slot = mine.at,
    state = case when mine.waits then 'queued' else d.state end,
    due_at = case when mine.waits then mine.at else d.due_at end,
    claimed_at = case when mine.waits then null else d.claimed_at end,
    attempts = d.attempts - case when mine.waits then 1 else 0 end
  from mine where ${isAway} returning mine.waits`;

/**
 * A mail's own moment in the pace that Exchange allows, over all replicas. One that lies ahead puts the mail back into the
 * queue until then, as if it had not been tried. Returns whether it has to wait; one that somebody else has taken is theirs.
 */
export async function takeMailSlot(
  db: Reader,
  { id, claimedAt }: Attempt,
  perMinute: number,
): Promise<boolean> {
  const [row] = await rowsOf<{ waits: boolean }>(db, takeSlot, [id, claimedAt, 60 / perMinute]);
  return row?.waits ?? true;
}

const updateLater = `
  update delivery d set state = 'queued', reason = $3, claimed_at = null, mail_slot = null,
    due_at = now() + $4::float8 * interval '1 millisecond'
  where ${isAway}`;

export async function putOff(
  db: Reader,
  { id, claimedAt }: Attempt,
  reason: string,
  delayMs: number,
): Promise<void> {
  await rowsOf(db, updateLater, [id, claimedAt, reason, delayMs]);
}

const updateToMail = `
  update delivery d set state = 'queued', channel = 'mail', conversation_id = null, reason = $3,
    attempts = 0, claimed_at = null, due_at = now()
  where ${isAway}`;

/** The next channel for the same telling: the row moves on, and remembers why. */
export async function moveToMail(db: Reader, { id, claimedAt }: Attempt, reason: string): Promise<void> {
  await rowsOf(db, updateToMail, [id, claimedAt, reason]);
}

const updateAbandoned = `
  update delivery set state = 'uncertain', reason = 'senderStopped', settled_at = now()
  where state = 'sending' and claimed_at < now() - $1::float8 * interval '1 millisecond' returning id`;

/** Left and never came back: whoever sent them is gone. Said as it is, and never sent again by itself. */
export async function markAbandoned(db: Reader, olderThanMs: number): Promise<number> {
  return (await rowsOf(db, updateAbandoned, [olderThanMs])).length;
}

interface Acted {
  personId: string;
  about: About;
}

const updateActed = `
  update delivery d set state = 'actedOn'
  from unnest($1::uuid[], $2::uuid[]) as k (person_id, about_id)
  where d.person_id = k.person_id and d.about_id = k.about_id and d.state = 'accepted'`;

/** Someone did what a message asked: their own rows about it say so. */
export const markActedOn = together(async (trx: Trx, acted: readonly Acted[]): Promise<null[]> => {
  await writeAlong(trx, updateActed, [
    acted.map(({ personId }) => personId),
    acted.map(({ about }) => about.id),
  ]);
  return acted.map(() => null);
});

const updatePace = `
  update pace set next_at = greatest(next_at, clock_timestamp()) + $1::float8 * interval '1 second'
  returning next_at - $1::float8 * interval '1 second' as start_at,
    (extract(epoch from next_at - $1::float8 * interval '1 second' - clock_timestamp()) * 1000)::float8 as wait_ms`;

/**
 * The earliest free moment, over all replicas, and how long it is until then by the clock that says so. Each taker moves
 * it on by what its messages cost.
 */
export async function takePace(
  db: Db,
  messages: number,
  perSecond: number,
): Promise<{ startAt: Date; waitMs: number }> {
  const rows = await rowsOf<{ startAt: Date; waitMs: number }>(db, updatePace, [messages / perSecond]);
  return rows[0]!;
}
