import { describe, expect, test } from '@jest/globals';
import { lacking, wayTo, type Known } from '../../../bot/process/reach/reach.ts';
import { channelName, represented } from '../../../bot/process/group/workingGroup.ts';

describe('a channel’s name', () => {
  test.each([
    ['POGI-2027-01', 'Rengøring', 'POGI-2027-01 Rengøring'],
    ['POGI-2027-02', 'Mad & drikke', 'POGI-2027-02 Mad og drikke'],
    ['POGI-2027-03', 'IT: skærme/tastaturer (nye)', 'POGI-2027-03 IT skærme tastaturer (nye)'],
    ['POGI-2027-04', 'Bygge... og anlæg.', 'POGI-2027-04 Bygge. og anlæg'],
    ['POGI-2027-05', '  ', 'POGI-2027-05'],
  ])('%s %s is %s in Teams', (ref, title, name) => expect(channelName(ref, title)).toBe(name));

  test('is never longer than Teams takes, and ends in no mark', () => {
    const name = channelName('POGI-2027-06', 'Transport af varer, personer, affald, materiel og meget andet');
    expect(name.length).toBeLessThanOrEqual(50);
    expect(name).toBe('POGI-2027-06 Transport af varer, personer, affald');
  });

  test('holds none of the characters that Teams refuses, whatever the title is', () => {
    expect(channelName('POGI-2027-07', `~#%&*{}+/\\:<>?|'"\t\n`)).toBe('POGI-2027-07 og');
  });
});

test('an organisation counts once, and one whose people have left counts no more', () => {
  const seat = (organisationId: string | null, left = false) => ({ organisationId, left });
  expect(represented([], null)).toBe(0);
  expect(represented([seat('a'), seat('a'), seat('b')], null)).toBe(2);
  expect(represented([seat('a', true), seat('b'), seat('b', true), seat(null)], null)).toBe(1);
});

test('the lead’s organisation counts among them, once, whether or not it sends anybody', () => {
  const seats = [{ organisationId: 'a', left: false }];
  expect([represented(seats, 'b'), represented(seats, 'a'), represented([], 'b')]).toEqual([2, 1, 1]);
});

describe('how a person is reached', () => {
  const known = (more: Partial<Known>): Known => ({
    account: true,
    inTeam: true,
    chat: true,
    address: true,
    ...more,
  });
  test.each([
    ['in the chat, when the bot has one', {}, 'chat'],
    ['by mail, when there is no chat', { chat: false }, 'mail'],
    ['in the chat also without an address', { address: false }, 'chat'],
    ['not at all, when there is neither', { chat: false, address: false }, 'none'],
  ] as const)('%s', (_, more, way) => expect(wayTo(known(more))).toBe(way));

  test.each([
    ['nothing, when all is there', {}, []],
    [
      'everything, when there is no account',
      { account: false, inTeam: false, chat: false },
      ['guest', 'team', 'app'],
    ],
    ['the team, when only that is missing', { inTeam: false }, ['team']],
    ['the app, when only that is missing', { chat: false }, ['app']],
    ['no team, where no team is read', { inTeam: null, chat: false }, ['app']],
  ] as const)('lacks %s', (_, more, steps) => expect(lacking(known(more))).toEqual(steps));
});
