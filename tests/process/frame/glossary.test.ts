import { expect, test } from '@jest/globals';
import { da } from '../../../bot/i18n/da/index.ts';

/** Words that are something else, or that the partnership's own word stands for. */
const never = /vedtag|særstandpunkt|høringsberettiget|partshøring/i;

test('no Danish sentence uses a word that the glossary keeps out', () => {
  const found = Object.entries(da).filter(([, sentence]) => never.test(sentence));
  expect(found).toEqual([]);
});
