import type { Received } from '../../process/draft/file.ts';
import { compareKind, dangerOfName, endingOf, refuseName } from '../../process/draft/fileKind.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { attachedIn } from './attached.ts';
import { lookAtCompound } from './compound.ts';
import { endsAsZip, Uncovered } from './covered.ts';
import { embedsInRtf, loadedByRtf, lookOf, textOf } from './loads.ts';
import { dangerInMail } from './mail.ts';
import { isLocked, isOffice, lists, longestList, macrosIn, packageKind } from './package.ts';
import { BrokenChain } from './sectors.ts';
import { byMark, headLength, isCompound, isZip, type Found } from './signatures.ts';
import { dangerInText, isMail, lookAtText } from './text.ts';
import { asReceived, entriesOf, newAllowance, spend, TooPacked, type Allowance, type Packed } from './zip.ts';

/** A file in a file that is itself packed is held in memory to be looked into; a larger one is not. */
const largestInside = 25_000_000;

/** What one look at a text may cut in two is seen by the next. */
const overlap = 500;

/** Why a file cannot be let in, by what is in it and whether that is what its name says; null when it can. */
export async function inspectContent(file: Received): Promise<Refusal | null> {
  const named = refuseName(file.name);
  if (named) return named;
  try {
    const found = await look(file, newAllowance());
    return 'refusal' in found ? found.refusal : compareKind(file.name, found.is);
  } catch (error) {
    if (error instanceof TooPacked) return refuse('fileTooPacked');
    if (error instanceof BrokenChain) return broken(file);
    throw error;
  }
}

async function look(file: Received, allowance: Allowance): Promise<Found> {
  const head = await file.read(0, headLength);
  if (isZip(head)) return lookIntoZip(file, allowance);
  if (isCompound(head)) return lookIntoCompound(file, allowance);
  if (calledZip.test(endingOf(file.name)) && (await endsAsZip(file))) return { refusal: opaque(file) };
  const found = (await byMark(head)) ?? (await lookAtText(file, head));
  if ('refusal' in found) return found;
  const refusal = isRtf(head)
    ? await dangerInRtf(file)
    : isMailBy(file.name, head)
      ? await lookIntoMail(file, allowance)
      : null;
  return refusal ? { refusal } : found;
}

const isMailBy = (name: string, head: Buffer): boolean => endingOf(name) === 'eml' || isMail(head);
const isRtf = (head: Buffer): boolean => head.toString('latin1', 0, 4_096).trimStart().startsWith('{\\rt');
/** Endings that a program takes for a zip, though something stands before it. */
const calledZip = /^(zipx?|(doc|dot|xls|xlt|ppt|pot|pps|vsd)x|od[tspg]|ot[tspg]|epub)$/;
/** What holds other things, and must be had whole to be looked into. */
const holdsMore = (name: string, head: Buffer): boolean =>
  isZip(head) || isCompound(head) || isRtf(head) || isMailBy(name, head) || calledZip.test(endingOf(name));

const lookIntoMail = (file: Received, allowance: Allowance): Promise<Refusal | null> =>
  deep(allowance, () =>
    dangerInMail(file, {
      wanted: holdsMore,
      largest: largestInside,
      inside: (packed, shown) => {
        spend(allowance, packed.size);
        return dangerInside(packed, allowance, shown);
      },
    }),
  );

async function dangerInRtf(file: Received): Promise<Refusal | null> {
  let rest = '';
  for await (const part of file.parts()) {
    // However many blanks there are: what belongs together is not cut in two by them.
    const text = rest + part.toString('latin1').replace(/\s+/g, ' ');
    if (embedsInRtf(text)) return refuse('fileOpaque', { inside: 'object' });
    const inside = loadedByRtf(text);
    if (inside) return refuse('fileLoads', { inside: inside.slice(0, 100) });
    rest = text.slice(-overlap);
  }
  return null;
}

async function lookIntoCompound(file: Received, allowance: Allowance): Promise<Found> {
  const found = await lookAtCompound(file);
  if ('refusal' in found) return found;
  const refusal = await deep(allowance, async () => {
    for await (const entry of attachedIn(file)) {
      spend(allowance, entry.size);
      const danger = await dangerInside(entry, allowance, false);
      if (danger) return danger;
    }
    return null;
  });
  return refusal ? { refusal } : found;
}

/** A layer further in. */
async function deep<T>(allowance: Allowance, work: () => Promise<T>): Promise<T> {
  allowance.layers -= 1;
  if (allowance.layers < 0) throw new TooPacked();
  try {
    return await work();
  } finally {
    allowance.layers += 1;
  }
}

async function lookIntoZip(file: Received, allowance: Allowance): Promise<Found> {
  try {
    return await deep(allowance, () => unzipped(file, allowance));
  } catch (error) {
    if (error instanceof TooPacked || error instanceof Lost) throw error;
    if (error instanceof Uncovered) return { refusal: opaque(file) };
    // The library says in its own words what is wrong with it.
    return { refusal: broken(file) };
  }
}

const broken = ({ name }: Received): Refusal => refuse('fileBroken', { ending: `.${endingOf(name)}` });

const opaque = ({ name }: Received): Refusal => refuse('fileOpaque', { inside: `.${endingOf(name)}` });

/** The bytes could not be read here: no fault of the file's. */
class Lost extends Error {}

const safely = (file: Received): Received => ({
  ...file,
  read: (from, length) =>
    file.read(from, length).catch((error: unknown) => {
      throw new Lost('a file could not be read', { cause: error });
    }),
});

async function unzipped(file: Received, allowance: Allowance): Promise<Found> {
  const saying = new Map<string, string>();
  let [hidden, loads, names]: [Refusal | null, Refusal | null, string[]] = [null, null, []];
  for await (const entry of entriesOf(safely(file), allowance)) {
    if (entry.encrypted) return { refusal: refuse('fileEncrypted') };
    names = entry.among;
    if (lists.includes(entry.name)) await hear(saying, entry);
    else hidden ??= await dangerInside(entry, allowance, isOffice(names));
    if (isOffice(names)) loads ??= await loadedBy(entry);
  }
  if (isLocked(saying)) return { refusal: refuse('fileEncrypted') };
  const refusal = macrosIn(names, saying) ?? hidden ?? loads;
  return refusal ? { refusal } : { is: packageKind(names, saying) };
}

async function loadedBy({ name, size, unpack }: Packed): Promise<Refusal | null> {
  const look = lookOf(name);
  if (!look) return null;
  if (size > largestInside) throw new TooPacked();
  const inside = look(textOf(await unpack(largestInside)));
  return inside === null ? null : refuse('fileLoads', { inside: inside.slice(0, 100) });
}

/** A list that is there twice, or has no end, says one thing to us and another to whoever opens the file. */
async function hear(saying: Map<string, string>, { name, size, unpack }: Packed): Promise<void> {
  if (saying.has(name) || size > longestList) throw new Error('a list that no office program writes');
  saying.set(name, (await unpack(longestList)).toString('utf8'));
}

/** What says by itself what is to be done about it, however deep it lies. */
const closer = new Set(['fileEncrypted', 'fileOpaque', 'fileLoads']);

/** Why what lies in a zip cannot come along; what it is else, is its own business. */
async function dangerInside(entry: Packed, allowance: Allowance, office: boolean): Promise<Refusal | null> {
  const inside = entry.name.slice(-100);
  const [named = null] = [entry.name, ...entry.also].flatMap((name) => dangerOfName(name) ?? []);
  // Drawings that an office program shows, and never runs.
  if (named && !(office && named === 'fileWebPage')) return refuse('fileHides', { inside });
  const head = await entry.unpack(headLength);
  const refusal = holdsMore(entry.name, head) ? await deeper(entry, allowance) : await shown(head, office);
  if (!refusal || closer.has(refusal.refused)) return refusal;
  return refuse('fileHides', {
    inside: refusal.refused === 'fileHides' ? String(refusal.params?.['inside']) : inside,
  });
}

async function shown(head: Buffer, office: boolean): Promise<Refusal | null> {
  const found = await byMark(head);
  if (found) return 'refusal' in found ? found.refusal : null;
  return office ? null : dangerInText(head);
}

async function deeper(entry: Packed, allowance: Allowance): Promise<Refusal | null> {
  if (entry.size > largestInside) throw new TooPacked();
  allowance.bytes -= entry.size;
  const found = await look(asReceived(entry.name, await entry.unpack(largestInside)), allowance);
  return 'refusal' in found ? found.refusal : null;
}
