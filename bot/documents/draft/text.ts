import { dangerOf } from '../../process/draft/fileKind.ts';
import type { Received } from '../../process/draft/file.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Found } from './signatures.ts';

/** Nothing that a text has: NUL and its like, but for tab, line, page and the end that DOS wrote. */
const noText = /[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]/;
/** Five bytes that Windows-1252 gives no letter. */
const noLetter = /[\x81\x8d\x8f\x90\x9d]/;
const header =
  /^(from|date|received|subject|mime-version|to|message-id|return-path|delivered-to|content-type):/im;
/** An end of a name in a mail's own list of what is attached, and how the base64 of a program begins. */
const attached = /name\*?(?:\d\*?)?=(?:"[^"\r\n]{0,300}|[^\s";]{0,300})\.(\w{1,20})"?(?=[;\s]|$)/gim;
const program = /\r?\n\r?\n(TV[opqr]|f0VMR)[\w+/]/;
/** What one look may cut in two is seen by the next. */
const overlap = 1_000;

/** What may stand before the first tag, each by itself: as one pattern, a row of them could be cut in countless ways. */
const before = [/\s+/y, /<!--[\s\S]*?-->/y, /<\?xml[^>]*>/iy, /<!doctype[^>]*>/iy];
const page = /<!?(html|script|head|body|svg|iframe)\b/iy;

const matchedAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

function isPage(begins: string): boolean {
  if (/^<!doctype\s+(html|svg)/i.test(begins)) return true;
  for (let at = 0; ;) {
    if (matchedAt(page, begins, at) > 0) return true;
    const length = Math.max(...before.map((pattern) => matchedAt(pattern, begins, at)));
    if (length === 0) return false;
    at += length;
  }
}

/** A script or a page by how it begins; a program that reads text goes by this and not by the name. */
export function dangerInText(head: Buffer): Refusal | null {
  const begins = head
    .toString('latin1', 0, 4_096)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (begins.startsWith('#!')) return refuse('fileProgram');
  return isPage(begins) ? refuse('fileWebPage') : null;
}

export const isMail = (bytes: Buffer): boolean => {
  const head = bytes.toString('latin1', 0, 20_000);
  const [headers = ''] = head.replace(/^From [^\n]*\n/, '').split(/\r?\n\r?\n/, 1);
  return /^[!-9;-~]+:/.test(headers) && header.test(headers);
};

/** A file written out in a mail's own text, from before mails had attachments: programs still take it out. */
const writtenOut = /^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,200})\r?\n[!-`]{2,80}\r?\n/m;

function dangerSeen(seen: string): Refusal | null {
  const inText = writtenOut.exec(seen)?.[1];
  if (inText) return refuse('fileOpaque', { inside: inText.slice(-100) });
  if (program.test(seen)) return refuse('fileHides', { inside: '.exe' });
  for (const [, ending] of seen.matchAll(attached))
    if (dangerOf(ending!)) return refuse('fileHides', { inside: `.${ending!.toLowerCase()}` });
  return null;
}

/** Text has no mark: it is what reads as text in UTF-8 or Windows-1252. A mail is text that begins with a mail's headers. */
export async function lookAtText(file: Received, head: Buffer): Promise<Found> {
  const danger = dangerInText(head);
  if (danger) return { refusal: danger };
  const mail = isMail(head);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let [inUtf8, inWindows] = [true, true];
  let rest = '';
  for await (const part of file.parts()) {
    const text = part.toString('latin1');
    if (noText.test(text)) return { is: 'unknown' };
    inWindows &&= !noLetter.test(text);
    inUtf8 &&= reads(utf8, part);
    if (!inUtf8 && !inWindows) return { is: 'unknown' };
    const hidden = mail ? dangerSeen(rest + text) : null;
    if (hidden) return { refusal: hidden };
    rest = text.slice(-overlap);
  }
  if (!(inUtf8 && reads(utf8)) && !inWindows) return { is: 'unknown' };
  return { is: mail ? 'eml' : 'txt' };
}

/** Without a part: whether it ended where a letter ends. */
function reads(decoder: TextDecoder, part?: Buffer): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}
