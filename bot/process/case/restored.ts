import type { Head } from './heads.ts';

/** What was kept of a head outside the database. */
export type KeptHead = Pick<Head, 'n' | 'at' | 'hash'>;
/** How many links a chain had, by a line of the log. */
export interface KeptEnd {
  caseId: string;
  seq: number;
}
export interface Outside {
  heads: KeptHead[];
  ends: KeptEnd[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isHead = (value: unknown): value is KeptHead =>
  isObject(value) &&
  Number.isInteger(value['n']) &&
  typeof value['at'] === 'string' &&
  Number.isFinite(Date.parse(value['at'])) &&
  typeof value['hash'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['hash']);
const isEnd = (value: unknown): value is KeptEnd =>
  isObject(value) && typeof value['caseId'] === 'string' && Number.isInteger(value['seq']);

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const parsed = (text: string): unknown[] => {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
};

/** What a file holds that was kept: a saved answer of `/trail/heads`, lines of the log, or both below each other. */
export function keptIn(text: string): Outside {
  const whole = parsed(text);
  const all = (whole.length > 0 ? whole : text.split('\n').flatMap(parsed)).flat().filter(isObject);
  const heads = all.flatMap((one) => [...listIn(one['items']), one['latest'], one['head']]).filter(isHead);
  const each = new Map(heads.map(({ n, at, hash }) => [hash, { n, at, hash }]));
  return {
    heads: [...each.values()].toSorted((a, b) => a.n - b.n),
    ends: all.flatMap((one) => listIn(one['ends'])).filter(isEnd),
  };
}

export interface Lost {
  /** Given out, and not in the database, or with another content under the same number. */
  heads: KeptHead[];
  /** Chains that were longer: how many links were known of, and how many there are. */
  cases: { caseId: string; seq: number; has: number }[];
}

/** What was given out and the database does not know. */
export function lostOf(
  { heads, ends }: Outside,
  hashes: ReadonlySet<string>,
  has: ReadonlyMap<string, number>,
): Lost {
  const longest = new Map<string, number>();
  for (const { caseId, seq } of ends) longest.set(caseId, Math.max(seq, longest.get(caseId) ?? 0));
  return {
    heads: heads.filter(({ hash }) => !hashes.has(hash)),
    cases: [...longest].flatMap(([caseId, seq]) => {
      const now = has.get(caseId) ?? 0;
      return seq > now ? [{ caseId, seq, has: now }] : [];
    }),
  };
}
