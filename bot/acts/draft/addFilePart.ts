// Who may: the secretariat. Changes: one part of a file that is expected. Refuses: a file that is whole, or was refused
// for what it is; a part that is not of the length it must have. A repeat: the same part.
import { z } from 'zod';
import { partLength, partsOf, partSize } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { fileById, lockFile, putPart, rejectionOf } from '../../store/draft/files.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';

/** Base64 is four characters for three bytes. */
const longest = Math.ceil(partSize / 3) * 4;

export const addFilePart = oldAct({
  name: 'addFilePart',
  may: secretariat,
  input: z.object({
    fileId: id,
    /** From 0. */
    number: z.int().min(0).max(1_000),
    bytes: z.base64().min(4).max(longest),
  }),
  async load({ trx, input, probe }) {
    return (await (probe ? fileById : lockFile)(trx, input.fileId)) ?? refuse('notFound');
  },
  decide(file, { input, probe }) {
    if (file.state !== 'receiving') return refuse('fileWhole');
    const rejected = rejectionOf(file);
    if (rejected) return rejected;
    if (probe) return null;
    const expected = input.number < partsOf(file.size) ? partLength(file.size, input.number) : -1;
    return Buffer.byteLength(input.bytes, 'base64') === expected ? null : refuse('filePartLength');
  },
  async apply({ id: fileId }, { trx, input: { number, bytes } }) {
    await putPart(trx, fileId, number, Buffer.from(bytes, 'base64'));
    return { fileId, number };
  },
});
