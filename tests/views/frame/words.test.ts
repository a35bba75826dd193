import { describe, expect, test } from '@jest/globals';
import { refuse } from '../../../bot/process/frame/refusals.ts';
import { findingShown, refusalShown } from '../../../bot/views/frame/words.ts';

describe('what a refusal says', () => {
  test('of a hearing of one day is said of one day', () => {
    const lasts = (days: number) =>
      findingShown({ code: 'shortHearing', passable: true, params: { days, least: 28 } }).message;
    expect(lasts(1)).toEqual({
      da: 'Høringen varer 1 dag; normalt er det mindst 28.',
      en: 'The hearing lasts 1 day; normally it is at least 28.',
    });
    expect(lasts(2).da).toContain('2 dage');
  });

  test('of several names them as one says them', () => {
    const { message } = refusalShown(
      refuse('jointWhich', { organisations: ['Odense Kommune', 'UCN', 'Region Midtjylland'] }),
    );
    expect(message.da).toContain('Odense Kommune, UCN og Region Midtjylland');
    expect(message.en).toContain('Odense Kommune, UCN and Region Midtjylland');
  });
});
