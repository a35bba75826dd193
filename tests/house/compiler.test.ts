import { beforeAll, describe, expect, test } from '@jest/globals';
import { acts } from './compiler/acts.ts';
import { cards } from './compiler/cards.ts';
import { events } from './compiler/events.ts';
import { compiled } from './compiler/program.ts';
import { tab } from './compiler/tab.ts';

/** One run of the compiler for all: it reads the whole program each time. */
const lists = [acts, events, cards, tab];
const programs = lists.flatMap(({ wrong, right, program }) =>
  [...wrong, ...right].map(([, part]) => program(part)),
);
let said: string[] = [];
let elsewhere = '';

beforeAll(async () => {
  const told = await compiled(programs);
  said = told.each;
  elsewhere = told.elsewhere;
}, 120_000);

let first = 0;
for (const { about, wrong, right } of lists) {
  const [refused, fine] = [first, first + wrong.length];
  first = fine + right.length;
  describe(`the compiler refuses, ${about}`, () => {
    test.each(wrong.map(([what, , says], at) => ({ what, says, at })))('$what', ({ says, at }) => {
      expect(said[refused + at]).toMatch(says);
    });

    test.each(right.map(([what], at) => ({ what, at })))('but not $what', ({ at }) => {
      expect(said[fine + at]).toBe('');
    });
  });
}

test('what the compiler refuses is only that', () => {
  expect(elsewhere).toBe('');
});
