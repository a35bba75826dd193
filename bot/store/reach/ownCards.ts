import { isLiving, ownUntil } from '../../process/reach/messages.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { deliveryList, type Delivery } from './deliveries.ts';
import { asksStill, isOwnToSettle, isQuiet, isRecent, isTriedAgain, mostAtOnce } from './settling.ts';

/**
 * What an organisation's people were told of a hearing in their own chats and that must not go on saying what is no longer
 * so: all about a joint answer, which takes no words; and reminders, in which somebody may be writing until some minutes
 * after the deadline. An invitation is left alone: pressed when it is no longer true, it is answered with a card that is.
 */
const ownOf = (joined: string): string => `
  select ${deliveryList('d')}, p.organisation_id, p.locale
  from delivery d join person p on p.id = d.person_id ${joined}
  where p.left_at is null and d.channel = 'personal' and d.activity_id is not null`;
const own = ownOf('join hearing h on h.id = d.about_id');
const now = '$1::timestamptz';

const selectOwn = `${own} and d.about_id = $2 and p.organisation_id = $3
    and (d.message = any($4::text[]) or (d.message = any($5::text[]) and ${isQuiet(now)}))
  order by d.id`;

/** Once a hearing is over each is looked at once more, for a month at most. */
const selectOver = `${own} and d.message = any($2::text[])
    and ${isOwnToSettle(now)} and ${isTriedAgain}
  order by d.looked_at nulls first, d.id limit ${mostAtOnce}`;

/**
 * What asks those who run things to see to something, until they have: a vote that its meeting left open, looked at until it
 * has been seen to be closed; and members with nobody to answer or vote, of whom another may be found at any time.
 */
const selectAsked = `${ownOf('left join vote v on v.id = d.about_id')} and ${isRecent('d.created_at', now)}
    and (d.message = any($2::text[]) or (d.message = any($3::text[]) and ${asksStill}))
    and ${isTriedAgain}
  order by d.looked_at nulls first, d.id limit ${mostAtOnce}`;

const untilDeadline = ownUntil('deadline');
const living = untilDeadline.filter(isLiving);
const settling = untilDeadline.filter((kind) => !isLiving(kind));

export type OwnCard = Delivery & { organisationId: string | null; locale: 'da' | 'en' };

export const ownCards = (
  db: Reader,
  { hearingId, organisationId }: { hearingId: string; organisationId: string },
  now: Date,
): Promise<OwnCard[]> => rowsOf<OwnCard>(db, selectOwn, [now, hearingId, organisationId, living, settling]);

/** Those of hearings that are over that have not been seen to show how it ended; and those that ask for something still. */
export async function ownCardsToSettle(db: Reader, now: Date): Promise<OwnCard[]> {
  const over = await rowsOf<OwnCard>(db, selectOver, [now, untilDeadline]);
  return [
    ...over,
    ...(await rowsOf<OwnCard>(db, selectAsked, [now, ownUntil('month'), ownUntil('closing')])),
  ];
}
