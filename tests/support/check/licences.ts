/** Licences under which what is shipped may be used and passed on without more than naming its authors. */
const allowed = new Set([
  '0BSD',
  'AFL-2.1',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
]);

/** What a package forgot to declare, read in its own papers. */
const inPapers: Record<string, string> = { 'escape-regexp-component@1.0.2': 'MIT' };

export interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

/** The licence of a package as one SPDX expression; empty where nobody says any. */
export function licenceOf({ 'bom-ref': ref, licenses = [] }: Component): string {
  const declared = licenses.map(
    ({ license, expression }) => expression ?? license?.id ?? license?.name ?? '',
  );
  return declared.filter(Boolean).join(' AND ') || (inPapers[ref] ?? '');
}

/** A choice needs one that is allowed, a sum all of them; what mixes the two is for a person to read. */
export function isAllowed(licence: string): boolean {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  const [choices, sum] = [plain.split(' OR '), plain.split(' AND ')];
  if (choices.length > 1 && sum.length > 1) return false;
  return choices.length > 1 ? choices.some((one) => allowed.has(one)) : sum.every((one) => allowed.has(one));
}

export const licenceFaults = (components: Component[]): string[] =>
  components
    .filter((one) => !isAllowed(licenceOf(one)))
    .map((one) => `${one['bom-ref']} is under ${licenceOf(one) || 'no licence that it names'}: decide`);

/** How many packages are under which licence, the commonest first. */
export function licenceCounts(components: Component[]): string {
  const counts = new Map<string, number>();
  for (const one of components) counts.set(licenceOf(one), (counts.get(licenceOf(one)) ?? 0) + 1);
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
  return sorted.map(([licence, count]) => `${licence} ${count}`).join(', ');
}
