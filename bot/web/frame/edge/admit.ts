import type { Next, Request, Response, Server } from 'restify';
import { refuse } from '../../../process/frame/refusals.ts';
import { addressOf } from './address.ts';
import type { Over } from './buckets.ts';
import type { Rates } from './rates.ts';
import { headerOf, sendRefusal } from '../respond.ts';
import type { SignedIn } from '../signIn.ts';

export interface Admission {
  rates: Rates;
  trustedProxies: number;
  /** With the clock of development: scenarios move it as often as they like. */
  clock: boolean;
  signIn(authorization: string | undefined): Promise<SignedIn | null>;
  /** Whether a request to the bot has the channel's own token. */
  fromChannel(authorization: string | undefined): Promise<boolean>;
}

export type SignedInBy = (request: Request) => Promise<SignedIn | null>;

/** Whoever keeps the app alive must always be answered. */
const free = (path: string, clock: boolean): boolean =>
  path === '/healthz' || path === '/readyz' || (clock && path === '/api/clock');
/** A file of the tab is one of many that a page needs, stands in memory, and is kept by whoever fetched it. */
const costOf = (path: string): number => (path.startsWith('/tab/assets/') ? 0.1 : 1);
const pathOf = (request: Request): string => (request.url ?? '').split('?', 1)[0]!;

/**
 * Before anything of a request is read or looked for: is there room for it? A request with a valid token counts against
 * its person, wherever it goes; all others against their address, so that nothing that a stranger sends is free. The
 * channel's are let through here, since all of Teams comes from there: the bot counts the people in them.
 */
export function admitAll(server: Server, admission: Admission): SignedInBy {
  const asked = new WeakMap<Request, Promise<SignedIn | null>>();
  const signedIn: SignedInBy = (request) => {
    const known = asked.get(request) ?? admission.signIn(headerOf(request, 'authorization'));
    asked.set(request, known);
    return known;
  };
  const admit = async (request: Request, response: Response, next: Next): Promise<void> => {
    try {
      const found = await over(admission, signedIn, request);
      if (!found) return next();
      sendRefusal(response, refuse('tooManyRequests', { seconds: found.seconds }));
      next(false);
    } catch (error) {
      next(error);
    }
  };
  server.pre((request: Request, response: Response, next: Next) => void admit(request, response, next));
  return signedIn;
}

async function over(admission: Admission, signedIn: SignedInBy, request: Request): Promise<Over | null> {
  const { rates, trustedProxies, clock } = admission;
  const path = pathOf(request);
  if (free(path, clock)) return null;
  if (headerOf(request, 'authorization') !== undefined) {
    if (path === '/api/messages' && (await isChannel(admission, request))) return null;
    const person = await signedIn(request).catch(unknown);
    const acts = request.method === 'POST' && path.startsWith('/api/acts/');
    if (person) return rates.person(person, acts ? 'act' : 'read');
  }
  return rates.stranger(addressOf(request, trustedProxies), costOf(path));
}

/** Whose keys cannot be had just now is a stranger here; the door itself then says what went wrong. */
const unknown = (): null => null;
const isChannel = ({ fromChannel }: Admission, request: Request) =>
  fromChannel(headerOf(request, 'authorization')).catch(() => false);
