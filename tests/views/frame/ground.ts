import type { Reader } from '../../acts/frame/example.ts';
import { stopSchedule } from '../../support/clock.ts';
import { eventually, type Answer, type House } from '../../support/app.ts';
import { hearing, type Case, type Hearing } from '../../support/cases.ts';
import {
  member,
  secretariat,
  stranger,
  whoHasLeft,
  type Member,
  type Someone,
} from '../../support/factories.ts';

/** Everyone who has something to do with a case, and some who have not. */
export interface Cast {
  by: Someone;
  one: Member;
  other: Member;
  chair: Member;
  readers: Record<Reader, Someone>;
}

export { known, type Reader } from '../../acts/frame/example.ts';
/** Those of the member that the tests are about. */
export const own = ['representative', 'deputy', 'contact', 'staff'] as const;
/** Those who see of that member what everybody sees. */
export const others = ['chair', 'staff of another member'] as const;

export async function castOf(house: House): Promise<Cast> {
  // What the clock does by itself would show beside what is done here.
  await stopSchedule(house);
  const by = secretariat(house);
  const one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'contact', 'staff'] });
  const other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
  const chair = await member(house, { name: 'Region Fyn', chair: true });
  const readers = {
    secretariat: by,
    chair: chair.representative,
    representative: one.representative,
    deputy: one.deputy,
    contact: one.contact,
    staff: one.staff,
    'staff of another member': other.staff,
  };
  return { by, one, other, chair, readers };
}

const elsewhere = '99999999-9999-4999-8999-999999999999';

/** Tokens that are real and open nothing: of nobody in the register, of who has left, of a tenant we do not serve. */
export async function outsiders(house: House, of: Someone): Promise<[token: string, status: number][]> {
  const body = { objectId: of.objectId, overrides: { tid: elsewhere } };
  const { token } = await house.api<{ token: string }>('POST', '/token', body);
  return [
    [await (await stranger(house)).token(), 403],
    [await (await whoHasLeft(house)).token(), 403],
    [token, 401],
  ];
}

/** A view as it is answered, whatever the answer. */
export const ask = async (house: House, who: Someone, query: string): Promise<Answer> =>
  house.request('GET', `/api/views/${query}`, { token: await who.token() });

/** A hearing with a deadline of its own; a short one with the reason that it needs. */
export const hearingUntil = (house: House, deadline: string, of?: Case): Promise<Hearing> => {
  const given = { deadline, reason: 'Aftalen udløber.', ...(of && { of }) };
  return hearing(house, given as Parameters<typeof hearing>[1]);
};

/** Until every message about a hearing has been sent, or has not; a moved clock would cancel what still waits. */
export async function settled(house: House, hearingId: string): Promise<void> {
  const rows = () =>
    house.sql<{ state: string }>('select state from delivery where about_id = $1', [hearingId]);
  const done = (seen: { state: string }[]): boolean =>
    seen.every(({ state }) => state !== 'queued' && state !== 'sending');
  await eventually(rows, done, 15_000);
}
