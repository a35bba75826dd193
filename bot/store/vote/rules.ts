import { defaultRule, type Rule } from '../../process/vote/vote.ts';
import { columnsOf } from '../frame/columns.ts';
import { json, rowsOf, type Reader, type Trx } from '../frame/database.ts';

export interface RulesInForce {
  rule: Rule;
  confirmedAt: Date | null;
}

/** The rule in force: the last one confirmed, or the defaults nobody has confirmed yet. */
export async function currentRules(db: Reader): Promise<RulesInForce> {
  const row = await db
    .selectFrom('rules')
    .select(columnsOf('rules'))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { rule: row.rule, confirmedAt: row.confirmedAt } : { rule: defaultRule, confirmedAt: null };
}

/** One after the other, over all replicas: the order of the trail, of the times and of what is in force is one. */
export async function lockRules(trx: Trx): Promise<RulesInForce> {
  await rowsOf(trx, 'select pg_advisory_xact_lock(4815)', []);
  return currentRules(trx);
}

export async function insertRules(
  trx: Trx,
  rule: Rule,
  confirmedBy: string | null,
  confirmedAt: Date,
): Promise<void> {
  await trx
    .insertInto('rules')
    .values({ rule: json(rule), confirmedBy, confirmedAt })
    .execute();
}
