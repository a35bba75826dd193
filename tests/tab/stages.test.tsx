import { describe, expect, test } from '@jest/globals';
import { revisionRow } from '../support/rowViews.ts';
import { said, tagged } from './page.ts';
import { part } from './show.tsx';

describe('the line of stages', () => {
  test('calls done what was held, and says what was skipped', async () => {
    const { Stages } = await import('../../tab/src/parts/Stages.tsx');
    const row = revisionRow(undefined, {
      state: 'finalising',
      stage: 'finalising',
      skipped: ['industryHearing'],
      hearing: null,
    });
    const { page } = await part(<Stages row={row} />);
    const items = tagged(page, 'li').map(said);
    expect(items.slice(2, 5)).toEqual([
      'Udvikling (færdig)',
      'Branchehøring (sprunget over)',
      'Færdiggørelse',
    ]);
  });
});
