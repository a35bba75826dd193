import { describe, expect, test } from '@jest/globals';
import {
  cardLimit,
  hearingInvitation,
  hearingMine,
  hearingReminder,
  refusalCard,
  statusCard,
  tasksCard,
  voteResult,
} from '../../../bot/cards/index.ts';
import { cardCases } from '../../support/cards/cardCases.ts';
import { size, strings, walk, type Node } from '../../support/cards/cardChecks.ts';
import { taskView } from '../../support/views/taskView.ts';
import {
  closedVote,
  commentView,
  hearingView,
  idOf,
  mineView,
  versionView,
} from '../../support/views/views.ts';
import { revisionRow } from '../../support/views/rowViews.ts';

/** Stands in every typed text, so that we can see where typed text went. */
const mark = 'zq7';
const long = (text: string, length = 10_000) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const attacks: Record<string, string> = {
  Markdown: `${mark} **fed** _kursiv_ [klik her](https://ond.example) ~~væk~~ \`kode\`\n1. liste\n- punkt\n# titel`,
  'a mention': `${mark} <at>Alle</at> @team`,
  HTML: `${mark} <img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt;`,
  'right-to-left marks': `${mark} \u202Eabc\u202D \u2067\u2066x\u2069 \u200Fשלום مرحبا`,
  'host functions': `${mark} {{DATE(2017-02-14T06:08:39Z, SHORT)}} \${title}`,
  'control characters': `${mark}\u0000\u0007\u001B[31m\u009F\uFEFF\u2028x\uD800`,
  '10,000 letters': `${mark} ${long('æøå')}`,
  '10,000 words': `${mark} ${long('krav ')}`,
  '10,000 quotes and backslashes': `${mark} ${long('"\\')}`,
  '10,000 newlines': `${mark} ${long('x\n')}`,
  '10,000 of emoji families': `${mark} ${long('👩‍👩‍👧‍👦')}`,
  '10,000 of combining marks': `${mark} e${long('\u0301')}`,
};

const all = (typed: (text: string) => string) => [
  ...Object.entries(cardCases('da', typed)),
  ...Object.entries(cardCases('en', typed)),
];
const typedInto = (attack: string) => (text: string) => `${attack} ${text}`;

const ours = ['label', 'errorMessage', 'placeholder', 'url', 'verb', 'tooltip'];

function readAsMarkdown(node: Node): boolean {
  const typedHere = (value: unknown) => typeof value === 'string' && value.includes(mark);
  if (node.type === 'TextBlock') return typedHere(node.text);
  if (String(node.type).startsWith('Action.') && typedHere(node.title)) return true;
  if (node.type === 'Action.Execute' && typedHere(JSON.stringify(node.data))) return true;
  return ours.some((name) => typedHere(node[name]) && !(name === 'tooltip' && plainText(String(node[name]))));
}

const plainText = (text: string): boolean => !/[<>[\]*_~`\n]/.test(text);
const pairs = (text: string): boolean => text.split('\u2068').length === text.split('\u2069').length;
const reaches = (text: string): boolean =>
  /[\u202A-\u202E\u2066\u2067\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFEFF]/.test(text) ||
  !text.isWellFormed() ||
  !pairs(text);

describe.each(Object.entries(attacks))('typed by somebody: %s', (_, attack) => {
  const messages = all(typedInto(attack));

  test('no card grows too large to be sent', () => {
    for (const [name, message] of messages) expect([name, size(message) <= cardLimit]).toEqual([name, true]);
  });

  test('is shown only where nothing is read as Markdown', () => {
    const misplaced = messages.flatMap(([name, { card }]) =>
      [...walk(card)].filter(({ node }) => readAsMarkdown(node)).map(({ path }) => `${name}: ${path}`),
    );
    expect(misplaced).toEqual([]);
  });

  test('cannot reorder, hide or address anything around it', () => {
    // The card as JSON is the same card once more.
    const broken = messages.flatMap(([name, { json: _, ...message }]) =>
      [...strings(message)]
        // What is edited is given back as it was typed; an input shows it to its own writer only.
        .filter(({ path, text }) => !path.endsWith('.value') && reaches(text))
        .map(({ path }) => `${name}: ${path}`),
    );
    expect(broken).toEqual([]);
  });

  test('summary and fallback text are plain', () => {
    const marked = messages.filter(([, { summary, text }]) => !plainText(summary + text));
    expect(marked.map(([name]) => name)).toEqual([]);
  });
});

test.each(Object.keys(attacks))(
  'with 100 of everything and all of it hostile, cards still fit: %s',
  (name) => {
    const typed = typedInto(attacks[name]!);
    const to = { locale: 'da' as const, links: { tab: 'https://teams.example/tab' }, asOf: new Date(0) };
    const hundred = <T>(make: (n: number) => T): T[] => Array.from({ length: 100 }, (_, n) => make(n));
    const clauses = versionView(typed, 100).clauses.map((clause, n) => ({ ...clause, number: `5.${n}` }));
    const comments = hundred((n) =>
      commentView(typed, { id: idOf(`c${n}`), response: typed('Nej.'), disposition: 'noted' }),
    );
    const blocking = hundred(() => ({
      code: 'shortHearing' as const,
      message: { da: typed(''), en: typed('') },
      passable: true,
    }));
    const view = hearingView(typed, {
      version: { ...versionView(typed), clauses },
      mine: { ...mineView(typed), comments },
    });
    const few = { ...view, version: { ...view.version, clauses: clauses.slice(0, 60) } };
    const others = hundred((n) => ({ id: idOf(`o${n}`), name: typed('Medlem') }));
    const refusal = {
      message: { da: typed(''), en: '' },
      unmet: blocking,
      typed: { text: typed(''), proposedChange: typed('') },
    };
    const messages = [
      ...[view, few].flatMap((one) => [
        hearingMine(one, { ...to, others: others.slice(0, 40) }),
        hearingMine(one, { ...to, others, edit: idOf('c1') }),
        hearingInvitation(one, { ...to, audience: 'channel' }),
        hearingReminder(one, { ...to, others: others.slice(0, 40) }),
      ]),
      voteResult(closedVote(typed, 100), to),
      statusCard(
        hundred(() => revisionRow(typed, { blocking })),
        to,
      ),
      tasksCard(
        hundred(() => taskView(typed)),
        to,
      ),
      refusalCard(refusal, 'da'),
    ];
    expect(messages.map((message) => size(message)).filter((bytes) => bytes > cardLimit)).toEqual([]);
  },
);

test('a cut text ends on a whole grapheme and says where the rest is', () => {
  const message = cardCases('da', typedInto(attacks['10,000 of emoji families']!))['invitation, personal']!;
  const cut = [...strings(message.card)].filter(({ text }) => text.endsWith('… (læs resten i fanen)'));
  expect(cut).toHaveLength(1);
  expect(cut[0]!.text).toMatch(/👩‍👩‍👧‍👦… \(læs resten i fanen\)$/u);
});

test('a comment too long for the card is never opened half: it is edited in the tab', () => {
  const message = cardCases('da', typedInto(attacks['10,000 letters']!))['edit a comment']!;
  const json = JSON.stringify(message.card);
  expect(json).not.toContain('editComment');
  expect(json).toContain('withdrawComment');
  expect(json).toContain('Ret den i fanen.');
});
