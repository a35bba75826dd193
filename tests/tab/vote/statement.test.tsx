import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { ballotView, closedVote, idOf } from '../../support/views/views.ts';
import { casePath, voteFor, world } from '../case/cases.ts';
import { line } from '../frame/host.ts';
import { buttons, control, nameOf, said, tagged, texts, type Piece } from '../frame/page.ts';
import { inside, visit } from '../frame/show.tsx';

const { frame } = await import('../../../tab/src/frame/frame.ts');
const { keep, keptOf } = await import('../../../tab/src/frame/kept.ts');
const { useBallot } = await import('../../../tab/src/vote/useBallot.ts');
type State = ReturnType<typeof useBallot>;

const subject = `statement ${idOf('vote')}`;
const write = (text: string, seen: string | null = 'first') => keep(subject, { text, seen });
const voteWith = (more: Partial<NonNullable<VoteView['mine']>>, vote: Partial<VoteView> = {}): VoteView => {
  const held = voteFor('representative', undefined, { id: idOf('vote'), ...vote });
  return { ...held, mine: { ...held.mine!, ...more } };
};
const against = (statement: string | null) => ballotView(undefined, { choice: 'against', statement });
const page = async (vote: VoteView): Promise<Piece> =>
  (await visit(`${casePath}/vote`, world('representative', undefined, { vote }))).page;
const names = (shown: Piece): string[] => buttons(shown).map((one) => nameOf(shown, one));
const field = (shown: Piece): string => texts(control(shown, 'Mindretalsudtalelse')).join('');

beforeEach(() => {
  frame.reader = `reader ${Math.random()}`;
});
afterEach(() => {
  frame.reader = null;
});

describe('a minority statement that is being written', () => {
  test('stays with its words when voting has stopped, with why and what can be done', async () => {
    write('En længere udtalelse');
    const why = both('refusal.meetingOver.ahead', { overAt: 'i dag kl. 13.00' });
    const shown = await page(voteWith({ ballot: against('Kort'), why, seen: 'first' }));
    expect(field(shown)).toBe('En længere udtalelse');
    expect(said(shown)).toContain('Det skrevne er ikke gemt.');
    expect(said(shown)).toContain(why.da);
    expect(names(shown)).toEqual(expect.arrayContaining(['Kopiér det skrevne', 'Kassér det skrevne']));
    expect(names(shown)).not.toContain('Gem mindretalsudtalelsen');
  });

  test('stays when the vote is closed, beside the result', async () => {
    write('En længere udtalelse');
    const why = both('refusal.voteClosed.ahead', { closedAt: 'i dag kl. 13.00' });
    const mine = { ...voteFor('representative').mine!, ballot: against(null), why };
    const shown = await page(closedVote(undefined, 19, { id: idOf('vote'), mine }));
    expect(field(shown)).toBe('En længere udtalelse');
    expect(said(shown)).toContain('Det skrevne er ikke gemt.');
    expect(said(shown)).toContain('Resultat');
  });

  test('is not there after the end when nothing was written', async () => {
    const mine = { ...voteFor('representative').mine!, ballot: against('Kort') };
    const shown = await page(closedVote(undefined, 19, { id: idOf('vote'), mine }));
    expect(tagged(shown, 'textarea')).toEqual([]);
    expect(said(shown)).not.toContain('Det skrevne er ikke gemt.');
  });

  test('is seen when the ballot is another for now, and what becomes of it is said', async () => {
    write('En længere udtalelse');
    const shown = await page(voteWith({ ballot: ballotView(undefined, { choice: 'for' }) }));
    expect(field(shown)).toBe('En længere udtalelse');
    expect(said(shown)).toContain('Stemmer I imod, gemmes den med stemmen.');
  });
});

describe('two who write the same statement', () => {
  test('who has written nothing sees what the other saved, in the field too, and is offered nothing', async () => {
    const shown = await page(voteWith({ ballot: against('Den andens ord') }));
    expect(field(shown)).toBe('Den andens ord');
    expect(said(shown)).not.toContain('Det skrevne er ikke gemt endnu.');
    expect(names(shown)).not.toContain('Fjern mindretalsudtalelsen');
  });

  test('a field where nothing was written follows what is saved', async () => {
    let vote = voteWith({ ballot: against(null) });
    const steps = [
      (state: State) => {
        vote = voteWith({ ballot: against('Den andens ord'), seen: 'second' });
        state.statement.write('');
      },
    ];
    const { statement } = await inside(() => useBallot(vote), steps);
    expect([statement.text, statement.unsaved, statement.moved]).toEqual(['Den andens ord', false, false]);
  });

  test('who has written something else sees both', async () => {
    write('Mine ord');
    const shown = await page(voteWith({ ballot: against('Den andens ord'), seen: 'second' }));
    expect(field(shown)).toBe('Mine ord');
    expect(said(shown)).toContain('Mindretalsudtalelsen er ændret et andet sted, mens du skrev.');
    expect(said(shown)).toContain('Gemt nu: Den andens ord');
  });

  test('who has read the other one still sees both until one is saved', async () => {
    keep(subject, { text: 'Mine ord', seen: null, told: true });
    const shown = await page(voteWith({ ballot: against('Den andens ord'), seen: 'second' }));
    expect(said(shown)).toContain('Gemt nu: Den andens ord');
  });

  test('it is taken out only beside the words that go', async () => {
    write('', 'second');
    const shown = await page(voteWith({ ballot: against('Den andens ord'), seen: 'second' }));
    expect(names(shown)).toContain('Fjern mindretalsudtalelsen');
    expect(said(shown)).toContain('Gemt nu: Den andens ord');
  });

  const vote = voteWith({ ballot: against('Den andens ord'), seen: 'second' });
  const use = (...steps: ((state: State) => void)[]): Promise<State> => inside(() => useBallot(vote), steps);

  test.each([
    ['saving it', (state: State) => state.state()],
    ['voting against once more', (state: State) => state.choose('against')],
  ])('%s sends what was seen when it was begun, and after the no what is seen now', async (_, press) => {
    write('Mine ord');
    const asked = line(() => ({ ok: false, refusal: { code: 'statementChanged', message: {} } }));
    await press(await use());
    expect(asked.at(-1)?.body).toMatchObject({ statement: 'Mine ord', seen: 'first' });
    await press(await use((state) => state.statement.know()));
    expect(asked.at(-1)?.body).toMatchObject({ seen: 'second' });
  });

  test('voting against once more with nothing written touches no statement', async () => {
    const asked = line(() => ({ ok: true, result: {} }));
    await (await use()).choose('against');
    expect(asked.at(-1)?.body).toEqual({ voteId: vote.id, choice: 'against' });
  });

  test('what is saved is kept no longer', async () => {
    write('Mine ord', 'second');
    line(() => ({ ok: true, result: {} }));
    await (await use()).state();
    expect(keptOf(subject)).toBeUndefined();
  });
});
