import { Client, GraphError, type GraphRequest } from '@microsoft/microsoft-graph-client';
import { chain, repeating, type Observe } from './chain.ts';
import type { GetToken } from '../../ports.ts';
import { graphToken, type GraphAccess } from './tokens.ts';
import { waitIn } from './waits.ts';

interface Page<T> {
  value: T[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}

/** A list that goes on for ever is a fault of the other side, not a large partnership. */
const mostPages = 1_000;

/** Microsoft Graph v1.0. Errors are `GraphError` (an answer) or whatever the network threw. */
export class Graph {
  #client: Client;

  /** In the app's own name, unless it is given another's token. */
  constructor(access: GraphAccess, observe: Observe, getToken: GetToken = graphToken(access)) {
    this.#client = Client.initWithMiddleware({
      middleware: chain(getToken, observe),
      ...(access.platformUrl && {
        baseUrl: `${access.platformUrl}/graph/`,
        customHosts: new Set([new URL(access.platformUrl).hostname]),
      }),
    });
  }

  /**
   * A path from the version on, or an address that Graph itself gave (nextLink, deltaLink): of that only the path is
   * taken, so that the app's token goes to the one host we know.
   */
  at(path: string): GraphRequest {
    return this.#client.api(path.replace(/^https?:\/\/[^/]+(\/graph)?\/v1\.0/, ''));
  }

  get<T>(path: string): Promise<T> {
    return this.at(path).get() as Promise<T>;
  }

  /** `repeat`: after any answer that may pass, or only where Graph says that it has done nothing; else never. */
  post<T>(path: string, body: object, { repeat }: { repeat?: keyof typeof repeating } = {}): Promise<T> {
    const request = this.at(path);
    return (repeat ? request.middlewareOptions([repeating[repeat]]) : request).post(body) as Promise<T>;
  }

  /** All pages of a list, and where a delta goes on from. Throws when any page fails: half a list is no list. */
  async all<T>(path: string): Promise<{ items: T[]; deltaLink: string | null }> {
    const items: T[] = [];
    let next: string | undefined = path;
    for (let pages = 0; next && pages < mostPages; pages += 1) {
      const page: Page<T> = await this.get<Page<T>>(next);
      items.push(...page.value);
      next = page['@odata.nextLink'];
      if (!next) return { items, deltaLink: page['@odata.deltaLink'] ?? null };
    }
    throw new Error(`a list of Graph did not end: ${path.split('?')[0]}`);
  }
}

export const statusOf = (error: unknown): number => (error instanceof GraphError ? error.statusCode : 0);
/** It never left: Graph was not asked, or not reached. */
const notCarried = (error: unknown): boolean => codeOf(error) === 'NotCarried';
/** What a gateway says of a call that may well have been carried out behind it. */
const perhaps = new Set([408, 500, 502, 503, 504]);

/** Graph has done nothing of it, and may do it later. */
export const mayComeAgain = (error: unknown): boolean => notCarried(error) || statusOf(error) === 429;
/** Nobody knows whether Graph has done it: what cannot be done twice is not asked for again. */
export const maybeDone = (error: unknown): boolean =>
  !notCarried(error) && (statusOf(error) <= 0 || perhaps.has(statusOf(error)));
/** How long an answer asks to wait. */
export const askedWaitMs = (error: unknown): number | null =>
  error instanceof GraphError ? waitIn(error.headers?.get('retry-after') ?? null, Date.now()) : null;

export const codeOf = (error: unknown): string =>
  error instanceof GraphError ? (error.code ?? '') : ((error as Error)?.name ?? '');
