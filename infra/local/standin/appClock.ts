import type { IncomingMessage } from 'node:http';
import type { World } from './world.ts';

/** The app's clock is known by what passes here, so that messages carry the app's time. */
export function watchClock(world: World, answer: IncomingMessage): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => {
    try {
      const { now } = JSON.parse(Buffer.concat(chunks).toString()) as { now?: string };
      const offset = Math.round((Date.parse(now ?? '') - Date.now()) / 1000) * 1000;
      if (!Number.isFinite(offset) || Math.abs(offset - world.state.clockOffset) < 1500) return;
      world.state.clockOffset = offset;
      world.changed({ kind: 'clock' });
    } catch {
      // Not the clock's answer: nothing to learn from it.
    }
  });
}
