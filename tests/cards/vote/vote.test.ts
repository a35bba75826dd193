import { describe, expect, test } from '@jest/globals';
import { ballotRecorded, cardLimit, voteCard, voteResult } from '../../../bot/cards/index.ts';
import { both, t } from '../../../bot/i18n/index.ts';
import { vote } from '../../../bot/views/vote/shapes.ts';
import { executes, inputs, ofType, read, sent, size, type Node } from '../../support/cards/cardChecks.ts';
import { ballotView, closedVote, voteView } from '../../support/views/views.ts';

const to = {
  locale: 'da' as const,
  links: { tab: 'https://teams.example/tab' },
  asOf: new Date('2027-05-06T11:04:00Z'),
};
const shared = { ...to, audience: 'shared' as const };
const mine = { ...to, audience: 'mine' as const };
const voter = voteView().mine!;
const held = (more: Parameters<typeof ballotView>[1]) =>
  voteView(undefined, { mine: { ...voter, ballot: ballotView(undefined, more) } });
const ballots = (message: ReturnType<typeof voteCard>) =>
  executes(message).filter(({ verb }) => verb === 'castBallot');
const refresh = (message: ReturnType<typeof voteCard>) => (message.card as Node).refresh as Node;

test('the votes these cards are tested with have every field of the real one', () => {
  for (const view of [voteView(), closedVote()]) expect(vote.parse(view)).toEqual(view);
});

describe('the ballot', () => {
  test('has four choices that look alike: none primary, none coloured', () => {
    for (const card of [
      voteCard(voteView(), shared),
      voteCard(held({}), mine),
      voteCard(held({ choice: 'against' }), mine),
    ]) {
      const [set] = ofType(card, 'ActionSet').map(({ actions }) => actions as Node[]);
      expect(set!.map(({ title }) => title)).toEqual(['For', 'Imod', 'Undlader', 'Inhabil']);
      const looks = set!.map(({ title, data, fallback, ...look }) =>
        JSON.stringify([look, Object.keys(data as Node), !!fallback && !!title]),
      );
      expect(new Set(looks).size).toBe(1);
      for (const action of set!) expect(action).not.toHaveProperty('style');
    }
  });

  test('states motion, version, rule and how many have cast, as of when', () => {
    const text = read(voteCard(voteView(), shared));
    expect(text).toContain('Kan indkøbsmål 5, Rengøring, godkendes?');
    expect(text).toContain('Version 4: Endeligt forslag, Rengøring (a91f…c2)');
    expect(text).toContain('Stemmelighed: ikke godkendt.');
    expect(text).toContain('17 af 19, opgjort kl. 13.04');
  });

  test('says what has changed since it was last made, whatever that is', () => {
    const before = held({});
    voteCard(before, mine);
    for (const [change, said] of [
      [{ motion: 'Kan målet udsættes?' }, 'Kan målet udsættes?'],
      [{ reason: 'Haster.' }, 'Haster.'],
      [{ cast: 3 }, '3 af 19'],
      [{ ruleText: both('rule.open') }, t('da', 'rule.open')],
      [{ versionHash: 'ffff0000' }, 'ffff…00'],
      [{ version: { ...before.version, number: 9 } }, 'Version 9'],
      [{ meeting: { ...before.meeting, title: 'Ekstra møde' } }, 'Ekstra møde'],
      [{ revision: { ...before.revision, title: 'Tæpper' } }, 'Tæpper'],
      [{ rehearsal: true }, t('da', 'card.vote.rehearsal')],
    ] as const)
      expect(read(voteCard({ ...before, ...change }, mine))).toContain(said);
    expect(JSON.stringify(voteCard(before, { ...mine, links: { tab: 'https://elsewhere' } }))).toContain(
      'https://elsewhere',
    );
    expect(read(voteCard(before, { ...mine, locale: 'en' }))).toContain('Vote: procurement goal 5');
  });

  test('shared with everyone, it tells nothing of how anybody votes, whoever the view was read for', () => {
    const privileged = voteView(undefined, {
      mine: { ...voter, ballot: ballotView(undefined, { choice: 'against', statement: 'Hemmeligt' }) },
      ballots: [ballotView(undefined, { choice: 'against', statement: 'Hemmeligt' })],
      turnout: [
        {
          organisationId: voter.organisationId,
          organisationName: 'Aarhus Kommune',
          cast: true,
          present: true,
        },
      ],
    });
    const plain = voteView(undefined, { mine: null });
    expect(voteCard(privileged, shared)).toEqual(voteCard(plain, shared));
  });

  test('a minority statement can only follow a ballot against', () => {
    expect(inputs(voteCard(voteView(), shared))).toEqual([]);
    for (const choice of ['for', 'abstain', 'recused'] as const)
      expect(inputs(voteCard(held({ choice }), mine))).toEqual([]);
    const card = voteCard(held({ choice: 'against', statement: 'For dyrt.' }), mine);
    expect(inputs(card)).toEqual([
      expect.objectContaining({ id: 'statement', value: 'For dyrt.', isRequired: true }),
    ]);
    const typed = sent(card.card as Node).filter((one) => one.inputs.length > 0);
    expect(typed).toEqual([{ verb: 'castBallot', inputs: ['statement'] }]);
    expect(ballots(card).at(-1)!.data).toMatchObject({ choice: 'against' });
  });

  test('where an edit would take half-typed words, the statement is written in the tab', () => {
    const card = voteCard(held({ choice: 'against' }), { ...mine, mayType: false });
    expect(inputs(card)).toEqual([]);
    expect(JSON.stringify(card.card)).toContain('Skriv mindretalsudtalelse i fanen');
    expect(refresh(card)).not.toHaveProperty('userIds');
  });

  test('my own view says what we voted, when, and that it can be changed', () => {
    expect(read(voteCard(held({}), mine))).toContain(
      '✓ Aarhus Kommune stemmer for (kl. 13.04). Kan ændres, indtil afstemningen lukkes.',
    );
    expect(read(voteCard(held({ by: 'secretariat', means: 'room', choice: 'recused' }), mine))).toContain(
      '✓ Aarhus Kommune er inhabil (i lokalet, registreret af sekretariatet, kl. 13.04).',
    );
  });

  test('says, when the meeting is over, who may still vote and until when, and then takes no more', () => {
    const over = { meetingOverAt: '2027-05-06T12:03:00Z', countsUntil: '2027-05-06T12:18:00Z' };
    const still = voteCard(voteView(undefined, over), shared);
    expect(read(still)).toContain('Mødet sluttede kl. 14.03');
    expect(read(still)).toContain('Indtil kl. 14.18 kan den, der har stemt, ændre sin stemme');
    expect(ballots(still)).toHaveLength(4);
    const mineNow = voteCard(
      voteView(undefined, { ...over, mine: { ...voter, ballot: ballotView(undefined, {}) } }),
      mine,
    );
    expect(read(mineNow)).toContain('Kan ændres til kl. 14.18.');
    const after = voteCard(voteView(undefined, { ...over, countsUntil: null }), shared);
    expect(read(after)).toContain('der kan ikke stemmes mere');
    expect(ballots(after)).toEqual([]);
    for (const card of [still, mineNow, after])
      expect(read(card)).not.toContain('indtil afstemningen lukkes');
  });

  test('who is recused is told that it holds, and not that it can be changed', () => {
    const why = both('refusal.recusedYourself');
    const ballot = ballotView(undefined, { choice: 'recused' });
    const card = read(voteCard(voteView(undefined, { mine: { ...voter, why, ballot } }), mine));
    expect(card).toContain('det gælder, til gruppen bestemmer andet');
    expect(card).not.toContain('Kan ændres');
  });

  test('of a rehearsal offers no statement to be kept', () => {
    const ballot = ballotView(undefined, { choice: 'against' });
    const tried = { rehearsal: true, mine: { ...voter, ballot } };
    for (const to of [mine, shared])
      expect(read(voteCard(voteView(undefined, tried), to))).not.toContain('indretalsudtalelse');
  });

  test('tells beside the deputy’s ballot that the representative was recused', () => {
    const ballots = [ballotView(undefined, { by: 'deputy', representativeRecused: true })];
    expect(read(voteResult(closedVote(undefined, 5, { ballots }), to))).toContain(
      'Aarhus Kommune (stedfortræder, repræsentanten inhabil)',
    );
  });

  test('who may not vote is told why, sees the ballot of the organisation, and can look again', () => {
    const why = { da: 'Repræsentanten er til stede.', en: 'The representative is present.' };
    const view = voteView(undefined, { mine: { ...voter, seat: null, why, ballot: ballotView() } });
    const card = voteCard(view, mine);
    expect(read(card)).toContain('Repræsentanten er til stede.');
    expect(read(card)).toContain('Aarhus Kommune stemmer for');
    expect(executes(card).map(({ verb }) => verb)).toEqual(expect.not.arrayContaining(['castBallot']));
    expect(executes(card).map(({ title }) => title)).toContain('Opdater');
  });

  test('a person of no member organisation gets an explanation, never an empty card', () => {
    const card = voteCard(voteView(undefined, { mine: null }), mine);
    expect(read(card)).toContain('Du kan ikke stemme her.');
    expect(ballots(card)).toEqual([]);
  });

  test('a rehearsal says so in the heading, in words and in the notification', () => {
    const card = voteCard(voteView(undefined, { rehearsal: true }), shared);
    expect(read(card)).toContain('PRØVE: Afstemning');
    expect(read(card)).toContain('Dette er en prøve.');
    expect(card.summary).toMatch(/^PRØVE/);
  });

  test('once closed, an old ballot card becomes the result', () => {
    expect(voteCard(closedVote(), shared)).toEqual(voteResult(closedVote(), to));
  });
});

describe('refreshing the ballot', () => {
  test('shows everyone their own view in a small chat, and a rolling list of 60 in a large one', () => {
    expect(refresh(voteCard(voteView(), shared))).not.toHaveProperty('userIds');
    const refreshFor = Array.from({ length: 61 }, (_, n) => `29:${n}`);
    expect(refresh(voteCard(voteView(), { ...shared, refreshFor })).userIds).toEqual(refreshFor.slice(1));
  });

  test('never wipes a half-typed statement', () => {
    expect(refresh(voteCard(held({ choice: 'against' }), { ...mine, refreshFor: ['29:1'] })).userIds).toEqual(
      [],
    );
  });

  test('casts nothing', () => {
    for (const card of [voteCard(voteView(), shared), voteCard(held({}), mine)])
      expect(refresh(card).action).toMatchObject({ verb: 'view', data: { view: 'vote', id: voteView().id } });
  });
});

describe('the result', () => {
  test('shows the outcome, the arithmetic, every organisation and the minority statements', () => {
    const text = read(voteResult(closedVote(), to));
    expect(text).toContain('Godkendt: indkøbsmål 5');
    expect(text).toContain(
      '11 for, 3 imod, 2 undlod at stemme, 2 inhabile, 1 afgav ikke stemme, af 19 → godkendt',
    );
    for (let n = 1; n <= 19; n++) expect(text).toContain(`Medlem ${String(n).padStart(3, '0')}`);
    expect(text).toContain('Ikke stemt (1): ');
    expect(text).toContain('Mindretalsudtalelser (3)');
  });

  test('nothing can be pressed but the tab', () => {
    expect(executes(voteResult(closedVote(), to))).toEqual([]);
  });

  test('with 100 organisations it still fits, and the rest is in the tab', () => {
    const long = (text: string) => `${text}, en organisation med et ret langt navn som den har valgt selv`;
    for (const card of [voteResult(closedVote(undefined, 100), to), voteResult(closedVote(long, 100), to)]) {
      expect(size(card)).toBeLessThanOrEqual(cardLimit);
      expect(read(card)).toContain('Medlem 100');
      expect(read(card)).toMatch(/… \d+ til i fanen/);
    }
  });

  test('a tie says who decides it, and a decided tie says the decision', () => {
    const tied = closedVote(undefined, 5, { outcome: 'tied', carried: null });
    expect(read(voteResult(tied, to))).toContain('Formandskabet afgør stemmeligheden.');
    expect(read(voteResult({ ...tied, carried: true }, to))).toContain('Godkendt: indkøbsmål 5');
    expect(read(voteResult({ ...tied, carried: false }, to))).toContain('Ikke godkendt: indkøbsmål 5');
  });

  test('a rehearsal decides nothing and says so', () => {
    const card = voteResult(closedVote(undefined, 5, { rehearsal: true }), to);
    expect(read(card)).toContain('Prøven er slut. Stemmerne slettes, og intet er besluttet.');
    expect(card.summary).toMatch(/^PRØVE: /);
  });
});

describe('a ballot recorded on behalf', () => {
  const onBehalf = { by: 'secretariat' as const, means: 'phone' as const, choice: 'abstain' as const };

  test('is told to the organisation, which can correct it with the same four choices', () => {
    const card = ballotRecorded(held(onBehalf), to);
    expect(read(card)).toContain(
      'Aarhus Kommune undlader at stemme (på telefon, registreret af sekretariatet, kl. 13.04)',
    );
    expect(ballots(card)).toHaveLength(4);
  });

  test('after closing it says that it stands', () => {
    const view = { ...held(onBehalf), state: 'closed' as const };
    expect(ballots(ballotRecorded(view, to))).toEqual([]);
    expect(read(ballotRecorded(view, to))).toContain('Afstemningen er lukket, og stemmen kan ikke ændres.');
  });
});
