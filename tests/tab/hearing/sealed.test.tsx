import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Locale } from '../../../bot/i18n/index.ts';
import { hearing, markPresent, passDeadline, vote, type Hearing, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { host } from '../frame/host.ts';
import { buttons, describedBy, nameOf, said, stopped, tagged, type Piece } from '../frame/page.ts';
import { draw } from '../frame/show.tsx';

const { Shell } = await import('../../../tab/src/frame/shell.tsx');
const { bearer } = await import('../../../tab/src/frame/token.ts');
const toServer = globalThis.fetch;

const house = useHouse();
let by: Someone;
let one: Member;
let chair: Member;
let other: Member;
let held: Hearing;
let voting: Vote;
/** Written or cast by one organisation; what the others may not find on any page. */
const secrets = [
  'Kravet er for dyrt for os.',
  'Skriv kravet om.',
  'Byrådet godkender i marts.',
  'Vi er imod af hensyn til prisen.',
];

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact', 'staff'] });
  chair = await member(house, { name: 'Viborg Kommune', chair: true });
  held = await hearing(house);
  const [text, proposedChange, reservation, statement] = secrets as [string, string, string, string];
  const { hearingId } = held;
  await one.staff.do('addComment', { hearingId, clause: '10.a', type: 'technical', text, proposedChange });
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks', reservation });
  voting = await vote(house);
  await markPresent(house, voting, one, other, chair);
  await one.representative.do('castBallot', { voteId: voting.voteId, choice: 'against', statement });
});

/** The tab as this person has it, from the real server. */
async function visitAs(who: Someone, path: string, locale: Locale = 'da'): Promise<Piece> {
  host.token = () => who.token();
  await bearer(true);
  globalThis.fetch = (input, init) => toServer(new URL(String(input), house.app.url), init);
  const { page } = await draw(locale, path, <Shell />);
  globalThis.fetch = toServer;
  return page;
}
const pagesOf = (): string[] => [
  '/',
  '/tasks',
  '/meetings',
  '/members',
  '/rules',
  ...['', '/documents', '/hearing', '/comments', '/vote', '/trail'].map(
    (part) => `/revision/${held.revisionId}${part}`,
  ),
  ...['', '/vote', '/trail'].map((part) => `/revision/${voting.revisionId}${part}`),
];
const looked = new Map<Someone, Piece[]>();
async function everything(who: Someone): Promise<Piece[]> {
  const pages: Piece[] = looked.get(who) ?? [];
  if (pages.length === 0) for (const path of pagesOf()) pages.push(await visitAs(who, path));
  looked.set(who, pages);
  return pages;
}
const readers = (): Record<string, Someone> => ({
  secretariat: by,
  chair: chair.representative,
  'another representative': other.representative,
  'another contact': other.contact,
  'staff of another member': other.staff,
  'own staff': one.staff,
  'own representative': one.representative,
});
const whole = (pages: Piece[]): string => pages.map((page) => JSON.stringify(page)).join('\n');

describe('while a hearing and a vote are open, no page of the tab', () => {
  test.each(['chair', 'another representative', 'another contact', 'staff of another member'])(
    'shows %s anything of what another organisation wrote or cast',
    async (reader) => {
      const seen = whole(await everything(readers()[reader]!));
      expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
      expect(seen).toContain('Andres bemærkninger vises, når svarfristen er forbi.');
    },
  );

  test('shows the secretariat how anybody voted, though it sees every answer', async () => {
    const seen = whole(await everything(by));
    expect(secrets.map((secret) => seen.includes(secret))).toEqual([true, true, true, false]);
  });

  test('hides from an organisation what it wrote and cast itself', async () => {
    const seen = whole(await everything(one.representative));
    expect(secrets.filter((secret) => !seen.includes(secret))).toEqual([]);
  });
});

describe('for everybody on every page', () => {
  const who = ['secretariat', 'chair', 'another contact', 'staff of another member', 'own representative'];

  test.each(who)(
    '%s: what can be shown is shown, and a button that cannot be pressed says why',
    async (reader) => {
      for (const page of await everything(readers()[reader]!)) {
        expect(said(tagged(page, 'main')[0]!)).not.toMatch(/Kan ikke vises\.|Henter|Siden findes ikke/);
        const dead = buttons(page).filter((it) => stopped(it) && describedBy(page, it) === '');
        expect(dead.map((it) => nameOf(page, it))).toEqual([]);
      }
    },
  );

  test('the other language is the same page', async () => {
    const outline = (page: Piece): string[] =>
      tagged(page, 'h1', 'h2', 'h3', 'button', 'table', 'input').map(({ tag }) => tag);
    const danish = await everything(by);
    for (const [at, path] of pagesOf().entries())
      expect(outline(await visitAs(by, path, 'en'))).toEqual(outline(danish[at]!));
  });
});

describe('after the deadline and the closing', () => {
  beforeAll(async () => {
    await by.do('closeVote', { voteId: voting.voteId });
    await passDeadline(house, held.hearingId);
    looked.clear();
  });

  test.each(['chair', 'staff of another member'])(
    '%s reads what everybody wrote and cast',
    async (reader) => {
      const seen = whole(await everything(readers()[reader]!));
      expect(secrets.filter((secret) => !seen.includes(secret))).toEqual([]);
    },
  );
});
