import { describe, expect, test } from '@jest/globals';
import { cardCases } from '../../support/cards/cardCases.ts';
import { outline, type Node } from '../../support/cards/cardChecks.ts';

describe.each(['da', 'en'] as const)('what people read (%s)', (locale) => {
  test.each(Object.entries(cardCases(locale)))('%s', (_, { card, summary, text }) => {
    expect(`summary: ${summary}\ntext: ${text}\n${outline(card as Node)}`).toMatchSnapshot();
  });
});
