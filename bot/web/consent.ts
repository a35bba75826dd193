import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Doors } from './people.ts';
import { headerOf } from './respond.ts';

export interface ConsentSettings {
  appId: string;
  /** The first is the host's own. */
  tenants: string[];
  publicUrl: string;
  /** Where Entra is; below it stands the tenant. */
  login: string;
  /** What a person is asked to allow. */
  scope: string;
}

const path = '/tab/consent';
const queryOf = (request: Request): URLSearchParams =>
  new URL(request.url ?? '', 'http://query').searchParams;

/** A code is worth something to whoever holds it: no cache and no next page may learn the address. */
function send(response: Response, to: string, cookie: string): void {
  response.writeHead(302, {
    location: to,
    'set-cookie': cookie,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end();
}

/**
 * The window in which a person lets the app ask in their name: from here to Entra, and back with what came of it. Entra
 * keeps the consent; the code that comes with it is not used, since the tab's own token is what is exchanged.
 */
export function serveConsent(server: Server, doors: Doors, settings: ConsentSettings): void {
  const { publicUrl } = settings;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookie = (state: string, seconds: number): string =>
    `consent=${state}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;

  server.get(
    path,
    doors.safely(async (request, response) => {
      const state = randomBytes(24).toString('base64url');
      send(response, authorizeAt(settings, queryOf(request), state), cookie(state, 600));
    }),
  );
  server.get(
    `${path}/done`,
    doors.safely(async (request, response) => {
      const query = queryOf(request);
      const expected = /(?:^|; )consent=([\w-]+)/.exec(headerOf(request, 'cookie') ?? '')?.[1];
      // Only who began it in this very browser comes back with its state.
      const ours = expected !== undefined && query.get('state') === expected;
      const outcome = ours && query.has('code') ? 'given' : 'refused';
      send(response, `${publicUrl}${path}/ended?outcome=${outcome}`, cookie('', 0));
    }),
  );
}

function authorizeAt(settings: ConsentSettings, query: URLSearchParams, state: string): string {
  const { appId, tenants, publicUrl, login, scope } = settings;
  const asked = query.get('tenant') ?? '';
  const tenant = tenants.includes(asked) ? asked : tenants[0];
  const to = new URL(`${login}/${tenant}/oauth2/v2.0/authorize`);
  const hint = query.get('hint')?.slice(0, 320);
  const said = {
    client_id: appId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: `${publicUrl}${path}/done`,
    scope: `openid profile ${scope}`,
    state,
    ...(hint && { login_hint: hint }),
  };
  for (const [name, value] of Object.entries(said)) to.searchParams.set(name, value);
  return to.href;
}
