import { beforeAll, describe, expect, test } from '@jest/globals';
import { markPresent, meeting, revision, vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  await member(house, { name: 'Odense Kommune' });
});

const idsOf = async (query: string): Promise<string[]> =>
  (await one.representative.view<{ items: { id: string }[] }>(query)).items.map(({ id }) => id);

/** The list as it is without being asked for either, and both parts of it. */
async function parts(
  list: string,
  which: string,
): Promise<{ whole: string[]; open: string[]; closed: string[] }> {
  const [whole, open, closed] = await Promise.all([
    idsOf(list),
    idsOf(`${list}?${which}=false`),
    idsOf(`${list}?${which}=true`),
  ]);
  return { whole, open, closed };
}

describe('what is under way can be read without what is over', () => {
  test('cases: one is over when its goal was carried, and not while it is drafted or voted on', async () => {
    const drafted = await revision(house);
    const voted = await vote(house);
    const carried = await vote(house, { of: await revision(house, { kind: 'final' }) });
    await markPresent(house, carried, one);
    await one.representative.do('castBallot', { voteId: carried.voteId, choice: 'for' });
    await by.do('closeVote', { voteId: carried.voteId });
    const { whole, open, closed } = await parts('revisions', 'over');
    expect(closed).toEqual([carried.revisionId]);
    expect(new Set(open)).toEqual(new Set([drafted.revisionId, voted.revisionId]));
    expect(whole.filter((id) => open.includes(id))).toEqual(open);
    expect(whole).toHaveLength(open.length + closed.length);
  });

  test('meetings: one that lasts longer than planned is not over before it has ended', async () => {
    const held = await meeting(house, { hours: 1 });
    const before = await meeting(house, { hours: 1, inSession: false });
    const later = await meeting(house, { hours: 5, inSession: false });
    await house.advance('PT2H');
    const during = await parts('meetings', 'past');
    expect(during.open).toEqual(expect.arrayContaining([held.meetingId, later.meetingId]));
    expect(during.closed).toContain(before.meetingId);
    await by.do('endSession', { meetingId: held.meetingId });
    const after = await parts('meetings', 'past');
    expect(after.open).not.toContain(held.meetingId);
    expect(after.closed).toContain(held.meetingId);
    expect(after.whole.filter((id) => after.closed.includes(id))).toEqual(after.closed);
    expect(after.whole).toHaveLength(after.open.length + after.closed.length);
  });

  test('meetings: one that was cancelled lies with what is over, whenever it would have been', async () => {
    const { meetingId } = await meeting(house, { hours: 5, inSession: false });
    await by.do('cancelMeeting', { meetingId, reason: 'For få kan komme.' });
    const { whole, open, closed } = await parts('meetings', 'past');
    expect(open).not.toContain(meetingId);
    expect(closed).toContain(meetingId);
    expect(whole).toHaveLength(open.length + closed.length);
  });

  test.each(['revisions?over=perhaps', 'meetings?past=1'])(
    'and nothing else can be asked: %s',
    async (query) => {
      expect(await by.viewStatus(query)).toBe(400);
    },
  );
});
