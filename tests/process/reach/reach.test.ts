import { expect, test } from '@jest/globals';
import { wanted } from '../../../bot/process/reach/reach.ts';

const member = { organisationId: 'a', secretariat: false, leftAt: null };
const at = (hour: number): Date => new Date(Date.UTC(2027, 0, 11, hour));

test.each([
  ['of a member', member, null, true],
  ['of a member, whenever that was asked', member, at(8), true],
  ['who has left, when that was asked before', { ...member, leftAt: at(9) }, at(8), false],
  ['who has left, when nobody ever asked', { ...member, leftAt: at(9) }, null, false],
  ['who has left, when the secretariat asked afterwards', { ...member, leftAt: at(9) }, at(10), true],
  ['of nobody', { ...member, organisationId: null }, at(8), false],
])('whether somebody %s is brought into Teams', (_, person, asked, brought) => {
  expect(wanted(person, asked)).toBe(brought);
});
