const names = new Map<string, string>();
const mostNames = 1_000;
let generation = 0;

/** A statement's own name, so that each connection plans it once; texts made for one occasion stay unnamed. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `s${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * The server will not run what was prepared: its rows have another shape since then (somebody upgrades), or the
 * server has forgotten it (somebody tidied the connection). It says so before it has done anything.
 */
export const isStale = (error: unknown): boolean =>
  ['0A000', '26000'].includes((error as { code?: string } | null)?.code ?? '');

/**
 * New names for all: whatever changed one statement's rows changed others' too, and an act is tried once more, not once
 * for each of its statements. Many hear of the same change; the first one is enough.
 */
export function renew(name: string): void {
  if (!name.startsWith(`s${generation}_`)) return;
  generation += 1;
  names.clear();
}

/** The values of a statement that is put together for what is asked; each is named by its place. */
export function valued(): { values: unknown[]; value: (one: unknown) => string } {
  const values: unknown[] = [];
  return { values, value: (one) => `$${values.push(one)}` };
}
