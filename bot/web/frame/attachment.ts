import type { Response } from 'restify';
import { mediaTypeOf } from '../../process/draft/fileKind.ts';
import { contentPolicy } from './edge/headers.ts';

/** RFC 8187: what is no letter, number or one of a few signs is said by its bytes. */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** For programs that know no other letters; nothing that would end the text or make a path. */
const plain = (name: string): string => name.replace(/[^ \w.,()+=@-]/g, '_');

/** RFC 6266: kept under this name, whatever the browser would do with such a file else. */
export const disposition = (name: string): string =>
  `attachment; filename="${plain(name)}"; filename*=UTF-8''${extended(name)}`;

/** Nothing of a file is shown as a page of ours or runs with our rights, even where somebody opens it in a window. */
const sandboxed = contentPolicy({ sandbox: '' });

/** Every file that somebody is given goes out with these: to be kept, as one of the kinds that there are, and never guessed at. */
export function asAttachment(response: Response, name: string, type = mediaTypeOf(name)): void {
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', disposition(name));
  response.setHeader('content-security-policy', sandboxed);
  response.setHeader('x-content-type-options', 'nosniff');
}
