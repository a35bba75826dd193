/** Bytes in each part but the last; SharePoint wants its slices in the same size. */
export const partSize = 320 * 1024;
/** Fifty megabytes: the longest report with its pictures. */
export const largestFile = 50_000_000;
export const longestName = 120;

/** Names that Windows, SharePoint and a zip all take; no path, and nothing that hides what kind of file it is. */
export const isFileName = (name: string): boolean =>
  /^[^"*:<>?/\\|\p{Cc}\p{Cf}]+\.[a-z0-9]{1,8}$/iu.test(name) && !/^[\s.~]|\s\.|\.\.|_vti_/i.test(name);

export const fileStates = ['receiving', 'here', 'waiting', 'there', 'changed', 'failed'] as const;
export type FileState = (typeof fileStates)[number];

/** Why SharePoint has no copy; each has a sentence in both languages (i18n `file.failure.<code>`). */
export const fileFailures = ['denied', 'noFolder', 'nameTaken', 'changed', 'refused', 'unavailable'] as const;
export type FileFailure = (typeof fileFailures)[number];

export const partsOf = (size: number): number => Math.ceil(size / partSize);
export const partLength = (size: number, number: number): number =>
  Math.min(partSize, size - number * partSize);

/** The bytes of a file that has come in, and that nobody can fetch yet: judged before it belongs to the case. */
export interface Received {
  name: string;
  size: number;
  /** So many bytes from there on; fewer where the file ends. */
  read(from: number, length: number): Promise<Buffer>;
  /** All of them, in order. */
  parts(): AsyncIterable<Buffer>;
}

/** A copy that was made beside one that somebody else had changed or made. */
export const besideName = (name: string, number: number): string =>
  name.replace(/(\.[^.]+)$/, ` (${number})$1`);
