import { describe, expect, test } from '@jest/globals';
import { en as all } from '../../../bot/i18n/en/index.ts';
import { words as daFirst } from '../../../tab/src/words/da.ts';
import { words as daMore } from '../../../tab/src/words/daMore.ts';
import { words as enFirst } from '../../../tab/src/words/en.ts';
import { words as enMore } from '../../../tab/src/words/enMore.ts';
import { localeOf } from '../../../tab/src/frame/words.ts';
import { wordsOf } from './show.tsx';

const da = { ...daFirst, ...daMore };
const en = { ...enFirst, ...enMore };

/** Little words that stand in most sentences of the one language and in none of the other. */
const danish = 'og ikke af er det den der en et med har som kan på fra'.split(' ');
const english = 'and not of is the this that a an with has was can from are'.split(' ');

const foreign = (sentences: Record<string, string>, others: string[], letters: RegExp): string[] =>
  Object.entries(sentences)
    .filter(([, sentence]) => {
      const said = sentence.replace(/\{\w+\}/g, '');
      const found = said.toLowerCase().match(/\p{L}+/gu) ?? [];
      return letters.test(said) || found.some((word) => others.includes(word));
    })
    .map(([key, sentence]) => `${key}: ${sentence}`);

describe('the tab speaks two languages', () => {
  test('no Danish sentence is English', () => expect(foreign(da, english, /\bth/i)).toEqual([]));
  test('no English sentence is Danish', () => expect(foreign(en, danish, /[æøå]/i)).toEqual([]));

  test('what reads the same in both is a word that both have', () => {
    const both = [
      'For',
      'Type',
      'Organisation',
      'Mine',
      'Person',
      'E-mail',
      'Region',
      'mail',
      '{count} person',
    ];
    const same = Object.keys(da).filter((key) => da[key as keyof typeof da] === en[key as keyof typeof en]);
    const unlike = same.map((key) => da[key as keyof typeof da]).filter((text) => !both.includes(text));
    expect(unlike).toEqual(['{what}:', 'Version {number}: {title}']);
  });

  test.each([
    ['da-DK', 'da'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['sv-SE', 'da'],
    ['', 'da'],
    [undefined, 'da'],
  ])('a host set to %j reads %s', (tag, locale) => expect(localeOf(tag)).toBe(locale));
});

describe('a sentence', () => {
  test('is filled with what is known; what is typed is never taken for a place to fill', async () => {
    const { t } = await wordsOf('da');
    expect(t('tab.ballot.none', { organisation: '{count} $& Kommune' })).toBe(
      '{count} $& Kommune har ikke stemt endnu.',
    );
    expect(t('tab.shown', { count: 0, total: 3 })).toBe('Viser 0 af 3.');
  });

  test('counts one apart from many and from none', async () => {
    const { plural } = await wordsOf('en');
    expect([0, 1, 2].map((count) => plural(count, 'tab.comments.one', 'tab.comments.many'))).toEqual([
      '0 comments',
      '1 comment',
      '2 comments',
    ]);
  });

  test('lists names as one says them', async () => {
    const [da, en] = [await wordsOf('da'), await wordsOf('en')];
    const three = ['Odense Kommune', 'UCN', 'Region Midtjylland'];
    expect([1, 2, 3].map((count) => da.names(three.slice(0, count)))).toEqual([
      'Odense Kommune',
      'Odense Kommune og UCN',
      'Odense Kommune, UCN og Region Midtjylland',
    ]);
    expect(en.names(three)).toBe('Odense Kommune, UCN and Region Midtjylland');
  });

  test('says of no file that is there that it is nothing', async () => {
    const { bytes } = await wordsOf('da');
    expect([1, 40, 999, 1_000, 12_345, 2_500_000].map(bytes)).toEqual([
      '1 byte',
      '40 bytes',
      '999 bytes',
      '1 kB',
      '12 kB',
      '2,5 MB',
    ]);
  });

  test('says since when somebody is a member as far as it is known', async () => {
    const [da, en] = [await wordsOf('da'), await wordsOf('en')];
    expect(['2019-08', '2019-08-01', '2019'].map(da.since)).toEqual([
      'august 2019',
      '1. august 2019',
      '2019',
    ]);
    expect(en.since('2019-08')).toBe('August 2019');
  });

  test('of a count fits one, too', async () => {
    const [da, en] = [await wordsOf('da'), await wordsOf('en')];
    expect(da.plural(1, 'tab.hearing.day', 'tab.hearing.days')).toBe('1 dag');
    const many = /\{\w+\} of \{\w+\}( \w+)? have\b/;
    expect(Object.values(all).filter((sentence) => many.test(sentence))).toEqual([]);
    expect(en.t('tab.row.answered', { answered: 1, heard: 19 })).toBe('answers from 1 of 19');
  });

  test('names where a person is from once', async () => {
    const { who } = await wordsOf('da');
    expect(who('Miljøchef', 'Odense Kommune')).toBe('Miljøchef, Odense Kommune');
    expect(who('Miljøchef, Odense Kommune', 'Odense Kommune')).toBe('Miljøchef, Odense Kommune');
    expect(who('Systemet', null)).toBe('Systemet');
  });
});
