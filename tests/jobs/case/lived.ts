import { startOfTests, type House } from '../../support/app.ts';
import { hearing, markPresent, passDeadline, vote } from '../../support/cases.ts';
import type { Member, Someone } from '../../support/factories.ts';
import type { At } from './tampered.ts';

interface Lives {
  by: Someone;
  one: Member;
  other: Member;
}

/** A case where everything has happened: a hearing with two answers, one of them joint, and a vote that is closed. */
export async function livedIn(house: House, { by, one, other }: Lives): Promise<At> {
  await house.setClock(startOfTests);
  const held = await hearing(house);
  const { hearingId } = held;
  const add = (who: Someone, text: string) => who.do('addComment', { hearingId, type: 'general', text });
  const { commentId } = await add(one.contact, 'Kravet er uklart');
  await one.contact.do('editComment', {
    commentId,
    text: 'Kravet er for uklart',
    proposedChange: 'Skriv det om',
  });
  const { commentId: gone } = await add(one.contact, 'Fortrudt');
  await one.contact.do('withdrawComment', { commentId: gone });
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks', jointWith: [other.id] });
  await other.contact.do('submitAnswer', { hearingId, position: 'noRemarks', reservation: 'Byrådet' });
  await passDeadline(house, hearingId);
  const answer = { disposition: 'accepted', response: 'Det er rettet', theme: 'Krav' } as const;
  await by.do('disposeComment', { commentId, ...answer });
  const { versionId } = await by.do('addVersion', {
    revisionId: held.revisionId,
    kind: 'final',
    title: 'Endelig',
    clauses: [{ number: '1', kind: 'requirement', heading: 'Krav', text: 'Æ, ø og å' }],
  });
  const voted = await vote(house, { of: { ...held, versionId } });
  await markPresent(house, voted, one, other);
  await one.representative.do('castBallot', { voteId: voted.voteId, choice: 'for' });
  await other.representative.do('castBallot', { voteId: voted.voteId, choice: 'abstain' });
  const statement = 'Målet er for dyrt';
  await other.representative.do('castBallot', { voteId: voted.voteId, choice: 'against', statement });
  await by.do('closeVote', { voteId: voted.voteId });
  return { ...held, ...voted, versionId, one: one.id, other: other.id };
}
