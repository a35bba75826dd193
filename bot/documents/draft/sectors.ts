import type { Received } from '../../process/draft/file.ts';

/** An entry of a compound file's list: 128 bytes at a multiple of 128, its name in UTF-16 with its length behind it. */
const entrySize = 128;
const longestEntry = 64;
const [storage, stream, root] = [1, 2, 5];

export interface Entry {
  name: string;
  /** The first sector of what it holds, and how many bytes that is. */
  start: number;
  size: number;
}

function entryAt(bytes: Buffer, at: number): Entry | null {
  const length = bytes.readUInt16LE(at + longestEntry);
  if (length < 4 || length > longestEntry || length % 2 !== 0) return null;
  const kind = bytes[at + 66]!;
  if (![storage, stream, root].includes(kind)) return null;
  if (bytes.readUInt16LE(at + length - 2) !== 0) return null;
  return {
    name: bytes.toString('utf16le', at, at + length - 2),
    start: bytes.readUInt32LE(at + 116),
    size: kind === storage ? 0 : bytes.readUInt32LE(at + 120),
  };
}

/**
 * The names in a compound file (the Office of before 2007, and Outlook's mails), wherever they stand: what is embedded shows
 * its own along, and no broken chain of sectors hides any.
 */
export async function* namesIn(file: Received): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of file.parts()) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, part]) : part;
    const whole = bytes.length - (bytes.length % entrySize);
    for (let at = 0; at < whole; at += entrySize) {
      const entry = entryAt(bytes, at);
      if (entry) yield entry.name;
    }
    rest = bytes.subarray(whole);
  }
}

/** A chain of sectors that leads nowhere, or round and round. */
export class BrokenChain extends Error {}

const last = 0xfffffffa;
const small = 64;
/** A mail of a hundred attachments to a thousand people has some ten thousand. */
const mostEntries = 50_000;

/** Reads what streams hold by the tables at the head of a compound file. [MS-CFB] 2.1 to 2.4. */
export class Sectors {
  #file: Received;
  #sector: number;
  #most: number;
  #table: number[] = [];
  #smallTable: number[] = [];
  /** Sectors of what the root holds: all small streams together. */
  #held: number[] = [];
  /** Of the file's own list, as whoever opens it reads it; what lies in a file in it is not among them. */
  entries: Entry[] = [];
  #read = new Map<number, Buffer>();

  private constructor(file: Received, shift: number) {
    if (shift !== 9 && shift !== 12) throw new BrokenChain('a sector is 512 or 4096 bytes long');
    this.#file = file;
    this.#sector = 2 ** shift;
    this.#most = Math.ceil(file.size / this.#sector);
  }

  static async of(file: Received): Promise<Sectors> {
    const head = await file.read(0, 512);
    if (head.length < 512) throw new BrokenChain('a head is 512 bytes long');
    const sectors = new Sectors(file, head.readUInt16LE(30));
    await sectors.#readTables(head);
    return sectors;
  }

  /** Where the tables stand is a list that begins in the head and goes on in sectors of its own. */
  async #readTables(head: Buffer): Promise<void> {
    const numbers = (bytes: Buffer): number[] =>
      Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4));
    this.#table = numbers(head.subarray(76));
    const inEach = this.#sector / 4;
    // Twice as many as it takes to name each sector of the file once, and what is left free of a sector.
    const most = this.#table.length + 2 * Math.ceil(this.#most / inEach) + inEach;
    let next = head.readUInt32LE(68);
    while (next < last) {
      if (this.#table.length > most) throw new BrokenChain('more tables than there is to name');
      const more = numbers(await this.#at(next));
      next = more.pop() ?? last;
      this.#table.push(...more);
    }
    this.#smallTable = await this.#chain(head.readUInt32LE(60), this.#most);
    for (const sector of await this.#chain(head.readUInt32LE(48), this.#most)) {
      const bytes = await this.#at(sector);
      for (let at = 0; at + entrySize <= bytes.length; at += entrySize)
        this.entries.push(...[entryAt(bytes, at) ?? []].flat());
      if (this.entries.length > mostEntries) throw new BrokenChain('more entries than anybody writes');
    }
    const [first] = this.entries;
    if (first) this.#held = await this.#chain(first.start, this.#most);
  }

  async #at(sector: number): Promise<Buffer> {
    const kept = this.#read.get(sector);
    if (kept) return kept;
    const bytes = await this.#file.read((sector + 1) * this.#sector, this.#sector);
    if (bytes.length === 0) throw new BrokenChain('a sector behind the end');
    return bytes;
  }

  /** What a table, whose sectors these are, says at a place. */
  async #next(table: readonly number[], place: number): Promise<number> {
    const inEach = this.#sector / 4;
    const sector = table[Math.floor(place / inEach)];
    if (sector === undefined || sector >= last) throw new BrokenChain('a place that no table has');
    const bytes = await this.#at(sector);
    this.#read.set(sector, bytes);
    const at = (place % inEach) * 4;
    if (at + 4 > bytes.length) throw new BrokenChain('a table that is cut off');
    return bytes.readUInt32LE(at);
  }

  /** No more of a chain than is asked for; one that goes round is none. */
  async #chain(start: number, most: number, table = this.#table): Promise<number[]> {
    const chain = new Set<number>();
    for (let at = start; at < last && chain.size < most; at = await this.#next(table, at)) {
      if (chain.has(at)) throw new BrokenChain('a chain that goes round');
      chain.add(at);
    }
    return [...chain];
  }

  /** The first so many bytes of what an entry holds. Throws `BrokenChain`. */
  async bytesOf({ start, size }: Entry, keep: number): Promise<Buffer> {
    const length = Math.min(size, keep, this.#file.size);
    const bytes = size >= 4096 ? await this.#large(start, length) : await this.#small(start, length);
    if (bytes.length < length) throw new BrokenChain('less than it says');
    return bytes.subarray(0, length);
  }

  async #large(start: number, length: number): Promise<Buffer> {
    const chain = await this.#chain(start, Math.ceil(length / this.#sector));
    const parts: Buffer[] = [];
    for (const sector of chain) parts.push(await this.#at(sector));
    return Buffer.concat(parts);
  }

  /** What is small lies 64 bytes at a time in what the root holds. */
  async #small(start: number, length: number): Promise<Buffer> {
    const chain = await this.#chain(start, Math.ceil(length / small), this.#smallTable);
    const inEach = this.#sector / small;
    const parts: Buffer[] = [];
    for (const place of chain) {
      const sector = this.#held[Math.floor(place / inEach)];
      if (sector === undefined) throw new BrokenChain('a place that the root does not have');
      const at = (place % inEach) * small;
      parts.push((await this.#at(sector)).subarray(at, at + small));
    }
    return Buffer.concat(parts);
  }
}
