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
  /** Whether it has come in whole; how its copy stands, the errand says. */
  state: 'receiving' | 'here';
  sent: number;
  driveId: string | null;
  itemId: string | null;
  etag: string | null;
  url: string | null;
  /** Of one that was refused for what it is: that refusal. */
  failure: string | null;
}
export interface FilePartRow {
  fileId: string;
  number: number;
  bytes: Buffer;
}
