import { audienceOf, type Happened } from '../../process/case/audience.ts';
import { rowsOf, type Trx } from '../frame/database.ts';
import { isOpen } from '../hearing/open.ts';
import { handedIn } from '../hearing/handedIn.ts';
import { somebodys, ofSecretariat, tell, announceToAll } from '../frame/announcing.ts';

/** An id in an event's data; what is none must not stand in the way of sealing. */
const idIn = (name: string): string =>
  `case when e.data->>'${name}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (e.data->>'${name}')::uuid end`;

// From the newest back to an organisation's ballot before, along the index: the server takes a case for short, and would
// read all of it for each ballot and sort it.
const alongIndex = `select set_config('enable_bitmapscan', 'off', true)`;
const selectHappened = `
  select e.type, e.data->>'organisationId' as organisation_id, e.data->>'senderId' as sender_id,
    case when jsonb_typeof(e.data->'jointWith') = 'array' then e.data->'jointWith' else '[]'::jsonb end as joint_with,
    coalesce(${isOpen('h', '$2')}, false) as open,
    coalesce(${handedIn('c')}, false) as handed_in,
    e.type like 'ballot%' and coalesce((
      select true from event b where b.case_id = e.case_id and b.id < e.id and b.type in ('ballotCast', 'ballotRecordedOnBehalf')
        and b.data->>'voteId' = e.data->>'voteId' and b.data->>'organisationId' = e.data->>'organisationId'
      order by b.id desc limit 1), false) as again
  from event e
  left join hearing h on h.id = ${idIn('hearingId')}
  left join comment c on c.id = ${idIn('commentId')}
  where e.id = any($1::bigint[])`;

/**
 * Tells every replica what changed, at most once per sealing: a NOTIFY in each act would make commits queue. What is
 * sealed is told to whom it is not sealed from, on a line that an older replica does not listen to.
 */
export async function announce(trx: Trx, caseId: string, eventIds: string[], now: Date): Promise<void> {
  const [, happened] = await Promise.all([
    rowsOf(trx, alongIndex, []),
    rowsOf<Happened>(trx, selectHappened, [eventIds, now]),
  ]);
  const audiences = happened.map(audienceOf);
  if (audiences.includes('everybody')) {
    await announceToAll(trx, caseId);
    return;
  }
  const some = audiences.filter((one) => one !== 'everybody');
  const names = some.flatMap((one) => [...one.organisations, ...(one.secretariat ? [ofSecretariat] : [])]);
  await tell(trx, somebodys, ...[...new Set(names)].map((name) => `${caseId} ${name}`));
}
