import { rowsOf, type Reader } from '../frame/database.ts';

const selectFrozen = `
  select exists (select from vote where case_id = $1 and version_id = $2 and not rehearsal) as frozen`;

/** Has a vote been opened on this version? Then nothing may be added to what it is about; a rehearsal freezes nothing. */
export async function isFrozen(db: Reader, caseId: string, versionId: string | null): Promise<boolean> {
  if (!versionId) return false;
  const [row] = await rowsOf<{ frozen: boolean }>(db, selectFrozen, [caseId, versionId]);
  return row!.frozen;
}
