import { LRUCache } from 'lru-cache';

const made = new WeakMap<object, Map<string, object>>();
const texts = new WeakMap<object, string>();

/** A part that stands in card after card: its JSON is made with it. Nobody may change it afterwards. */
export function fixed<A extends object>(part: A): A {
  texts.set(part, JSON.stringify(part));
  return part;
}

/**
 * A form that is the same in card after card (the clauses of a version, the members that may be named) is made
 * once for as long as what it is about stays in memory; and so is its JSON. Nobody may change it afterwards.
 */
export function once<A extends object>(about: object, key: string, make: () => A): A {
  const known = made.get(about)?.get(key) as A | undefined;
  if (known) return known;
  const part = fixed(make());
  const parts = made.get(about) ?? new Map<string, object>();
  made.set(about, parts.set(key, part));
  return part;
}

/** A hearing or two, a meeting's votes, in both languages. */
const mostKept = 100;

/**
 * What is read from the database anew for each reader and says the same to all is made once for each content: `make` may
 * use nothing but what it is given, so that nothing old is ever shown. Nobody may change it afterwards.
 */
export function perContent<O extends object, A extends object>(make: (of: O) => A): (of: O) => A {
  const known = new LRUCache<string, A>({ max: mostKept });
  return (of) => {
    const key = JSON.stringify(of);
    const before = known.get(key);
    if (before) return before;
    const part = make(of);
    known.set(key, part);
    return part;
  };
}

const textOf = (part: object): string => texts.get(part) ?? JSON.stringify(part);
const textsOf = (parts: object[]): string => parts.map(textOf).join(',');

/** A card as JSON, with the parts that were made once as they were. */
export function cardJson(card: object): string {
  const { refresh, body, actions, ...rest } = card as {
    refresh?: object;
    body: object[];
    actions?: object[];
  };
  const refreshing = refresh ? `,"refresh":${textOf(refresh)}` : '';
  const acting = actions ? `,"actions":[${textsOf(actions)}]` : '';
  return `${JSON.stringify(rest).slice(0, -1)}${refreshing},"body":[${textsOf(body)}]${acting}}`;
}
