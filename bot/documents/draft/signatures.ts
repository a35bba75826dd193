import { fileTypeFromBuffer } from 'file-type';
import { dangerOf, refuseDanger, type Content, type Danger } from '../../process/draft/fileKind.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';

/** What a look at the content said: what it is, or why it cannot be let in. */
export type Found = { is: Content | 'unknown' } | { refusal: Refusal };

/** So much of a file shows what it is: the mark of a disc lies 32 kB in. */
export const headLength = 40 * 1024;
const discMark = 0x8001;

export const isZip = (head: Buffer): boolean =>
  /^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head.toString('latin1', 0, 4));
export const isCompound = (head: Buffer): boolean =>
  head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));

/** Images that the library does not know: VHD, VHDX, VMDK, WIM, QCOW2, and a disc by ISO 9660 or UDF. */
const isDisk = (head: Buffer): boolean =>
  /^(conectix|vhdxfile|KDMV|MSWIM\0\0\0|QFI\xfb)/.test(head.toString('latin1', 0, 8)) ||
  /^(CD001|BEA01|NSR0[23])$/.test(head.toString('latin1', discMark, discMark + 5));

const pictures: Record<string, Content> = { avif: 'heic', heif: 'heic' };
const known = new Set<string>(['pdf', 'rtf', 'jpg', 'png', 'gif', 'webp', 'tif', 'bmp', 'heic']);
const refusedAs: Record<string, Danger> = { arrow: 'filePacked', ar: 'filePacked', 'tar.gz': 'filePacked' };

/** By the marks that most kinds begin with; null: it has none, and may be text. */
export async function byMark(head: Buffer): Promise<Found | null> {
  if (isDisk(head)) return { refusal: refuse('fileDiskImage') };
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.ext as string | undefined;
  // XML begins with its own mark and is text; what it holds is looked at there.
  if (found === undefined || found === 'xml') return null;
  const danger = refusedAs[found] ?? dangerOf(found);
  if (danger) return { refusal: refuseDanger(danger) };
  const is = pictures[found] ?? found;
  return { is: known.has(is) ? (is as Content) : 'unknown' };
}
