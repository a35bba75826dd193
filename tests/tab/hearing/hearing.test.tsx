import { describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import { answerView, commentView, hearingView, idOf, mineView } from '../../support/views/views.ts';
import { casePath, commentsFor, hearingFor, revisionView, world } from '../case/cases.ts';
import {
  all,
  button,
  buttons,
  control,
  describedBy,
  nameOf,
  said,
  stopped,
  tagged,
  type Piece,
} from '../frame/page.ts';
import { gated, members, missing, refused, roles, verdicts, type Role } from '../frame/readers.ts';
import { answered } from '../frame/states.ts';
import { visit, type Answers } from '../frame/show.tsx';

const open = async (role: Role, more: Answers = {}, part = '/hearing'): Promise<Piece> =>
  (await visit(casePath + part, world(role, undefined, more))).page;
const pressable = (page: Piece): string[] =>
  buttons(page)
    .filter((one) => !stopped(one))
    .map((one) => nameOf(page, one));
const rows = (page: Piece): string[] => tagged(page, 'tr').slice(1).map(said);

describe('in an open hearing', () => {
  test.each<[Role, string[]]>([
    [
      'secretariat',
      [
        'Forlæng svarfristen',
        'Send påmindelse til dem, der mangler',
        'Skriv en bemærkning ind fra en mail',
        'Skriv et svar ind fra en mail',
        'Åbn en høring',
      ],
    ],
    ['contact', ['Ret', 'Træk tilbage', 'Ret', 'Træk tilbage', 'Skriv en bemærkning', 'Afgiv vores svar']],
    ['staff', ['Ret', 'Træk tilbage', 'Ret', 'Træk tilbage', 'Skriv en bemærkning']],
    ['representative', ['Ret', 'Træk tilbage', 'Ret', 'Træk tilbage', 'Skriv en bemærkning']],
    ['chair', ['Ret', 'Træk tilbage', 'Ret', 'Træk tilbage', 'Skriv en bemærkning']],
  ])('the %s can press what is theirs, and nothing else', async (role, expected) =>
    expect(pressable(await open(role))).toEqual(expected),
  );

  test.each(members)('the %s reads who does the rest, in one line a reason', async (role) => {
    const page = await open(role);
    const told = tagged(page, 'p').map(said);
    const only = both('refusal.secretariatOnly').da;
    expect(told).toContain(`Forlæng svarfristen · Send påmindelse til dem, der mangler: ${only}`);
    expect(told).toContain(`Åbn en høring: ${only}`);
    expect(said(page)).not.toContain('ind fra en mail');
  });

  test('who does not submit the answer is told who does', async () => {
    const text = said(await open('staff'));
    expect(text).toContain('Miljøchef, Aarhus Kommune afgiver svaret for organisationen.');
    expect(text).toContain('Afgiv vores svar: Svaret afgives af Miljøchef, som er kontaktperson');
    expect(said(await open('contact'))).not.toContain('afgiver svaret for organisationen');
  });

  test.each(members)('the %s sees one’s own answer only, and is told that it is so', async (role) => {
    const page = await open(role);
    expect(rows(page)).toEqual(['Aarhus Kommuneikke svaret2 bemærkninger']);
    expect(said(page)).toContain('Indtil svarfristen ser hver organisation kun sit eget svar.');
    expect(said(page)).not.toContain('Se bemærkningerne');
  });

  test('the secretariat sees every answer and goes on to the comments', async () => {
    const page = await open('secretariat');
    expect(rows(page)).toHaveLength(2);
    const link = tagged(page, 'a').find((one) => said(one) === 'Se bemærkningerne');
    expect(link?.attributes['href']).toBe(`/tab${casePath}/comments?hearing=${idOf('hearing')}`);
    expect(said(page)).not.toContain('kun sit eget svar');
  });

  test('the deadline is said with weekday and clock, how long is left, and what it was at first', async () => {
    const hearing = hearingFor('staff', undefined, {
      deadline: '2027-06-30T10:00:00Z',
      originalDeadline: '2026-12-11T11:00:00Z',
    });
    const facts = tagged(await open('staff', { hearing }), 'dl')
      .map(said)
      .join(' ');
    expect(facts).toContain('Svarfristonsdag den 30. juni 2027 kl. 12.00');
    expect(facts).toContain('Første svarfristfredag den 11. december 2026 kl. 12.00');
    expect(facts).toContain('12 af 25 har svaret');
  });

  test('an answer that was submitted says how and when, and can be submitted again', async () => {
    const mine = {
      ...mineView(),
      answer: {
        ...mineView().answer,
        position: 'withRemarks' as const,
        state: 'joint' as const,
        submittedAt: '2026-12-01T09:42:00Z',
      },
    };
    const page = await open('contact', { hearing: hearingFor('contact', undefined, { mine }) });
    expect(said(page)).toContain('Afgivet: fælles svar, tirs 1. dec. kl. 10.42.');
    expect(pressable(page)).toContain('Afgiv svaret igen');
  });

  test('a comment that is withdrawn or answered is neither changed nor taken back', async () => {
    const comments = [commentView(undefined, { editable: false, disposition: 'noted', response: 'Tak.' })];
    const page = await open('staff', {
      hearing: hearingFor('staff', undefined, { mine: { ...mineView(), comments } }),
    });
    expect(pressable(page)).not.toContain('Ret');
    expect(said(page)).toContain('taget til efterretning: Tak.');
    expect(said(page)).toContain('1 bemærkning.');
  });
});

describe('when a hearing is over', () => {
  test('each of the six answers is told apart, and who was not asked or never submitted', async () => {
    const page = await open('contact', { hearing: answered('contact') });
    const text = rows(page).join('\n');
    for (const state of [
      'med bemærkninger',
      'ingen bemærkninger',
      'ikke svaret',
      'svaret for sent',
      'fælles svar',
      'med politisk forbehold',
    ])
      expect(text).toContain(state);
    expect(text).toContain('sammen med Odense Kommune');
    expect(text).toContain('forbehold: Med forbehold for byrådets godkendelse.');
    expect(text).toContain('ikke inviteret · bemærkninger skrevet ind fra en mail, uden et samlet svar');
    expect(text).toContain('tors 2. jul. kl. 12.00');
    expect(said(page)).toContain('Se bemærkningerne');
  });

  test('what can be done no more has no button, and is told once with its reason', async () => {
    const over = both('refusal.hearingClosed.ahead', { deadlineAt: { da: 'i går', en: 'yesterday' } });
    const allowed = ['addComment', 'submitAnswer'].map((act) => refused(act, 'hearingClosed', over));
    const text = said(await open('contact', { hearing: { ...answered('contact'), allowed } }));
    expect(text).toContain('Skriv en bemærkning · Afgiv vores svar: Høringen sluttede i går.');
    expect(text.split('Høringen sluttede i går.')).toHaveLength(2);
    expect(text).not.toContain('ikke gemt');
  });

  test('organisations stand in Danish order: Aa last', async () => {
    const named = ['Ærø Kommune', 'Aalborg Kommune', 'Østerby Kommune', 'Odense Kommune', 'Zenit'];
    const answers = named.map((name) =>
      answerView(undefined, { organisationId: idOf(name), organisationName: name }),
    );
    const page = await open('staff', { hearing: { ...answered('staff'), answers } });
    const heads = all(page, ({ tag, attributes }) => tag === 'th' && attributes['scope'] === 'row').map(said);
    expect(heads).toEqual(['Odense Kommune', 'Zenit', 'Ærø Kommune', 'Østerby Kommune', 'Aalborg Kommune']);
  });
});

describe('opening a hearing', () => {
  test('what is missing stands under the button before it is pressed: what must be met, and what a reason passes', async () => {
    const revision = revisionView('secretariat', undefined, {
      allowed: [gated('addVersion', missing(), missing(true))],
    });
    const page = await open('secretariat', { revision }, '/documents');
    const why = describedBy(page, button(page, 'Tilføj en version'));
    expect(why).toContain(`Mangler: ${both('finding.hearingStillOpen').da}`);
    expect(why).toContain(`Kræver en begrundelse: ${both('finding.acrossJuly').da}`);
  });

  test('what only a reason is needed for can be pressed', async () => {
    const revision = revisionView('secretariat', undefined, {
      allowed: [gated('addVersion', missing(true))],
    });
    expect(stopped(button(await open('secretariat', { revision }, '/documents'), 'Tilføj en version'))).toBe(
      false,
    );
  });

  test('the page of a case without one says so', async () => {
    const none = { hearings: [], hearing: null };
    const page = await open('staff', { revision: revisionView('staff', undefined, none) });
    expect(said(page)).toContain('Der har ikke været nogen høring i dette forløb.');
  });

  test('of several hearings the open one is shown, unless the address names another', async () => {
    const [first] = revisionView('staff').hearings;
    const older = {
      ...first!,
      id: idOf('older'),
      ref: 'H3',
      state: 'closed' as const,
      opensAt: '2027-01-01T08:00:00Z',
    };
    const more: Answers = {
      revision: revisionView('staff', undefined, { hearings: [first!, older] }),
      hearing: ({ id }) => hearingView(undefined, { id: id!, ref: id === older.id ? 'H3' : 'H12' }),
    };
    expect(said(tagged(await open('staff', more), 'h2')[0]!)).toContain('Intern høring H12');
    const named = await open('staff', more, `/hearing?hearing=${older.id}`);
    expect(said(tagged(named, 'h2')[0]!)).toContain('Intern høring H3');
    expect(nameOf(named, control(named, 'Høring'))).toContain('Høring');
  });
});

describe('the comments of a hearing', () => {
  test('are answered by the secretariat, picked and written to from the keyboard', async () => {
    const page = await open('secretariat', {}, '/comments');
    expect(said(page)).toContain('Viser 2 af 2.');
    expect(said(page)).toContain('Taster: j og k');
    // The version that was heard is the newest: there is nothing beside it yet.
    expect(tagged(page, 'blockquote')).toHaveLength(1);
    expect(nameOf(page, control(page, 'Markér H12-035'))).toBe('Markér H12-035');
    expect(pressable(page)).toContain('Gem og gå til næste');
    const stops = all(page, ({ attributes }) => attributes['data-comment'] !== undefined);
    expect(stops.map(({ attributes }) => attributes['tabindex'])).toEqual(['0', '-1']);
  });

  test.each(members)('are read by the %s, who is told whose it is to answer them', async (role) => {
    const page = await open(role, { comments: { items: commentsFor(role) } }, '/comments');
    expect(pressable(page).filter((name) => /Gem|Markér/.test(name))).toEqual([]);
    expect(said(page)).toContain(both('refusal.secretariatOnly').da);
    expect(said(page)).toContain('Andres bemærkninger vises, når svarfristen er forbi.');
  });

  test('stand beside the clause as it was heard and as it reads now, the changed words marked', async () => {
    const comment = commentView(undefined, {
      clause: '5.b',
      changedClause: '5.b',
      disposition: 'accepted',
      response: 'Ja',
    });
    const [version] = revisionView('staff').versions.slice(-1);
    const now = { ...version!, id: idOf('v3'), number: 3 };
    now.clauses = version!.clauses.map((one) => ({ ...one, text: 'Produktet er altid miljømærket.' }));
    const revision = revisionView('staff', undefined, { versions: [version!, now] });
    const page = await open(
      'staff',
      { revision, comments: { items: [comment] }, hearing: answered('staff') },
      '/comments',
    );
    const [heard, newer] = tagged(page, 'blockquote').map(said);
    expect(heard).toContain('som det var i høring');
    expect(newer).toContain('i version 3');
    expect(tagged(page, 'ins').map(said)).toEqual(['[tilføjet: altid ]']);
    expect(said(page)).toContain('imødekommet: Ja');
  });

  test('are asked about once for them all, by one that stands', async () => {
    const asked: string[] = [];
    const items = [
      commentView(undefined, { id: idOf('gone'), withdrawnAt: '2026-12-01T09:00:00Z' }),
      ...commentsFor('secretariat'),
    ];
    const allowed: Answers['allowed'] = (act, query) => {
      asked.push(`${act} ${query['commentId']}`);
      return gated(act, missing());
    };
    await open('secretariat', { comments: { items }, allowed }, '/comments');
    expect(asked).toEqual([`disposeComment ${items[1]!.id}`]);
  });

  test.each(roles)('are none for the %s: it is said in words', async (role) => {
    const closed = hearingFor(role, undefined, { state: 'closed', allowed: verdicts(role, 'addComment') });
    const page = await open(role, { comments: { items: [] }, hearing: closed }, '/comments');
    expect(said(page)).toContain('Der er ingen bemærkninger i denne høring.');
  });
});
