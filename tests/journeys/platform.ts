/** The stand-in's own steering, for what no person at the page does. */
export async function platform<T>(
  url: string,
  path: string,
  body?: object,
  method = body ? 'POST' : 'GET',
): Promise<T> {
  const answer = await fetch(`${url}/_platform${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const turnOn = (url: string, kind: string): Promise<unknown> =>
  platform(url, '/faults', { kind, ms: 1 });
export const turnOff = (url: string): Promise<unknown> => platform(url, '/faults', undefined, 'DELETE');
