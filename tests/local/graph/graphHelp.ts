import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { oid, type Stage } from '../../contract/frame/standinHelp.ts';
import { useStage, type Answer } from '../help.ts';

export const groupId = (n: number) => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;

export type Graph = (
  method: string,
  path: string,
  sent?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Graph as an app calls it: by path, or by a link Graph gave. */
const graphOf =
  (stage: Stage): Graph =>
  async (method, path, sent, headers = {}) => {
    const { access_token } = (await stage.tokenFor('https://graph.microsoft.com/.default')).body;
    const answer = await fetch(path.startsWith('http') ? path : `${stage.platform.url}/graph/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json', ...headers },
      ...(sent !== undefined && { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text || null };
  };

/** One stand-in for a file, and Graph beside it; what was switched on in Graph is off for the next test. */
export function useGraph(): { stage: Stage; graph: Graph } {
  const stage = useStage();
  afterEach(async () => {
    await stage.api('POST', '/graph/permissions', { denied: [] });
    await stage.api('POST', '/graph/throttle', { everyNth: null });
    await stage.api('POST', '/graph/dropNotifications', { on: false });
  });
  return { stage, graph: graphOf(stage) };
}

/** Follows the links to the end: every row, and the answer that ended it. */
export async function walk(graph: Graph, path: string): Promise<{ rows: any[]; pages: number; last: any }> {
  const rows: any[] = [];
  let next: string | undefined = path;
  let last: any;
  let pages = 0;
  for (; next !== undefined && pages < 30; pages++) {
    const { status, body } = await graph('GET', next);
    if (status !== 200) throw new Error(`${next}: ${status} ${JSON.stringify(body)}`);
    rows.push(...body.value);
    last = body;
    next = body['@odata.nextLink'];
  }
  return { rows, pages, last };
}

export async function teamWith(stage: Stage, n: number, members: number[], name = 'Partnerskabet') {
  await Promise.all(members.map((one) => stage.add(one)));
  const told = { name, members: members.map(oid), groupId: groupId(n) };
  await stage.api('POST', '/teams', told);
  return groupId(n);
}

export async function groupWith(stage: Stage, n: number, members: number[], displayName = 'Styregruppen') {
  await Promise.all(members.map((one) => stage.add(one)));
  await stage.api('POST', '/groups', { id: groupId(n), displayName, members: members.map(oid) });
  return groupId(n);
}

export interface Ear {
  url: string;
  lifecycleUrl: string;
  /** What came, in order, with the path it came to. */
  came: { path: string; value: any }[];
  /** How the next ones are answered; the handshake is answered as it should be unless told. */
  answers: { status: number; handshake: (token: string, response: ServerResponse) => void };
  until: (count: number, patience?: number) => Promise<any[]>;
}

/** Answers; never chained, because restify's patch of Node's own class makes `writeHead` return nothing. */
export function answer(response: ServerResponse, status: number, text = '', type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}

const properly = (token: string, response: ServerResponse) => answer(response, 200, token);

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Somebody who hears notifications, as an app does. */
export function useEar(): Ear {
  const ear = { came: [] } as unknown as Ear;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://ear');
    const token = url.searchParams.get('validationToken');
    const text = await textOf(request);
    if (token !== null) return ear.answers.handshake(token, response);
    ear.came.push({ path: url.pathname, value: JSON.parse(text).value[0] });
    return answer(response, ear.answers.status);
  });
  ear.until = async (count, patience = 2500) => {
    const end = Date.now() + patience;
    while (ear.came.length < count && Date.now() < end) await sleep(10);
    return ear.came.map(({ value }) => value);
  };
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(ear, { url: `${base}/notifications`, lifecycleUrl: `${base}/lifecycle` });
  });
  afterEach(() => {
    ear.came.length = 0;
    ear.answers = { status: 202, handshake: properly };
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  ear.answers = { status: 202, handshake: properly };
  return ear;
}

export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
export const traffic = async (stage: Stage): Promise<string> => stage.api<string>('GET', '/traffic');
