import { jest } from '@jest/globals';

/** What Teams would answer, and whether it was asked. A tab's test imports this before any of the tab. */
export const host = {
  asked: 0,
  token: async (): Promise<string> => 'token',
  /** The windows that were opened, and how the next one ends: by its word, or by throwing. */
  windows: [] as string[],
  consent: async (_state: string): Promise<string> => '',
  /** What a window said to whoever opened it. */
  ended: [] as string[],
};

jest.unstable_mockModule('@microsoft/teams-js', () => ({
  app: {
    initialize: async () => undefined,
    notifySuccess: () => undefined,
    notifyFailure: () => undefined,
    FailedReason: { AuthFailed: 'AuthFailed' },
  },
  pages: { config: { registerOnSaveHandler: () => undefined, setValidityState: () => undefined } },
  authentication: {
    getAuthToken: () => {
      host.asked += 1;
      return host.token();
    },
    authenticate: ({ url }: { url: string }) => {
      host.windows.push(url);
      return host.consent(new URL(url).searchParams.get('state') ?? '');
    },
    notifySuccess: (result: string) => void host.ended.push(`success: ${result}`),
    notifyFailure: (reason: string) => void host.ended.push(`failure: ${reason}`),
  },
}));

export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  body: unknown;
}
export type Reply = (asked: Asked) => Response | object | Promise<Response | object>;

export const json = (status: number, body: unknown): Response => Response.json(body, { status });

/** The line to the server: `reply` is the server, `asked` what it was asked. Throwing is a line that is down. */
export function line(reply: Reply): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const { pathname, searchParams } = new URL(String(input), 'https://tab.example');
    const one: Asked = {
      method: init.method ?? 'GET',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: new Headers(init.headers),
      body: init.body ? JSON.parse(String(init.body)) : undefined,
    };
    asked.push(one);
    const answer = await reply(one);
    return answer instanceof Response ? answer : json(200, answer);
  };
  return asked;
}

/** A token as Entra makes it, as far as the tab reads one. */
export const tokenUntil = (at: number, mark = ''): string =>
  ['head', Buffer.from(JSON.stringify({ exp: at / 1000, mark })).toString('base64url'), 'sign'].join('.');
