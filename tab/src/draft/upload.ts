import { act, partsHad, type Answered } from '../api.ts';
import { undecided, type Refusal } from '../frame/refused.ts';

/** Base64 of one slice, without holding the whole file. */
function encoded(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface Watch {
  sent(bytes: number): void;
  /** Whether the line or the server is away, and is waited for. */
  waiting(away: boolean): void;
}
export interface About {
  revisionId: string;
  versionId?: string;
}
type Uploaded = { refusal: Refusal | null };

/** Seconds between two tries of one part; then whoever sends it is told, and the next press goes on from there. */
export const patience = [1, 2, 4, 8, 15, 15, 15, 15, 15, 15];

/** The keys of files that were begun here and are not whole, so that another press is the same file. */
const begun = new Map<string, string>();
const nameOf = ({ name, size, lastModified }: File, { revisionId, versionId = '' }: About): string =>
  [revisionId, versionId, name, size, lastModified].join('\n');

/** Not refused for what it is: the same may be taken in a moment. */
const passes = (refusal: Refusal): boolean =>
  undecided(refusal) || ['unavailable', 'tooManyRequests', 'fileBusy'].includes(refusal.code);

/** So long, or until the network is said to be back. */
const pause = (seconds: number): Promise<void> =>
  new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      done();
    };
    const timer = setTimeout(end, seconds * 1000);
    globalThis.addEventListener?.('online', end);
  });

async function patiently<R>(
  ask: () => Promise<Answered<R>>,
  { waiting }: Watch,
  waits: readonly number[],
): Promise<Answered<R>> {
  for (const seconds of waits) {
    const answer = await ask();
    if (answer.ok || !passes(answer.refusal)) return answer;
    waiting(true);
    await pause(seconds);
    waiting(false);
  }
  return ask();
}

/** What the server has of it, by number; null: it does not know the file any more. */
async function had(fileId: string): Promise<Map<number, string> | null> {
  const parts = await partsHad(fileId);
  return parts && new Map(parts.map(({ number, hash }) => [number, hash]));
}

/**
 * Sends a file part by part. Each part carries a key of its own, so that one whose answer was lost is sent again and counts
 * once; one that the server has, byte for byte, is not sent again. A server or a line that is away is waited for, and a press
 * after that goes on where the last one stopped. Nobody sees the file before its last part is there.
 */
export async function upload(file: File, about: About, watch: Watch, waits = patience): Promise<Uploaded> {
  const name = nameOf(file, about);
  const known = begun.get(name);
  const key = known ?? crypto.randomUUID();
  begun.set(name, key);
  const decided = (answer: Answered): Uploaded => {
    if (answer.ok || !passes(answer.refusal)) begun.delete(name);
    return { refusal: answer.ok ? null : answer.refusal };
  };
  const asked = { ...about, name: file.name, size: file.size };
  const answer = await patiently(() => act('beginFile', asked, key), watch, waits);
  if (!answer.ok) return decided(answer);
  const { fileId, partSize } = answer.result;
  const parts = known ? await had(fileId) : new Map<number, string>();
  if (!parts) {
    begun.delete(name);
    return upload(file, about, watch, waits);
  }
  for (let number = 0; number * partSize < file.size; number += 1) {
    const slice = file.slice(number * partSize, (number + 1) * partSize);
    const bytes = new Uint8Array(await slice.arrayBuffer());
    const hash = await hashOf(bytes);
    if (parts.get(number) !== hash) {
      const part = { fileId, number, bytes: encoded(bytes) };
      const sent = await patiently(
        () => act('addFilePart', part, `${fileId} ${number} ${hash}`),
        watch,
        waits,
      );
      if (!sent.ok) return decided(sent);
    }
    watch.sent(number * partSize + slice.size);
  }
  return decided(await patiently(() => act('finishFile', { fileId }, `${fileId} whole`), watch, waits));
}
