import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { columnsOf } from '../frame/columns.ts';
import type { Reader, Trx } from '../frame/database.ts';
import type { Here, Invited } from './invited.ts';
import { chairs } from '../frame/somebody.ts';
import type { BusyTimeRow, InviteeRow, PollSlotRow, SchedulingRow } from '../schema.ts';

type New = Pick<
  SchedulingRow,
  | 'kind'
  | 'season'
  | 'revisionId'
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

export async function schedulingById(db: Reader, id: string): Promise<SchedulingRow | null> {
  return (
    (await db
      .selectFrom('scheduling')
      .select(columnsOf('scheduling'))
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

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

/** Everyone who is asked, with what is known of their calendars. */
export function inviteesOf(db: Reader, id: string): Promise<(Invited & InviteeRow & Here)[]> {
  return db
    .selectFrom('invitee')
    .innerJoin('person', 'person.id', 'invitee.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(columnsOf('invitee'))
    .select(['displayName', 'email', 'person.organisationId', 'organisation.name as organisationName'])
    .select(['secretariat', 'leftAt'])
    .select(sql<boolean>`${sql.raw(chairs('person'))}`.as('chair'))
    .where('invitee.schedulingId', '=', id)
    .orderBy('organisation.name')
    .orderBy('displayName')
    .execute();
}

export async function inviteeOf(db: Reader, id: string, personId: string): Promise<InviteeRow | null> {
  const query = db
    .selectFrom('invitee')
    .select(columnsOf('invitee'))
    .where('schedulingId', '=', id)
    .where('personId', '=', personId);
  return (await query.executeTakeFirst()) ?? null;
}

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

export function busyTimesOf(db: Reader, schedulingId: string): Promise<BusyTimeRow[]> {
  return db
    .selectFrom('busyTime')
    .select(columnsOf('busyTime'))
    .where('schedulingId', '=', schedulingId)
    .execute();
}

export async function insertSlots(trx: Trx, schedulingId: string, starts: Date[]): Promise<void> {
  await trx
    .insertInto('pollSlot')
    .values(starts.map((startsAt) => ({ id: randomUUID(), schedulingId, startsAt })))
    .execute();
}

export function slotsOf(db: Reader, schedulingId: string): Promise<PollSlotRow[]> {
  return db
    .selectFrom('pollSlot')
    .select(columnsOf('pollSlot'))
    .where('schedulingId', '=', schedulingId)
    .orderBy('startsAt')
    .execute();
}

export function saidOf(
  db: Reader,
  schedulingId: string,
): Promise<{ personId: string; startsAt: Date; possible: boolean }[]> {
  return db
    .selectFrom('pollAnswer')
    .innerJoin('pollSlot', 'pollSlot.id', 'pollAnswer.slotId')
    .select(['personId', 'startsAt', 'possible'])
    .where('schedulingId', '=', schedulingId)
    .execute();
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
