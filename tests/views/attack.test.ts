import { beforeAll, describe, expect, test } from '@jest/globals';
import { channels, positions } from '../../bot/process/hearing.ts';
import { genesis, linkHash, type TrailEntry } from '../../bot/process/trail.ts';
import { choices } from '../../bot/process/vote.ts';
import { views } from '../../bot/views/index.ts';
import { eventually } from '../support/app.ts';
import {
  hearing,
  markPresent,
  meeting,
  passDeadline,
  vote,
  type Hearing,
  type Vote,
} from '../support/cases.ts';
import { useHouse } from '../support/useHouse.ts';
import { ask, castOf, others, own, type Cast, type Reader } from './ground.ts';

const house = useHouse();
let cast: Cast;
let held: Hearing;
let voting: Vote;

/** A vote and a hearing that are open, with things sealed in them, and an open event behind those. */
beforeAll(async () => {
  cast = await castOf(house);
  const { by, one, other, chair } = cast;
  held = await hearing(house);
  const { hearingId } = held;
  await one.staff.do('addComment', { hearingId, type: 'general', text: 'Kravet er for dyrt.' });
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
  await other.staff.do('addComment', { hearingId, type: 'general', text: 'Kladde.' });
  await by.do('formGroup', { revisionId: held.revisionId });
  const at = await meeting(house);
  await markPresent(house, at, one, other);
  voting = await vote(house, { at });
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
});

const always = 'me revisions meetings schedulings calendar rules members newcomers connections tasks'.split(
  ' ',
);
const ofCase = ({ revisionId }: { revisionId: string }): string[] => [
  `revision?id=${revisionId}`,
  `trail?revisionId=${revisionId}`,
  // Each page for itself too: what one keeps back, another must not give.
  ...Array.from({ length: 10 }, (_, after) => `trail?revisionId=${revisionId}&limit=1&after=${after}`),
];
const queries = (): string[] => [
  ...always,
  ...ofCase(held),
  ...ofCase(voting),
  `scheduling?id=${voting.meetingId}`,
  `hearing?id=${held.hearingId}`,
  `comments?hearingId=${held.hearingId}`,
  `deliveries?hearingId=${held.hearingId}`,
  `deliveries?voteId=${voting.voteId}`,
  `vote?id=${voting.voteId}`,
  `meeting?id=${voting.meetingId}`,
];

/** Everything that looks like a hash in anything the reader is given. */
async function hashesGiven(reader: Reader): Promise<Set<string>> {
  const found = new Set<string>();
  for (const query of queries()) {
    const { status, body } = await ask(house, cast.readers[reader], query);
    if (status !== 200) continue;
    for (const [hash] of JSON.stringify(body).matchAll(/[0-9a-f]{64}/g)) found.add(hash);
  }
  found.delete(genesis);
  return found;
}

type Link = TrailEntry & { data: any; hash: string };
const chainOf = async (caseId: string): Promise<Link[]> =>
  (
    await house.sql(
      `select s.seq, e.at, e.actor, e.type, e.data, s.hash from event e join seal s on s.event_id = e.id
        where e.case_id = $1 order by s.seq`,
      [caseId],
    )
  ).map((row) => ({ ...row, at: row['at'].toISOString() })) as Link[];

const ways = [
  { means: 'tab', caster: 'representative' },
  { means: 'card', caster: 'representative' },
  { means: 'phone', caster: 'secretariat' },
];
/** What somebody would try who knows when, who and which ids, and only not what. */
function guesses({ type, data }: Link): object[] {
  if (type.startsWith('ballot'))
    return choices.flatMap((choice) => ways.map((way) => ({ ...data, choice, ...way })));
  if (type === 'answerSubmitted')
    return positions.flatMap((position) => channels.map((channel) => ({ ...data, position, channel })));
  if (type === 'commentAdded') return ['Kravet er for dyrt.', 'Kladde.'].map((text) => ({ ...data, text }));
  return [data];
}
const isSealed = ({ type }: Link): boolean => /^(ballot|comment|answer)/.test(type);

/** Counts every chain that could be, from its first link, and says which guess a hash that was given proves. */
function proven(chain: Link[], given: Set<string>): string[] {
  let ends: { hash: string; said: string[] }[] = [{ hash: genesis, said: [] }];
  const sure = new Set<string>();
  for (const link of chain) {
    ends = ends.flatMap(({ hash, said }) =>
      guesses(link).map((data) => ({
        hash: linkHash(hash, { ...link, data }),
        said: isSealed(link) ? [...said, `${link.seq}: ${JSON.stringify(data)}`] : said,
      })),
    );
    for (const { hash, said } of ends) if (given.has(hash)) for (const one of said) sure.add(one);
  }
  return [...sure];
}

/** The links of what is sealed from this reader, and whatever is counted from them. */
const fromFirst = (chain: Link[], sealed: (link: Link) => boolean): string[] =>
  chain.slice(chain.findIndex(sealed)).map(({ hash }) => hash);

test('the list of views here is every view there is', () => {
  const names = queries().map((query) => query.split('?')[0]!);
  expect([...new Set(names)].sort()).toEqual(Object.keys(views).sort());
});

describe('by counting hashes over everything that can be guessed, from all that they are given', () => {
  test.each(['secretariat', ...others, ...own] as const)('%s learns no open ballot', async (reader) => {
    const [chain, given] = [await chainOf(voting.revisionId), await hashesGiven(reader)];
    expect(chain.filter(isSealed)).toHaveLength(3);
    const mine = (own as readonly string[]).includes(reader) ? cast.one.id : null;
    const learnt = proven(chain, given).filter((said) => !mine || !said.includes(mine));
    expect(learnt).toEqual([]);
    const sealed = (link: Link) => isSealed(link) && link.data.organisationId !== mine;
    expect(fromFirst(chain, sealed).filter((hash) => given.has(hash))).toEqual([]);
  });

  test.each(others)('%s learns no sealed comment and no sealed answer', async (reader) => {
    const [chain, given] = [await chainOf(held.revisionId), await hashesGiven(reader)];
    expect(chain.filter(isSealed)).toHaveLength(3);
    expect(proven(chain, given)).toEqual([]);
    expect(fromFirst(chain, isSealed).filter((hash) => given.has(hash))).toEqual([]);
  });

  test('the secretariat learns no draft that was not submitted', async () => {
    const [chain, given] = [await chainOf(held.revisionId), await hashesGiven('secretariat')];
    const draft = (link: Link) => link.data.text === 'Kladde.';
    expect(fromFirst(chain, draft).filter((hash) => given.has(hash))).toEqual([]);
    expect(chain.filter(draft)).toHaveLength(1);
  });
});

describe('when all is open', () => {
  beforeAll(async () => {
    await cast.by.do('closeVote', { voteId: voting.voteId });
    await cast.other.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' });
    await passDeadline(house, held.hearingId);
  });

  test.each(['secretariat', ...others] as const)('%s can recount every link', async (reader) => {
    for (const { revisionId } of [held, voting]) {
      const trail = () => cast.readers[reader].view(`trail?revisionId=${revisionId}`);
      const { items } = await eventually(trail, (seen) => seen.verification.unsealed === 0);
      let previous = genesis;
      for (const item of items) {
        expect(item).toMatchObject({ previous, hash: linkHash(previous, item) });
        previous = item.hash;
      }
    }
  });
});
