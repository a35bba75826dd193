import type { FileFailure, FileState } from '../../process/file.ts';

export interface FileRow {
  id: string;
  revisionId: string;
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
  failure: FileFailure | null;
  failedAt: Date | null;
}
export interface FilePartRow {
  fileId: string;
  number: number;
  bytes: Buffer;
}
