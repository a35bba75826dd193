import type { Entry, ZipFile } from 'yauzl';
import type { Received } from '../../process/draft/file.ts';

/** A zip of which another program may read something else than its list says. */
export class Uncovered extends Error {}

const holds = (fits: boolean, what: string): void => {
  if (!fits) throw new Uncovered(what);
};

const mark = {
  end: 0x06054b50,
  end64: 0x06064b50,
  locator: 0x07064b50,
  local: 0x04034b50,
  behind: 0x08074b50,
};
const endLength = 22;
const locatorLength = 20;
const end64Length = 56;
const localLength = 30;
/** What stands for a number that did not fit. */
const full16 = 0xffff;
const full32 = 0xffffffff;
const wide = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));
const isOr = (value: number, listed: number, full: number): boolean => value === listed || value === full;

interface List {
  begins: number;
  ends: number;
}

/** Where the list of the zip lies: right before its one end record, which says of it what is so. */
async function listOf(file: Received, { comment, entryCount }: ZipFile): Promise<List> {
  const at = file.size - endLength - comment.length;
  const end = await file.read(at, file.size - at);
  holds(!/PK[\x01\x03\x05-\x07]/.test(end.toString('latin1', endLength)), 'a comment that is a zip');
  const [own, all, length, begins] = [
    end.readUInt16LE(8),
    end.readUInt16LE(10),
    end.readUInt32LE(12),
    end.readUInt32LE(16),
  ];
  holds(end.readUInt32LE(4) === 0 && own === all, 'in several pieces');
  const locator = at < locatorLength ? null : await file.read(at - locatorLength, locatorLength);
  if (locator?.readUInt32LE(0) !== mark.locator) {
    holds(begins + length === at && all === entryCount, 'an end of another list');
    return { begins, ends: at };
  }
  const at64 = wide(locator, 8);
  const end64 = await file.read(at64, end64Length);
  const [count, length64, begins64] = [wide(end64, 32), wide(end64, 40), wide(end64, 48)];
  holds(end64.readUInt32LE(0) === mark.end64, 'no end where it is said to be');
  holds(at64 + 12 + wide(end64, 4) === at - locatorLength && begins64 + length64 === at64, 'a gap');
  holds(count === entryCount && wide(end64, 24) === count && isOr(all, count, full16), 'another count');
  holds(isOr(length, length64, full32) && isOr(begins, begins64, full32), 'two lists');
  return { begins: begins64, ends: at64 };
}

/** The fields behind a name, as far as they make sense. */
function* fieldsIn(extra: Buffer): Generator<[id: number, data: Buffer]> {
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + extra.readUInt16LE(at + 2);
    yield [extra.readUInt16LE(at), extra.subarray(at + 4, next)];
    at = next;
  }
}

/** Names that stand in a field of their own, which not everybody reads. */
export const namesIn = (extra: Buffer): string[] =>
  [...fieldsIn(extra)].filter(([id]) => id === 0x7075).map(([, data]) => data.subarray(5).toString('utf8'));

function sizeOf(size: number, extra: Buffer): number {
  const data = size === full32 ? [...fieldsIn(extra)].find(([id]) => id === 1)?.[1] : undefined;
  return data && data.length >= 16 ? wide(data, 8) : size;
}

const flags = { encrypted: 1, sizeBehind: 8 };

/** What stands before the bytes of a file says the same as the list. Where they begin, and what is in its fields. */
async function local(file: Received, entry: Entry): Promise<{ begins: number; extra: Buffer }> {
  const from = entry.relativeOffsetOfLocalHeader;
  const head = await file.read(from, localLength);
  holds(head.readUInt32LE(0) === mark.local, 'no file where it is said to be');
  const [flag, method, size] = [head.readUInt16LE(6), head.readUInt16LE(8), head.readUInt32LE(18)];
  const nameLength = head.readUInt16LE(26);
  const rest = await file.read(from + localLength, nameLength + head.readUInt16LE(28));
  const extra = rest.subarray(nameLength);
  holds(rest.subarray(0, nameLength).equals(entry.fileNameRaw), 'another name');
  holds((flag & flags.encrypted) === 0 && method === entry.compressionMethod, 'packed otherwise');
  const later = (flag & flags.sizeBehind) !== 0 && (size === 0 || size === full32);
  holds(later || sizeOf(size, extra) === entry.compressedSize, 'another size');
  return { begins: from + localLength + rest.length, extra };
}

/** What programs that cannot go back write behind a file: its sum and sizes, with or without a mark, long or short. */
function repeats(bytes: Buffer, entry: Entry): boolean {
  const said = bytes.length % 8 === 0 ? bytes.subarray(4) : bytes;
  if (said !== bytes && bytes.readUInt32LE(0) !== mark.behind) return false;
  const sizes =
    said.length === 12
      ? [said.readUInt32LE(4), said.readUInt32LE(8)]
      : said.length === 20
        ? [wide(said, 4), wide(said, 12)]
        : [];
  return (
    said.readUInt32LE(0) === entry.crc32 &&
    sizes[0] === entry.compressedSize &&
    sizes[1] === entry.uncompressedSize
  );
}

const longestBehind = 24;

/** Whether something that begins as no zip ends as one, which is enough for most programs. */
export async function endsAsZip(file: Received): Promise<boolean> {
  const from = Math.max(0, file.size - endLength - full16);
  return (await file.read(from, file.size - from)).includes('PK\x05\x06');
}

/**
 * Holds that the list of a zip names all that is in it, and by its name: whoever reads from the front, or finds another
 * end, sees the same. The names that its files have beside. Throws `Uncovered`.
 */
export async function covered(
  file: Received,
  zip: ZipFile,
  entries: Entry[],
  ended: number,
): Promise<Map<Entry, string[]>> {
  const { begins, ends } = await listOf(file, zip);
  holds(ended === ends, 'more than a list');
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const beside = new Map<Entry, string[]>();
  holds((inOrder[0]?.relativeOffsetOfLocalHeader ?? begins) === 0, 'something before it');
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? begins;
    const at = await local(file, entry);
    beside.set(entry, namesIn(at.extra));
    const end = at.begins + entry.compressedSize;
    const gap = next - end;
    holds(gap === 0 || (gap >= 12 && gap <= longestBehind), 'a gap');
    if (gap > 0) holds(repeats(await file.read(end, gap), entry), 'something between');
  }
  return beside;
}
