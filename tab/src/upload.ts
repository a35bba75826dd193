import { act } from './api.ts';
import type { Refusal } from './refused.ts';

/** Base64 of one slice, without holding the whole file. */
async function encoded(slice: Blob): Promise<string> {
  const bytes = new Uint8Array(await slice.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

type Uploaded = { refusal: Refusal } | { refusal: null };

/**
 * Sends a file part by part. Each part carries its own key, so that one whose answer was lost is sent again and counts once;
 * nobody sees the file before its last part is there.
 */
export async function upload(
  file: File,
  about: { revisionId: string; versionId?: string },
  sent: (bytes: number) => void,
): Promise<Uploaded> {
  const begun = await act('beginFile', { ...about, name: file.name, size: file.size }, crypto.randomUUID());
  if (!begun.ok) return { refusal: begun.refusal };
  const { fileId, partSize } = begun.result as { fileId: string; partSize: number };
  for (let number = 0; number * partSize < file.size; number += 1) {
    const slice = file.slice(number * partSize, (number + 1) * partSize);
    const bytes = await encoded(slice);
    const part = await act('addFilePart', { fileId, number, bytes }, `${fileId} ${number}`);
    if (!part.ok) return { refusal: part.refusal };
    sent(number * partSize + slice.size);
  }
  const whole = await act('finishFile', { fileId }, `${fileId} whole`);
  return { refusal: whole.ok ? null : whole.refusal };
}
