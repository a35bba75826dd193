import { describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import type { GroupView } from '../../../bot/views/case/shapes.ts';
import { casePath, groupView, revisionView, world } from '../case/cases.ts';
import { button, buttons, nameOf, said, stopped, tagged, type Piece } from '../frame/page.ts';
import { members, type Role } from '../frame/readers.ts';
import { visit } from '../frame/show.tsx';

async function at(role: Role, group: GroupView | null = groupView(role)): Promise<Piece> {
  const revision = { ...revisionView(role), group };
  return (await visit(`${casePath}/group`, world(role, undefined, { revision }))).page;
}
const names = (page: Piece): string[] => buttons(page).map((one) => nameOf(page, one));
const seat = (page: Piece, name: string): string =>
  tagged(page, 'li')
    .map(said)
    .find((one) => one.startsWith(name)) ?? 'no such seat';

describe('a case’s working group', () => {
  test('says who is in it, for which field and since when, and how many members that makes', async () => {
    const page = await at('staff');
    expect(said(page)).toContain('Medlemmer repræsenteret: 2 (mindst 5 kræves)');
    expect(seat(page, 'Miljøchef, aarhus Kommune')).toContain('miljø · med siden 2. september 2026');
    expect(seat(page, 'Miljøchef, odense Kommune')).toContain('tæller ikke med');
  });

  test('leads everybody to its channel', async () => {
    const page = await at('staff');
    const link = tagged(page, 'a').find((one) => said(one) === 'Åbn kanalen i Teams');
    expect(link?.attributes['href']).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/channel\//);
  });

  test('tells the secretariat how each is reached, and why one is not', async () => {
    const line = seat(await at('secretariat'), 'Miljøchef, aarhus Kommune');
    expect(line).toContain('Nås kun med mail.');
    expect(line).toContain('Er ikke i teamet. Teams gav ikke appen lov.');
    expect(line).toContain('Har ikke appen. Teams er spurgt');
    expect(seat(await at('staff'), 'Miljøchef, aarhus Kommune')).not.toContain('Nås');
  });

  test('says what went wrong with its channel, and can be tried again', async () => {
    const reason = both('channel.failure.nameTaken');
    const channel = { state: 'failed' as const, url: null, reason, at: '2026-12-01T09:00:00Z' };
    const page = await at('secretariat', groupView('secretariat', undefined, { channel }));
    expect(said(page)).toContain('Teams har allerede en kanal med det navn');
    expect(stopped(button(page, 'Prøv igen'))).toBe(false);
  });

  test.each(members)('is not the %s’s to change', async (role) => {
    expect(names(await at(role))).not.toContain('Tilføj en person');
  });

  test('is formed by the secretariat, who is told what that makes', async () => {
    const page = await at('secretariat', null);
    expect(said(page)).toContain('får den en kanal i værtsteamet');
    expect(stopped(button(page, 'Opret arbejdsgruppen'))).toBe(false);
  });
});

test('a tab that is added to a channel by hand is told what to show, with nothing else around', async () => {
  const { page } = await visit('/configure', world('staff'));
  expect(said(tagged(page, 'h1')[0]!)).toBe('Hvad skal fanen vise?');
  expect(tagged(page, 'option').map(said)[0]).toBe('Alle arbejdsgrupper');
  expect(tagged(page, 'nav')).toEqual([]);
});
