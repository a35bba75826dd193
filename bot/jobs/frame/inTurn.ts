/** Each has its turn, whatever becomes of those before it. That some failed is an error, once the last has had its own. */
export async function inTurn<T>(
  all: readonly T[],
  what: string,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new Error(`${failed.length} of ${all.length} ${what}`, { cause: failed[0] });
}
