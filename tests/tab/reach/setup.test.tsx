import { describe, expect, jest, test } from '@jest/globals';
import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { both } from '../../../bot/i18n/index.ts';
import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';
import { world } from '../case/cases.ts';
import { json, line } from '../frame/host.ts';
import { all, button, buttons, nameOf, said, stopped, tagged, type Piece } from '../frame/page.ts';
import { members, refused, type Role } from '../frame/readers.ts';
import { connectionsView, heldPlan, shownPlan, sourceView, troubled, unconfigured } from './setupCases.ts';
import { inside, notFound, part, visit } from '../frame/show.tsx';

const { useConfirmAct, useSyncActs } = await import('../../../tab/src/reach/syncActs.ts');
const { useTestActs } = await import('../../../tab/src/reach/testActs.ts');
const { ActForm } = await import('../../../tab/src/parts/form/ActForm.tsx');
const { Source } = await import('../../../tab/src/reach/Source.tsx');
const { client, watched } = await import('../../../tab/src/frame/queries.ts');

const open = async (connections: ConnectionsView, locale: 'da' | 'en' = 'da'): Promise<Piece> =>
  (await visit('/setup', world('secretariat', undefined, { connections }), locale)).page;
const names = (page: Piece): string[] => buttons(page).map((one) => nameOf(page, one));
const withPlan = (plan: ReturnType<typeof heldPlan>): ConnectionsView =>
  connectionsView(undefined, { sources: [sourceView(undefined, { plan })] });
const row = (page: Piece, starts: string): string =>
  tagged(page, 'tr')
    .map(said)
    .find((one) => one.startsWith(starts)) ?? 'no such row';
/** What is folded out from the start. */
const unfolded = (page: Piece): string[] =>
  tagged(page, 'details')
    .filter(({ attributes }) => 'open' in attributes)
    .map((one) => said(tagged(one, 'summary')[0]!));

describe('the setup', () => {
  const links = async (role: Role): Promise<string[]> =>
    tagged((await visit('/', world(role))).page, 'a').map((one) => one.attributes['href'] ?? '');

  test('is among the secretariat’s pages, and marked when one is there', async () => {
    expect(await links('secretariat')).toContain('/tab/setup');
    const here = all(await open(connectionsView()), ({ attributes }) => 'aria-current' in attributes);
    expect(here.map(said)).toEqual(['Opsætning']);
  });

  test.each(members)(
    'is no page of the %s, who is told that there is nothing at its address',
    async (role) => {
      expect(await links(role)).not.toContain('/tab/setup');
      const { page } = await visit('/setup', world(role));
      expect(said(page)).toContain(`Kan ikke vises. ${notFound.message.da}`);
      expect(names(page)).toEqual(['Prøv igen']);
    },
  );
});

describe('while all goes well', () => {
  test('each source says how many are in it, and when it was read and looked at', async () => {
    const page = await open(connectionsView());
    expect(tagged(page, 'h3').map(said)).toEqual([
      'Værtsteamet',
      'Styregruppens gruppe',
      'Prøv, om det virker',
    ]);
    expect(said(page)).toContain(
      'Personer62Læst i sin helhedtirsdag den 1. december 2026 kl. 06.00Sidst set påtirsdag den 1. december 2026 kl. 10.40',
    );
    expect(said(page)).not.toMatch(/Har ikke kunnet|mangler tilladelse|venter på dig/);
  });

  test('it says until when changes are told, and what each call is for and how it went', async () => {
    const page = await open(connectionsView());
    expect(said(page)).toContain('Værtsteamet: til søndag den 20. december 2026 kl. 11.00');
    expect(row(page, 'Læse, hvem der er i værtsteamet')).toMatch(
      /TeamMember\.Read\.Groupgår godt\s*tirs? 1\. dec\. kl\. 10\.40$/,
    );
    expect(row(page, 'Sende mail')).toMatch(/ikke prøvet endnu$/);
  });

  test('each part has a name of its own to go to, also where two things stand in one', async () => {
    const page = await open(connectionsView());
    const regions = all(
      page,
      ({ tag, attributes }) =>
        attributes['role'] === 'region' || (tag === 'section' && 'aria-labelledby' in attributes),
    ).map((one) => nameOf(page, one));
    expect(regions).toEqual([
      'Hvem der er med, læst fra Microsoft 365',
      'Værtsteamet',
      'Styregruppens gruppe',
      'Besked om ændringer',
      'Scanning for skadelig kode',
      'Beskyttelse af sporet',
      'Stempler på sporet',
      'Eftersyn af sporet',
      'Hvad appen spørger Microsoft 365 om',
    ]);
  });

  test('it can be read at once, or only shown what reading would change', async () => {
    const page = await open(connectionsView());
    expect(names(page).slice(0, 2)).toEqual(['Synkronisér nu', 'Vis, hvad der ville ske']);
    const acts = await inside(useSyncActs);
    expect(acts.map(({ act, input }) => [act, input])).toEqual([
      ['syncDirectory', {}],
      ['syncDirectory', { dryRun: true }],
    ]);
  });

  test('each kind of call that changes nothing can be tried by itself', async () => {
    const page = await open(connectionsView());
    expect(names(page).slice(2)).toEqual([
      'Prøv: Læse, hvem der er i værtsteamet',
      'Prøv: Sende mail fra sekretariatets postkasse',
    ]);
    const { calls } = connectionsView();
    const acts = await inside(() => useTestActs(calls));
    expect(acts.map(({ act, input }) => [act, input])).toEqual([
      ['testConnection', { call: 'teamMembers' }],
      ['testConnection', { call: 'mail' }],
    ]);
  });

  test('a button that the server would refuse says why', async () => {
    const why = both('refusal.directoryNotConnected');
    const allowed = [refused('syncDirectory', 'directoryNotConnected', why)];
    const page = await open(connectionsView(undefined, { allowed }));
    expect(stopped(button(page, 'Synkronisér nu'))).toBe(true);
    expect(said(page)).toContain(why.da);
  });
});

describe('where no team and no group is configured', () => {
  test.each([
    ['da', 'Appen er ikke forbundet'],
    ['en', 'The app is not connected'],
  ] as const)('it says so, what follows from it, and what to set (%s)', async (locale, begins) => {
    const page = await open(unconfigured(), locale);
    expect(said(page)).toContain(begins);
    for (const name of ['HOST_TEAM_ID', 'SECRETARIAT_GROUP_ID', 'STEERING_GROUP_ID'])
      expect(said(page)).toContain(name);
    // Nothing to read; each kind of call can still be tried, and says then that it is not connected.
    expect(names(page).filter((name) => !/^(Prøv|Try): /.test(name))).toEqual([]);
    expect(tagged(page, 'tr')).toHaveLength(2);
  });
});

describe('when something is wrong', () => {
  test('each source that failed says since when, and what the answer was', async () => {
    const page = said(await open(troubled()));
    expect(page).toContain(
      'Har ikke kunnet læses siden tirsdag den 1. december 2026 kl. 10.40. Sidste forsøg: tirsdag den 1. december 2026 kl. 10.41.',
    );
    expect(page).toContain('Er endnu aldrig læst. Sidste forsøg: tirsdag den 1. december 2026 kl. 10.41.');
    expect(page).toContain('Svaret var: Graph answered 403');
    expect(page).toContain('Appen ser i stedet selv efter ændringer hvert femte minut.');
  });

  test('a permission that several calls lack is to be asked for once, in a whole sentence', async () => {
    const page = await open(troubled());
    const ask = both('connection.ask.admin', { permission: 'GroupMember.Read.All' }).da;
    expect(said(page).split(ask)).toHaveLength(2);
    expect(row(page, 'Læse, hvem der er i grupperne')).toContain(
      'mangler tilladelse 403 Authorization_RequestDenied',
    );
  });

  test('a call that fails for another reason is not the administrator’s to mend', async () => {
    const page = await open(troubled());
    expect(row(page, 'Læse, hvem der er i værtsteamet')).toContain('fejler 503');
    expect(said(await open(connectionsView()))).not.toContain('Appen mangler en tilladelse');
  });
});

test('that some could not be read is said at their source', async () => {
  const unread = both('connection.unread', { count: 2 });
  const page = await open(connectionsView(undefined, { sources: [sourceView(undefined, { unread })] }));
  expect(said(page)).toContain('Kunne ikke læses: 2.');
});

describe('a change that too many would leave by', () => {
  test('is shown with everyone who would come and go, and waits for a word', async () => {
    const page = await open(withPlan(heldPlan()));
    expect(said(page)).toContain(heldPlan().sentence.da);
    expect(tagged(page, 'summary').map(said)).toEqual(['Forlader (2)', 'Kommer til (1)']);
    expect(tagged(page, 'li').map(said)).toEqual(
      expect.arrayContaining(['Indkøbschef, Aarhus Kommune', 'Miljøchef, Odense Kommune']),
    );
    expect(unfolded(page)).toContain('Forlader (2)');
    expect(names(page)).toContain('Gennemfør ændringen');
  });

  test('is carried out for its own source only, after it was said what it takes from whom', async () => {
    const plan = heldPlan();
    // In a list: what has a `then` of its own would be waited for.
    const [act] = await inside(() => [useConfirmAct(sourceView(), plan, () => undefined)]);
    expect([act!.act, act!.input]).toEqual(['syncDirectory', { confirm: 'team' }]);
    const form = { ...act!.form!, act: act!.act, label: act!.label, base: act!.input };
    const { page } = await part(<ActForm {...form} onDone={() => undefined} />);
    expect(said(page)).toContain('De, der forlader (2), mister med det samme deres rettigheder i appen.');
  });

  test('that was only asked to be shown has no button; a long list of newcomers is folded away', async () => {
    const page = await open(withPlan(shownPlan()));
    expect(said(page)).toContain('Ved en synkronisering nu: 21 kommer til, 0 forlader.');
    expect(tagged(page, 'summary').map(said)).toEqual(['Kommer til (21)']);
    expect(unfolded(page)).toEqual([]);
    expect(names(page)).not.toContain('Gennemfør ændringen');
  });

  test('leaves whoever pressed at the heading of its source, which can be stood at', async () => {
    const { page } = await part(<Source source={sourceView()} allowed={[]} />);
    expect(tagged(page, 'h3')[0]!.attributes['tabindex']).toBe('-1');
  });
});

describe('what comes a moment after a press', () => {
  /** How often the page asked in so many seconds. */
  async function askedIn(seconds: number, reply: () => object): Promise<number> {
    jest.useFakeTimers();
    // Without a window it takes itself for a server, which never looks again.
    environmentManager.setIsServer(() => false);
    const asked = line(reply);
    const observer = new QueryObserver(client, watched('connections', 3_000));
    const stop = observer.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(seconds * 1000 + 100);
    stop();
    environmentManager.setIsServer(() => true);
    client.clear();
    jest.useRealTimers();
    return asked.length;
  }

  test('is seen within seconds, though no case has changed', async () =>
    expect(await askedIn(9, () => connectionsView())).toBe(4));

  test('is not asked for again by a reader who was refused', async () =>
    expect(await askedIn(30, () => json(404, { refusal: notFound }))).toBe(1));
});
