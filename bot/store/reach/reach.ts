import { sql } from 'kysely';
import type { Known, ReachFailure, ReachStep } from '../../process/reach/reach.ts';
import { columnsOf } from '../frame/columns.ts';
import { chatOf } from './conversations.ts';
import type { Reader, Trx } from '../frame/database.ts';
import { ofHost } from '../frame/tenants.ts';
import type { AccountStepRow, PersonRow } from '../schema.ts';

export interface Reached extends Known, Pick<PersonRow, 'displayName' | 'email' | 'locale'> {
  personId: string;
  objectId: string | null;
  /** A guest of the tenant, as far as Entra has told. */
  guest: boolean;
  organisationId: string | null;
  secretariat: boolean;
  leftAt: Date | null;
}

const facts = sql<Reached>`
  select p.id as person_id, p.display_name, p.email, p.locale, p.object_id, p.object_id is not null as account,
    p.organisation_id, p.secretariat, p.left_at,
    p.email <> '' as address, coalesce(d.guest, true) as guest,
    exists (select from conversation where ${sql.raw(chatOf('p'))}) as chat,
    case when exists (select from directory_source where source = 'team' and read_at is not null) then exists (
      select from directory_member m where m.source = 'team' and m.object_id = p.object_id and m.until_at is null
    ) and p.tenant_id = ${sql.raw(ofHost)} end as in_team
  from person p left join directory_person d on d.object_id = p.object_id and p.tenant_id = ${sql.raw(ofHost)}`;

/** How these people can be reached, by id. */
export async function reachedOf(db: Reader, personIds: string[]): Promise<Map<string, Reached>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<Reached>`${facts} where p.id = any(${sql.val(personIds)}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Reasons that may pass; who removed the app is left alone. */
const passing: ReachFailure[] = ['denied', 'unavailable', 'notConnected'];

/** Members' people in the team whom the bot cannot write to: never asked about, or in vain and not since then. */
export async function withoutApp(db: Reader, since: Date): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    select known.person_id, known.display_name, known.email, known.locale, known.object_id, known.account, known.address,
      known.guest, known.chat, known.in_team, known.organisation_id, known.secretariat, known.left_at
    from (${facts} where p.organisation_id is not null and p.left_at is null and not exists (
      select from account_step s where s.person_id = p.id and s.step = 'app'
        and (s.failure is null or not s.failure = any(${sql.val(passing)}::text[]) or s.asked_at > ${since})
    )) known where account and in_team and not chat`.execute(db);
  return rows;
}

export async function stepsOf(db: Reader, personIds: string[]): Promise<AccountStepRow[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('accountStep')
    .select(columnsOf('accountStep'))
    .where('personId', 'in', personIds)
    .execute();
}

/** When it was last asked for that this person is brought into Teams, or tried. */
export async function lastAsked(db: Reader, personId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('accountStep')
    .select((eb) => eb.fn.max('askedAt').as('at'))
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function putStep(
  trx: Trx,
  personId: string,
  step: ReachStep,
  { at, failure }: { at: Date; failure: ReachFailure | null },
): Promise<void> {
  const values = { askedAt: at, failure, failedAt: failure ? at : null };
  await trx
    .insertInto('accountStep')
    .values({ personId, step, ...values })
    .onConflict((conflict) => conflict.columns(['personId', 'step']).doUpdateSet(values))
    .execute();
}
