import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';
import { standingOf, type Standing } from '../reach/errands.ts';

/** Bytes in each part but the last; SharePoint wants its slices in the same size. */
export const partSize = 320 * 1024;
/** Fifty megabytes: the longest report with its pictures. */
export const largestFile = 50_000_000;
export const longestName = 120;

/** What a vote has been opened on takes no more files: it is voted on as it was then. A rehearsal freezes nothing. */
export const refuseFrozen = (votes: readonly { rehearsal: boolean }[]): Refusal | null =>
  votes.some(({ rehearsal }) => !rehearsal) ? refuse('versionFrozen') : null;

/** Letters that nobody sees, and ends of lines; but what makes a sign an emoji shows. */
const unseen = /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Devices of Windows, whatever ending they are given: it saves no file under their names. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])\s*\./i;

/** Names that Windows, SharePoint and a zip all take; no path, and nothing that hides what kind of file it is. */
export function refuseFileName(name: string): Refusal | null {
  if (unseen.test(name)) return refuseCloser('fileName', 'unseen', {});
  const [, reserved] = device.exec(name) ?? [];
  if (reserved) return refuseCloser('fileName', 'reserved', { name: reserved.toUpperCase() });
  const fits = /^[^"*:<>?/\\|]+\.[a-z0-9]{1,8}$/iu.test(name) && !/^[\s.~]|\s\.|\.\.|_vti_/i.test(name);
  return fits ? null : refuse('fileName');
}

/** What SharePoint, Windows and the eye take for one name is one: in whatever case, and however its letters are composed. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').toLowerCase().normalize('NFC').replaceAll('\uFE0F', '');

export const fileStates = ['receiving', 'here', 'waiting', 'there', 'changed', 'failed'] as const;
export type FileState = (typeof fileStates)[number];

/** How SharePoint's copy stands, by what is asked for and what has come back; a file that has not come in whole has none. */
export function copyOf(
  { whole, itemId }: { whole: boolean; itemId: string | null },
  errand: (Standing & { failure: string | null }) | null,
): FileState {
  if (!whole) return 'receiving';
  const standing = errand ? standingOf(errand) : 'done';
  if (standing === 'failed') return errand?.failure === 'changed' && itemId ? 'changed' : 'failed';
  if (standing === 'waiting') return 'waiting';
  return itemId ? 'there' : 'here';
}

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
