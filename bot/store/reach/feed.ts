import type { MessageKind } from '../../process/reach/messages.ts';
import { rowsOf, type Db, type Reader } from '../frame/database.ts';
import { deliveryList, type Delivery } from './deliveries.ts';
import { ofHost } from '../frame/tenants.ts';

/** A message that went by mail, and the account that its line is for. */
export interface Fed extends Delivery {
  teamId: string;
  objectId: string;
  organisationId: string | null;
  locale: 'da' | 'en';
  /** As the register has its reader now. */
  secretariat: boolean;
  leftAt: Date | null;
}

const selectFed = `
  with mine as (
    select due.id, s.group_id, p.object_id, p.organisation_id, p.locale, p.secretariat, p.left_at
    from delivery due
    join person p on p.id = due.person_id and p.tenant_id = ${ofHost}
    join directory_source s on s.source = 'team'
    join directory_member m on m.source = 'team' and m.object_id = p.object_id and m.until_at is null
    where due.channel = 'mail' and due.feed_state is null and due.settled_at > now() - interval '1 hour'
      and due.state in ('accepted', 'failed', 'uncertain') and due.message = any($1::text[])
    order by due.settled_at limit $2 for update of due skip locked
  )
  update delivery d set feed_state = 'sending', feed_at = now() from mine
  where d.id = mine.id
  returning ${deliveryList('d')}, mine.group_id as team_id, mine.object_id, mine.organisation_id, mine.locale,
    mine.secretariat, mine.left_at`;

/** Takes what went by mail within the hour to people of the host team; later it is news to nobody. */
export const claimFed = (db: Db, kinds: MessageKind[], limit: number): Promise<Fed[]> =>
  rowsOf<Fed>(db, selectFed, [kinds, limit]);

const updateFed = `update delivery set feed_state = $2, feed_reason = $3, feed_at = now() where id = $1::bigint`;

export async function settleFed(
  db: Reader,
  id: string,
  { state, reason }: { state: 'accepted' | 'failed' | 'cancelled'; reason: string | null },
): Promise<void> {
  await rowsOf(db, updateFed, [id, state, reason]);
}

const updateAbandoned = `
  update delivery set feed_state = 'failed', feed_reason = 'senderStopped'
  where feed_state = 'sending' and feed_at < now() - interval '5 minutes'`;

/** Left and never came back: nobody knows, and a line in the feed is not worth a second one. */
export async function abandonFed(db: Reader): Promise<void> {
  await rowsOf(db, updateAbandoned, []);
}
