import { describe, expect, test } from '@jest/globals';
import { closedVote } from '../../support/views/views.ts';
import { casePath, hearingOf, revisionView, voteOf, world } from './cases.ts';
import { controls, said, tagged, type Piece } from '../frame/page.ts';
import type { Role } from '../frame/readers.ts';
import { visit, type Answers } from '../frame/show.tsx';

const open = async (role: Role, more: Answers = {}, part = '/vote'): Promise<Piece> =>
  (await visit(casePath + part, world(role, undefined, more))).page;

describe('the overview of a case', () => {
  test('has the open vote and the open hearing in front for a member, and what came before under it', async () => {
    const revision = revisionView('contact');
    const running = {
      ...revision,
      votes: [voteOf(revision, { state: 'open', closedAt: null, rehearsal: false })],
    };
    const page = await open('contact', { revision: { ...running, hearings: [hearingOf(revision)] } }, '');
    const heads = tagged(page, 'h2').map(said);
    expect(heads.slice(-3)).toEqual([
      'Kan indkøbsmål 5, Rengøring, godkendes? Åben',
      'Intern høring H12 Åben',
      'Indtil nu',
    ]);
    expect(said(page)).toContain('17 af 19 har stemt');
  });

  test('a result stays in front for a day and then goes to what came before', async () => {
    const revision = revisionView('staff', undefined, { hearings: [] });
    const closedAt = (at: string): Answers => ({
      revision: { ...revision, votes: [voteOf(revision, { closedAt: at, carried: true, rehearsal: false })] },
      vote: closedVote(),
    });
    const heads = async (at: string): Promise<string[]> =>
      tagged(await open('staff', closedAt(at), ''), 'h3').map(said);
    expect(await heads('2026-11-30T10:00:00Z')).toContain('Resultat');
    expect(await heads('2026-11-30T09:00:00Z')).not.toContain('Resultat');
    expect(said(await open('staff', closedAt('2026-11-30T09:00:00Z'), ''))).toContain('Godkendt');
    expect(controls(await open('staff', closedAt('2026-11-30T09:00:00Z'), ''))).toEqual([]);
  });
});
