import { Agent, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { watchClock } from '../appClock.ts';
import { tellNoApp } from './noApp.ts';
import type { World } from '../world.ts';

const agent = new Agent({ keepAlive: true });
const hopByHop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

function withoutHops(headers: IncomingMessage['headers']) {
  const onward = { ...headers };
  for (const name of hopByHop) delete onward[name];
  return onward;
}

const forwardedHeaders = (request: IncomingMessage) => ({
  ...withoutHops(request.headers),
  'x-forwarded-for': request.socket.remoteAddress ?? '',
  'x-forwarded-host': request.headers.host ?? '',
  'x-forwarded-proto': 'http',
});

/** What the app serves to people, at the address that it knows as its own. */
export const appRooms = ['tab', 'api', 'privacy', 'terms'];

/** Hands a request on to the app as it comes, so that event streams pass. */
export function proxy(world: World, request: IncomingMessage, response: ServerResponse): void {
  if (!world.address.appUrl) return tellNoApp(request, response, 503, 'it is not known yet');
  const target = new URL(request.url ?? '/', world.address.appUrl);
  const onward = sendRequest(target, {
    method: request.method,
    headers: forwardedHeaders(request),
    agent,
  });
  onward.on('response', (answer) => {
    if (target.pathname === '/api/clock') watchClock(world, answer);
    response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
    response.flushHeaders();
    // An answer that breaks off breaks off here too, so that whoever listens can ask again.
    pipeline(answer, response, () => undefined);
  });
  onward.on('error', ({ message }) => {
    if (!response.headersSent) tellNoApp(request, response, 502, message);
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
