import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Graph } from '../../../bot/graph/frame/graph.ts';

export interface Asked {
  method: string;
  url: string;
  body: string;
}
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
type Answering = (asked: Asked) => Answer | null;

async function whole(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

async function answer(answering: Answering, request: IncomingMessage, response: ServerResponse) {
  const body = await whole(request);
  const given = answering({ method: request.method!, url: request.url!, body });
  // No answer at all: the line breaks when the question has arrived.
  if (!given) return void request.socket.destroy();
  response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
  response.end(given.body === undefined ? '' : JSON.stringify(given.body));
}

/** Something that answers as Graph might, and the app's way to it. */
export async function graphThat(answering: Answering) {
  const server = createServer((request, response) => void answer(answering, request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const platformUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const access = { appId: 'x', appPassword: 'x', appType: 'singletenant', tenantId: 't', platformUrl };
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const graph = (token = () => Promise.resolve('token')) => new Graph(access, () => undefined, token);
  return { graph, stop };
}
