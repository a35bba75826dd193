// Who may: the secretariat. Changes: one part of a file that is expected. Refuses: a file that is whole, or was refused
// for what it is; a part that is not of the length it must have. A repeat: the same part.
import { z } from 'zod';
import { partLength, partsOf, partSize } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { fileById, lockFile, putPart, rejectionOf } from '../../store/draft/files.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';

/** Base64 is four characters for three bytes. */
const longest = Math.ceil(partSize / 3) * 4;

export const addFilePart = act({
  name: 'addFilePart',
  may: secretariat,
  about: { fileId: id },
  form: {
    /** From 0. */
    number: z.int().min(0).max(1_000),
    bytes: z.base64().min(4).max(longest),
  },
  async load({ about, hold }) {
    return (await hold(lockFile, fileById, about.fileId)) ?? refuse('notFound');
  },
  open: (file) => (file.state === 'receiving' ? rejectionOf(file) : refuse('fileWhole')),
  decide(file, { form }) {
    const expected = form.number < partsOf(file.size) ? partLength(file.size, form.number) : -1;
    return Buffer.byteLength(form.bytes, 'base64') === expected ? null : refuse('filePartLength');
  },
  async apply({ id: fileId }, { trx, form: { number, bytes } }) {
    await putPart(trx, fileId, number, Buffer.from(bytes, 'base64'));
    return { fileId, number };
  },
});
