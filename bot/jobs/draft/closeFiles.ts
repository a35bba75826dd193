import type { Files } from '../../ports.ts';
import type { Db } from '../../store/frame/database.ts';
import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { copiesMade, readersOutside, readersWhoLeft } from '../../store/draft/fileReaders.ts';
import type { Work } from '../frame/work.ts';

/** As many as one invitation lets in. */
const letInAtOnce = 50;

/** Lets into a copy whoever of the members' people the team does not let in; those who are in it stay so. */
export async function letInOutside(
  { db, files }: { db: Db; files: Files },
  copy: { driveId: string; itemId: string },
): Promise<string[]> {
  const outside = await readersOutside(db);
  for (let from = 0; from < outside.length; from += letInAtOnce)
    await files.share(copy, outside.slice(from, from + letInAtOnce));
  return outside;
}

/**
 * Takes SharePoint's copies back from whoever was let into them and has left. It ends at the first that cannot be closed, so
 * that Opsætning shows that one and not one that went well after it, and comes again by itself.
 */
export async function closeFiles({ db, house, files }: Work): Promise<void> {
  const left = files ? await readersWhoLeft(db) : [];
  if (!files || left.length === 0) return;
  for (const copy of await copiesMade(db)) {
    const closed = await files.unshare(copy, left);
    if ('refused' in closed) throw new Error(`SharePoint did not take a file back: ${closed.refused}`);
    // A link that others had too ended as a whole; the line may have broken before they were let in again.
    await letInOutside({ db, files }, copy);
  }
  for (const { id: personId } of left) await asClock(house, acts.noteFilesClosed, { personId });
}
