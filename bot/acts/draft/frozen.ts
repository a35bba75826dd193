import type { Reader } from '../../store/frame/database.ts';
import { votesOf } from '../../store/vote/votes.ts';

/** Has a vote been opened on this version? Then nothing may be added to what it is about; a rehearsal freezes nothing. */
export async function isFrozen(db: Reader, revisionId: string, versionId: string | null): Promise<boolean> {
  if (!versionId) return false;
  const votes = await votesOf(db, { revisionId });
  return votes.some((vote) => vote.versionId === versionId && !vote.rehearsal);
}
