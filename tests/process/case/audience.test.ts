import { describe, expect, test } from '@jest/globals';
import { audienceOf, type Happened } from '../../../bot/process/case/audience.ts';

const happened = (more: Partial<Happened>): Happened => ({
  type: 'commentAdded',
  organisationId: 'a',
  jointWith: [],
  senderId: null,
  open: true,
  handedIn: false,
  again: false,
  ...more,
});
const own = { organisations: ['a'], secretariat: false };
const received = { organisations: ['a'], secretariat: true };

describe('who hears at that moment that something happened', () => {
  test.each<[string, Partial<Happened>, ReturnType<typeof audienceOf>]>([
    ['a draft: its own', {}, own],
    ['a draft after the deadline: its own still', { open: false }, own],
    ['a comment that has left: the secretariat too', { handedIn: true }, received],
    ['a comment that has left, after the deadline: everybody', { handedIn: true, open: false }, 'everybody'],
    [
      'an answer: whoever it was given for, and the secretariat',
      { type: 'answerSubmitted', jointWith: ['b'] },
      { organisations: ['a', 'b'], secretariat: true },
    ],
    [
      'a joint answer that was accepted: the two, and the secretariat',
      { type: 'jointAccepted', senderId: 'b' },
      { organisations: ['a', 'b'], secretariat: true },
    ],
    [
      'a joint answer that was accepted, after the deadline: everybody',
      { type: 'jointAccepted', senderId: 'b', open: false },
      'everybody',
    ],
    [
      'a joint answer that was declined: the two and the secretariat, for good',
      { type: 'jointDeclined', senderId: 'b', open: false },
      { organisations: ['a', 'b'], secretariat: true },
    ],
    ['an answer after the deadline: everybody', { type: 'answerSubmitted', open: false }, 'everybody'],
    ['what the secretariat answers a comment', { type: 'commentDisposed', handedIn: true }, received],
    ['a first ballot: everybody, since the count is told', { type: 'ballotCast', open: false }, 'everybody'],
    ['a changed ballot: its own', { type: 'ballotCast', open: false, again: true }, own],
    ['a ballot that the secretariat corrects: its own', { type: 'ballotRecordedOnBehalf', again: true }, own],
    ['what is nobody’s own: everybody', { type: 'deadlineExtended', organisationId: null }, 'everybody'],
    [
      'how many were reminded: the secretariat until the deadline',
      { type: 'missingReminded', organisationId: null },
      { organisations: [], secretariat: true },
    ],
    [
      'what the secretariat alone may read: it alone',
      { type: 'accountLinked' },
      { organisations: [], secretariat: true },
    ],
    ['an event of a later version: its own, if anybody’s', { type: 'somethingNew' }, own],
  ])('%s', (_, more, expected) => expect(audienceOf(happened(more))).toEqual(expected));
});
