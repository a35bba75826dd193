import { expect, test } from '@jest/globals';
import { copyOf, refuseFrozen } from '../../../bot/process/draft/file.ts';

const at = new Date('2027-01-01T12:00:00Z');
const asked = { wanted: 2, done: 1, failedAt: null, failure: null };
const came = { ...asked, done: 2 };
const failed = { ...asked, failedAt: at };
const [none, made] = [null, 'i'];

test.each([
  ['of a file that has not come in whole', false, none, null, 'receiving'],
  ['where none are made', true, none, came, 'here'],
  ['that nobody has asked for', true, none, null, 'here'],
  ['that is asked for', true, none, asked, 'waiting'],
  ['that is asked for again', true, made, { ...asked, failure: 'changed' }, 'waiting'],
  ['that was made', true, made, came, 'there'],
  ['that somebody changed', true, made, { ...failed, failure: 'changed' }, 'changed'],
  ['that would be over what somebody changed', true, none, { ...failed, failure: 'changed' }, 'failed'],
  ['that was refused', true, none, { ...failed, failure: 'denied' }, 'failed'],
] as const)('the copy %s is told to be so', (_, whole, itemId, errand, state) =>
  expect(copyOf({ whole, itemId }, errand)).toBe(state),
);

test.each([
  ['that nothing was voted on', [], null],
  ['that a vote was rehearsed on', [{ rehearsal: true }], null],
  ['that was voted on', [{ rehearsal: false }], 'versionFrozen'],
  ['that was rehearsed on and voted on', [{ rehearsal: true }, { rehearsal: false }], 'versionFrozen'],
])('a version %s is told whether it takes files', (_, votes, refused) =>
  expect(refuseFrozen(votes)?.refused ?? null).toBe(refused),
);
