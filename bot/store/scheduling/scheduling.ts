import { randomUUID } from 'node:crypto';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import type { Here, Invited } from './invited.ts';
import { allFor, inPlaces, oneFor, together } from '../frame/loader.ts';
import { chairs } from '../people/there.ts';
import type { BusyTimeRow, InviteeRow, PollSlotRow, SchedulingRow } from '../schema.ts';

type New = Pick<
  SchedulingRow,
  | 'kind'
  | 'season'
  | 'caseId'
  | 'title'
  | 'agenda'
  | 'minutes'
  | 'fromDay'
  | 'toDay'
  | 'respondBy'
  | 'createdBy'
  | 'createdAt'
>;

export async function insertScheduling(trx: Trx, row: New, personIds: string[]): Promise<string> {
  const id = randomUUID();
  const blank = { readAt: null, failedAt: null, failure: null, openedAt: null, meetingId: null };
  await trx
    .insertInto('scheduling')
    .values({ id, ...row, ...blank, droppedAt: null })
    .execute();
  const rest = { schedulingId: id, readable: null, unreadableBecause: null, answeredAt: null };
  await trx
    .insertInto('invitee')
    .values(personIds.map((personId) => ({ personId, ...rest })))
    .execute();
  return id;
}

const selectSchedulings = `
  select ${listOf('scheduling', 'scheduling')} from scheduling where id = any($1::uuid[])`;

export const schedulingById = oneFor<SchedulingRow>(selectSchedulings, 'id');

export async function lockScheduling(trx: Trx, id: string): Promise<SchedulingRow | null> {
  const query = trx
    .selectFrom('scheduling')
    .select(columnsOf('scheduling'))
    .where('id', '=', id)
    .forNoKeyUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

/** Keeps it as it is while answers are written: many may answer at once, and settling waits for them. */
export async function shareScheduling(trx: Trx, id: string): Promise<SchedulingRow | null> {
  const query = trx.selectFrom('scheduling').select(columnsOf('scheduling')).where('id', '=', id).forShare();
  return (await query.executeTakeFirst()) ?? null;
}

export async function updateScheduling(
  trx: Trx,
  id: string,
  values: Partial<Omit<SchedulingRow, 'id' | 'createdAt' | 'createdBy'>>,
): Promise<void> {
  await trx.updateTable('scheduling').set(values).where('id', '=', id).execute();
}

const selectEveryInvitee = `
  select ${listOf('invitee', 'i')}, p.display_name, p.email, p.organisation_id, o.name as organisation_name, p.secretariat,
    p.left_at, ${chairs('p')} as chair
  from invitee i join person p on p.id = i.person_id left join organisation o on o.id = p.organisation_id
  where i.scheduling_id = $1 order by o.name, p.display_name`;

/** Everyone who is asked, with what is known of their calendars. */
export const inviteesOf = (db: Reader, id: string): Promise<(Invited & InviteeRow & Here)[]> =>
  rowsOf(db, selectEveryInvitee, [id]);

const selectInvitees = `
  select k.place, ${listOf('invitee', 'i')}
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (scheduling_id, person_id, place)
  join invitee i on i.scheduling_id = k.scheduling_id and i.person_id = k.person_id`;
type Invitation = Pick<InviteeRow, 'schedulingId' | 'personId'>;
const loadInvitee = together(async (db: Reader, of: readonly Invitation[]) => {
  const values = [of.map(({ schedulingId }) => schedulingId), of.map(({ personId }) => personId)];
  return inPlaces(of, await rowsOf<InviteeRow & { place: string }>(db, selectInvitees, values));
});

export const inviteeOf = (db: Reader, schedulingId: string, personId: string): Promise<InviteeRow | null> =>
  loadInvitee(db, { schedulingId, personId });

export interface CalendarRead {
  personId: string;
  readable: boolean;
  because: string | null;
  taken: { startsAt: Date; endsAt: Date; tentative: boolean }[];
}

/** What the calendars said replaces what they said before. */
export async function keepCalendars(trx: Trx, schedulingId: string, read: CalendarRead[]): Promise<void> {
  await trx.deleteFrom('busyTime').where('schedulingId', '=', schedulingId).execute();
  for (const { personId, readable, because } of read)
    await trx
      .updateTable('invitee')
      .set({ readable, unreadableBecause: because })
      .where('schedulingId', '=', schedulingId)
      .where('personId', '=', personId)
      .execute();
  const rows = read.flatMap(({ personId, taken }) =>
    taken.map((one) => ({ schedulingId, personId, ...one })),
  );
  // A statement has room for 65,535 values.
  for (let from = 0; from < rows.length; from += 5_000)
    await trx
      .insertInto('busyTime')
      .values(rows.slice(from, from + 5_000))
      .execute();
}

const selectBusy = `
  select ${listOf('busyTime', 'busy_time')} from busy_time where scheduling_id = any($1::uuid[])`;

export const busyTimesOf = allFor<BusyTimeRow>(selectBusy, 'schedulingId');

export async function insertSlots(trx: Trx, schedulingId: string, starts: Date[]): Promise<void> {
  await trx
    .insertInto('pollSlot')
    .values(starts.map((startsAt) => ({ id: randomUUID(), schedulingId, startsAt })))
    .execute();
}

const selectSlots = `
  select ${listOf('pollSlot', 'poll_slot')} from poll_slot where scheduling_id = any($1::uuid[]) order by starts_at`;

export const slotsOf = allFor<PollSlotRow>(selectSlots, 'schedulingId');

const selectSaid = `
  select k.place, array_agg(s.starts_at) as starts, array_agg(a.possible) as possible
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (scheduling_id, person_id, place)
  join poll_slot s on s.scheduling_id = k.scheduling_id
  join poll_answer a on a.slot_id = s.id and a.person_id = k.person_id group by k.place`;
interface SaidRow {
  place: string;
  starts: Date[];
  possible: boolean[];
}
const loadSaid = together(async (db: Reader, of: readonly Invitation[]) => {
  const values = [of.map(({ schedulingId }) => schedulingId), of.map(({ personId }) => personId)];
  return inPlaces(of, await rowsOf<SaidRow>(db, selectSaid, values));
});

/** What one person said to the times of a poll, by the moment at which each begins. */
export async function saidBy(
  db: Reader,
  schedulingId: string,
  personId: string,
): Promise<Map<number, boolean>> {
  const said = await loadSaid(db, { schedulingId, personId });
  return new Map(said?.starts.map((at, index) => [at.getTime(), said.possible[index]!]));
}

/** The last answer counts, whole. */
export async function putAnswers(
  trx: Trx,
  schedulingId: string,
  personId: string,
  answers: { slotId: string; possible: boolean }[],
  at: Date,
): Promise<void> {
  await trx
    .insertInto('pollAnswer')
    .values(answers.map((one) => ({ ...one, personId })))
    .onConflict((conflict) =>
      conflict
        .columns(['slotId', 'personId'])
        .doUpdateSet((eb) => ({ possible: eb.ref('excluded.possible') })),
    )
    .execute();
  await trx
    .updateTable('invitee')
    .set({ answeredAt: at })
    .where('schedulingId', '=', schedulingId)
    .where('personId', '=', personId)
    .execute();
}
