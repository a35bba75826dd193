const made = new WeakMap<object, Map<string, object>>();
const texts = new WeakMap<object, string>();

/**
 * A form that is the same in card after card (the clauses of a version, the members that may be named) is made
 * once for as long as what it is about stays in memory; and so is its JSON. Nobody may change it afterwards.
 */
export function once<A extends object>(about: object, key: string, make: () => A): A {
  const known = made.get(about)?.get(key) as A | undefined;
  if (known) return known;
  const part = make();
  const parts = made.get(about) ?? new Map<string, object>();
  made.set(about, parts.set(key, part));
  texts.set(part, JSON.stringify(part));
  return part;
}

/** A card as JSON, with the parts that were made once as they were. */
export function cardJson(card: object): string {
  const { actions, ...rest } = card as { actions?: object[] };
  const text = JSON.stringify(rest);
  if (!actions) return text;
  const own = actions.map((action) => texts.get(action) ?? JSON.stringify(action));
  return `${text.slice(0, -1)},"actions":[${own.join(',')}]}`;
}
