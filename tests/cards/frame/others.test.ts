import { expect, test } from '@jest/globals';
import {
  apology,
  cardLimit,
  helpCard,
  refusalCard,
  statusCard,
  tasksCard,
} from '../../../bot/cards/index.ts';
import { task } from '../../../bot/views/people/shapes.ts';
import { revisionRow as shape } from '../../../bot/views/case/shapes.ts';
import { executes, inputs, read, size } from '../../support/cards/cardChecks.ts';
import { taskView } from '../../support/views/taskView.ts';
import { idOf } from '../../support/views/views.ts';
import { revisionRow } from '../../support/views/rowViews.ts';

const to = {
  locale: 'da' as const,
  links: { tab: 'https://teams.example/tab' },
  asOf: new Date('2026-12-01T09:42:00Z'),
};

test('the rows and tasks these cards are tested with have every field of the real ones', () => {
  expect(shape.parse(revisionRow())).toEqual(revisionRow());
  expect(task.parse(taskView())).toEqual(taskView());
});

test('status: where each revision stands, its deadline, its answers, who is next and what is missing', () => {
  const text = read(statusCard([revisionRow()], to));
  expect(text).toContain('Indkøbsmål 5, Rengøring\n POGI-2027-01');
  expect(text).toContain('Udvikling (trin 3 af 9) · Svarfrist 11. dec. kl. 12.00 · svar 12 af 25');
  expect(text).toContain('Næste: Svar på høringen (medlemmerne)');
  expect(text).toContain('Mangler: En høring er stadig åben.');
  expect(text).toContain('Forløb: 1, opgjort kl. 10.42');
});

test('status: a revision that stands aside says both where and how', () => {
  expect(read(statusCard([revisionRow(undefined, { state: 'onHold' })], to))).toContain(
    'Sat i bero, udvikling (trin 3 af 9)',
  );
});

test('status and tasks: what does not fit is counted, or at least mentioned', () => {
  const rows = Array.from({ length: 40 }, () => revisionRow());
  expect(read(statusCard(rows, to))).toContain('… 28 til i fanen');
  expect(read(statusCard([revisionRow()], { ...to, more: true }))).toContain('… flere i fanen');
  const tasks = Array.from({ length: 40 }, () => taskView());
  expect(read(tasksCard(tasks, to))).toContain('… 30 til i fanen');
  for (const card of [statusCard(rows, to), tasksCard(tasks, to)])
    expect(size(card)).toBeLessThanOrEqual(cardLimit);
});

test('tasks: what can be done in the chat opens there, the rest in the tab', () => {
  const tasks = [
    taskView(),
    taskView(undefined, { kind: 'castBallot', hearingId: null, voteId: idOf('vote') }),
    taskView(undefined, { kind: 'disposeComments' }),
  ];
  expect(executes(tasksCard(tasks, to)).map(({ data }) => data)).toEqual([
    { view: 'tasks' },
    { view: 'hearing', id: idOf('hearing') },
    { view: 'vote', id: idOf('vote') },
  ]);
});

test('nothing to show is said in words', () => {
  expect(read(statusCard([], to))).toContain('Ingen forløb er i gang.');
  expect(read(tasksCard([], to))).toContain('Intet afventer dig.');
});

test('help names the three commands in the language of the reader', () => {
  for (const word of ['status', 'mine opgaver', 'hjælp']) expect(read(helpCard(to))).toContain(word);
  for (const word of ['status', 'my tasks', 'help'])
    expect(read(helpCard({ ...to, locale: 'en' }))).toContain(word);
});

test('a refusal says why, what is missing and what to do, and gives back what was typed', () => {
  const sentence = (da: string) => ({ da, en: da });
  const refused = {
    message: sentence('Det kan ikke ske endnu.'),
    unmet: [{ message: sentence('Mødet er ikke åbnet.') }],
    todo: sentence('Bed sekretariatet åbne mødet.'),
    typed: { text: 'Min tekst' },
  };
  const card = refusalCard(refused, 'da');
  for (const part of ['Det kan ikke ske endnu.', '– Mødet er ikke åbnet.', 'Bed sekretariatet åbne mødet.'])
    expect(read(card)).toContain(part);
  expect(inputs(card)).toEqual([expect.objectContaining({ value: 'Min tekst' })]);
});

test('a text too long to give back whole says that it is cut', () => {
  const message = { da: 'Nej.', en: 'No.' };
  const card = refusalCard({ message, typed: { text: 'æ'.repeat(10_000) } }, 'da');
  expect(read(card)).toContain('Teksten er for lang til at vises helt her.');
});

test('an apology carries the number that finds it in the log', () => {
  expect(read(apology('req-7f3a', 'da'))).toContain('Nummer: req-7f3a');
  expect(apology('req-7f3a').text).toContain('req-7f3a');
});

test.each(['da', 'en'] as const)(
  'one for what nobody knows yet does not say that nothing was changed: %s',
  (locale) => {
    const card = apology('req-7f3a', locale, true);
    for (const text of [read(card), card.text]) {
      expect(text).not.toMatch(/Intet er ændret|Nothing has been changed/);
      expect(text).toMatch(/ved endnu ikke|do not know yet/);
      expect(text).toContain('req-7f3a');
    }
  },
);
