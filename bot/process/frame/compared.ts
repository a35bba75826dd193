import { canonicalJson, sha256 } from '../trail.ts';

/** What the records hold and the trail tells: each is held against the other. */
export const thingKinds = [
  'revision',
  'version',
  'file',
  'hearing',
  'comment',
  'answer',
  'vote',
  'seat',
  'ballot',
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Of each the fields that an event tells. */
export const fieldNames = {
  revision: ['ref', 'goalNumber', 'title', 'track', 'year'],
  version: ['number', 'kind', 'title', 'hash', 'document'],
  file: ['name', 'number', 'size', 'hash'],
  hearing: ['number', 'kind', 'versionId', 'letter', 'reason', 'deadline', 'heard'],
  comment: [
    'number',
    'hearingId',
    'organisationId',
    'clause',
    'type',
    'text',
    'proposedChange',
    'channel',
    'withdrawn',
    'disposition',
    'response',
    'theme',
    'changedClause',
  ],
  answer: ['position', 'reservation', 'late', 'sender'],
  vote: [
    'versionId',
    'versionHash',
    'motion',
    'rule',
    'reason',
    'rehearsal',
    'closed',
    'tally',
    'base',
    'entitled',
    'present',
    'quorumNeeded',
    'outcome',
    'carried',
  ],
  seat: ['deputyId', 'present'],
  ballot: ['choice', 'means', 'caster', 'statement'],
} as const satisfies Record<ThingKind, readonly string[]>;
export type FieldOf<K extends ThingKind> = (typeof fieldNames)[K][number];
export type FieldName = FieldOf<ThingKind>;

/** A value as it is compared: short ones as they are, of long ones the hash, so that nobody's words are kept. */
export function told(value: unknown): string {
  const text = canonicalJson(value ?? null);
  return text.length <= 64 ? text : sha256(text);
}

export interface Thing {
  kind: ThingKind;
  id: string;
  /** What is not among them nobody knows any more, or nobody told. */
  fields: Map<string, string>;
}

export const keyOf = (kind: ThingKind, id: string): string => `${kind} ${id}`;

/** What the records must hold, as far as the events have been read. */
export class Expected {
  #things = new Map<string, Thing>();
  /** An event was erased that told of any number of these. */
  readonly unsure = new Set<ThingKind>();

  /** One more, or more of one; a field that an event leaves out is not known. */
  tell<K extends ThingKind>(kind: K, id: string, fields: { [F in FieldOf<K>]?: unknown }): void {
    const thing = this.#thing(kind, id);
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) thing.fields.delete(name);
      else thing.fields.set(name, told(value));
    }
  }

  /** It is there, and what it holds is erased. */
  forget(kind: ThingKind, id: string): void {
    this.#thing(kind, id).fields.clear();
  }

  drop(kind: ThingKind, id: string): void {
    this.#things.delete(keyOf(kind, id));
  }

  get(kind: ThingKind, id: string): Thing | undefined {
    return this.#things.get(keyOf(kind, id));
  }

  all(kind: ThingKind): Thing[] {
    return [...this.#things.values()].filter((one) => one.kind === kind);
  }

  get things(): Iterable<Thing> {
    return this.#things.values();
  }

  #thing(kind: ThingKind, id: string): Thing {
    const key = keyOf(kind, id);
    const known = this.#things.get(key) ?? { kind, id, fields: new Map<string, string>() };
    this.#things.set(key, known);
    return known;
  }
}

/** What one event makes of them. */
export type Telling<D> = (expected: Expected, data: D) => void;
