import type { FileState } from '../../process/draft/file.ts';

export interface FileRow {
  id: string;
  caseId: string;
  versionId: string | null;
  name: string;
  number: number;
  size: number;
  hash: string | null;
  createdBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  state: FileState;
  sent: number;
  claimedAt: Date | null;
  driveId: string | null;
  itemId: string | null;
  etag: string | null;
  url: string | null;
  /** Why there is no copy, as `FileFailure`; of one that was refused for what it is: that refusal. */
  failure: string | null;
  failedAt: Date | null;
}
export interface FilePartRow {
  fileId: string;
  number: number;
  bytes: Buffer;
}
