import { dropOldReceipts } from '../../store/receipts.ts';
import type { Work } from '../queue.ts';

/** A repeat of an act comes within days, never after a month. */
const keepMs = 30 * 24 * 3600_000;

export async function tidy({ house }: Work): Promise<void> {
  await dropOldReceipts(house.db, new Date(house.clock.now().getTime() - keepMs));
}
