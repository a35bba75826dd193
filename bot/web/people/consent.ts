import type { Request, Response, Server } from 'restify';
import type { Doors } from './people.ts';

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
/** The tab's own mark of the window it opened: it comes back through Entra, and the tab alone knows it. */
const stateIn = (query: URLSearchParams): string | null =>
  /^[\w-]{16,64}$/.exec(query.get('state') ?? '')?.[0] ?? null;

/** A code is worth something to whoever holds it: no cache and no next page may learn the address (edge/headers). */
function send(response: Response, to: string): void {
  response.writeHead(302, { location: to });
  response.end();
}

/**
 * The window in which a person lets the app ask in their name: from here to Entra, and back with what came of it. Entra
 * keeps the consent; the code that comes with it is not used, since the tab's own token is what is exchanged.
 */
export function serveConsent(server: Server, doors: Doors, settings: ConsentSettings): void {
  const end = (outcome: 'given' | 'refused', state: string | null): string =>
    `${settings.publicUrl}${path}/ended?${new URLSearchParams({ outcome, state: state ?? '' })}`;
  server.get(
    path,
    doors.safely(async (request, response) => {
      const query = queryOf(request);
      const state = stateIn(query);
      send(response, state ? authorizeAt(settings, query, state) : end('refused', state));
    }),
  );
  server.get(
    `${path}/done`,
    doors.safely(async (request, response) => {
      const query = queryOf(request);
      const state = stateIn(query);
      send(response, end(state && query.has('code') ? 'given' : 'refused', state));
    }),
  );
}

function authorizeAt(settings: ConsentSettings, query: URLSearchParams, state: string): string {
  const { appId, tenants, publicUrl, login, scope } = settings;
  const asked = query.get('tenant')?.toLowerCase() ?? '';
  const tenant = tenants.includes(asked) ? asked : tenants[0];
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
  return `${login}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(said)}`;
}
