import { rowsOf, type Reader } from '../frame/database.ts';

const selectOn = `select distinct rehearsal from vote where case_id = $1 and version_id = $2`;

/** Whether votes have been opened on this version, in earnest or as a rehearsal: one of each kind at most. */
export const votedOn = (
  db: Reader,
  caseId: string,
  versionId: string | null,
): Promise<{ rehearsal: boolean }[]> =>
  versionId === null ? Promise.resolve([]) : rowsOf(db, selectOn, [caseId, versionId]);
