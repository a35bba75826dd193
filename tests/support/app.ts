import pg from 'pg';
import { tellHost } from './wire/hostDoor.ts';

export const appId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';
export const appPassword = 'a secret';
/** Entra object ids: the secretariat's two people, and anybody else. */
export const oid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const secretariatIds = [oid(1), oid(2)];

/** A Monday morning, far from July and from daylight saving: what a test says about days holds all year. */
export const startOfTests = '2027-01-11T08:00:00.000Z';

export interface Answer<T = any> {
  status: number;
  body: T;
}
export interface RequestOptions {
  token?: string | undefined;
  key?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An app that runs in the worker's host. */
export interface App {
  url: string;
  stop(): Promise<void>;
}

/** A platform and an app on a database of their own. */
export interface House {
  platform: { url: string; setAppUrl(url: string): Promise<void> };
  app: App;
  databaseUrl: string;
  env: Record<string, string>;
  /** The app over HTTP, as the tab reaches it. */
  request<T = any>(method: string, path: string, options?: RequestOptions): Promise<Answer<T>>;
  /** The platform's own steering. */
  api<T = any>(method: string, path: string, body?: unknown): Promise<T>;
  /** What the database holds, for what no view shows. */
  sql<T = Record<string, any>>(text: string, values?: unknown[]): Promise<T[]>;
  /** Moves the app's clock by seconds or an ISO 8601 duration. */
  advance(by: number | string): Promise<void>;
  setClock(instant: string): Promise<void>;
  now(): Promise<Date>;
  /** One more app on the same database and platform. */
  startAnother(env?: Record<string, string>): Promise<App>;
  /** What a test opened on its database beside it: ended first when the house is closed, newest first. */
  onClose(end: () => unknown): void;
  close(): Promise<void>;
}

export const configFor = (
  platformUrl: string,
  more: Record<string, string> = {},
): Record<string, string> => ({
  PORT: '0',
  PUBLIC_URL: platformUrl,
  PLATFORM_URL: platformUrl,
  MicrosoftAppId: appId,
  MicrosoftAppPassword: appPassword,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  SECRETARIAT: secretariatIds.join(','),
  MAIL_FROM: 'sekretariat@example.org',
  MAIL_RATE: '60000',
  // Tests are everybody at once, from one address.
  READ_BURST: '1000000',
  ACT_BURST: '1000000',
  ADDRESS_BURST: '1000000',
  LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
  ...more,
});

export async function sendTo<T>(
  url: string,
  method: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const { token, key, body, headers } = options;
  const answer = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.includes('json') && text !== '';
  return { status: answer.status, body: (json ? JSON.parse(text) : text) as T };
}

/** The same database by another role, whose password is its name. */
export function asRole(databaseUrl: string, role: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = role;
  return url.href;
}

export interface Opening {
  env?: Record<string, string>;
  from?: 'migrated' | 'empty';
  /** Starts the app; unless told, it runs in the worker's host. */
  first?: (env: Record<string, string>) => Promise<App>;
}

interface Opened {
  id: string;
  databaseUrl: string;
  platformUrl: string;
}

export async function openHouse({ env = {}, from = 'migrated', first }: Opening = {}): Promise<House> {
  const platform = { appId, appPassword, tenantId };
  const { id, databaseUrl, platformUrl } = await tellHost<Opened>('open', { from, platform });
  // As in production: the app is not the owner of its tables, and what it lacks a right to shows in every test.
  const roles = { DATABASE_URL: asRole(databaseUrl, 'partnership_test'), DATABASE_OWNER_URL: databaseUrl };
  const settings = { ...configFor(platformUrl), ...roles, ...env };
  const startAnother = async (more: Record<string, string> = {}): Promise<App> => {
    const { url } = await tellHost<{ url: string }>('start', { house: id, env: { ...settings, ...more } });
    return { url, stop: () => tellHost('stop', { house: id, url }) };
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  pool.on('error', () => undefined);
  const ends: (() => unknown)[] = [() => pool.end()];
  const close = async (): Promise<void> => {
    for (const end of ends.toReversed()) await end();
    const { left } = await tellHost<{ left: string[] }>('close', { house: id });
    if (left.length > 0) throw new Error(`the house was closed and left behind: ${left.join(', ')}`);
  };
  try {
    const app = await (first ?? startAnother)(settings);
    if (first) {
      ends.push(() => app.stop());
      await tellHost('address', { house: id, url: app.url });
    }
    const house: House = {
      ...doorsOf(app.url, platformUrl),
      platform: { url: platformUrl, setAppUrl: (url) => tellHost('address', { house: id, url }) },
      app,
      databaseUrl,
      env: settings,
      sql: async (text, values) => (await pool.query(text, values)).rows as never[],
      startAnother,
      onClose: (end) => void ends.push(end),
      close,
    };
    await furnish(house);
    return house;
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** The people that every house has, and the clock of the tests. */
export async function furnish(house: House): Promise<void> {
  for (const objectId of secretariatIds)
    await house.api('POST', '/people', {
      objectId,
      displayName: 'Sekretariatsleder, Sekretariatet',
      email: `${objectId.slice(-4)}@sekretariat.example`,
    });
  await house.setClock(startOfTests);
}

/** The ways into an app and its platform. */
export function doorsOf(appUrl: string, platformUrl: string, send: typeof sendTo = sendTo) {
  const request: House['request'] = (method, path, options) => send(`${appUrl}${path}`, method, options);
  const api: House['api'] = async (method, path, body) => {
    const answer = await sendTo(`${platformUrl}/_platform${path}`, method, { body });
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as never;
  };
  const advance = async (by: number | string): Promise<void> => {
    const { status } = await request('POST', '/api/clock', { body: { advance: by } });
    if (status !== 200) throw new Error(`the clock was not moved: ${status}`);
  };
  const now = async (): Promise<Date> =>
    new Date((await request<{ now: string }>('GET', '/api/clock')).body.now);
  const setClock = async (instant: string): Promise<void> =>
    advance((Date.parse(instant) - (await now()).getTime()) / 1000);
  return { request, api, advance, now, setClock };
}

/** Waits until all that has happened is sealed, in one case or in every one. */
export const sealed = ({ sql }: Pick<House, 'sql'>, caseId: string | null = null): Promise<unknown[]> =>
  eventually(
    () => sql('select from unsealed where $1::text is null or case_id = $1', [caseId]),
    (waiting) => waiting.length === 0,
  );

/** Asks again until it holds: for what a job does a moment after the act. */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  ms = 8_000,
): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > until) throw new Error(`did not come to hold: ${JSON.stringify(seen)?.slice(0, 2_000)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
