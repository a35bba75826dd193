import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { acts, isAct } from '../../../bot/acts/index.ts';
import { cardLimit, type Message } from '../../../bot/cards/index.ts';
import { da } from '../../../bot/i18n/da/index.ts';
import { en } from '../../../bot/i18n/en/index.ts';
import type { Locale } from '../../../bot/i18n/index.ts';
import { choices } from '../../../bot/process/vote/vote.ts';
import { positions } from '../../../bot/process/hearing/hearing.ts';
import { cardCases } from '../../support/cards/cardCases.ts';
import { executes, inputs, pressed, size, walk, type Node } from '../../support/cards/cardChecks.ts';

// The package's main entry does not load in Node, and the file that does has no types of its own.
const library = 'adaptivecards/dist/adaptivecards.js';
const { AdaptiveCard, SerializationContext, Version } = await import(library);

const locales: Locale[] = ['da', 'en'];
let typing = 0;
/** Every typed text another one, so that two fields can be told apart; clauses keep their numbers. */
const distinct = (text: string): string => (/^\d+\.\w+$/.test(text) ? text : `${text} ${(typing += 1)}`);
const every = locales.flatMap((locale) =>
  Object.entries(cardCases(locale, distinct)).map(([name, message]) => ({ name, locale, message })),
);

/** An id, or a fingerprint of words. */
const isId = (text: string): boolean =>
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/.test(text);
const known: Record<string, readonly string[]> = {
  choice: choices,
  position: positions,
  none: ['true'],
  accept: ['true', 'false'],
  // What views gave to stand for what is shown.
  seen: ['unanswered', 'words.answer', 'as it is', 'ab'.repeat(32)],
  view: ['hearing', 'vote', 'scheduling', 'status', 'tasks'],
};

const buttons = every.flatMap(({ name, locale, message }) =>
  pressed(message.card as Node)
    .filter(({ verb }) => isAct(verb))
    .map((one) => ({ name: `${name} (${locale})`, ...one })),
);

const ofChoices = (field: Node): { title: string; value: string }[] => field.choices as never;
/** What the field would send: nothing, or as much as it takes. */
function sentBy(field: Node, full: boolean): string {
  if (field.type === 'Input.Text') return full || field.isRequired ? 'æ'.repeat(Number(field.maxLength)) : '';
  const values = ofChoices(field).map(({ value }) => value);
  if (!full && !field.isRequired) return String(field.value ?? '');
  return field.isMultiSelect ? values.join(',') : values.at(-1)!;
}

describe('what a button sends is what its act takes', () => {
  test.each([true, false])('with every field full to its limit: %s', (full) => {
    expect(buttons.length).toBeGreaterThan(60);
    for (const { name, verb, data, fields } of buttons) {
      if (!isAct(verb)) throw new Error(verb);
      const typed = Object.fromEntries(fields.map((field) => [field.id as string, sentBy(field, full)]));
      const parsed = acts[verb].input.safeParse({ ...typed, ...data });
      expect({ name, verb, error: parsed.error?.message }).toEqual({ name, verb, error: undefined });
    }
  });

  test('its data are ids and words of ours, never anything that somebody typed', () => {
    for (const { message, name } of every)
      for (const { data } of executes(message))
        for (const [key, value] of Object.entries(data))
          expect({
            name,
            key,
            value,
            ours: isId(String(value)) || known[key]?.includes(String(value)),
          }).toEqual({
            name,
            key,
            value,
            ours: true,
          });
  });

  test('what a field has chosen for you is among its choices, and no choice is there twice', () => {
    for (const { message, name } of every)
      for (const field of inputs(message).filter((one) => one.type === 'Input.ChoiceSet')) {
        const values = ofChoices(field).map(({ value }) => value);
        expect({ name, values: new Set(values).size }).toEqual({ name, values: values.length });
        const chosen = String(field.value ?? '')
          .split(field.isMultiSelect ? ',' : '\n')
          .filter(Boolean);
        expect(values).toEqual(expect.arrayContaining(chosen));
        // Several come back as one text with commas between them.
        if (field.isMultiSelect) expect(values.filter((value) => value.includes(','))).toEqual([]);
      }
  });
});

describe('a card that refreshes by itself', () => {
  test.each(every.filter(({ message }) => (message.card as Node).refresh))(
    '$name ($locale): looks and does nothing else, and never while somebody is typing',
    ({ message }) => {
      const { action, userIds } = (message.card as { refresh: { action: Node; userIds?: string[] } }).refresh;
      expect(action.verb).toBe('view');
      // An empty list: only when asked to. Without a list a small chat refreshes for everybody.
      const open = inputs(message).filter((field) => field.id !== 'statement');
      if (open.length > 0) expect(userIds).toEqual([]);
      expect((userIds ?? []).length).toBeLessThanOrEqual(60);
    },
  );
});

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
const calendar = (locale: string): string[] =>
  Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(2027, n, n + 1))).flatMap((at) =>
    wordsIn(new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at)),
  );
const vocabulary: Record<Locale, Set<string>> = {
  da: new Set([...Object.values(da).flatMap(wordsIn), ...calendar('da-DK')]),
  en: new Set([...Object.values(en).flatMap(wordsIn), ...calendar('en-GB')]),
};
const read = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'tooltip'];

/** Everything a person reads of it, with what people typed left out. */
function wordsOf({ card, summary, text }: Message): string[] {
  const shown = [...walk(card)].flatMap(({ node }) =>
    read.flatMap((name) => (typeof node[name] === 'string' ? [node[name]] : [])),
  );
  return [...shown, summary, text].flatMap((one) => wordsIn(one));
}

describe.each(locales)('in %s', (locale) => {
  const other = locale === 'da' ? 'en' : 'da';
  const cases = Object.entries(cardCases(locale, () => '§'));

  test.each(cases)('%s: not a word of the other language', (_, message) => {
    // What commands are called is quoted in both languages.
    const foreign = wordsOf(message).filter(
      (word) => vocabulary[other].has(word) && !vocabulary[locale].has(word),
    );
    expect(foreign).toEqual([]);
  });
});

describe('whoever is shown no card', () => {
  const about = every.filter(({ name }) => /invitation|reminder|vote, |result|recorded|too late/.test(name));

  test.each(about)('$name ($locale): still knows which goal it is about', ({ locale, message }) => {
    expect(`${message.summary} ${message.text}`).toMatch(locale === 'da' ? /indkøbsmål 5/i : /goal 5/i);
  });

  const asking = every.filter(({ name }) => /^(invitation, (personal|channel)|reminder|deadline)/.test(name));
  test.each(asking)('$name ($locale): knows by when, with the clock time', ({ locale, message }) => {
    const deadline =
      locale === 'da' ? 'fredag den 11. december 2026 kl. 12.00' : 'Friday 11 December 2026 at 12:00';
    expect(message.summary).toContain(deadline);
    expect(message.text).toContain(deadline);
  });
});

describe('whatever people type', () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n\n', '\u0000', '\uD83D', '}}', '${x}', 'toString') },
  );
  const typed = fc.tuple(piece, fc.constantFrom(1, 1, 1, 40, 400)).map(([text, times]) => text.repeat(times));

  function problems(card: object): string[] {
    const context = new SerializationContext(new Version(1, 5));
    new AdaptiveCard().parse(JSON.parse(JSON.stringify(card)), context);
    const all = Array.from(
      { length: context.eventCount },
      (_, at) => context.getEventAt(at).message as string,
    );
    return all.filter((message) => !/"(da|en)" for property "lang"/.test(message));
  }

  test('every card stays a valid card that Teams takes', () => {
    fc.assert(
      fc.property(
        fc.array(typed, { minLength: 7, maxLength: 7 }),
        fc.constantFrom(...locales),
        (all, locale) => {
          let at = 0;
          const cases = cardCases(locale, () => all[(at += 1) % all.length]!);
          for (const [name, message] of Object.entries(cases)) {
            expect([name, size(message) <= cardLimit, problems(message.card)]).toEqual([name, true, []]);
            expect(`${message.summary}${message.text}`.isWellFormed()).toBe(true);
            expect(message.summary).not.toMatch(/[\n<>[\]*_`]/);
          }
        },
      ),
      { numRuns: 40, seed: 20_270_112 },
    );
  });
});
