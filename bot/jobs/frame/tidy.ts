import { dropHalfFiles } from '../../store/draft/files.ts';
import { dropOldReceipts } from '../../store/frame/receipts.ts';
import type { Work } from './work.ts';

const dayMs = 24 * 3600_000;
/** A repeat of an act comes within days, never after a month. */
const keepMs = 30 * dayMs;
/** Whoever was sending a file has given up by then. */
const halfMs = 2 * dayMs;

export async function tidy({ house }: Work): Promise<void> {
  const now = house.clock.now().getTime();
  await dropOldReceipts(house.db, new Date(now - keepMs));
  await dropHalfFiles(house.db, new Date(now - halfMs));
}
