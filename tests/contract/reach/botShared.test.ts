import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, tenantId } from '../../support/app.ts';
import { hearing, meeting, vote, type Hearing } from '../../support/cases.ts';
import { install, stranger, type Someone } from '../../support/factories.ts';
import { activity, deliver, messagesFor, wordsOf, type Activity } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { castOf, known, type Cast, type Reader } from '../../views/frame/ground.ts';

const house = useHouse();
const draft = 'Kravet er for dyrt for en lille kommune.';
let cast: Cast;
let held: Hearing;
let nobody: Someone;
let places: Record<'channel' | 'meeting' | 'group', Activity>;

beforeAll(async () => {
  cast = await castOf(house);
  nobody = await stranger(house);
  held = await hearing(house);
  await cast.one.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text: draft });
  await vote(house);
  const everybody = [...Object.values(cast.readers), nobody];
  const members = everybody.map(({ objectId }) => objectId);
  const { channelId } = await house.api('POST', '/teams', { name: 'Netværk', members });
  const at = await meeting(house, { invited: everybody, inSession: false });
  const shared = { isGroup: true, tenantId };
  const meetingChat = { id: at.conversationId, conversationType: 'groupChat', ...shared };
  places = {
    channel: { conversation: { id: channelId, conversationType: 'channel', ...shared } },
    meeting: {
      conversation: meetingChat,
      channelData: { tenant: { id: tenantId }, meeting: { id: at.platformId } },
    },
    group: { conversation: meetingChat },
  };
});

const everyone = (): [string, Someone][] => [
  ...known.map((reader): [Reader, Someone] => [reader, cast.readers[reader]]),
  ['somebody whom the register does not know', nobody],
];

/** What the whole chat reads after something was sent into it; when it was said is left out. */
async function heardAfter(who: Someone, place: Activity, sent: Activity): Promise<string> {
  const { id } = place['conversation'];
  const before = (await messagesFor(house, id, who)).length;
  await deliver(house, activity(house, who, { type: 'message', ...place, ...sent }));
  const all = await eventually(
    () => messagesFor(house, id, who),
    (seen) => seen.length > before,
  );
  const words = all.slice(before).map(({ text, cards }) => `${text} ${cards.map(wordsOf).join(' ')}`);
  return words.join('\n').replace(/kl\. \d\d\.\d\d/g, 'kl.');
}

const kinds = ['channel', 'meeting', 'group'] as const;

describe.each(kinds)('in a chat that others read: a %s', (kind) => {
  test.each(['mine opgaver', 'status', 'hjælp', 'noget andet', ''])(
    '»%s« is answered the same to all, with nothing that only one of them may know',
    async (text) => {
      const told = new Map<string, string[]>();
      for (const [reader, who] of everyone()) {
        const words = await heardAfter(who, places[kind], { text });
        told.set(words, [...(told.get(words) ?? []), reader]);
        for (const secret of [draft, 'Aarhus', 'Odense', 'Region Fyn', 'Afgiv', 'registrer'])
          expect({ reader, words }).not.toMatchObject({ words: expect.stringContaining(secret) });
      }
      // Where the cases stand is told to every member alike, and to nobody else.
      const groups = [...told.values()].map((readers) => readers.length);
      expect(groups).toEqual(text === 'status' ? [known.length, 1] : [known.length + 1]);
    },
  );

  test('one’s own tasks are told to be elsewhere', async () => {
    const words = await heardAfter(cast.one.contact, places[kind], { text: 'mine opgaver' });
    expect(words).toContain('Skriv til mig i vores egen chat');
  });

  test('a button sent as a message is answered the same to all, done or refused', async () => {
    const data = { hearingId: held.hearingId, position: 'noRemarks' };
    const told = new Set<string>();
    for (const [, who] of everyone())
      told.add(await heardAfter(who, places[kind], { value: { verb: 'submitAnswer', ...data } }));
    expect([...told]).toHaveLength(1);
  });
});

test('in one’s own chat the same word is answered with one’s own tasks', async () => {
  const id = await install(house, cast.one.staff);
  const conversation = { id, conversationType: 'personal', tenantId };
  const words = await heardAfter(cast.one.staff, { conversation }, { text: 'mine opgaver' });
  expect(words).toContain('Skriv bemærkninger');
});
