import { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Received } from '../../process/file.ts';

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

/** Every file in a zip, one after the other. What they say they unpack to is counted before any of it is unpacked. */
export async function* entriesOf(file: Received, allowance: Allowance): AsyncGenerator<Packed> {
  const zip = await yauzl.fromRandomAccessReaderPromise(new Reader(file), file.size, { autoClose: false });
  try {
    const all: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      spend(allowance, entry.uncompressedSize);
      if (entry.fileNameLength > longestName) throw new TooPacked();
      // A folder holds nothing itself; what says otherwise is a file to somebody.
      if (!entry.fileName.endsWith('/') || entry.uncompressedSize > 0) all.push(entry);
    }
    const among = all.map(({ fileName }) => fileName);
    for (const entry of all)
      yield {
        name: entry.fileName,
        // Beside the name there may be another one in a field of its own, which not everybody reads.
        also: [entry.fileNameRaw.toString('latin1')],
        among,
        encrypted: entry.isEncrypted(),
        size: entry.uncompressedSize,
        unpack: (keep) => unpacked(zip, entry, keep),
      };
  } finally {
    zip.close();
  }
}

/** The library breaks off when more comes out than the entry said; that is counted here as well. */
async function unpacked(zip: ZipFile, entry: Entry, keep: number): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  // One that is left half-way through may still have something to say.
  stream.on('error', () => undefined);
  const kept: Buffer[] = [];
  let [seen, held] = [0, 0];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > entry.uncompressedSize) throw new TooPacked();
    if (held < keep) kept.push(chunk);
    held += chunk.length;
  }
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
