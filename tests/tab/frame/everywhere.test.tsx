import { beforeAll, describe, expect, test } from '@jest/globals';
import { words as daFirst } from '../../../tab/src/words/da.ts';
import { words as daMore } from '../../../tab/src/words/daMore.ts';
import { words as enFirst } from '../../../tab/src/words/en.ts';
import { words as enMore } from '../../../tab/src/words/enMore.ts';
import type { Locale } from '../../../bot/i18n/index.ts';
import { connections, newcomers } from '../../../bot/views/reach/shapes.ts';
import * as shapes from '../../../bot/views/hearing/shapes.ts';
import { revision } from '../../../bot/views/case/shapes.ts';
import { deliveries, me as meShape, members, trail } from '../../../bot/views/people/shapes.ts';
import { calendar, meeting, meetings, scheduling, schedulings } from '../../../bot/views/meeting/shapes.ts';
import { rules, vote } from '../../../bot/views/vote/shapes.ts';
import { world } from '../case/cases.ts';
import {
  all,
  buttons,
  controls,
  describedBy,
  nameOf,
  said,
  spoken,
  stopped,
  tagged,
  type Piece,
} from './page.ts';
import { roles } from './readers.ts';
import { look, scenes, type Scene } from './scenes.tsx';
import type { Shown } from './show.tsx';

const da = { ...daFirst, ...daMore };
const en = { ...enFirst, ...enMore };

const locales: Locale[] = ['da', 'en'];
/** What people typed stands in brackets, so that what is left is ours. */
const marked = scenes((text) => `⟦${text}⟧`);
const attack = `"><img src=x onerror=alert(1)><script>alert(1)</script>' onfocus=alert(1) {count} &lt;b&gt; `;
const hostile = scenes((text) => attack + text);
const names = Object.keys(marked);

const drawn = new Map<string, Shown>();
const page = (name: string, locale: Locale): Piece => drawn.get(`${locale} ${name}`)!.page;
beforeAll(async () => {
  for (const locale of locales)
    for (const [name, scene] of Object.entries(marked))
      drawn.set(`${locale} ${name}`, await look(scene, locale));
}, 60_000);
const everywhere = (wrong: (page: Piece) => string[]): string[] =>
  locales.flatMap((locale) =>
    names.flatMap((name) => wrong(page(name, locale)).map((what) => `${locale}, ${name}: ${what}`)),
  );

test('the views these pages are drawn with have every field of the real ones', () => {
  const { comments, hearing } = shapes;
  const real = {
    me: meShape,
    revision,
    hearing,
    comments,
    vote,
    meetings,
    meeting,
    schedulings,
    scheduling,
    calendar,
    rules,
    members,
    deliveries,
    trail,
  };
  for (const role of roles) {
    const given = world(role);
    for (const [name, shape] of Object.entries(real))
      expect(shape.strict().parse(given[name as keyof typeof real])).toEqual(
        given[name as keyof typeof real],
      );
  }
  const given = world('secretariat');
  expect(newcomers.strict().parse(given.newcomers)).toEqual(given.newcomers);
  expect(connections.strict().parse(given.connections)).toEqual(given.connections);
});

describe('every page speaks the language of its reader', () => {
  const wordsIn = (text: string): string[] =>
    text
      .replace(/⟦[^⟧]*⟧/g, ' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  const tags = { da: 'da-DK', en: 'en-GB' };

  function calendar(locale: Locale): string[] {
    const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2028, 0, 1 + day)));
    return (['long', 'short'] as const).flatMap((month) =>
      days.map((day) => day.toLocaleDateString(tags[locale], { weekday: month, month, timeZone: 'UTC' })),
    );
  }
  /** What the server says in both languages. */
  function bilingual(given: unknown, locale: Locale): string[] {
    if (typeof given === 'function') return [];
    if (given === null || typeof given !== 'object') return [];
    const one = given as Record<string, unknown>;
    if (typeof one['da'] === 'string' && typeof one['en'] === 'string') return [String(one[locale])];
    return Object.values(one).flatMap((value) => bilingual(value, locale));
  }
  const relative = {
    da: 'kl om for siden dage dag minutter timer morgen går måneder',
    en: 'in ago days day minutes hours',
  };
  /** Ids, addresses and the names of languages are the same to everyone. */
  const same = ['pogi', 'ctrl', 'enter', 'dansk', 'english', 'pr', 'kb', 'mb'];

  test.each(locales)('%s', (locale) => {
    const sentences = Object.values({ da, en }[locale]);
    const ours = [...sentences, ...calendar(locale), relative[locale]];
    const server = Object.values(marked).flatMap(({ answers }: Scene) => [
      ...bilingual(answers, locale),
      ...bilingual(answers.allowed?.('x', {}), locale),
    ]);
    const refusals = ['Det, du leder efter, findes ikke.', 'What you are looking for does not exist.'];
    const known = new Set(
      wordsIn([...ours, ...server, refusals[locales.indexOf(locale)], ...same].join(' ')),
    );
    const strange = names.flatMap((name) =>
      spoken(page(name, locale))
        .flatMap(wordsIn)
        .filter((word) => !known.has(word))
        .map((word) => `${name}: ${word}`),
    );
    expect([...new Set(strange)]).toEqual([]);
  });

  test('no key and no place to be filled is ever read', () => {
    const raw =
      /\{\w+\}|\b(tab|state|track|answer|choice|means|by|disposition|hearingKind|hearingState)\.\w|undefined|NaN|\[object/;
    expect(everywhere((one) => spoken(one).filter((text) => raw.test(text)))).toEqual([]);
  });
});

describe('every page can be read aloud', () => {
  test('every input has a name', () =>
    expect(
      everywhere((one) =>
        controls(one)
          .filter((input) => nameOf(one, input).trim() === '')
          .map(({ tag, attributes }) => `${tag} ${attributes['name']}`),
      ),
    ).toEqual([]));

  test('every button and link has a name, every table its columns, every region and list its own name', () =>
    expect(
      everywhere((one) => [
        ...tagged(one, 'button', 'a', 'summary')
          .filter((it) => nameOf(one, it).trim() === '')
          .map(({ tag }) => tag),
        ...tagged(one, 'fieldset')
          .filter((it) => !tagged(it, 'legend').some((legend) => said(legend) !== ''))
          .map(() => 'fieldset'),
        ...tagged(one, 'table')
          .filter((it) => tagged(it, 'th').length === 0)
          .map(() => 'table'),
        ...all(
          one,
          ({ tag, attributes }) =>
            tag === 'nav' || attributes['role'] === 'region' || attributes['role'] === 'group',
        )
          .filter((it) => nameOf(one, it).trim() === '')
          .map(({ tag }) => tag),
      ]),
    ).toEqual([]));

  test('what points to something points to one thing that is there', () =>
    expect(
      everywhere((one) => {
        const ids = all(one).flatMap(({ attributes }) => attributes['id'] ?? []);
        const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
        const pointed = all(one).flatMap(({ attributes }) =>
          ['aria-labelledby', 'aria-describedby', 'for'].flatMap(
            (name) => attributes[name]?.split(' ') ?? [],
          ),
        );
        return [...twice.map((id) => `twice: ${id}`), ...pointed.filter((id) => id && !ids.includes(id))];
      }),
    ).toEqual([]));

  test('headings go down one step at a time, from one title', () =>
    expect(
      everywhere((one) => {
        const levels = tagged(one, 'h1', 'h2', 'h3', 'h4').map(({ tag }) => Number(tag[1]));
        const main = tagged(one, 'main').length === 1 && levels.filter((level) => level === 1).length !== 1;
        return [
          ...(main ? ['not one title'] : []),
          ...levels
            .filter((level, at) => at > 0 && level > levels[at - 1]! + 1)
            .map((level) => `jumps to ${level}`),
        ];
      }),
    ).toEqual([]));
});

test('a button that cannot be pressed says why before it is pressed, wherever it stands', () => {
  const dead = everywhere((one) =>
    buttons(one)
      .filter((it) => stopped(it) && describedBy(one, it) === '')
      .map((it) => nameOf(one, it)),
  );
  expect(dead).toEqual([]);
});

describe('what people typed is text and nothing else, wherever it is shown', () => {
  const ours = (): Set<string> =>
    new Set(names.flatMap((name) => all(page(name, 'da')).map(({ tag }) => tag)));
  test.each(Object.keys(hostile))('%s', async (name) => {
    const { page: attacked, html } = await look(hostile[name]!, 'da');
    const tags = ours();
    const made = all(attacked).filter(
      ({ tag, attributes }) =>
        tag === 'img' ||
        tag === 'script' ||
        !tags.has(tag) ||
        Object.keys(attributes).some((one) => /^on/i.test(one)),
    );
    expect(made).toEqual([]);
    // The words are all there: shown, never cut out or run.
    if (html.includes('onerror'))
      expect(said(attacked) + JSON.stringify(attacked)).toContain('<img src=x onerror=alert(1)>');
  });

  test('a link that somebody typed never runs', async () => {
    const scene = hostile['secretariat: /meetings']!;
    const items = [
      { ...(scene.answers.meetings as { items: object[] }).items[0]!, joinUrl: 'javascript:alert(1)' },
    ];
    const shown = await look({ ...scene, answers: { ...scene.answers, meetings: { items } as never } }, 'da');
    const hrefs = tagged(shown.page, 'a').map(({ attributes }) => attributes['href'] ?? '');
    expect(hrefs.filter((href) => href.includes('alert(1)'))).toEqual([]);
  });
});
