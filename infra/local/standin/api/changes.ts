import type { Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { path } from './route.ts';

type Change = { kind: string; conversationId?: string };

/** Tells the page what changed, at most ten times a second, and of the same change once. */
export const changesRoute = (world: World): Route => [
  'GET',
  path('/events'),
  ({ request, response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    const waiting = new Map<string, Change>();
    let timer: NodeJS.Timeout | undefined;
    const flush = () => {
      timer = undefined;
      for (const change of waiting.values()) response.write(`data: ${JSON.stringify(change)}\n\n`);
      waiting.clear();
    };
    const heard = (change: Change) => {
      waiting.set(`${change.kind} ${change.conversationId ?? ''}`, change);
      timer ??= setTimeout(flush, 100);
    };
    world.events.on('change', heard);
    request.on('close', () => {
      clearTimeout(timer);
      world.events.off('change', heard);
    });
    return undefined;
  },
];
