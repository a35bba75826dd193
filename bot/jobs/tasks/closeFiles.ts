import { acts } from '../../acts/index.ts';
import { run } from '../../acts/run.ts';
import { copiesMade, readersWhoLeft } from '../../store/fileReaders.ts';
import type { Work } from '../queue.ts';

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
  }
  for (const { id: personId } of left)
    await run(house, acts.noteFilesClosed, { personId }, { doer: 'system', door: 'clock' });
}
