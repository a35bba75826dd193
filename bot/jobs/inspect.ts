import PQueue from 'p-queue';
import { inspectContent } from '../documents/contents/inspect.ts';
import type { Inspector } from '../ports.ts';
import { refuse } from '../process/refusals.ts';

/** Unpacking takes a processor; whoever comes after so many is asked to come again. */
const atOnce = 2;
const mostWaiting = 20;

/** Looks into the files that come in, a few at a time. */
export function inspector(): Inspector {
  const queue = new PQueue({ concurrency: atOnce });
  return {
    async inspect(file) {
      if (queue.size >= mostWaiting) return refuse('fileBusy');
      return queue.add(() => inspectContent(file));
    },
  };
}
