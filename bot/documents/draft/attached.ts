import type { Received } from '../../process/draft/file.ts';
import { Sectors, type Entry } from './sectors.ts';
import type { Packed } from './zip.ts';

/** [MS-OXPROPS]: an attachment's short and long name, in UTF-16 or in one byte a letter, and its bytes. */
const property = /^__substg1\.0_(3704001[EF]|3707001[EF]|37010102)$/;
const longName = '3707';
const bytesOfIt = '37010102';
/** [MS-OLEDS] 2.3.6: a file that was dragged into a document. */
const dragged = '\x01Ole10Native';
const longestName = 1_000;

/** Whether an entry holds, or names, a file in the file. */
const isAttached = ({ name }: Entry): boolean => name === dragged || property.test(name);

interface Piece {
  entry: Entry;
  sectors: Sectors;
}
const bytesOf = ({ entry, sectors }: Piece, keep: number): Promise<Buffer> => sectors.bytesOf(entry, keep);
const packed = (name: string, size: number, unpack: Packed['unpack']): Packed => {
  return { name, also: [], among: [], encrypted: false, size, unpack };
};
const nothing = async (): Promise<Buffer> => Buffer.alloc(0);

async function nameIn(piece: Piece): Promise<string> {
  const bytes = await bytesOf(piece, longestName);
  const wide = piece.entry.name.endsWith('F');
  return bytes.toString(wide ? 'utf16le' : 'latin1').replace(/\0+$/, '');
}

/** Two names and a path, each with its end, stand before the bytes of what was dragged in. */
async function* draggedIn(piece: Piece): AsyncGenerator<Packed> {
  const { size } = piece.entry;
  const head = await bytesOf(piece, 4 * longestName);
  const isPackage = head.length > 6 && head.readUInt16LE(4) === 2;
  const [label = '', path = ''] = isPackage ? head.toString('latin1', 6).split('\0', 2) : [];
  // A length of four bytes, unless names stand before it: there, behind them and where it lay for a while.
  const after = 6 + label.length + 1 + path.length + 1 + 4;
  const hasPath = isPackage && after + 4 <= head.length;
  const behind = hasPath ? after + 4 + head.readUInt32LE(after) : 0;
  const meanwhile = head.toString('latin1', after + 4, behind);
  for (const name of [label, path, ...(hasPath ? [meanwhile] : [])]) yield packed(name, 0, nothing);
  const begin = hasPath ? behind + 4 : 4;
  if (begin < size)
    yield packed(path || label, size - begin, async (keep) =>
      (await bytesOf(piece, begin + keep)).subarray(begin),
    );
}

/** The files in a mail or in a document of before 2007: their names, and what they hold. Throws `BrokenChain`. */
export async function* attachedIn(file: Received): AsyncGenerator<Packed> {
  const sectors = await Sectors.of(file);
  const pieces = sectors.entries.filter(isAttached).map((entry): Piece => ({ entry, sectors }));
  const isBytes = ({ entry }: Piece): boolean => entry.name.endsWith(bytesOfIt);
  const names: string[] = [];
  for (const piece of pieces)
    if (piece.entry.name === dragged) yield* draggedIn(piece);
    else if (!isBytes(piece)) {
      const name = await nameIn(piece);
      if (piece.entry.name.includes(`_${longName}`)) names.push(name);
      yield packed(name, 0, nothing);
    }
  const whole = pieces.filter(isBytes);
  for (const [index, piece] of whole.entries()) {
    // Outlook writes one attachment after the other; where it did not, nothing is said of which it is.
    const name = names.length === whole.length ? names[index]! : '.msg';
    yield packed(name, piece.entry.size, (keep) => bytesOf(piece, keep));
  }
}
