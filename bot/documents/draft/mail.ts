import { once } from 'node:events';
import { pipeline, Readable, type Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Splitter, type MimeNode, type SplitterChunk } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import type { Received } from '../../process/draft/file.ts';
import { dangerOfName } from '../../process/draft/fileKind.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { hasLoneReturn, isAmbiguous, Marks } from './mailForm.ts';
import { headLength } from './signatures.ts';
import { TooPacked, type Packed } from './zip.ts';

/** How what is found in a mail is looked into: what is shown as its text, what is attached. */
interface Looking {
  /** Whether all of it must be had, by its name and how it begins. */
  wanted(name: string, head: Buffer): boolean;
  largest: number;
  inside(packed: Packed, shown: boolean): Promise<Refusal | null>;
}

/** More parts, or longer heads, than any mail of people's. */
const limits = { maxChildNodes: 1_000, maxHeadSize: 256 * 1024 };

const decoded = (text: string): string => {
  try {
    return libmime.decodeWords(text);
  } catch {
    return text;
  }
};

/** What a header calls an attachment: in pieces, in other letters or folded, and as a program may put it together. */
function namesInHeader(line: string): string[] {
  const value = line.slice(line.indexOf(':') + 1).replace(/\r?\n(?=[ \t])/g, '');
  const { params } = libmime.parseHeaderValue(value);
  const called = [params['filename'], params['name']].filter((name) => name !== undefined && name !== '');
  return called.flatMap((name) => [String(name), decoded(String(name))]);
}

/** A header may be there twice, and which of them counts is up to whoever reads it. */
const namesOf = ({ headers, filename }: MimeNode): string[] => [
  ...(filename ? [filename] : []),
  ...(headers
    ? [...headers.get('Content-Disposition'), ...headers.get('Content-Type')].flatMap(namesInHeader)
    : []),
];

const readable = /^(|7bit|8bit|binary|quoted-printable|base64)$/;
/** Outlook's own envelope, a mail in pieces or from elsewhere, and a signed one that is a file: none is looked into here. */
const opaque = /^(application\/(ms-tnef|vnd\.ms-tnef|(x-)?pkcs7-mime)|message\/(partial|external-body))$/;
const encrypted = /^(multipart\/encrypted|application\/pgp-encrypted)$/;

/** Why a part cannot come along, by what its head says of it. */
function dangerInHead(node: MimeNode, names: string[]): Refusal | null {
  const type = node.contentType || '';
  const hidden = names.find((name) => dangerOfName(name) ?? dangerOfName(name.replace(/\s/g, '')));
  if (hidden) return refuse('fileHides', { inside: hidden.slice(-100) });
  const head = node.headers ? node.headers.get('Content-Type').join(' ') : '';
  if (encrypted.test(type) || (opaque.test(type) && /enveloped-data/i.test(head)))
    return refuse('fileEncrypted');
  const inside = names[0] ?? type;
  if (opaque.test(type) || names.some((name) => /^winmail\.dat$/i.test(name.trim())))
    return refuse('fileOpaque', { inside });
  if (isAmbiguous(node)) return refuse('fileOpaque', { inside });
  if (!node.multipart && !readable.test(node.encoding || '')) return refuse('fileOpaque', { inside });
  // Without a name it gets one from its type, at whoever opens it.
  const nameless = names.length === 0 && !node.multipart && !/^(text\/(plain|html)|message\/.*)$/.test(type);
  const ending = nameless ? libmime.detectExtension(type) : '';
  return ending && dangerOfName(`.${ending}`) ? refuse('fileHides', { inside: type }) : null;
}

/** One part that holds something, as it comes: all of it is kept only where that is wanted. */
class Part {
  readonly node: MimeNode;
  readonly names: string[];
  size = 0;
  #decoder: Transform;
  #kept: Buffer[] = [];
  #held = 0;
  #most = headLength;
  #asked = false;

  constructor(node: MimeNode, names: string[], { wanted, largest }: Looking) {
    this.node = node;
    this.names = names;
    this.#decoder = node.getDecoder() as Transform;
    this.#decoder.on('data', (bytes: Buffer) => {
      this.size += bytes.length;
      if (this.#held >= this.#most) return;
      this.#kept.push(bytes);
      this.#held += bytes.length;
      if (this.#asked || this.#held < headLength) return;
      this.#asked = true;
      if (wanted(this.name, Buffer.concat(this.#kept))) this.#most = largest + 1;
    });
  }

  get name(): string {
    return this.names[0] ?? '';
  }

  /** Its text, and not something that hangs on it. */
  get shown(): boolean {
    return (
      this.names.length === 0 &&
      this.node.disposition !== 'attachment' &&
      /^text\/(plain|html)$/.test(this.node.contentType || '')
    );
  }

  async take(bytes: Buffer): Promise<void> {
    if (!this.#decoder.write(bytes)) await once(this.#decoder, 'drain');
  }

  async packed(): Promise<Packed> {
    this.#decoder.end();
    await finished(this.#decoder);
    const content = Buffer.concat(this.#kept);
    const unpack = async (keep: number): Promise<Buffer> => content.subarray(0, keep);
    return { name: this.name, also: this.names, among: [], encrypted: false, size: this.size, unpack };
  }
}

async function* chunksOf(file: Received): AsyncGenerator<SplitterChunk> {
  const splitter = new Splitter(limits);
  // What goes wrong with the one is thrown by the other.
  pipeline(Readable.from(file.parts(), { objectMode: false }), splitter, () => undefined);
  try {
    yield* splitter as AsyncIterable<SplitterChunk>;
  } catch (error) {
    throw (error as { code?: string }).code === 'EMAXLEN' ? new TooPacked() : error;
  }
}

const unclear = (): Refusal => refuse('fileOpaque', { inside: '.eml' });

/** Why a mail cannot come along, by what is attached to it, and to what is attached. */
export async function dangerInMail(file: Received, looking: Looking): Promise<Refusal | null> {
  if (await hasLoneReturn(file)) return unclear();
  const marks = new Marks();
  let part: Part | null = null;
  const seen = async (): Promise<Refusal | null> => part && looking.inside(await part.packed(), part.shown);
  for await (const chunk of chunksOf(file)) {
    if (chunk.type === 'body') await part?.take(chunk.value as Buffer);
    if (chunk.type === 'data' && marks.areCrossed(chunk.value as Buffer)) return unclear();
    if (chunk.type !== 'node') continue;
    const before = await seen();
    if (before) return before;
    const names = namesOf(chunk);
    const danger = dangerInHead(chunk, names);
    if (danger) return danger;
    marks.began(chunk);
    part = chunk.multipart ? null : new Part(chunk, names, looking);
  }
  return (await seen()) ?? (marks.areMissing ? unclear() : null);
}
