import { rowsOf, type Trx } from '../frame/database.ts';

const insert = `
  insert into sealed_reading (hearing_id, person_id, day) values ($1, $2, $3::date)
  on conflict do nothing returning day`;

/** Whether it is the first of its day; two at once: one of them is. */
export const isFirstReading = async (
  trx: Trx,
  { hearingId, personId, day }: { hearingId: string; personId: string; day: string },
): Promise<boolean> => (await rowsOf(trx, insert, [hearingId, personId, day])).length > 0;
