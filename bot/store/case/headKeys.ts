import type { KeyObject } from 'node:crypto';
import { headKey, keptKey, newHeadKey, type HeadKey } from '../../process/case/heads.ts';
import type { Db } from '../frame/database.ts';

const purpose = 'trailHeads';

async function fromDatabase(db: Db): Promise<HeadKey | null> {
  const row = await db
    .selectFrom('signingKey')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row ? headKey(keptKey(row.key), 'database') : null;
}

/**
 * The keys at hand, the one that signs first. Where none is configured, one is made and kept in the database: that guards
 * against less, since whoever writes there could sign too. It stays at hand, to hand over to one that is configured later.
 */
export async function headKeys(db: Db, configured: KeyObject[]): Promise<HeadKey[]> {
  const given = configured.map((one) => headKey(one, 'vault'));
  if (given.length === 0)
    await db
      .insertInto('signingKey')
      .values({ purpose, key: newHeadKey() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const kept = await fromDatabase(db);
  return kept ? [...given, kept] : given;
}
