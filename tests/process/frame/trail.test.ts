import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import {
  canonicalJson,
  digestHash,
  digestOf,
  documentHash,
  genesis,
  linkHash,
  verifyChain,
  type Link,
  type TrailEntry,
} from '../../../bot/process/frame/trail.ts';

const caseId = 'a case';
const verify = (links: Link[]) => verifyChain(caseId, links);

const json = fc.jsonValue({ maxDepth: 2 });
const event = fc.record({
  at: fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
  actor: fc.record({ personId: fc.uuid(), name: fc.string() }),
  type: fc.constantFrom('hearingOpened', 'commentAdded', 'ballotCast', 'voteClosed'),
  data: json,
  /** Null: sealed by an older program, in form 1. */
  salt: fc.option(fc.stringMatching(/^[0-9a-f]{32}$/)),
});
type Event = Omit<TrailEntry, 'seq'> & { salt?: string | null };

function sealed(previous: string, seq: number, { salt = null, ...said }: Event): Link {
  const entry = { seq, ...said };
  if (salt === null)
    return { ...entry, form: 1, salt, digest: null, previous, hash: linkHash(previous, entry) };
  const digest = digestOf(salt, entry);
  return { ...entry, form: 2, salt, digest, previous, hash: digestHash(previous, { caseId, seq, digest }) };
}

function chain(events: Event[]): Link[] {
  let previous = genesis;
  return events.map((one, index) => {
    const link = sealed(previous, index + 1, one);
    previous = link.hash;
    return link;
  });
}

const chains = fc.array(event, { minLength: 2, maxLength: 12 }).map(chain);
/** A chain and one place in it. */
const placed = chains.chain((links) => fc.tuple(fc.constant(links), fc.nat(links.length - 1)));
const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b);

describe('a trail that nobody touched', () => {
  test('verifies to its last link', () => {
    fc.assert(
      fc.property(chains, (links) => {
        expect(verify(links)).toEqual({ ok: true, checked: links.length, brokenAt: null });
      }),
    );
  });

  test('verifies after a journey through a database or a file, which may turn keys around', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, one]) => [key, turned(one)]),
      );
    };
    fc.assert(
      fc.property(chains, (links) => {
        expect(verify(JSON.parse(JSON.stringify(links.map(turned))) as Link[]).ok).toBe(true);
      }),
    );
  });

  test('is empty before anything happened', () => {
    expect(verify([])).toEqual({ ok: true, checked: 0, brokenAt: null });
  });
});

describe('a trail that somebody touched is found out at the first link that does not fit', () => {
  const fields = 'at actor type data hash previous form salt digest'.split(' ') as (keyof Link)[];

  test.each(fields)('a changed %s', (field) => {
    fc.assert(
      fc.property(placed, json, ([links, place], value) => {
        fc.pre(differ(links[place]![field], value));
        // The column is text: an object that refuses to be one stands in no database.
        fc.pre(field !== 'salt' || typeof value !== 'object' || value === null);
        // Without a salt, and with nothing said, an entry is an erased one.
        fc.pre(!(field === 'salt' && value === null && links[place]!.data === null));
        const touched = links.with(place, { ...links[place]!, [field]: value } as Link);
        const { ok, brokenAt } = verify(touched);
        expect([ok, brokenAt]).toEqual([false, place + 1]);
      }),
    );
  });

  test('a changed number', () => {
    fc.assert(
      fc.property(placed, fc.integer(), ([links, place], seq) => {
        fc.pre(seq !== place + 1);
        expect(verify(links.with(place, { ...links[place]!, seq })).brokenAt).toBe(place + 1);
      }),
    );
  });

  test('a single letter changed deep in the text', () => {
    const links = chain([
      {
        at: '2027-04-14T10:00:00.000Z',
        actor: 'system',
        type: 'ballotCast',
        data: { choice: 'for', note: { text: 'Vi er enige.' } },
      },
      { at: '2027-04-14T10:01:00.000Z', actor: 'system', type: 'voteClosed', data: {} },
    ]);
    const data = { choice: 'for', note: { text: 'Vi er enige,' } };
    expect(verify(links.with(0, { ...links[0]!, data })).brokenAt).toBe(1);
  });

  test('a link taken out of the middle', () => {
    fc.assert(
      fc.property(placed, ([links, place]) => {
        fc.pre(place < links.length - 1);
        expect(verify(links.toSpliced(place, 1)).brokenAt).toBe(place + 1);
      }),
    );
  });

  test('a link put in, though it is hashed rightly on the one before it', () => {
    fc.assert(
      fc.property(placed, event, ([links, place], one) => {
        const previous = links[place]!.previous;
        const forged = sealed(previous, place + 1, one);
        fc.pre(forged.hash !== links[place]!.hash);
        expect(verify(links.toSpliced(place, 0, forged)).brokenAt).toBe(place + 2);
      }),
    );
  });

  test('a link repeated', () => {
    fc.assert(
      fc.property(placed, ([links, place]) => {
        expect(verify(links.toSpliced(place, 0, links[place]!)).brokenAt).toBe(place + 2);
      }),
    );
  });

  test('two links that changed places', () => {
    fc.assert(
      fc.property(placed, ([links, place]) => {
        fc.pre(place < links.length - 1);
        const touched = links.with(place, links[place + 1]!).with(place + 1, links[place]!);
        expect(verify(touched).brokenAt).toBe(place + 1);
      }),
    );
  });

  test('links left out at the end leave fewer links to count, so whoever knows the count or the last hash sees it', () => {
    fc.assert(
      fc.property(placed, ([links, place]) => {
        expect(verify(links.slice(0, place)).checked).toBeLessThan(links.length);
        expect(links.slice(0, place).at(-1)?.hash).not.toBe(links.at(-1)!.hash);
      }),
    );
  });
});

describe('an entry of which not everything is told', () => {
  const salted = chains.map((links) =>
    chain(links.map((one) => ({ ...one, salt: one.salt ?? 'ab'.repeat(16) }))),
  );
  const placedSalted = salted.chain((links) => fc.tuple(fc.constant(links), fc.nat(links.length - 1)));

  test('that was erased leaves the chain whole: its digest stands for what it said', () => {
    fc.assert(
      fc.property(placedSalted, ([links, place]) => {
        const erased = links.with(place, { ...links[place]!, data: null, salt: null });
        expect(verify(erased)).toEqual({ ok: true, checked: links.length, brokenAt: null });
      }),
    );
  });

  test('is not whole with other words and no salt, nor with another digest', () => {
    fc.assert(
      fc.property(placedSalted, json, ([links, place], data) => {
        fc.pre(data !== null);
        const one = links[place]!;
        const digest = digestOf('cd'.repeat(16), { ...one, data });
        for (const forged of [
          { data, salt: null },
          { data: null, salt: null, digest },
          { data, digest: null },
        ])
          expect(verify(links.with(place, { ...one, ...forged })).brokenAt).toBe(place + 1);
      }),
    );
  });

  test('of another case, with the same words and salt, does not fit', () => {
    fc.assert(
      fc.property(salted, (links) => {
        expect(verifyChain('another case', links).brokenAt).toBe(1);
      }),
    );
  });

  test('is told by no hash without its salt, whoever knows everything else', () => {
    fc.assert(
      fc.property(placedSalted, fc.stringMatching(/^[0-9a-f]{32}$/), ([links, place], guess) => {
        const one = links[place]!;
        const given = new Set(links.flatMap(({ hash, previous, digest }) => [hash, previous, digest]));
        for (const salt of ['', 'null', guess, one.digest!, one.previous, one.hash].filter(
          (it) => it !== one.salt,
        ))
          expect(given.has(digestOf(salt, one))).toBe(false);
        expect(given.has(linkHash(one.previous, one))).toBe(false);
      }),
    );
  });
});

describe('canonical JSON', () => {
  test.each([
    ['keys stand in order, at every depth', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ['order is by code unit, so capitals come first and å last', { å: 1, a: 2, Z: 3 }, '{"Z":3,"a":2,"å":1}'],
    ['lists keep their order', [3, 1, 2], '[3,1,2]'],
    ['numbers have one spelling', [1.0, 1e3, 0.1, -0], '[1,1000,0.1,0]'],
    ['nothing is escaped that need not be', 'ø/<é>', '"ø/<é>"'],
    ['what is undefined is left out', { a: undefined, b: null }, '{"b":null}'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('is the same text whatever order the keys came in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  test('what is no JSON value is refused, never written as something else', () => {
    expect(() => canonicalJson(undefined)).toThrow();
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
  });
});

describe('the fingerprint of a document', () => {
  const clauses = [
    { number: '10.f', kind: 'requirement', heading: 'Energi', text: 'Produktet skal …' },
    { number: '5.a', kind: 'recommendation', heading: 'Emballage', text: 'Det anbefales …' },
  ];
  const document = { kind: 'final', title: 'Indkøbsmål 12', clauses };

  test('is the same for the same document, however it was stored', () => {
    const stored = {
      clauses: clauses.map(({ number, ...rest }) => ({ ...rest, number })),
      title: document.title,
      kind: 'final',
    };
    expect(documentHash(stored)).toBe(documentHash(document));
    expect(documentHash(document)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['the title', { ...document, title: 'Indkøbsmål 13' }],
    ['the kind', { ...document, kind: 'proposal' }],
    ['the order of the clauses', { ...document, clauses: clauses.toReversed() }],
    ['one clause', { ...document, clauses: clauses.slice(0, 1) }],
    [
      'a space in a clause',
      { ...document, clauses: [{ ...clauses[0]!, text: 'Produktet skal  …' }, clauses[1]!] },
    ],
    [
      'what a clause demands',
      { ...document, clauses: [{ ...clauses[0]!, kind: 'recommendation' }, clauses[1]!] },
    ],
  ])('changes with %s', (_, other) => {
    expect(documentHash(other)).not.toBe(documentHash(document));
  });
});
