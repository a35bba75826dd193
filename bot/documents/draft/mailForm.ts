import type { MimeNode } from '@zone-eu/mailsplit';
import type { Received } from '../../process/draft/file.ts';

/** What decides how a part is read. */
const deciding = ['content-type', 'content-transfer-encoding', 'content-disposition'];
const headerName = /^[!-9;-~]+$/;
/** Folded, but for nothing: the end of the head to some. */
const emptyFold = /\n[ \t]*(?:\r?\n|$)/;

const valueOf = (line: string): string => line.slice(line.indexOf(':') + 1).replace(/\r?\n(?=[ \t])/g, '');
const asSaid = (line: string): string => valueOf(line).replace(/\s+/g, ' ').trim().toLowerCase();

/** One mark, in letters that every reader takes for the same. */
const marked = /;\s*boundary\s*=\s*(?:"([^"\\]+)"|([^\s";,()\\]+))\s*(?:;|$)/i;
const mark = /^(?!\S*=\?)[!-~](?:[ -~]*[!-~])?$/;
const anyMark = /boundary\s*(?:\*[\s\d*]*)?=/gi;

/** What parts a multipart; null: it does not say, or not in one way. */
export function markOf({ headers }: MimeNode): string | null {
  const value = headers ? valueOf(headers.getList().find(({ key }) => key === deciding[0])?.line ?? '') : '';
  const [, quoted, bare] = marked.exec(value) ?? [];
  const said = quoted ?? bare ?? '';
  return mark.test(said) && value.match(anyMark)?.length === 1 ? said : null;
}

/** Whether one reader takes the head of a part for something else than another does. */
export function isAmbiguous(node: MimeNode): boolean {
  const lines = node.headers ? node.headers.getList() : [];
  const said = (wanted: string): string[] =>
    lines.filter(({ key }) => key === wanted).map(({ line }) => line);
  // Without a word of what is in it, it is text to everybody.
  if (!lines.some(({ line }) => /content-/i.test(line))) return false;
  if (lines.some(({ key, line }) => !headerName.test(key) || emptyFold.test(line))) return true;
  if (deciding.some((name) => new Set(said(name).map(asSaid)).size > 1)) return true;
  if (node.multipart) return markOf(node) === null;
  return said(deciding[0]!).some((line) => /multipart/i.test(valueOf(line).split(';', 1)[0]!));
}

/** A line that ends in a return alone is one to some, and none to others. */
export async function hasLoneReturn(file: Received): Promise<boolean> {
  let last = '';
  for await (const part of file.parts()) {
    const text = last + part.toString('latin1');
    if (/\r[^\n]/.test(text)) return true;
    last = text.endsWith('\r') ? '\r' : '';
  }
  return false;
}

/** The marks between the parts of a mail: none of which may come again behind its end, or be nowhere. */
export class Marks {
  #known = new Set<string>();
  #ended = new Set<string>();
  #empty = new Set<MimeNode>();

  /** The head of a part. */
  began(node: MimeNode): void {
    if (node.parentNode) this.#empty.delete(node.parentNode);
    if (!node.multipart) return;
    const own = markOf(node) ?? '';
    this.#empty.add(node);
    this.#known.add(own);
    this.#ended.delete(own);
  }

  /** Whether something between the parts begins a part that has ended. */
  areCrossed(between: Buffer): boolean {
    for (const line of between.toString('latin1').split('\n')) {
      if (!line.startsWith('--')) continue;
      const said = line.slice(2).trimEnd();
      if (this.#ended.has(said)) return true;
      const ended = said.endsWith('--') ? said.slice(0, -2) : '';
      if (this.#known.has(ended)) this.#ended.add(ended);
    }
    return false;
  }

  /** Whether something that has parts showed none. */
  get areMissing(): boolean {
    return this.#empty.size > 0;
  }
}
