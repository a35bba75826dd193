import { canonicalJson, sha256 } from './trail.ts';

/** What the records hold and the trail tells: each is held against the other, by whose chain tells it. */
export const kindsOf = {
  case: ['case', 'revision', 'version', 'file', 'hearing', 'comment', 'answer', 'vote', 'seat', 'ballot'],
  meeting: ['meeting', 'session'],
  register: ['organisation', 'person', 'appointment', 'rules'],
} as const;
export type ChainKind = keyof typeof kindsOf;
export type ThingKind = (typeof kindsOf)[ChainKind][number];
export const thingKinds: readonly ThingKind[] = Object.values(kindsOf).flat();

/** Of each the fields that an event tells. */
export const fieldNames = {
  case: ['kind', 'ref', 'title', 'state', 'createdAt'],
  revision: ['goalNumber', 'track', 'year'],
  version: ['number', 'kind', 'title', 'hash', 'document', 'createdBy', 'createdAt'],
  file: ['name', 'number', 'size', 'hash', 'versionId'],
  hearing: [
    'number',
    'kind',
    'versionId',
    'letter',
    'reason',
    'opensAt',
    'deadline',
    'originalDeadline',
    'createdBy',
    'heard',
  ],
  comment: [
    'number',
    'hearingId',
    'organisationId',
    'personId',
    'clause',
    'type',
    'text',
    'proposedChange',
    'channel',
    'receivedAt',
    'late',
    'editedAt',
    'withdrawnAt',
    'leftAt',
    'disposition',
    'response',
    'theme',
    'changedClause',
    'disposedBy',
    'disposedAt',
  ],
  answer: [
    'position',
    'reservation',
    'sender',
    'late',
    'channel',
    'submittedBy',
    'submittedAt',
    'restoredAt',
    'jointWith',
  ],
  vote: [
    'sessionId',
    'versionId',
    'versionHash',
    'motion',
    'rule',
    'reason',
    'rehearsal',
    'openedBy',
    'openedAt',
    'closedBy',
    'closedAt',
    'tally',
    'base',
    'entitled',
    'present',
    'quorumNeeded',
    'outcome',
    'carried',
  ],
  seat: ['representativeId', 'deputyId', 'present'],
  ballot: ['choice', 'means', 'caster', 'statement', 'castBy', 'castAt'],
  meeting: [
    'kind',
    'season',
    'revisionId',
    'title',
    'startsAt',
    'endsAt',
    'conversationId',
    'cancelledAt',
    'cancelReason',
  ],
  session: ['openedBy', 'openedAt', 'overAt', 'endedAt'],
  organisation: ['name', 'kind', 'createdAt'],
  person: ['organisationId', 'leftAt'],
  appointment: ['personId', 'chair', 'untilAt'],
  rules: ['rule', 'confirmedBy', 'inForce'],
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

/** Of two ids, or of one with a role and a time. */
const longestId = 200;

export const keyOf = (kind: ThingKind, id: string): string => `${kind} ${id}`;

/** A field of which one event says something else than those before it, by which it was decided. */
export interface Doubt {
  thing: ThingKind;
  id: string;
  field: FieldName;
}

/** What the records must hold, as far as the events have been read. */
export class Expected {
  #things = new Map<string, Thing>();
  #notes = new Map<string, unknown>();
  #doubts = new Map<string, Doubt>();
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

  /** What was told last of a field, where it is short; undefined: nobody told, or nobody knows any more. */
  said<K extends ThingKind>(kind: K, id: string, field: FieldOf<K>): unknown {
    const value = this.get(kind, id)?.fields.get(field);
    return value === undefined ? undefined : JSON.parse(value);
  }

  /** What is decided by later, and is no field; nobody's words. */
  note(kind: ThingKind, id: string, what: unknown): void {
    this.#notes.set(keyOf(kind, id), what);
  }

  noted(kind: ThingKind, id: string): unknown {
    return this.#notes.get(keyOf(kind, id));
  }

  doubt<K extends ThingKind>(thing: K, id: string, field: FieldOf<K>): void {
    this.#doubts.set(`${keyOf(thing, id)} ${field}`, { thing, id, field });
  }

  get doubts(): Iterable<Doubt> {
    return this.#doubts.values();
  }

  /** It is there, and what it holds is erased. */
  forget(kind: ThingKind, id: string): void {
    this.#thing(kind, id).fields.clear();
  }

  /** What was told of these, by any part of their ids, was changed by something that nobody knows any more. */
  forgetAbout(ids: readonly string[]): void {
    for (const { id, fields } of this.things)
      if (id.split(' ').some((part) => ids.includes(part))) fields.clear();
  }

  forgetFields(names: readonly string[]): void {
    for (const { fields } of this.things) for (const name of names) fields.delete(name);
  }

  forgetAll(): void {
    for (const kind of thingKinds) this.unsure.add(kind);
    this.#notes.clear();
    for (const { fields } of this.things) fields.clear();
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

  get size(): number {
    return this.#things.size;
  }

  /** An event that names none, or anything but an id, tells of nothing that anybody could be pointed to. */
  #thing(kind: ThingKind, id: string): Thing {
    if (typeof id !== 'string' || id.length > longestId) throw new TypeError('not an id');
    const key = keyOf(kind, id);
    const known = this.#things.get(key) ?? { kind, id, fields: new Map<string, string>() };
    this.#things.set(key, known);
    return known;
  }
}

/** When an event happened, and whose doing it was. */
export interface By {
  at: string;
  personId: string | null;
}
/** What one event makes of them. */
export type Telling<D> = (expected: Expected, data: D, by: By) => void;
