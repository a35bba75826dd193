import { beforeAll, describe, expect, test } from '@jest/globals';
import { Composer, type Composed, type Ready } from '../../../bot/jobs/compose.ts';
import { messageKinds, type MessageKind } from '../../../bot/process/reach/messages.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import {
  hearing,
  markPresent,
  meeting,
  passDeadline,
  vote,
  type Hearing,
  type Vote,
} from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { actionsOf, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import type { About } from '../../../bot/process/frame/about.ts';
import type { Addressed } from '../../../bot/jobs/frame/making.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let held: Hearing;
let voting: Vote;
let db: Db;
let now = new Date();
/** One composer for the file, as an app has one for all it sends. */
let composer: Composer;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
  held = await hearing(house);
  const text = 'Kun Aarhus ved dette.';
  await one.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text });
  const at = await meeting(house);
  await markPresent(house, at, one);
  voting = await vote(house, { at });
  await one.representative.do('castBallot', { voteId: voting.voteId, choice: 'against', statement: text });
  now = await house.now();
  ({ db } = openDatabase(house.databaseUrl));
  house.onClose(() => db.destroy());
  const tabLink = (page: string): string => `https://tab.example/${page}`;
  const headsLink = 'https://app.example/trail/heads';
  composer = new Composer({ db, now: () => now, tabLink, headOf: () => Promise.resolve(null), headsLink });
});

const recipients = (): Record<string, Partial<Addressed>> => ({
  contact: { personId: one.contact.personId, organisationId: one.id },
  representative: { personId: one.representative.personId, organisationId: one.id },
  deputy: { personId: one.deputy.personId, organisationId: one.id },
  staff: { personId: one.staff.personId, organisationId: one.id },
  'another member': { personId: other.representative.personId, organisationId: other.id },
  'a shared chat': { personId: null, organisationId: null },
});
const everyone = ['contact', 'representative', 'deputy', 'staff', 'another member', 'a shared chat'];

const ofVote = (kind: MessageKind): boolean => /^(vote|ballot)/.test(kind);
function addressed(
  kind: MessageKind,
  to: string,
  locale: 'da' | 'en' | null = 'da',
  occasion = '',
): Addressed {
  const about: About = ofVote(kind)
    ? { kind: 'vote', id: voting.voteId }
    : { kind: 'hearing', id: held.hearingId };
  const said = kind === 'namedInJointAnswer' ? one.id : occasion;
  return { personId: null, message: kind, occasion: said, about, locale, ...recipients()[to] };
}
const compose = (...of: Parameters<typeof addressed>): Promise<Composed> =>
  composer.compose(addressed(...of));
async function ready(...of: Parameters<typeof addressed>): Promise<Ready> {
  const composed = await compose(...of);
  if ('cancelled' in composed) throw new Error(`${of.join(' ')} was cancelled: ${composed.cancelled}`);
  return composed;
}
const wordsFor = async (...of: Parameters<typeof addressed>): Promise<string> =>
  wordsOf((await ready(...of)).message.card);

/** Those about meetings, and the greeting, are about no case; of a vote left open, a seat, a place and a joint answer only those concerned are told. */
const aboutCases = messageKinds.filter(
  (kind) => !/^(meeting|findTime|greeting|seat|place|joint|voteLeft)/.test(kind),
);
const all = aboutCases.flatMap((kind) => everyone.map((to): [MessageKind, string] => [kind, to]));

describe('every message to everyone it can go to', () => {
  test.each(all)('%s to %s is whole in both languages, and leads to its case', async (kind, to) => {
    const page = `https://tab.example/revision/${ofVote(kind) ? voting.revisionId : held.revisionId}`;
    const said = await Promise.all((['da', 'en'] as const).map((locale) => ready(kind, to, locale)));
    for (const [index, { message, link }] of said.entries()) {
      expect(message.card).toMatchObject({ type: 'AdaptiveCard', lang: ['da', 'en'][index] });
      expect(link).toBe(page);
      for (const text of [message.summary, message.text, wordsOf(message.card)]) {
        expect(text.length).toBeGreaterThan(10);
        expect(text).not.toMatch(/\{\w+\}|undefined|\bnull\b|NaN/);
      }
      expect(JSON.stringify(message.card)).toContain(page);
    }
    expect(said[0]!.message.summary).not.toBe(said[1]!.message.summary);
    expect(wordsOf(said[0]!.message.card)).not.toBe(wordsOf(said[1]!.message.card));
  });

  const toMany = [...aboutCases, 'greeting' as const];
  const shared = toMany.map((kind): [MessageKind] => [kind]);
  test.each(shared)('%s in a shared chat shows nothing of any one member', async (kind) => {
    const words = JSON.stringify(await ready(kind, 'a shared chat'));
    expect(words).not.toContain('Kun Aarhus ved dette.');
    if (kind !== 'namedInJointAnswer') expect(words).not.toContain('Aarhus');
  });

  test.each(shared)('%s to another member shows nothing of this one’s', async (kind) => {
    expect(JSON.stringify(await ready(kind, 'another member'))).not.toContain('Kun Aarhus ved dette.');
  });

  test('whoever has no language of their own is written to in Danish', async () => {
    for (const kind of toMany)
      expect((await ready(kind, 'a shared chat', null)).message.card).toMatchObject({ lang: 'da' });
  });
});

describe('of one organisation, each is told what is theirs to do', () => {
  test('only the contact is offered to submit the answer, whoever was written to first', async () => {
    const { hearingId: id } = await hearing(house);
    const people = everyone.filter((to) => to !== 'a shared chat');
    for (const [occasion, order] of [people, people.toReversed()].entries()) {
      const offered: string[] = [];
      for (const to of order) {
        const about = {
          ...addressed('hearingInvitation', to, 'da', `${occasion}`),
          about: { kind: 'hearing' as const, id },
        };
        const { message } = (await composer.compose(about)) as Ready;
        if (actionsOf(message.card).some((one) => one.verb === 'submitAnswer')) offered.push(to);
      }
      expect(offered.sort()).toEqual(['another member', 'contact']);
    }
  });

  test('a new contact is offered it as soon as a new message is made', async () => {
    const named = { organisationId: one.id, personId: one.staff.personId };
    await by.do('nameContact', named);
    const first = await ready('hearingReminder', 'staff', 'da', 'another day');
    expect(actionsOf(first.message.card).map((row) => row.verb)).toContain('submitAnswer');
    await by.do('nameContact', { ...named, personId: one.contact.personId });
  });

  test('a vote shows each member its own ballot and nobody else’s', async () => {
    expect(await wordsFor('voteOpened', 'representative')).toContain('Kun Aarhus ved dette.');
    const theirs = await wordsFor('voteOpened', 'another member');
    expect(theirs).not.toMatch(/Aarhus|Kun Aarhus/);
    expect(theirs).toMatch(/1 af 2/);
  });
});

describe('what is said is what is true when it is sent', () => {
  test('an extension says the new deadline at once, also right after an invitation said the old', async () => {
    const before = await wordsFor('hearingInvitation', 'staff');
    const deadline = '2027-05-20T12:00';
    await by.do('extendDeadline', { hearingId: held.hearingId, deadline });
    expect(before).not.toContain('20. maj 2027');
    for (const to of everyone) {
      expect(await wordsFor('deadlineExtended', to, 'da', deadline)).toContain('20. maj 2027');
      expect(await wordsFor('deadlineExtended', to, 'en', deadline)).toContain('20 May 2027');
    }
    expect(await wordsFor('hearingInvitation', 'a shared chat')).toContain('20. maj 2027');
  });

  test('a reminder is made only for a member that has not answered by then', async () => {
    await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' });
    for (const to of ['contact', 'representative', 'deputy', 'staff'])
      expect(await compose('hearingReminder', to)).toEqual({ cancelled: 'answered' });
    expect(await compose('hearingReminder', 'another member')).toHaveProperty('message');
  });

  test('that a vote was left open is told while it is, and while its meeting is over', async () => {
    expect(await compose('voteLeftOpen', 'another member')).toEqual({ cancelled: 'over' });
    const session = '(select session_id from vote where id = $1)';
    const over = (at: string | null) =>
      house.sql(`update session set over_at = $2 where id = ${session}`, [voting.voteId, at]);
    await over('2027-01-11T09:30:00Z');
    expect(await wordsFor('voteLeftOpen', 'another member')).toContain('Mødet sluttede 11. jan. kl. 10.30');
    await over(null);
  });

  test('when the vote is closed, a card to cast with is no longer sent, and the result is', async () => {
    await by.do('closeVote', { voteId: voting.voteId });
    for (const to of everyone.filter((name) => name !== 'a shared chat'))
      for (const kind of ['voteOpened', 'ballotRecorded'] as const)
        expect(await compose(kind, to)).toEqual({ cancelled: 'over' });
    for (const to of everyone) {
      const { message } = await ready('voteResult', to);
      expect(wordsOf(message.card)).toContain('0 for, 1 imod');
      expect(actionsOf(message.card).map((one) => one.verb)).not.toContain('castBallot');
    }
    const shared = await ready('voteOpened', 'a shared chat');
    expect(wordsOf(shared.message.card)).toContain('0 for, 1 imod');
  });

  test('when the hearing is over, nobody is asked for anything any more', async () => {
    await passDeadline(house, held.hearingId);
    now = await house.now();
    // A view that was made while it was open is kept for a moment; the next occasion has its own.
    const later = 'after the deadline';
    for (const to of everyone.filter((name) => name !== 'a shared chat')) {
      expect(await compose('hearingInvitation', to, 'da', later)).toEqual({ cancelled: 'over' });
      if (to === 'another member')
        expect(await compose('hearingReminder', to, 'da', later)).toEqual({ cancelled: 'over' });
    }
    const { message } = await ready('hearingInvitation', 'a shared chat');
    expect(actionsOf(message.card).filter((one) => one.verb !== 'view')).toEqual([]);
  });
});
