import type { Received } from '../../process/file.ts';
import { refuse } from '../../process/refusals.ts';
import type { Found } from './signatures.ts';

/** An entry of a compound file's list: 128 bytes at a multiple of 128, its name in UTF-16 with its length behind it. */
const entrySize = 128;
const longestEntry = 64;
const kindAt = 66;

const macros = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'Macros'];
const locked = ['EncryptedPackage', 'EncryptionInfo'];
const workbooks = ['Workbook', 'Book'];
const mail = '__properties_version1.0';
/** The names that say anything; of all others there may be as many as somebody likes. */
const telling = new Set([...macros, ...locked, ...workbooks, mail, 'WordDocument', 'PowerPoint Document']);

/**
 * The names in a compound file (the Office of before 2007, and Outlook's mails), wherever they stand: what is embedded shows
 * its own along, and no broken chain of sectors hides any.
 */
async function namesIn(file: Received): Promise<Set<string>> {
  const names = new Set<string>();
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of file.parts()) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, part]) : part;
    const whole = bytes.length - (bytes.length % entrySize);
    for (let at = 0; at < whole; at += entrySize) {
      const name = nameAt(bytes, at);
      if (name && telling.has(name)) names.add(name);
    }
    rest = bytes.subarray(whole);
  }
  return names;
}

function nameAt(bytes: Buffer, at: number): string | null {
  const length = bytes.readUInt16LE(at + longestEntry);
  if (length < 4 || length > longestEntry || length % 2 !== 0) return null;
  if (![1, 2, 5].includes(bytes[at + kindAt]!)) return null;
  if (bytes.readUInt16LE(at + length - 2) !== 0) return null;
  return bytes.toString('utf16le', at, at + length - 2);
}

export async function lookAtCompound(file: Received): Promise<Found> {
  const names = await namesIn(file);
  const any = (...wanted: string[]): boolean => wanted.some((name) => names.has(name));
  if (any(...locked)) return { refusal: refuse('fileEncrypted') };
  if (any(...macros)) return { refusal: refuse('fileMacros') };
  if (any(mail)) return { is: 'msg' };
  if (any('WordDocument')) return { is: 'doc' };
  if (any(...workbooks)) return { is: 'xls' };
  return { is: any('PowerPoint Document') ? 'ppt' : 'unknown' };
}
