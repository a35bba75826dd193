/** Places at which two answers differ: names and numbers from the outside in, with dots between. */
export function differences(before: unknown, after: unknown, place = ''): string[] {
  if (Object.is(before, after)) return [];
  const inside = (name: string): string => (place ? `${place}.${name}` : name);
  const both = [before, after];
  if (!both.every((one) => typeof one === 'object' && one !== null)) return [place];
  const [a, b] = both as [Record<string, unknown>, Record<string, unknown>];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) => differences(a[name], b[name], inside(name)));
}

/** One star is any one name, two are all that is below. */
export function matches(pattern: string, place: string): boolean {
  const [wanted, given] = [pattern.split('.'), place.split('.')];
  const rest = wanted.indexOf('**');
  const length = rest < 0 ? wanted.length : rest;
  if (rest < 0 ? given.length !== length : given.length < length) return false;
  return wanted.slice(0, length).every((name, index) => name === '*' || name === given[index]);
}
