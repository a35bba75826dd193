/** What `Retry-After` asks for, in seconds or as a date; in milliseconds. Null when it asks for nothing that we can read. */
export function waitIn(header: string | null | undefined, now: number): number | null {
  const asked = (header ?? '').trim();
  if (/^\d+$/.test(asked)) return Number(asked) * 1_000;
  const until = /[a-z]/i.test(asked) ? Date.parse(asked) : NaN;
  return Number.isNaN(until) ? null : Math.max(0, until - now);
}
