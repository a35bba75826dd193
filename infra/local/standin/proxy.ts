import { Agent, request as sendRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from './http.ts';
import type { World } from './world.ts';

const agent = new Agent({ keepAlive: true });
const hopByHop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'];

function forwardedHeaders(request: IncomingMessage) {
  const headers = { ...request.headers };
  for (const name of hopByHop) delete headers[name];
  return {
    ...headers,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-host': request.headers.host ?? '',
    'x-forwarded-proto': 'http',
  };
}

/** The app's clock is known by what passes here, so that messages carry the app's time. */
function watchClock(world: World, answer: IncomingMessage): void {
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

/** Hands `/tab` and `/api` on to the app as they come, so that event streams pass. */
export function proxy(world: World, request: IncomingMessage, response: ServerResponse): void {
  if (!world.address.appUrl) {
    send(response, {
      status: 503,
      body: { error: { code: 'NoApp', message: 'The app is not known yet' } },
    });
    return;
  }
  const target = new URL(request.url ?? '/', world.address.appUrl);
  const onward = sendRequest(target, {
    method: request.method,
    headers: forwardedHeaders(request),
    agent,
  });
  onward.on('response', (answer) => {
    if (target.pathname === '/api/clock') watchClock(world, answer);
    const headers = { ...answer.headers };
    for (const name of hopByHop) delete headers[name];
    response.writeHead(answer.statusCode ?? 502, headers);
    response.flushHeaders();
    answer.pipe(response);
  });
  onward.on('error', (error) =>
    send(response, {
      status: 502,
      body: { error: { code: 'AppUnreachable', message: error.message } },
    }),
  );
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
