import type { SeatAtClosing } from '../../process/vote/presence.ts';
import { actingFor, type Seat } from '../../process/vote/seat.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { selectMarked } from './recorded.ts';
import { fromSeats } from './seats.ts';
import { selectNamed } from '../people/seat.ts';

/** A seat as it stands when its vote is closed. */
export interface ClosingSeat extends SeatAtClosing {
  organisationId: string;
  organisationName: string;
}

const selectSeats = `
  select e.organisation_id, o.name as organisation_name, b.choice, ${selectMarked}, ${selectNamed},
    (v.rule ->> 'deputies')::boolean as deputies ${fromSeats}`;

type Row = Omit<ClosingSeat, 'objectIds'> & Seat & { deputies: boolean };

export async function closingSeats(db: Reader, voteId: string): Promise<ClosingSeat[]> {
  const rows = await rowsOf<Row>(db, selectSeats, [voteId]);
  return rows.map(({ deputies, representative, deputy, ...seat }) => {
    const { organisationId } = seat;
    const acting = actingFor({ organisationId, representative, deputy }, deputies);
    return { ...seat, objectIds: acting.flatMap(({ objectId }) => objectId ?? []) };
  });
}

/** Where a vote's meeting lives in Teams. */
export interface MeetingPlace {
  meetingId: string;
  conversationId: string;
  serviceUrl: string;
  tenantId: string;
}

const selectPlace = `
  select coalesce(m.platform_id, m.conversation_id) as meeting_id, c.id as conversation_id, c.service_url, c.tenant_id
  from vote v
  join session s on s.id = v.session_id
  join meeting m on m.id = s.meeting_id
  join conversation c on c.id = m.conversation_id
  where v.id = $1`;

/** Null while no chat is linked to the meeting. */
export async function placeOfVote(db: Reader, voteId: string): Promise<MeetingPlace | null> {
  return (await rowsOf<MeetingPlace>(db, selectPlace, [voteId]))[0] ?? null;
}

const freeze = `
  update electorate e set present = k.present
  from jsonb_to_recordset($2::jsonb) as k ("organisationId" uuid, present boolean)
  where e.vote_id = $1 and e.organisation_id = k."organisationId"`;

/** Freezes who was there, beside the result. */
export async function freezePresence(
  trx: Trx,
  voteId: string,
  seats: { organisationId: string; present: boolean }[],
): Promise<void> {
  await rowsOf(trx, freeze, [voteId, JSON.stringify(seats)]);
}
