/** JSON Schema as far as the app's own description of its acts uses it. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
}

const byName: Record<string, unknown> = {
  deadline: '2027-05-01T12:00',
  startsAt: '2027-05-01T10:00',
  endsAt: '2027-05-01T12:00',
  receivedAt: '2027-01-11T07:00:00Z',
  joined: '2015',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
  email: 'p@example.dk',
  base: 'cast',
  quorum: 0,
  deputies: true,
  kind: undefined,
};

/** A value that the schema takes: with ids of things that are there, and every required field. */
export function validFor(schema: Schema, ids: Record<string, string>, name = ''): any {
  if (name in ids) return ids[name];
  if (byName[name] !== undefined) return byName[name];
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return validFor(schema.anyOf[0]!, ids, name);
  if (schema.type === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(
      ([field]) => schema.required?.includes(field) || field in ids,
    );
    return Object.fromEntries(wanted.map(([field, of]) => [field, validFor(of, ids, field)]));
  }
  if (schema.type === 'array') return [validFor(schema.items ?? {}, ids)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0;
  // What a preprocess hides from the description: the acts have three of them.
  return name === 'kind' ? 'proposal' : 'Noget';
}

export interface Wrong {
  what: string;
  input: unknown;
}

const unreadable = ['NUL \u0000 byte', 'half a pair \uD800', '\uDC00'];

function wrongValues(of: Schema): [string, unknown][] {
  const all: [string, unknown][] = [
    ['an object', { a: 1 }],
    ['a list of lists', [[1]]],
  ];
  if (of.type === 'string' || of.format || of.enum) all.push(['a number', 7], ['yes', true]);
  if (of.type === 'integer' || of.type === 'number')
    all.push(['a word', 'seven'], ['more than there is', 1e12], ['less', -1e12]);
  if (of.type === 'boolean') all.push(['a word', 'maybe'], ['a number', 1]);
  if (of.enum) all.push(['a value not offered', 'somethingElse'], ['half a list', of.enum.join(',')]);
  if (of.format === 'uuid') all.push(['no id', "1' or '1'='1"], ['a long id', 'a'.repeat(5_000)]);
  if (of.maxLength) all.push(['too long', 'x'.repeat(of.maxLength + 1)], ['only blanks', ' \n\t ']);
  if (of.type === 'string' && !of.enum && !of.format)
    for (const text of unreadable) all.push(['unreadable', text]);
  if (of.type === 'array') all.push(['too many', Array.from({ length: (of.maxItems ?? 0) + 1 }, () => 'x')]);
  return all;
}

/** The same input with exactly one thing wrong, in every way its description knows. */
export function oneWrongThing(schema: Schema, good: Record<string, unknown>): Wrong[] {
  const wrong: Wrong[] = [];
  for (const field of schema.required ?? []) {
    const { [field]: _, ...rest } = good;
    wrong.push({ what: `${field} missing`, input: rest });
    // A quorum of nothing is no quorum, and may be said so.
    if (field !== 'quorum') wrong.push({ what: `${field} null`, input: { ...good, [field]: null } });
  }
  for (const [field, of] of Object.entries(schema.properties ?? {})) {
    for (const [what, value] of wrongValues(of))
      wrong.push({ what: `${field}: ${what}`, input: { ...good, [field]: value } });
    const inner = of.items?.type === 'object' ? of.items : null;
    const first = inner && (good[field] as Record<string, unknown>[])[0]!;
    if (!inner || !first) continue;
    for (const { what, input } of oneWrongThing(inner, first))
      wrong.push({ what: `${field}[0].${what}`, input: { ...good, [field]: [input] } });
  }
  return wrong;
}
