import { leafOf } from '../../../bot/process/case/headTree.ts';
import { channels, positions } from '../../../bot/process/hearing/hearing.ts';
import { digestHash, digestOf, genesis, linkHash, type Link } from '../../../bot/process/frame/trail.ts';
import { choices } from '../../../bot/process/vote/vote.ts';
import { eventually, type House } from '../../support/app.ts';
import { hearing, markPresent, meeting, vote, type Hearing, type Vote } from '../../support/cases.ts';
import type { Cast } from './ground.ts';

export interface Open {
  held: Hearing;
  voting: Vote;
}

/** A vote and a hearing that are open, with things sealed in them, and an open event behind those. */
export async function openAll(house: House, { by, one, other, chair }: Cast): Promise<Open> {
  const held = await hearing(house);
  const { hearingId } = held;
  await one.staff.do('addComment', { hearingId, type: 'general', text: 'Kravet er for dyrt.' });
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
  await other.staff.do('addComment', { hearingId, type: 'general', text: 'Kladde.' });
  await by.do('formGroup', { revisionId: held.revisionId });
  const at = await meeting(house);
  await markPresent(house, at, one, other);
  const voting = await vote(house, { at });
  const { voteId, revisionId } = voting;
  await one.representative.do('castBallot', { voteId, choice: 'against' });
  await other.representative.do('castBallot', { voteId, choice: 'for' });
  const said = { organisationId: chair.id, choice: 'abstain' as const, means: 'phone' as const };
  await by.do('recordBallotOnBehalf', { voteId, ...said });
  await by.do('formGroup', { revisionId });
  for (const id of [held.revisionId, revisionId])
    await eventually(
      () => by.view(`trail?revisionId=${id}`),
      (seen) => seen.verification.unsealed === 0,
    );
  return { held, voting };
}

/** All of it stands under a head, so that what proves it is told too. */
export async function underHead(house: House, by: Cast['by'], ...cases: string[]): Promise<void> {
  await house.advance('PT1H');
  for (const id of cases)
    await eventually(
      () => by.view(`trail?revisionId=${id}`),
      ({ items, anchors: [anchor] }) => anchor?.seq === items.length,
      20_000,
    );
}

/** Everything that looks like a hash or a salt in anything that a reader is given. */
export interface Given {
  hashes: Set<string>;
  salts: string[];
  headSalts: string[];
}
export function givenIn(text: string): Given {
  const hashes = new Set(text.match(/(?<=")[0-9a-f]{64}(?=")/g) ?? []);
  hashes.delete(genesis);
  const salts = ['', ...new Set(text.match(/(?<=")[0-9a-f]{32}(?=")/g) ?? [])];
  return { hashes, salts, headSalts: [...new Set(text.match(/(?<="salt":")[0-9a-f]{64}(?=")/g) ?? [])] };
}

export type Known = Link & { data: any };
export const chainOf = async (house: House, caseId: string): Promise<Known[]> =>
  (
    await house.sql(
      `select s.seq, s.form, s.salt, s.digest, s.previous, s.hash, e.at, e.actor, e.type, e.data
        from event e join seal s on s.event_id = e.id where e.case_id = $1 order by s.seq`,
      [caseId],
    )
  ).map((row) => ({ ...row, at: row['at'].toISOString() })) as Known[];

const ways = [
  { means: 'tab', caster: 'representative' },
  { means: 'card', caster: 'representative' },
  { means: 'phone', caster: 'secretariat' },
];
/** What somebody would try who knows when, who and which ids, and only not what. */
function guesses({ type, data }: Known): object[] {
  if (type.startsWith('ballot'))
    return choices.flatMap((choice) => ways.map((way) => ({ ...data, choice, ...way })));
  if (type === 'answerSubmitted')
    return positions.flatMap((position) => channels.map((channel) => ({ ...data, position, channel })));
  if (type === 'commentAdded') return ['Kravet er for dyrt.', 'Kladde.'].map((text) => ({ ...data, text }));
  return [data];
}
export const isSealed = ({ type }: Known): boolean => /^(ballot|comment|answer)/.test(type);

/** All that a guess about an entry could be held against: with every salt that was told, and with none. */
function hashesOf(caseId: string, previous: string, entry: Known, { salts, headSalts }: Given): string[] {
  const digests = salts.map((salt) => digestOf(salt, entry));
  const { seq } = entry;
  const link = linkHash(previous, entry);
  return [
    link,
    // What is told of heads: a leaf that was salted by something that was told as well.
    ...headSalts.map((salt) => leafOf(salt, { caseId, seq, hash: link })),
    ...digests,
    ...digests.map((digest) => digestHash(previous, { caseId, seq, digest })),
  ];
}

/** Counts every chain that could be, from its first link, and says which guess a hash that was given proves. */
export function proven(caseId: string, chain: Known[], given: Given): string[] {
  let ends: { hash: string; said: string[] }[] = [{ hash: genesis, said: [] }];
  const sure = new Set<string>();
  for (const link of chain) {
    const tries = ends.flatMap(({ hash, said }) =>
      guesses(link).map((data) => ({ hash, guess: { ...link, data }, said: saidBy(link, data, said) })),
    );
    for (const { hash, guess, said } of tries)
      if (hashesOf(caseId, hash, guess, given).some((one) => given.hashes.has(one)))
        for (const one of said) sure.add(one);
    // In form 2 the chain goes on by the digest, which is told.
    ends =
      link.form === 2
        ? [{ hash: link.hash, said: [] }]
        : tries.map(({ hash, guess, said }) => ({ hash: linkHash(hash, guess), said }));
  }
  return [...sure];
}

const saidBy = (link: Known, data: object, before: string[]): string[] =>
  isSealed(link) ? [...before, `${link.seq}: ${JSON.stringify(data)}`] : before;
