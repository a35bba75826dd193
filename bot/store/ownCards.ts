import { listOf } from './columns.ts';
import { rowsOf, type Reader } from './database.ts';
import type { Delivery } from './deliveries.ts';

/** A proposal is about its sender, who stands first in its occasion. */
const about = `case d.message when 'jointProposed' then split_part(d.occasion, ' ', 1) else '' end`;

/** What an organisation was asked about a hearing in its people's own chats: of each kind, and of each sender, the last. */
const selectOwn = `
  select distinct on (d.person_id, d.message, ${about}) ${listOf('delivery', 'd')}, p.organisation_id, p.locale
  from delivery d join person p on p.id = d.person_id
  where d.hearing_id = $1 and p.organisation_id = $2 and p.left_at is null
    and d.message in ('hearingReminder', 'jointProposed') and d.channel = 'personal' and d.activity_id is not null
  order by d.person_id, d.message, ${about}, d.id desc`;

export type OwnCard = Delivery & { organisationId: string; locale: 'da' | 'en' };

export const ownCards = (
  db: Reader,
  { hearingId, organisationId }: { hearingId: string; organisationId: string },
): Promise<OwnCard[]> => rowsOf<OwnCard>(db, selectOwn, [hearingId, organisationId]);
