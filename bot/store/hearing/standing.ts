import { joinAnswerer } from '../people/answerer.ts';
import { listOf } from '../frame/columns.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { submittedHere } from './handedIn.ts';
import { inPlaces, together } from '../frame/loader.ts';
import type { AnswerRow, HearingRow } from '../schema.ts';

/** Where one organisation stands in one hearing: its answer, and who gives it. */
export interface Standing {
  position: AnswerRow['position'] | null;
  submittedAt: Date | null;
  channel: AnswerRow['channel'] | null;
  late: boolean | null;
  /** Whether its own contact submitted the answer here, so that its comments went along. */
  own: boolean;
  /** Its own answer stands again, after a joint one. */
  restored: boolean;
  /** In a joint answer: whose it is. */
  senderId: string | null;
  /** Its answer names others, who are asked about its words. */
  proposes: boolean;
  contactId: string | null;
  contactName: string | null;
  organisationName: string | null;
}

interface Door {
  hearingId: string;
  organisationId: string;
}

const selectStanding = `
  select k.place, a.position, a.submitted_at, a.channel, a.late,
    coalesce(${submittedHere('a')} and a.restored_at is null, false) as own, a.restored_at is not null as restored, a.sender_id, coalesce(a.joint_with <> '{}', false) as proposes, p.id as contact_id, p.display_name as contact_name,
    o.name as organisation_name
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (hearing_id, organisation_id, place)
  left join organisation o on o.id = k.organisation_id
  left join answer a on a.hearing_id = k.hearing_id and a.organisation_id = k.organisation_id${joinAnswerer}`;

const columnsOf = (doors: readonly Door[]): [string[], string[]] => [
  doors.map((door) => door.hearingId),
  doors.map((door) => door.organisationId),
];

async function read(db: Reader, doors: readonly Door[]): Promise<(Standing | null)[]> {
  return inPlaces(doors, await rowsOf<Standing & { place: string }>(db, selectStanding, columnsOf(doors)));
}

const load = together(read);

/** What a comment or an answer of one organisation depends on, in one read. */
export const standingOf = async (db: Reader, hearingId: string, organisationId: string): Promise<Standing> =>
  (await load(db, { hearingId, organisationId }))!;

const holdHearings = `select ${listOf('hearing', 'hearing')} from hearing where id = any($1::uuid[]) for share`;
/** The door of the organisations in hearings, by two lists of ids: whoever answers takes it, and who changes who may. */
export const holdDoors = (lock: string): string => `
  select ${lock}(4813, hashtext(k.hearing_id::text || k.organisation_id::text))
  from unnest($1::uuid[], $2::uuid[]) as k (hearing_id, organisation_id)`;

/**
 * The doors of several organisations in one hearing, each shut for all others. In the order in which everybody takes them,
 * so that two who want the same ones never wait for each other.
 */
export async function shutDoors(trx: Trx, hearingId: string, organisationIds: string[]): Promise<void> {
  const ids = organisationIds.toSorted((a, b) => a.localeCompare(b));
  await rowsOf(trx, holdHearings, [[hearingId]]);
  await rowsOf(trx, holdDoors('pg_advisory_xact_lock'), [ids.map(() => hearingId), ids]);
}

export interface Entered {
  hearing: HearingRow;
  standing: Standing;
}

function entrance(lock: string) {
  const text = holdDoors(lock);
  return together(async (trx: Trx, doors: readonly Door[]): Promise<(Entered | null)[]> => {
    const columns = columnsOf(doors);
    // In this order: what is read behind the locks stays as it is until commit.
    const [hearings, , standings] = await Promise.all([
      rowsOf<HearingRow>(trx, holdHearings, [[...new Set(columns[0])]]),
      rowsOf(trx, text, columns),
      read(trx, doors),
    ]);
    const found = new Map(hearings.map((hearing) => [hearing.id, hearing]));
    return doors.map(({ hearingId }, index) => {
      const hearing = found.get(hearingId);
      return hearing ? { hearing, standing: standings[index]! } : null;
    });
  });
}

const entrances = {
  share: entrance('pg_advisory_xact_lock_shared'),
  exclusive: entrance('pg_advisory_xact_lock'),
};

/**
 * Opens the door for one organisation in one hearing: shared for its staff, who write at the same time,
 * exclusive for the one answer, which must know all that was written. The hearing itself is held still
 * against a deadline being moved.
 */
export const enterHearing = (trx: Trx, door: Door, mode: keyof typeof entrances): Promise<Entered | null> =>
  entrances[mode](trx, door);
