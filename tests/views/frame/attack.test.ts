import { beforeAll, describe, expect, test } from '@jest/globals';
import { views } from '../../../bot/views/index.ts';
import { eventually } from '../../support/app.ts';
import { passDeadline } from '../../support/cases.ts';
import { recount } from '../../support/recount.ts';
import { besideOlder } from '../../store/frame/ground.ts';
import { useHouse } from '../../support/useHouse.ts';
import {
  chainOf,
  givenIn,
  isSealed,
  openAll,
  proven,
  underHead,
  type Given,
  type Known,
  type Open,
} from './attackGround.ts';
import { ask, castOf, others, own, type Cast, type Reader } from './ground.ts';

const always = 'me revisions meetings schedulings calendar rules members newcomers connections tasks'.split(
  ' ',
);
const ofCase = ({ revisionId }: { revisionId: string }): string[] => [
  `revision?id=${revisionId}`,
  `trail?revisionId=${revisionId}`,
  // Each page for itself too: what one keeps back, another must not give.
  ...Array.from({ length: 10 }, (_, after) => `trail?revisionId=${revisionId}&limit=1&after=${after}`),
];
const queries = ({ held, voting }: Open): string[] => [
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

describe.each([1, 2])('in form %i, by counting over everything that can be guessed', (form) => {
  const house = useHouse();
  let cast: Cast;
  let open: Open;
  beforeAll(async () => {
    const furnish = async (): Promise<void> => {
      cast = await castOf(house);
      open = await openAll(house, cast);
      await underHead(house, cast.by, open.held.revisionId, open.voting.revisionId);
    };
    await (form === 1 ? besideOlder(house.databaseUrl, furnish) : furnish());
  });

  const organisationOf = async (reader: Reader): Promise<string | null> =>
    (await cast.readers[reader].view('me')).organisationId;

  async function given(reader: Reader): Promise<Given> {
    const answers = await Promise.all(queries(open).map((query) => ask(house, cast.readers[reader], query)));
    const { body: heads } = await house.request('GET', '/trail/heads');
    const texts = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    const text = JSON.stringify([...texts, heads]);
    return givenIn(text);
  }
  /** What is sealed from the reader, and whatever is counted from it: in form 1 none of it is told, in form 2 no salt. */
  const told = (chain: Known[], sealed: (link: Known) => boolean, by: Given) => {
    const behind = chain.slice(chain.findIndex(sealed)).filter((link) => link.form === 1);
    const salts = chain.flatMap((link) => (sealed(link) && link.salt ? [link.salt] : []));
    return [
      ...behind.map(({ hash }) => hash).filter((one) => by.hashes.has(one)),
      ...salts.filter((one) => by.salts.includes(one)),
    ];
  };
  const learnt = async (reader: Reader, caseId: string, sealed: (link: Known) => boolean) => {
    const chain = await chainOf(house, caseId);
    expect(chain.map((link) => link.form)).toEqual(chain.map(() => form));
    const by = await given(reader);
    return { chain, proven: proven(caseId, chain, by), told: told(chain, sealed, by) };
  };

  test('every view is asked', () => {
    const names = queries(open).map((query) => query.split('?')[0]!);
    expect([...new Set(names)].sort()).toEqual(Object.keys(views).sort());
  });

  test.each(['secretariat', ...others, ...own] as const)('%s learns no open ballot', async (reader) => {
    const mine = await organisationOf(reader);
    const sealed = (link: Known) => isSealed(link) && link.data.organisationId !== mine;
    const seen = await learnt(reader, open.voting.revisionId, sealed);
    expect(seen.chain.filter(isSealed)).toHaveLength(3);
    expect(seen.proven.filter((said) => !mine || !said.includes(mine))).toEqual([]);
    expect(seen.told).toEqual([]);
  });

  test.each(others)('%s learns no sealed comment and no sealed answer', async (reader) => {
    const mine = await organisationOf(reader);
    const sealed = (link: Known) => isSealed(link) && link.data.organisationId !== mine;
    const seen = await learnt(reader, open.held.revisionId, sealed);
    expect(seen.chain.filter(isSealed)).toHaveLength(3);
    expect(seen.proven.filter((said) => !mine || !said.includes(mine))).toEqual([]);
    expect(seen.told).toEqual([]);
  });

  test('the secretariat learns no draft that was not submitted', async () => {
    const draft = (link: Known) => link.data.text === 'Kladde.';
    const seen = await learnt('secretariat', open.held.revisionId, draft);
    expect(seen.chain.filter(draft)).toHaveLength(1);
    expect(seen.proven.filter((said) => said.includes(cast.other.id))).toEqual([]);
    expect(seen.told).toEqual([]);
  });

  test('everybody recounts what they may, and with digests what they may not read as well', async () => {
    for (const { revisionId } of [open.held, open.voting])
      for (const reader of ['secretariat', ...others, ...own] as const) {
        const { items } = await cast.readers[reader].view(`trail?revisionId=${revisionId}`);
        const { wrong, untold } = recount(revisionId, items);
        expect(wrong).toEqual([]);
        expect(untold.length > 0).toBe(form === 1);
      }
  });

  describe('when all is open', () => {
    beforeAll(async () => {
      await cast.by.do('closeVote', { voteId: open.voting.voteId });
      const { hearingId } = open.held;
      await cast.other.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
      await passDeadline(house, hearingId);
    });

    test.each(['secretariat', ...others] as const)('%s can recount every link', async (reader) => {
      for (const { revisionId } of [open.held, open.voting]) {
        const trail = () => cast.readers[reader].view(`trail?revisionId=${revisionId}`);
        const isChain = (seen: any) => seen.items.every(({ seq }: any) => seq !== null);
        const { items } = await eventually(trail, isChain);
        expect(recount(revisionId, items)).toEqual({ wrong: [], untold: [] });
        // What was sealed by an older program stays as it was; what comes after it has a digest.
        expect([items[0].digest === null, items.at(-1).digest === null]).toEqual([form === 1, false]);
        if (form === 2) expect(items.every((row: any) => row.salt?.length === 32)).toBe(true);
      }
    });
  });
});
