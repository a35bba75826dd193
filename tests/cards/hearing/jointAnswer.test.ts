import { describe, expect, test } from '@jest/globals';
import * as cards from '../../../bot/cards/index.ts';
import type { HearingView, ProposalView } from '../../../bot/views/hearing/shapes.ts';
import { actionsOf, wordsOf } from '../../support/teams.ts';
import { hearingView, idOf, mineView } from '../../support/views/views.ts';

const to = { locale: 'da' as const, links: { tab: 'https://teams.example/tab' }, others: [] };
const at = new Date('2026-12-01T09:42:00Z');
type Mine = NonNullable<HearingView['mine']>;

const proposal = (more: Partial<ProposalView> = {}): ProposalView => ({
  organisationId: idOf('odense'),
  organisationName: 'Odense Kommune',
  state: 'accepted',
  askedAt: '2026-12-01T09:42:00.000Z',
  decidedAt: null,
  fell: false,
  afterNo: false,
  lateYes: false,
  decisions: { accept: false, decline: !more.lateYes },
  others: [],
  answer: { position: 'noRemarks', reservation: null, seen: 'ab', comments: [], commentCount: 0 },
  ...more,
});
const view = (mine: Partial<Mine>, more: Partial<HearingView> = {}): HearingView => ({
  ...hearingView(),
  ...more,
  mine: { ...mineView(), ...mine },
});
const joined = (more: Partial<HearingView> = {}): HearingView =>
  view(
    {
      joinedTo: 'Odense Kommune',
      drafts: 1,
      commentCount: 1,
      proposals: [proposal()],
      answer: {
        ...mineView().answer,
        state: 'joint',
        position: 'noRemarks',
        submittedAt: '2026-12-01T09:42:00Z',
        jointWith: [{ id: idOf('odense'), name: 'Odense Kommune' }],
      },
    },
    more,
  );
const said = (message: cards.Message): string => wordsOf(message.card);

describe('who has said yes to another’s answer', () => {
  test('is told, before it submits one of its own, that it leaves that answer', () => {
    const words = said(cards.hearingMine(joined(), to));
    expect(words).toContain('Svar selv, uden det fælles svar');
    expect(words).toContain(
      'Afgiver I jeres eget svar, er I ikke længere med i det, og Odense Kommune får det',
    );
    expect(words).toContain('Forlad det fælles svar, og afgiv vores eget');
    expect(words).not.toContain('Ret vores svar');
  });

  test('reads of a comment that it is not part of it, and not that it waits for an answer', () => {
    const words = said(
      cards.hearingMine(joined(), { ...to, receipt: { kind: 'saved', ref: 'H12-034', at } }),
    );
    expect(words).toContain('den er ikke med i det fælles svar');
    expect(words).not.toContain('indtil du afgiver');
  });
});

describe('what a card about a joint answer says', () => {
  const decidedAt = '2026-12-01T09:42:00.000Z';
  const own = { ...mineView().answer, position: 'noRemarks' as const, state: 'noRemarks' as const };
  const withOwn = (more: Partial<HearingView> = {}) =>
    view({ answer: { ...own, submittedAt: decidedAt, reservation: null } }, more);

  test('goes on being the receipt of the yes or the no, and says since when', () => {
    for (const [state, words] of [
      ['accepted', '✓ Registreret 1. dec. kl. 10.42: jeres svar er nu fælles med Odense Kommune.'],
      ['declined', '✓ Registreret 1. dec. kl. 10.42: I er ikke med i det fælles svar fra Odense Kommune.'],
    ] as const)
      expect(said(cards.jointProposal(view({}), proposal({ state, decidedAt }), to))).toContain(words);
  });

  test('names what counts now, and until when, where the sender drops it', () => {
    const dropped = said(cards.jointEnded(withOwn(), { ...to, by: 'Odense Kommune' }));
    expect(dropped).toContain('Et ja til det gælder ikke længere.');
    expect(dropped).toContain(
      'Nu gælder det svar, Aarhus Kommune selv har afgivet: ingen bemærkninger. I kan ændre',
    );
    expect(dropped).not.toContain('som før');
    const over = said(cards.jointEnded(withOwn({ state: 'closed' }), { ...to, by: 'Odense Kommune' }));
    expect(over).not.toContain('I kan ændre det');
  });

  test('says of who has not decided that it has not, and not that it has not answered', () => {
    const asked = [{ id: idOf('odense'), name: 'Odense Kommune', state: 'waiting' as const, fell: false }];
    const answer = { ...own, submittedAt: decidedAt, proposed: asked };
    const words = said(cards.hearingMine(view({ answer }), to));
    expect(words).toContain('Odense Kommune (har ikke taget stilling)');
    expect(words).not.toContain('har ikke svaret');
  });

  test('stands in the reminder of who is asked, with the way to it', () => {
    const reminder = cards.hearingReminder(view({ proposals: [proposal({ state: 'waiting' })] }), to);
    expect(said(reminder)).toContain('Odense Kommune foreslår et fælles svar sammen med Aarhus Kommune.');
    expect(said(reminder)).toContain('Se forslaget om fælles svar');
  });
});

describe('after the deadline, where comments wait', () => {
  const waits = (more: Partial<Mine> = {}) => view({ drafts: 2, ...more }, { state: 'closed' });

  test('a reminder becomes a card that is true, takes no words and shows the way', () => {
    const settled = cards.hearingMine(waits(), { ...to, still: true });
    expect(JSON.stringify(settled.card)).not.toContain('Input.');
    expect(said(settled)).toContain('Det, I skrev, kan stadig afgives som et for sent svar.');
    expect(said(settled)).not.toContain('Det skal ske senest');
    expect(actionsOf(settled.card).map(({ verb }) => verb)).toContain('view');
  });

  test('and a proposal says the same of them', () => {
    const words = said(cards.jointProposal(waits(), proposal({ state: 'waiting' }), to));
    expect(words).toContain('Bemærkninger, der ikke er afgivet (2), kan stadig afgives, for sent.');
    expect(words).not.toContain('Skriv til sekretariatet, hvis I vil svare for sent');
  });
});

test('a form for a comment names whom it is written for', () => {
  const written = actionsOf(cards.hearingMine(view({}), to).card).filter(({ verb }) => verb === 'addComment');
  expect(written.map(({ data }) => data.organisationId)).toEqual([idOf('aarhus')]);
});
