async function call(method, path, body) {
  const content = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
  const response = await fetch(path, { ...content, method });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Error(answer?.error?.message ?? `HTTP ${response.status}`);
  return answer;
}

export const get = (path) => call('GET', `/_platform${path}`);
export const post = (path, body) => call('POST', `/_platform${path}`, body ?? {});
export const del = (path) => call('DELETE', `/_platform${path}`);
export const readClock = () => call('GET', '/api/clock');
export const advanceClock = (seconds) => call('POST', '/api/clock', { advance: Math.ceil(seconds) });
export const encode = encodeURIComponent;
