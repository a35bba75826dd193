export type Json = Record<string, unknown>;
export type Platform = <T = Json>(method: string, path: string, body?: unknown) => Promise<T>;

/** JSON over HTTP; anything else that comes back ends the loading. */
export async function call<T>(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Error(`${method} ${url}: HTTP ${answer.status} ${text.slice(0, 200)}`);
  }
}

/** The stand-in's own steering. */
export function createPlatform(platformUrl: string): Platform {
  return async <T = Json>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call<T & { error?: { message: string } }>(
      `${platformUrl}/_platform${path}`,
      method,
      body,
    );
    if (answer?.error) throw new Error(`${method} ${path}: ${answer.error.message}`);
    return answer;
  };
}

export type Person = { objectId: string; displayName: string; email: string };
