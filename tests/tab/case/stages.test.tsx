import { describe, expect, test } from '@jest/globals';
import { revisionRow } from '../../support/views/rowViews.ts';
import { said, tagged } from '../frame/page.ts';
import { part } from '../frame/show.tsx';

describe('the line of stages', () => {
  test('calls done what was held, and says what was skipped', async () => {
    const { Stages } = await import('../../../tab/src/case/Stages.tsx');
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
