import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lookAt } from '../../../bot/jobs/case/verifyCase.ts';
import { eventTypes } from '../../../bot/process/events.ts';
import { answerTypes, partings } from '../../../bot/process/hearing/answerEvents.ts';
import { recordOf } from '../../../bot/process/case/recordOf.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, markPresent, passDeadline, vote, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let db: Db;
let by: Someone;
let [one, other, third]: Member[] = [];
let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  third = await member(house, { name: 'Aalborg Kommune', with: ['contact'] });
  ({ db } = openDatabase(house.env['DATABASE_URL']!, 4));
  house.onClose(() => db.destroy());
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const submit = (who: Member, reservation: string, jointWith: Member[] = []): Promise<unknown> =>
  who.contact.do('submitAnswer', {
    hearingId: held.hearingId,
    position: 'noRemarks',
    reservation,
    jointWith: jointWith.map(({ id }) => id),
  });
const decide = (who: Member, accept: boolean, organisationId = one!.id): Promise<unknown> =>
  who.contact.do('answerJoint', { hearingId: held.hearingId, accept, organisationId });
const sealed = (): Promise<unknown> =>
  eventually(
    () => house.sql('select from unsealed'),
    (rows) => rows.length === 0,
  );
interface Entry {
  id: string;
  type: string;
}
const entries = (): Promise<Entry[]> =>
  house.sql('select id, type from event where case_id = $1 order by id', [held.revisionId]);
const newest = async (type: string, whose: Member): Promise<string> =>
  (
    await house.sql(`select max(id) as id from event where type = $1 and data ->> 'organisationId' = $2`, [
      type,
      whose.id,
    ])
  )[0]!['id'];
async function erase(id: string): Promise<void> {
  await sealed();
  await house.sql('select erase_event($1, $2)', [id, 'Personnummer']);
  await sealed();
}
const look = async () => {
  const { chain, records } = await lookAt(db, held.revisionId, true);
  return [...chain, ...records];
};
const reservationOf = async (who: Member): Promise<string | null | undefined> =>
  (
    await house.sql('select reservation from answer where hearing_id = $1 and organisation_id = $2', [
      held.hearingId,
      who.id,
    ])
  )[0]?.['reservation'];

/** Everything that can be said of a comment, an answer and a ballot. */
async function everything(): Promise<void> {
  const { hearingId } = held;
  const add = (text: string, proposedChange = text) =>
    one!.contact.do('addComment', { hearingId, type: 'general', text, proposedChange });
  const { commentId } = await add('Et personnummer i en bemærkning');
  const { commentId: gone } = await add('Et personnummer, der blev fortrudt');
  await submit(other!, 'Odenses eget forbehold');
  await one!.contact.do('submitAnswer', {
    hearingId,
    position: 'withRemarks',
    reservation: 'Aarhus’ forbehold',
    jointWith: [other!.id, third!.id],
  });
  await decide(third!, false);
  await decide(other!, true);
  await by.do('disposeComment', { commentId, disposition: 'noted', response: 'Svaret på bemærkningen' });
  // The words are others now: the answer is asked for again, and so is the co-sender.
  await one!.contact.do('editComment', { commentId, text: 'Et personnummer i den rettede bemærkning' });
  await decide(other!, true);
  await one!.contact.do('withdrawComment', { commentId: gone });
  await decide(other!, true);
  const noComment = await add('Fortrudt');
  for (const id of [commentId, noComment.commentId])
    await one!.contact.do('withdrawComment', { commentId: id });
  await submit(one!, 'Aarhus’ andet forbehold', [other!]);
  await decide(other!, true);
  await submit(one!, 'Aarhus’ andet forbehold');
  const last = await add('Den sidste bemærkning');
  await passDeadline(house, hearingId);
  const answer = { disposition: 'noted', response: 'Svaret på den sidste', theme: 'Temaet' } as const;
  await by.do('disposeComment', { commentId: last.commentId, ...answer });
  const { voteId, ...at } = await vote(house, { of: { ...held, ...(await finalVersion()) } });
  await markPresent(house, at, one!, other!);
  const cast = (statement?: string) =>
    one!.representative.do('castBallot', { voteId, choice: 'against', ...(statement && { statement }) });
  await cast('Aarhus’ mindretalsudtalelse');
  await cast();
  await by.do('recordBallotOnBehalf', {
    voteId,
    organisationId: other!.id,
    choice: 'for',
    means: 'phone',
  });
}

const finalVersion = (): Promise<{ versionId: string }> =>
  by.do('addVersion', {
    revisionId: held.revisionId,
    kind: 'final',
    title: 'Endelig',
    clauses: [{ number: '1', kind: 'requirement', heading: 'Krav', text: 'Æ, ø og å' }],
  });

const ofRecord = eventTypes.filter((type) => recordOf(type) !== null || partings.includes(type));
/** What its owner may erase of the case, whatever else happened in it. */
const erasable = async (): Promise<Entry[]> =>
  (await entries()).filter(({ type }) => (ofRecord as string[]).includes(type));

const wordsLeft = async (): Promise<unknown[]> => {
  const { hearingId } = held;
  const shown = await house.sql(
    `select text as words from comment where hearing_id = $1 and text <> 'Slettet / Erased'
      union select proposed_change from comment where hearing_id = $1
      union select theme from comment where hearing_id = $1
      union select response from comment where hearing_id = $1 and response <> 'Slettet / Erased'
      union select reservation from answer where hearing_id = $1
      union select b.statement from ballot b join vote v on v.id = b.vote_id where v.case_id = $2`,
    [hearingId, held.revisionId],
  );
  return shown.filter(({ words }) => words !== null);
};

describe('whatever is erased of a comment, an answer or a ballot', () => {
  const orders: [string, (all: Entry[]) => Entry[]][] = [
    ['from the first one on', (all) => all],
    ['from the last one back', (all) => all.toReversed()],
  ];
  test.each(orders)(
    'the trail still holds against the records, %s, and at last no record has its words',
    async (_, ordered) => {
      await everything();
      await sealed();
      const all = await erasable();
      expect([...new Set(all.map(({ type }) => type))].toSorted()).toEqual(ofRecord.toSorted());
      expect(await look()).toEqual([]);
      for (const { id, type } of ordered(all)) {
        await erase(id);
        expect([type, await look()]).toEqual([type, []]);
      }
      expect(await wordsLeft()).toEqual([]);
    },
    60_000,
  );
});

describe('a reservation that is erased', () => {
  test('is not that of the joint answer which came after', async () => {
    await submit(other!, 'Odenses eget forbehold');
    await submit(one!, 'Det fælles forbehold', [other!]);
    await decide(other!, true);
    await erase(await newest('answerSubmitted', other!));
    expect([await reservationOf(other!), await look()]).toEqual(['Det fælles forbehold', []]);
  });

  test('is the sender’s alone, until that of who accepted it is erased too', async () => {
    await submit(one!, 'Det fælles forbehold', [other!]);
    await decide(other!, true);
    await erase(await newest('answerSubmitted', one!));
    expect([await reservationOf(one!), await reservationOf(other!)]).toEqual([null, 'Det fælles forbehold']);
    await erase(await newest('jointAccepted', other!));
    expect([await reservationOf(other!), await look()]).toEqual([null, []]);
  });

  test('does not come back when the answer stands again, nor does one from before it', async () => {
    await submit(other!, 'Det første forbehold');
    await submit(other!, 'Det andet forbehold');
    await submit(one!, 'Det fælles forbehold', [other!]);
    await decide(other!, true);
    await erase(await newest('answerSubmitted', other!));
    await decide(other!, false);
    await sealed();
    expect([await reservationOf(other!), await look()]).toEqual([null, []]);
  });
});

test('an entry that changed no record is erased without a doubt about any', async () => {
  await submit(one!, 'Med forbehold', [other!]);
  await erase(await newest('jointProposed', other!));
  await house.sql(`update hearing set letter = 'Et andet brev' where id = $1`, [held.hearingId]);
  expect(await look()).toMatchObject([{ thing: 'hearing', field: 'letter', how: 'differs' }]);
});

test('an answer whose words are erased still counts as given, for those whom answers are sealed from', async () => {
  await submit(one!, 'Med forbehold');
  await house.advance(24 * 3600);
  await erase(await newest('answerSubmitted', one!));
  expect(await other!.contact.view(`hearing?id=${held.hearingId}`)).toMatchObject({ answered: 1 });
});

test('a seal that is between two organisations tells of neither’s answer', () => {
  expect(answerTypes.filter((type) => recordOf(type) !== 'answer')).toEqual([]);
  expect(partings.filter((type) => recordOf(type) !== null)).toEqual([]);
});
