import { Worker } from 'node:worker_threads';
import { partSize, type Received } from '../../process/draft/file.ts';
import { endingOf } from '../../process/draft/fileKind.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Given, Said } from './thread.ts';

/** Many times what the longest honest file takes on a slow machine. */
const longestMs = 60_000;
const mostMegabytes = 192;

/** Hands over the parts that are asked for, until it is said what came of it. */
async function answered(worker: Worker, file: Received): Promise<Refusal | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Refusal | null>();
  const hand = async (part: number): Promise<void> => {
    // A copy of its own is handed over whole and copied no more.
    const bytes = new Uint8Array(await file.read(part * partSize, partSize));
    worker.postMessage({ part, bytes }, [bytes.buffer]);
  };
  worker.on('message', (said: Said) => {
    if ('part' in said) hand(said.part).catch(reject);
    else if ('failed' in said) reject(new Error(said.failed));
    else resolve(said.refusal);
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('a file could not be looked into')));
  return promise;
}

const outOfMemory = (error: unknown): boolean =>
  (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Looks into a file in a thread of its own, so that the app goes on meanwhile: a file on which it would never end, or
 * for which no memory is enough, is one that cannot be looked into.
 */
export async function inspectAside(file: Received, most = longestMs): Promise<Refusal | null> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { name: file.name, size: file.size } satisfies Given,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const opaque = refuse('fileOpaque', { inside: `.${endingOf(file.name)}` });
  const late = Promise.withResolvers<Refusal>();
  const limit = setTimeout(() => late.resolve(opaque), most);
  try {
    return await Promise.race([answered(worker, file), late.promise]);
  } catch (error) {
    if (outOfMemory(error)) return opaque;
    throw error;
  } finally {
    clearTimeout(limit);
    await worker.terminate();
  }
}
