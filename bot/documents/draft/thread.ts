import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { partLength, partSize, partsOf, type Received } from '../../process/draft/file.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import { inspectContent } from './inspect.ts';

/** What the thread says: a part that it wants, or what came of it. */
export type Said = { part: number } | { refusal: Refusal | null } | { failed: string };
export interface Given {
  name: string;
  size: number;
}

const kept = 4;

/** The file, of which the other side hands over a part at a time; those that were read last are kept. */
function fileThrough(port: MessagePort, { name, size }: Given): Received {
  const waiting = new Map<number, (bytes: Buffer) => void>();
  const parts = new Map<number, Promise<Buffer>>();
  port.on('message', ({ part, bytes }: { part: number; bytes: Uint8Array }) => {
    waiting.get(part)?.(Buffer.from(bytes.buffer));
    waiting.delete(part);
  });
  const partAt = (part: number): Promise<Buffer> => {
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    const known = parts.get(part);
    if (!known) {
      waiting.set(part, resolve);
      port.postMessage({ part } satisfies Said);
    }
    parts.delete(part);
    parts.set(part, known ?? promise);
    if (parts.size > kept) parts.delete(parts.keys().next().value!);
    return known ?? promise;
  };
  return {
    name,
    size,
    async read(from, length) {
      const pieces: Buffer[] = [];
      for (let at = from; at < Math.min(from + length, size);) {
        const begin = at % partSize;
        const piece = (await partAt(Math.floor(at / partSize))).subarray(begin, begin + from + length - at);
        if (piece.length === 0) break;
        pieces.push(piece);
        at += piece.length;
      }
      return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    },
    async *parts() {
      for (let part = 0; part < partsOf(size); part += 1)
        yield (await partAt(part)).subarray(0, partLength(size, part));
    },
  };
}

if (parentPort) {
  const port = parentPort;
  const said = await inspectContent(fileThrough(port, workerData as Given)).then(
    (refusal): Said => ({ refusal }),
    (error: unknown): Said => ({ failed: String(error) }),
  );
  port.postMessage(said);
  port.close();
}
