import type { Next, Request, Response, Server } from 'restify';

const none = "'none'";
/** Nothing at all: what a page needs, it names; and what is named here has no default to fall back on. */
const nothing: Record<string, string> = {
  'default-src': none,
  'base-uri': none,
  'form-action': none,
  'object-src': none,
  'frame-ancestors': none,
};

/** What a browser may do with an answer: nothing, but for what is given. */
export const contentPolicy = (allowed: Record<string, string> = {}): string =>
  Object.entries({ ...nothing, ...allowed })
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

const year = 365 * 24 * 3600;

/**
 * What holds for every answer, also those that the framework makes by itself: set before anybody looks at the request, so
 * that a door must loosen what it needs to, and cannot forget the rest. Without https there is nothing to insist on.
 */
export function dressAll(server: Server, publicUrl: string): [name: string, value: string][] {
  const all = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': contentPolicy(),
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${year}` }),
  };
  const headers = Object.entries(all);
  server.pre((_request: Request, response: Response, next: Next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  });
  return headers;
}
