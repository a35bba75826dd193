import { afterEach, describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import { taskView } from '../../support/views/taskView.ts';
import { idOf } from '../../support/views/views.ts';
import { revisionRow } from '../../support/views/rowViews.ts';
import { openAt } from '../../../tab/src/frame/deepLink.ts';
import {
  casePath,
  deliveryView,
  memberView,
  membersView,
  notLooked,
  trailItem,
  world,
} from '../case/cases.ts';
import { json } from './host.ts';
import { all, button, buttons, control, nameOf, said, stopped, tagged, type Piece } from './page.ts';
import { me, members, type Role } from './readers.ts';
import { notFound, part, visit, type Answers } from './show.tsx';

const { answered } = await import('../../../tab/src/frame/reach.ts');
const open = async (path: string, role: Role = 'staff', more: Answers = {}): Promise<Piece> =>
  (await visit(path, world(role, undefined, more))).page;
const names = (page: Piece): string[] => buttons(page).map((one) => nameOf(page, one));
const links = (page: Piece): Record<string, string> =>
  Object.fromEntries(tagged(page, 'a').map((one) => [said(one), one.attributes['href'] ?? '']));
const current = (page: Piece): string[] =>
  all(page, (one) => one.attributes['aria-current'] === 'page').map((one) => said(one).replace(/\d$/, ''));

describe('finding one’s way', () => {
  test.each([
    ['/', ['Arbejdsgrupper']],
    ['/tasks', ['Mine opgaver']],
    ['/rules', ['Forretningsorden']],
    [casePath, ['Arbejdsgrupper', 'Overblik']],
    [`${casePath}/vote`, ['Arbejdsgrupper', 'Afstemning (1)']],
    [`${casePath}/nowhere`, ['Arbejdsgrupper', 'Overblik']],
  ])('at %s it is marked where one is', async (path, expected) =>
    expect(current(await open(path))).toEqual(expected),
  );

  test('how much awaits the reader is counted beside the name, and read aloud as such', async () => {
    const page = await open('/');
    const [count] = all(page, ({ attributes }) => attributes['class'] === 'count');
    expect([said(count!), count!.attributes['aria-label']]).toEqual(['1', '1 venter']);
    const none = await open('/', 'staff', { tasks: { items: [] } });
    expect(all(none, ({ attributes }) => attributes['class'] === 'count')).toEqual([]);
    expect(said(none)).toContain('Intet venter på dig.');
  });

  test('an address that leads nowhere says so and leads back', async () => {
    const page = await open('/nowhere');
    expect(said(tagged(page, 'h1')[0]!)).toBe('Siden findes ikke');
    expect(links(page)['Arbejdsgrupper']).toBe('/tab/');
  });

  test.each([
    ['a stranger', 403, { code: 'notRegistered', message: both('refusal.notRegistered') }],
    ['somebody not signed in', 401, { code: 'notSignedIn', message: both('refusal.notSignedIn') }],
  ])('%s is told why, and sees nothing else', async (_, status, refusal) => {
    const page = await open('/', 'staff', { me: () => json(status, { refusal }) });
    expect(said(tagged(page, 'main')[0]!)).toMatch(/Indkøb ?Kan ikke vises\./);
    expect(said(page)).toContain(refusal.message.da);
    expect(tagged(page, 'nav')).toEqual([]);
    // Other questions of theirs are not answered either, and that is no fault of the line.
    answered(false);
    const again = await open('/', 'staff', { me: () => json(status, { refusal }) });
    answered(true);
    expect(said(again)).not.toContain('Ingen forbindelse til serveren.');
  });

  test('a case that is not there says so and can be tried again; the pages stay', async () => {
    const page = await open(casePath, 'staff', { revision: () => json(404, { refusal: notFound }) });
    expect(said(page)).toContain(`Kan ikke vises. ${notFound.message.da}`);
    expect(stopped(button(page, 'Prøv igen'))).toBe(false);
    expect(tagged(page, 'nav')).toHaveLength(1);
  });

  test('an unexpected error gives the number that finds it in the log', async () => {
    const message = both('refusal.unexpected', { requestId: 'r-7' });
    const refusal = { code: 'unexpected', message, requestId: 'r-7' };
    const page = await open('/rules', 'staff', { rules: () => json(500, { refusal }) });
    expect(said(page)).toContain('Fejlens nummer er r-7.');
  });
});

describe('a link from a card', () => {
  afterEach(() => ['location', 'history'].forEach((name) => Reflect.deleteProperty(globalThis, name)));
  const follow = (target: string | null, pathname = '/tab/'): string => {
    let at = pathname;
    const replaceState = (_: unknown, __: string, to: string): string => (at = to);
    Object.assign(globalThis, { location: { pathname }, history: { replaceState } });
    openAt(target);
    return at;
  };
  test.each([
    ['tasks', '/tab/tasks'],
    ['revision/0b1c-22', '/tab/revision/0b1c-22'],
    ['revision/0b1c-22/vote', '/tab/revision/0b1c-22/vote'],
    ['meetings', '/tab/meetings'],
    ['setup', '/tab/setup'],
    [null, '/tab/'],
    ['', '/tab/'],
    ['../api/clock', '/tab/'],
    ['//evil.example', '/tab/'],
    ['revision/1/vote/2', '/tab/'],
    ['tasks?x=1', '/tab/'],
  ])('%j opens %s', (target, expected) => expect(follow(target)).toBe(expected));

  test('does not move a reader who is somewhere already', () =>
    expect(follow('tasks', '/tab/rules')).toBe('/tab/rules'));
});

describe('the status page', () => {
  const rows = [
    revisionRow(undefined, { id: idOf('a'), title: 'Papir', awaitsMe: false, blocking: [], hearing: null }),
    revisionRow(undefined, { id: idOf('b'), title: 'Rengøring', state: 'returned', stage: 'developing' }),
  ];
  const shown = async (address: string): Promise<string[]> =>
    tagged(await open(address, 'staff', { revisions: { items: rows } }), 'article').map(
      (one) => nameOf(one, one) || said(tagged(one, 'h2')[0]!),
    );

  test('shows what the address says, so that a link shows another person the same', async () => {
    expect(await shown('/?sort=title')).toEqual(['Papir', 'Rengøring']);
    expect(await shown('/?show=hearing')).toEqual(['Rengøring']);
    expect(await shown('/?show=nonsense&sort=nonsense')).toHaveLength(2);
    const page = await open('/?show=ready', 'staff', { revisions: { items: rows } });
    expect(said(page)).toContain(
      'Ingen forløb i gang passer til det, du har valgt at se. De afsluttede er ikke set igennem.',
    );
    expect(stopped(button(page, 'Se efter blandt de afsluttede'))).toBe(false);
    expect(button(page, 'Klar til styregruppen 0').attributes['aria-pressed']).toBe('true');
  });

  test('says of each where it stands, what is next and by whom, and what is in the way', async () => {
    const page = await open('/', 'staff', { revisions: { items: rows.slice(1) } });
    const text = said(tagged(page, 'article')[0]!);
    expect(text).toContain('Trin 3 af 9: Udvikling – Sendt tilbage');
    expect(text).toContain('Næste: Svar på høringen (medlemmerne)');
    expect(text).toContain('Mangler: En høring er stadig åben.');
    expect(text).toContain('12 af 25 har svaret');
    const [step] = all(page, ({ attributes }) => attributes['aria-current'] === 'step');
    expect(said(step!)).toContain('Udvikling');
  });

  test('how many have remarks is said only when everybody may know it', async () => {
    const [row] = rows.slice(1);
    const told = { ...row!, hearing: { ...row!.hearing!, withRemarks: 7, unanswered: 3 } };
    expect(said(await open('/', 'staff', { revisions: { items: [row!] } }))).not.toMatch(
      /ubesvaret|med bemærkninger/,
    );
    const page = await open('/', 'staff', { revisions: { items: [told] } });
    expect(said(page)).toContain('7 med bemærkninger · ubesvarede bemærkninger: 3');
  });

  test.each(members)('the %s reads who starts a revision', async (role) => {
    const page = await open('/', role);
    expect(said(page)).toContain(`Start et forløb: ${both('refusal.secretariatOnly').da}`);
    expect(names(page)).not.toContain('Start et forløb');
  });

  test('a new revision is planned for the year it is in Copenhagen', async () => {
    const { default: StartRevision } = await import('../../../tab/src/case/startRevisionPage.tsx');
    const late = me('secretariat', { now: '2026-12-31T23:30:00Z' });
    const { page } = await part(<StartRevision me={late} close={() => undefined} />);
    expect(control(page, 'År i aktivitetsplanen').attributes['value']).toBe('2027');
  });
});

describe('my tasks', () => {
  test('stand with the nearest deadline first and what has none last; each leads to where it is done', async () => {
    const task = (id: string, due: string | null) =>
      taskView(undefined, { id, due, title: { da: id, en: id } });
    const items = [
      task('uden', null),
      task('senere', '2027-07-01T10:00:00Z'),
      task('snart', '2026-12-01T22:59:00Z'),
    ];
    const page = await open('/tasks', 'contact', { tasks: { items } });
    const main = tagged(page, 'main')[0]!;
    expect(tagged(main, 'a').map(said)).toEqual(['snart', 'senere', 'uden']);
    expect(said(main)).toContain('senest torsdag den 1. juli 2027 kl. 12.00');
    expect(said(main)).toContain('· i dag');
  });
});

describe('members', () => {
  test('a member says who holds its seat and who belongs to it; addresses only where the server gives them', async () => {
    const hidden = memberView();
    const people = hidden.people.map((person) => ({ ...person, email: null, reachable: null }));
    const given = {
      ...membersView('staff'),
      items: [memberView(undefined, { id: idOf('x'), people }), membersView('staff').items[1]!],
    };
    const page = await open('/members', 'staff', { members: given });
    expect(said(page)).toContain(
      'Repræsentant: Indkøbschef 14, Aarhus Kommune. Stedfortræder: Indkøbschef 6',
    );
    expect(said(page)).toContain('Ingen repræsentant udpeget. 0 personer UCN');
    expect(said(page)).not.toContain('@');
    expect(said(page)).not.toContain('ingen chat med personen');
    expect(said(page)).toContain('Viser 2 af 2.');
  });
});

describe('what was told to whom', () => {
  test('those not reached stand first, with the reason; what was only intended is never called sent', async () => {
    const { DeliveryTable } = await import('../../../tab/src/reach/DeliveryTable.tsx');
    const at = (
      id: string,
      state: 'failed' | 'accepted' | 'queued' | 'actedOn' | 'uncertain' | 'cancelled',
    ) => deliveryView(undefined, { id, state, personName: state });
    const items = [
      at('1', 'accepted'),
      at('2', 'failed'),
      at('3', 'queued'),
      at('4', 'actedOn'),
      at('5', 'uncertain'),
      at('6', 'cancelled'),
    ];
    const { page } = await part(<DeliveryTable items={items} />);
    expect(said(page)).toContain('6 beskeder: 2 nået frem, 1 på vej, 2 ikke nået frem.');
    expect(
      tagged(page, 'tr')
        .slice(1)
        .map((row) => said(tagged(row, 'th')[0]!)),
    ).toEqual(['failed', 'uncertain']);
    expect(said(page)).toContain('nåede ikke frem Teams svarede ikke');
  });
});

describe('the trail', () => {
  const trail = (items: ReturnType<typeof trailItem>[], verification: object) => ({
    trail: {
      items,
      anchors: [],
      verification: { ok: true, checked: 2, unsealed: 0, brokenAt: null, ...notLooked, ...verification },
    },
  });
  test('says which signed head it stood under, and that it no longer fits where it was changed', async () => {
    const head = { n: 540480, at: '2027-01-11T08:00:00.000Z', fingerprint: '3f2a 91bc 77de 0145', seq: 2 };
    const told = { ...head, closing: true, hash: null, salt: null, leaf: 'ab', path: [], fits: true };
    const given = (more: object) => ({ trail: { ...trail([], {}).trail, anchors: [{ ...told, ...more }] } });
    const whole = said(await open(`${casePath}/trail`, 'staff', given({})));
    expect(whole).toContain('Afslutning: dækket til og med hændelse 2 af stempel nr. 540480');
    expect(whole).toContain('fingeraftryk 3f2a 91bc 77de 0145');
    const changed = said(await open(`${casePath}/trail`, 'staff', given({ fits: false })));
    expect(changed).toContain('Passer ikke: stempel nr. 540480');
  });
  test('has the newest first, what is not yet sealed before all, and says that the chain is whole', async () => {
    const items = [1, 3, null, 2].map((seq) => trailItem(undefined, { id: `${seq ?? 4}`, seq }));
    const page = await open(`${casePath}/trail`, 'staff', trail(items, { unsealed: 1 }));
    const order = all(page, ({ attributes }) => attributes['class'] === 'seq').map(said);
    expect(order).toEqual(['…', '3', '2', '1']);
    expect(said(page)).toContain('Kæden er hel: 2 hændelser er regnet efter. 1 er endnu ikke forseglet.');
    expect(said(page)).toContain('01.07.2026, 12.15.30');
  });

  test('a broken chain says where', async () =>
    expect(said(await open(`${casePath}/trail`, 'staff', trail([], { ok: false, brokenAt: 4 })))).toContain(
      'Kæden er brudt ved hændelse 4. Skriv til sekretariatet.',
    ));

  test('says when the records were held against it, and what does not fit', async () => {
    const verifiedAt = '2026-07-01T10:00:00Z';
    const seen = said(await open(`${casePath}/trail`, 'staff', trail([], { verifiedAt })));
    expect(seen).toContain('Registret svarer til sporet, set efter 01.07.2026, 12.00.00.');
    const sentence = both('trail.rowMissing', { thing: both('trail.thing.file') });
    const differences = [{ thing: 'file', field: '', how: 'rowMissing', sentence }];
    const page = said(await open(`${casePath}/trail`, 'staff', trail([], { verifiedAt, differences })));
    expect(page).toContain('Sporet passer ikke overalt, set efter 01.07.2026, 12.00.00.');
    expect(page).toContain('En fil står i sporet, men er væk fra registret');
    expect(page).not.toContain('Kæden er hel');
  });

  const sealed = {
    at: null,
    actor: null,
    type: null,
    data: null,
    hash: null,
    sentence: both('event.hidden'),
  };

  test('what may not be seen yet is said to be so, not left blank', async () => {
    const waiting = trailItem(undefined, { ...sealed, seq: null });
    const page = said(await open(`${casePath}/trail`, 'staff', trail([waiting], {})));
    expect(page).toContain('IndholdForseglet: vises ikke for dig nu');
    expect(page).toContain('FingeraftrykIkke forseglet endnu.');
    expect(page).not.toContain('Type');
  });

  test('a fingerprint that could give away what is sealed is said to be kept for that', async () => {
    const page = said(await open(`${casePath}/trail`, 'staff', trail([trailItem(undefined, sealed)], {})));
    expect(page).toContain('FingeraftrykVises ikke: det kunne røbe noget forseglet.');
    expect(page).not.toContain('Miljøchef');
  });
});
