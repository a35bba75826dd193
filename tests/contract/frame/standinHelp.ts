import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPlatform, type Platform } from '../../../infra/local/platform.ts';

export const appId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';
export const appPassword = 'a secret';
export const oid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export type Heard = { activity: Record<string, any>; token: string };

/** An app that only listens: what the stand-in sends it, and one card for every click. */
async function listeningApp() {
  const heard: Heard[] = [];
  const reply = { body: {} as unknown };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const activity = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Heard['activity'];
    heard.push({ activity, token: (request.headers.authorization ?? '').replace('Bearer ', '') });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(activity.type === 'invoke' ? reply.body : {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { heard, reply, server, url: `http://127.0.0.1:${port}` };
}

async function jsonOf<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  return (answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as T;
}

const sent = (body: unknown) => (body === undefined ? {} : { body: JSON.stringify(body) });

/** How an app gets its tokens from Entra, and talks to the Connector with them. */
function wire(url: string) {
  const tokenFor = async (scope: string, secret = appPassword) => {
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: secret, scope };
    const answer = await fetch(`${url}/entra/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return { status: answer.status, body: (await answer.json()) as { access_token: string; error?: string } };
  };
  const botToken = async () => (await tokenFor('https://api.botframework.com/.default')).body.access_token;
  const connector = async (method: string, path: string, body?: unknown, token?: string) => {
    const headers = {
      authorization: `Bearer ${token ?? (await botToken())}`,
      'content-type': 'application/json',
    };
    const answer = await fetch(`${url}/connector/${path}`, { method, headers, ...sent(body) });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
  };
  return { tokenFor, botToken, connector };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage(stateFile?: string) {
  const app = await listeningApp();
  const platform: Platform = await startPlatform({
    port: 0,
    appUrl: app.url,
    appId,
    appPassword,
    tenantId,
    stateFile,
  });
  const api = async <T = any>(method: string, path: string, body?: unknown): Promise<T> =>
    jsonOf<T>(await fetch(`${platform.url}/_platform${path}`, { method, ...sent(body) }));
  const add = async (n: number, role = 'Indkøbschef') =>
    api('POST', '/people', {
      objectId: oid(n),
      displayName: `${role}, Kommune ${n}`,
      email: `p${n}@example.dk`,
    });
  const install = async (n: number): Promise<string> => {
    await add(n);
    return (await api('POST', '/install', { objectId: oid(n) })).conversationId as string;
  };
  const seen = (conversationId: string, n: number) =>
    api<any[]>('GET', `/chats/${encodeURIComponent(conversationId)}/messages?as=${oid(n)}`);
  const close = async () => {
    await platform.close();
    app.server.closeAllConnections();
    await new Promise((done) => app.server.close(done));
  };
  return { ...app, platform, api, add, install, seen, close, ...wire(platform.url) };
}
