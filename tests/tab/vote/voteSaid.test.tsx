import { describe, expect, test } from '@jest/globals';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { ballotView, closedVote, idOf } from '../../support/views/views.ts';
import { casePath, voteFor, world } from '../case/cases.ts';
import { said, tagged, type Piece } from '../frame/page.ts';
import type { Role } from '../frame/readers.ts';
import { visit } from '../frame/show.tsx';

const vote = async (role: Role, more: Partial<VoteView> = {}): Promise<Piece> =>
  (await visit(`${casePath}/vote`, world(role, undefined, { vote: voteFor(role, undefined, more) }))).page;

describe('what is said of who voted and how', () => {
  test('a representative who was recused is told beside the deputy’s ballot', async () => {
    const ballots = [ballotView(undefined, { by: 'deputy', representativeRecused: true })];
    expect(said(await vote('staff', { ...closedVote(), ballots }))).toContain(
      'stedfortræder, repræsentanten inhabil',
    );
  });

  test('a rehearsal’s result says that it is one, and offers no statement to be kept', async () => {
    const result = tagged(await vote('staff', { ...closedVote(undefined, 5, { rehearsal: true }) }), 'h3');
    expect(result.map(said).some((one) => /PRØVE\s*Resultat/.test(one))).toBe(true);
    const mine = { ...voteFor('representative').mine!, ballot: ballotView(undefined, { choice: 'against' }) };
    expect(said(await vote('representative', { mine }))).toContain('Mindretalsudtalelse');
    expect(said(await vote('representative', { mine, rehearsal: true }))).not.toContain(
      'Mindretalsudtalelse',
    );
  });

  test('while it is open the list counts ballots, and whom nobody has marked it calls neither here nor away', async () => {
    const seat = { organisationId: idOf('x'), organisationName: 'HOFOR' };
    const turnout = [
      { ...seat, cast: true, present: true },
      { ...seat, organisationId: idOf('y'), cast: false, present: true },
    ];
    const page = said(await vote('chair', { turnout, cast: 1, entitled: 2 }));
    expect(page).toContain(
      'Stemmeberettigede: 1 af 2 har stemt · Markeret som til stede uden at have stemt: 1',
    );
    expect(page).not.toContain('til stede, 1 af 2');
  });
});
