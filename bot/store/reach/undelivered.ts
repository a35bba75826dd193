import type { About } from '../../process/frame/about.ts';
import { lostStates } from '../../process/reach/messages.ts';
import { chatOf } from './conversations.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { deliveryList, type Delivery } from './deliveries.ts';
import { somebody } from '../frame/somebody.ts';

const lost = lostStates.map((state) => `'${state}'`).join(', ');

/** `isUndelivered` of process/reach, asked of a delivery's row `d`. */
export const isUndelivered = `(d.state in (${lost}) and (d.person_id is null or exists (
  select from person p where p.id = d.person_id and ${somebody('p')})))`;

const updateAgain = `
  update delivery d set state = 'queued', reason = null, attempts = 0, due_at = now(), claimed_at = null,
    mail_slot = null,
    conversation_id = coalesce(c.id, case when d.person_id is null then d.conversation_id end),
    channel = case when d.person_id is null then d.channel when c.id is null then 'mail' else 'personal' end
  from delivery self
  left join person p on p.id = self.person_id
  left join lateral (
    select id from conversation where ${chatOf('p')} order by updated_at desc limit 1
  ) c on true
  where d.id = self.id and ${isUndelivered} and d.about_id = $1
  returning d.id`;

/** They start over on the first channel we have. Returns how many. */
export const resend = async (trx: Trx, about: About): Promise<number> =>
  (await rowsOf(trx, updateAgain, [about.id])).length;

const selectFailed = `
  select d.about_id as id, count(*)::int as failed from unnest($1::uuid[]) as k (id)
  join delivery d on d.about_id = k.id and ${isUndelivered} group by d.about_id`;

/** How many did not arrive, of those things about which some did not, by their ids. */
export async function failedAbout(db: Reader, about: About[]): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: string; failed: number }>(db, selectFailed, [about.map(({ id }) => id)]);
  return new Map(rows.map(({ id, failed }) => [id, failed]));
}

export type DeliveryListed = Delivery & { personName: string | null; organisationName: string | null };

const selectListed = `
  select ${deliveryList('d')}, p.display_name as person_name, o.name as organisation_name
  from delivery d left join person p on p.id = d.person_id left join organisation o on o.id = p.organisation_id
  where d.about_id = $1 and d.id > $2 order by d.id limit $3`;

export const listDeliveries = (
  db: Reader,
  about: About,
  after: number,
  limit: number,
): Promise<DeliveryListed[]> => rowsOf<DeliveryListed>(db, selectListed, [about.id, after, limit]);
