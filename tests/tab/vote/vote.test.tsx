import { describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { ballotView, closedVote, idOf } from '../../support/views/views.ts';
import { casePath, revisionView, rulesView, voteFor, voteOf, world } from '../case/cases.ts';
import { meetingView, ruled } from '../frame/timeCases.ts';
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
import { gated, members, missing, refused, verdicts, type Role } from '../frame/readers.ts';
import { visit, type Answers } from '../frame/show.tsx';

const choices = ['For', 'Imod', 'Undlader', 'Inhabil'];
const open = async (role: Role, more: Answers = {}, part = '/vote'): Promise<Piece> =>
  (await visit(casePath + part, world(role, undefined, more))).page;
const vote = (role: Role, more: Partial<VoteView> = {}): Promise<Piece> =>
  open(role, { vote: voteFor(role, undefined, more) });
const ballot = (page: Piece): Piece[] =>
  buttons(page).filter((one) => choices.includes(nameOf(page, one).replace('✓ ', '')));
const names = (page: Piece): string[] => buttons(page).map((one) => nameOf(page, one));

describe('while a vote is open', () => {
  test.each(['representative', 'chair'] as const)('the %s has four choices that look alike', async (role) => {
    const page = await vote(role);
    const four = ballot(page);
    expect(four.map(said)).toEqual(choices);
    expect(new Set(four.map(({ attributes }) => attributes['class'])).size).toBe(1);
    expect(four.some(stopped)).toBe(false);
    expect(said(page)).toContain('Aarhus Kommune har ikke stemt endnu.');
  });

  test.each(['contact', 'staff'] as const)('the %s is told why there is nothing to press', async (role) => {
    const page = await vote(role);
    expect(ballot(page)).toEqual([]);
    expect(said(page)).toContain('Du kan ikke stemme her: Aarhus Kommune har ikke dig som repræsentant');
  });

  test('the secretariat, which votes on nothing, has no ballot', async () => {
    const page = await vote('secretariat');
    expect(ballot(page)).toEqual([]);
    expect(said(page)).not.toContain('Stemmen for');
  });

  test('who is not in the meeting sees the choices stopped, each with the reason', async () => {
    const away = refused('castBallot', 'notInMeeting', both('refusal.notInMeeting'));
    const page = await vote('representative', { allowed: [away] });
    expect(ballot(page)).toHaveLength(4);
    for (const one of ballot(page)) {
      expect(stopped(one)).toBe(true);
      expect(describedBy(page, one)).toBe(both('refusal.notInMeeting').da);
    }
    expect(said(page)).not.toContain('Mindretalsudtalelse');
  });

  test('what was cast is said in words, which of the four it was, and that it can be changed', async () => {
    const cast = ballotView(undefined, {
      choice: 'against',
      by: 'deputy',
      means: 'tab',
      statement: 'For dyrt.',
    });
    const page = await vote('representative', { mine: { ...voteFor('representative').mine!, ballot: cast } });
    const text = said(page);
    expect(text).toContain(
      'Aarhus Kommune har stemt: Imod, tors 6. maj kl. 13.04, af stedfortræder, i fanen.',
    );
    expect(text).toContain('Stemmen kan ændres, indtil afstemningen lukkes.');
    expect(ballot(page).map(({ attributes }) => attributes['aria-pressed'])).toEqual([
      'false',
      'true',
      'false',
      'false',
    ]);
    expect(said(control(page, 'Mindretalsudtalelse'))).toBe('For dyrt.');
  });

  test.each(members)('the %s sees how many have voted and nothing of how', async (role) => {
    const page = await vote(role);
    const text = said(page);
    expect(text).toContain('17 af 19 organisationer har stemt');
    expect(text).not.toContain('Resultat');
    expect(text).not.toContain('Stemmer efter organisation');
  });

  test('when the meeting is over it says who may still vote, and until when a ballot can be changed', async () => {
    const over = { meetingOverAt: '2027-05-06T12:03:00Z', countsUntil: '2027-05-06T12:18:00Z' };
    const mine = { ...voteFor('representative').mine!, ballot: ballotView() };
    const page = said(await vote('representative', { ...over, mine }));
    expect(page).toContain('kan den, der har stemt, ændre sin stemme');
    expect(page).toMatch(/Stemmen kan ændres til .*14\.18/);
    expect(page).not.toContain('indtil afstemningen lukkes');
  });

  test('the motion, the document to the letter and the rule are read before the ballot', async () => {
    const page = await vote('representative');
    const text = said(page);
    expect(text.indexOf('Godkendt, når flere end halvdelen')).toBeLessThan(
      text.indexOf('Stemmen for Aarhus'),
    );
    expect(text).toContain(voteFor('representative').versionHash);
  });

  test('the secretariat records for those in the room or on the phone; the chair sees who is missing', async () => {
    const recording = await vote('secretariat');
    expect(names(recording)).toContain('Registrér stemme Odense Kommune');
    expect(names(recording)).toContain('Markér til stede Odense Kommune');
    const watching = await vote('chair');
    expect(said(watching)).toContain('Stemmeberettigede: 17 af 19 har stemt');
    expect(names(watching).filter((name) => /Registrér|Markér/.test(name))).toEqual([]);
  });

  test('the secretariat and the chair can close it; the others read who can', async () => {
    for (const role of ['secretariat', 'chair'] as const)
      expect(stopped(button(await vote(role), 'Luk afstemningen'))).toBe(false);
    for (const role of ['contact', 'staff', 'representative'] as const)
      expect(said(await vote(role))).toContain(`Luk afstemningen: ${both('refusal.secretariatOrChair').da}`);
  });

  test('a rehearsal is marked as one where it is read first, and told to nobody outside', async () => {
    const page = await vote('secretariat', { rehearsal: true });
    expect(said(tagged(page, 'h2')[0]!)).toMatch(/^PRØVE/);
    expect(said(page)).toContain('Dette er en prøve. Stemmerne gælder ikke.');
    expect(said(page)).not.toContain('Hvem har fået besked');
    expect(said(await vote('secretariat'))).toContain('Hvem har fået besked');
  });

  test('two votes on one page each explain their own buttons', async () => {
    const revision = revisionView('representative');
    const votes = [voteOf(revision), voteOf(revision, { id: idOf('other') })];
    const stop = (why: string) => [refused('castBallot', 'voteClosed', { da: why, en: why })];
    const page = await open('representative', {
      revision: { ...revision, votes },
      vote: ({ id }) =>
        voteFor('representative', undefined, { id: id!, allowed: stop(id === idOf('other') ? 'To' : 'En') }),
    });
    expect(new Set(ballot(page).map((one) => describedBy(page, one)))).toEqual(new Set(['En', 'To']));
  });
});

describe('when a vote is closed', () => {
  test.each(members)(
    'the %s sees the result with its arithmetic, every organisation and the statements',
    async (role) => {
      const page = await open(role, { vote: closedVote() });
      const text = said(page);
      expect(text).toContain(
        '11 for, 3 imod, 2 undlod at stemme, 2 inhabile, 1 afgav ikke stemme, af 19 → godkendt',
      );
      const table = tagged(page, 'table').find((one) => said(one).includes('Stemmer efter organisation'))!;
      expect(tagged(table, 'tr')).toHaveLength(1 + 18);
      expect(tagged(page, 'blockquote').length).toBe(3);
      expect(ballot(page)).toEqual([]);
    },
  );

  test('the statements stand in one order with the votes, which is the card’s too', async () => {
    const named = (organisationName: string) =>
      ballotView(undefined, {
        organisationId: idOf(organisationName),
        organisationName,
        choice: 'against',
        statement: `Nej, siger ${organisationName}.`,
      });
    const ballots = ['Odense Kommune', 'Ærø Kommune', 'Egedal Kommune'].map(named);
    const page = await open('staff', { vote: closedVote(undefined, 19, { ballots }) });
    expect(tagged(page, 'blockquote').map((one) => said(one).split('.')[1])).toEqual([
      'Egedal Kommune',
      'Odense Kommune',
      'Ærø Kommune',
    ]);
  });

  test('a ballot recorded by the secretariat says so and names no other caster', async () => {
    const text = said(await open('staff', { vote: closedVote() }));
    expect(text).toContain('på telefon, registreret af sekretariatet, tors 6. maj kl. 13.04');
    expect(text).not.toContain('sekretariatet, på telefon');
  });

  test.each([
    ['carried', true, 'Godkendt', 'ok'],
    ['notCarried', false, 'Ikke godkendt', 'bad'],
    ['inquorate', false, 'Ikke beslutningsdygtig', 'bad'],
    ['tied', null, 'Stemmerne står lige', 'warn'],
  ] as const)('%s is said in words, never by colour alone', async (outcome, carried, words, look) => {
    const page = await open('staff', { vote: closedVote(undefined, 19, { outcome, carried }) });
    const [verdict] = all(page, ({ attributes }) => attributes['class']?.startsWith('big note') ?? false);
    expect(said(verdict!)).toBe(words);
    expect(verdict!.attributes['class']).toContain(look);
  });

  test('a tie is the chair’s to decide, and the others read that it is', async () => {
    const tie = (role: Role) =>
      closedVote(undefined, 19, { outcome: 'tied', carried: null, allowed: verdicts(role, 'decideTie') });
    expect(names(await open('chair', { vote: tie('chair') }))).toContain('Afgør stemmeligheden');
    for (const role of ['secretariat', 'staff'] as const)
      expect(said(await open(role, { vote: tie(role) }))).toContain(
        `Afgør stemmeligheden: ${both('refusal.chairOnly').da}`,
      );
    const decided = closedVote(undefined, 19, { outcome: 'tied', carried: false });
    expect(names(await open('chair', { vote: decided }))).not.toContain('Afgør stemmeligheden');
  });

  test('who was present and how many the rule asks for stand under the result, where the rule counts it', async () => {
    const counted = { present: 16, presenceCounts: true };
    const closed = closedVote(undefined, 19, { ...counted, quorumNeeded: 10 });
    expect(said(await open('staff', { vote: closed }))).toContain(
      '16 af 19 var til stede. Reglerne kræver 10.',
    );
    const free = said(await open('staff', { vote: closedVote(undefined, 19, counted) }));
    expect(free).toContain('16 af 19 var til stede.');
    expect(free).not.toContain('Reglerne kræver');
    // Nobody was asked of those who did not vote: how many were there is not known.
    const unasked = said(await open('staff', { vote: closedVote() }));
    expect(unasked).not.toContain('til stede.');
    expect(unasked).toContain('Stemmeberettigede: 18 af 19 har stemt');
  });
});

describe('putting something to the vote', () => {
  test('without a steering-group meeting there is nowhere to: it says where one is called', async () => {
    const group = meetingView('secretariat', undefined, { kind: 'workingGroup' });
    const page = await open('secretariat', { meetings: { items: [group], allowed: [] } });
    expect(said(page)).toContain('Der er intet styregruppemøde at stemme på.');
    expect(names(page)).not.toContain('Åbn afstemningen');
  });

  test('the meeting in session stands first, then the nearest to come, then one of today; none that is cancelled or was held', async () => {
    const { toVoteAt } = await import('../../../tab/src/vote/meetingOrder.ts');
    const at = (name: string, startsAt: string, endsAt: string, inSession = false) =>
      meetingView('secretariat', undefined, { id: idOf(name), title: name, startsAt, endsAt, inSession });
    const meetings = [
      at('far', '2027-11-01T10:00:00Z', '2027-11-01T12:00:00Z'),
      at('long ago', '2025-05-01T10:00:00Z', '2025-05-01T12:00:00Z'),
      at('in session', '2026-05-01T10:00:00Z', '2026-05-01T12:00:00Z', true),
      at('last', '2026-11-01T10:00:00Z', '2026-11-01T12:00:00Z'),
      at('today', '2026-12-01T07:00:00Z', '2026-12-01T08:00:00Z'),
      at('next', '2027-05-01T10:00:00Z', '2027-05-01T12:00:00Z'),
      ruled({
        ...at('cancelled', '2027-04-01T10:00:00Z', '2027-04-01T12:00:00Z'),
        cancelledAt: '2026-11-01T10:00:00Z',
      }),
    ];
    const order = toVoteAt(meetings, new Date('2026-12-01T09:00:00Z')).map(({ title }) => title);
    expect(order).toEqual(['in session', 'next', 'far', 'today']);
  });

  test('a gate that is asked anew in the form does not stop the button that opens it', async () => {
    const revision = revisionView('chair', undefined, { votes: [], allowed: [gated('openVote', missing())] });
    expect(stopped(button(await open('chair', { revision }), 'Åbn afstemningen'))).toBe(false);
  });

  test('rules that nobody confirmed are said to be so, and by whom they are confirmed', async () => {
    const page = (await visit('/rules', world('staff'))).page;
    expect(said(page)).toContain(
      'Der kan ikke sættes til afstemning, før sekretariatet har bekræftet reglerne.',
    );
    expect(said(page)).toContain(`Bekræft reglerne: ${both('refusal.secretariatOnly').da}`);
    const confirmed = rulesView('secretariat', { confirmed: true, confirmedAt: '2026-07-01T10:00:00Z' });
    const after = (await visit('/rules', world('secretariat', undefined, { rules: confirmed }))).page;
    expect(said(after)).toContain('Bekræftet onsdag den 1. juli 2026 kl. 12.00.');
    expect(names(after)).toEqual(['Ændr reglerne']);
  });
});
