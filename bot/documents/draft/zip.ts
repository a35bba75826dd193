import { pipeline, Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Received } from '../../process/draft/file.ts';
import { covered, namesIn, Uncovered } from './covered.ts';

/** What unpacking may cost, over all layers of one file. The numbers go down as it is spent. */
export interface Allowance {
  bytes: number;
  entries: number;
  layers: number;
}
export const newAllowance = (): Allowance => ({ bytes: 300_000_000, entries: 10_000, layers: 4 });

/** More is unpacked than may be. */
export class TooPacked extends Error {}

/** One file in the file more, that says it unpacks to so much. */
export function spend(allowance: Allowance, bytes: number): void {
  allowance.entries -= 1;
  allowance.bytes -= bytes;
  if (allowance.entries < 0 || allowance.bytes < 0) throw new TooPacked();
}

/** Reads a zip where it lies, a range at a time. */
class Reader extends yauzl.RandomAccessReader {
  #file: Received;
  constructor(file: Received) {
    super();
    this.#file = file;
  }
  /** The lists are read in thousands of small pieces, for which the library would make a stream each. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    callbackify(() => this.#copy(buffer.subarray(offset), position, length))(callback);
  }
  async #copy(into: Buffer, position: number, length: number): Promise<void> {
    (await this.#file.read(position, length)).copy(into);
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file;
    const step = 256 * 1024;
    return Readable.from(
      (async function* () {
        for (let from = start; from < end; from += step)
          yield await file.read(from, Math.min(step, end - from));
      })(),
    );
  }
}

/** Longer than any system takes for a path. */
const longestName = 1_000;

export interface Packed {
  name: string;
  /** What others may take for its name. */
  also: string[];
  /** All names in the zip, in their order. */
  among: string[];
  encrypted: boolean;
  size: number;
  /** How it begins, having unpacked all of it and counted; all of it, where that is asked for and no more than so much. */
  unpack(keep: number): Promise<Buffer>;
}

/** Packed, nothing is a few bytes. */
const nothing = 12;
/** A folder holds nothing itself; what says otherwise is a file to somebody. */
const isFolder = ({ fileName, uncompressedSize, compressedSize }: Entry): boolean =>
  fileName.endsWith('/') && uncompressedSize === 0 && compressedSize <= nothing;

async function listed(zip: ZipFile, allowance: Allowance): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    spend(allowance, entry.uncompressedSize);
    if (entry.fileNameLength > longestName) throw new TooPacked();
    all.push(entry);
  }
  return all;
}

/** Where the library has read the list to; its types call it a yes or no. */
const readTo = (zip: ZipFile): number => Number(zip.readEntryCursor);

/** Every file in a zip, one after the other. What they say they unpack to is counted before any of it is unpacked. */
export async function* entriesOf(file: Received, allowance: Allowance): AsyncGenerator<Packed> {
  const zip = await yauzl.fromRandomAccessReaderPromise(new Reader(file), file.size, { autoClose: false });
  try {
    const whole = await listed(zip, allowance);
    // What is locked is not let in, whatever else is with it.
    const isLocked = whole.some((entry) => entry.isEncrypted());
    const beside = isLocked ? null : await covered(file, zip, whole, readTo(zip));
    const all = whole.filter((entry) => !isFolder(entry));
    const among = all.map(({ fileName }) => fileName);
    for (const entry of all)
      yield {
        name: entry.fileName,
        // Beside the name there may be another one in a field of its own, which not everybody reads.
        also: [
          entry.fileNameRaw.toString('latin1'),
          ...namesIn(entry.extraFieldRaw),
          ...(beside?.get(entry) ?? []),
        ],
        among,
        encrypted: entry.isEncrypted(),
        size: entry.uncompressedSize,
        unpack: (keep) => unpacked(zip, entry, keep),
      };
  } finally {
    zip.close();
  }
}

/**
 * More than the entry said is not unpacked. Bytes behind the end of what was packed are seen by whoever reads a zip from
 * the front, and by nobody else.
 */
async function unpacked(zip: ZipFile, entry: Entry, keep: number): Promise<Buffer> {
  if (entry.isCompressed() && entry.compressionMethod !== 8) throw new Error('packed in a way of its own');
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const inflate = entry.isCompressed() ? createInflateRaw() : null;
  // What goes wrong with the one is thrown by the other; one that is left half-way through may still have something to say.
  const stream: Readable = inflate ? pipeline(raw, inflate, () => undefined) : raw;
  stream.on('error', () => undefined);
  const kept: Buffer[] = [];
  let [seen, held] = [0, 0];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > entry.uncompressedSize) throw new TooPacked();
    if (held < keep) kept.push(chunk);
    held += chunk.length;
  }
  if (seen < entry.uncompressedSize) throw new Error('less than it says');
  if (inflate && inflate.bytesWritten < entry.compressedSize) throw new Uncovered('more behind it');
  return Buffer.concat(kept).subarray(0, keep);
}

/** Bytes that were unpacked, to be looked at like a file. */
export const asReceived = (name: string, bytes: Buffer): Received => ({
  name,
  size: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length),
  parts: async function* () {
    yield bytes;
  },
});
