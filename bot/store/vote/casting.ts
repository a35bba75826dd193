import { inTheWay, seatOf, type Seat } from '../../process/vote/seat.ts';
import { rowsOf, type Db, type Reader } from '../frame/database.ts';
import type { MeetingPlace } from './closing.ts';
import { inPlaces, together } from '../frame/loader.ts';
import { selectMarked } from './recorded.ts';
import { joinNamed, selectNamed } from '../people/seat.ts';

const selectQuestions = `
    select k.place, k.person_id, v.closed_at is not null as closed, ${selectMarked},
      coalesce(b.caster = 'secretariat', false) as recorded, me.object_id as own, e.organisation_id, ${selectNamed},
      coalesce(b.recused, '{}') as recused,
      coalesce(m.platform_id, m.conversation_id) as meeting_id, c.id as conversation_id, c.service_url, c.tenant_id
    from unnest($1::uuid[], $2::uuid[]) with ordinality as k (vote_id, person_id, place)
    join person me on me.id = k.person_id
    join electorate e on e.organisation_id = me.organisation_id and e.vote_id = k.vote_id
    join vote v on v.id = e.vote_id
    join session s on s.id = v.session_id
    join meeting m on m.id = s.meeting_id
    left join conversation c on c.id = m.conversation_id
    ${joinNamed}
    left join presence p on p.session_id = s.id and p.organisation_id = e.organisation_id
    left join ballot b on b.vote_id = e.vote_id and b.organisation_id = e.organisation_id`;

export interface CastingQuestion {
  closed: boolean;
  /** What the secretariat marked in this session; and whether it has recorded a ballot in this vote. */
  marked: boolean | null;
  recorded: boolean;
  /** Entra object ids: the voter's own, and of a deputy's representative, unless that one is recused. */
  own: string;
  representative: string | null;
  /** Where the meeting lives in Teams; null while no chat is linked. */
  address: MeetingPlace | null;
}

interface Row extends Seat {
  place: string;
  personId: string;
  closed: boolean;
  marked: boolean | null;
  recorded: boolean;
  own: string | null;
  recused: string[];
  meetingId: string | null;
  conversationId: string | null;
  serviceUrl: string | null;
  tenantId: string | null;
}

interface Key {
  voteId: string;
  personId: string;
}

async function read(db: Reader, keys: readonly Key[]): Promise<(CastingQuestion | null)[]> {
  const votes = keys.map((key) => key.voteId);
  const people = keys.map((key) => key.personId);
  const rows = await rowsOf<Row>(db, selectQuestions, [votes, people]);
  return inPlaces(keys, rows).map(questionFrom);
}

function questionFrom(row: Row | null): CastingQuestion | null {
  if (!row?.own) return null;
  const { closed, marked, recorded, own, meetingId, conversationId, serviceUrl, tenantId } = row;
  const seat = seatOf(row, row.personId);
  if (!seat) return null;
  const representative = seat === 'deputy' ? (inTheWay(row, row.recused)?.objectId ?? null) : null;
  const linked = meetingId && conversationId && serviceUrl && tenantId;
  const address = linked ? { meetingId, conversationId, serviceUrl, tenantId } : null;
  return { closed, marked, recorded, own, representative, address };
}

const load = together(read);

/** Whom the platform must be asked about before this person's ballot; null when the person holds no seat in the vote. */
export const castingQuestion = (db: Db, voteId: string, personId: string): Promise<CastingQuestion | null> =>
  load(db, { voteId, personId });
