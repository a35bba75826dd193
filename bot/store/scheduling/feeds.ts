import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Reader, Trx } from '../frame/database.ts';

/** What addresses of this purpose are signed with; made by whoever asks first, kept for good. */
async function signingKey(db: Reader, purpose: string): Promise<Buffer> {
  const find = () =>
    db.selectFrom('signingKey').select('key').where('purpose', '=', purpose).executeTakeFirst();
  const known = await find();
  if (known) return known.key;
  await db
    .insertInto('signingKey')
    .values({ purpose, key: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find())!.key;
}

const sign = (key: Buffer, personId: string, generation: number): Buffer =>
  createHmac('sha256', key).update(`${personId}\n${generation}`).digest();

async function generationOf(db: Reader, personId: string): Promise<number | null> {
  const query = db
    .selectFrom('person')
    .select('calendarGeneration')
    .where('id', '=', personId)
    .where('leftAt', 'is', null);
  return (await query.executeTakeFirst())?.calendarGeneration ?? null;
}

/** The signed name of a person's calendar: who, and that we said so. Null for whoever left. */
export async function feedName(db: Reader, personId: string): Promise<string | null> {
  const generation = await generationOf(db, personId);
  if (generation === null) return null;
  const signature = sign(await signingKey(db, 'calendar'), personId, generation);
  return `${personId}.${signature.toString('base64url')}`;
}

/** Whose calendar it is; null when the name is not one we signed, or was renewed since. */
export async function feedOwner(db: Reader, name: string): Promise<string | null> {
  const [personId = '', given = ''] = name.split('.');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId)) return null;
  const generation = await generationOf(db, personId);
  if (generation === null) return null;
  const right = sign(await signingKey(db, 'calendar'), personId, generation);
  const said = Buffer.from(given, 'base64url');
  return said.length === right.length && timingSafeEqual(said, right) ? personId : null;
}

export async function renewFeed(trx: Trx, personId: string): Promise<void> {
  await trx
    .updateTable('person')
    .set((eb) => ({ calendarGeneration: eb('calendarGeneration', '+', 1) }))
    .where('id', '=', personId)
    .execute();
}
