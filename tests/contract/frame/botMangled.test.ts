import fc from 'fast-check';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { tenantId } from '../../support/app.ts';
import { hearing, meeting } from '../../support/cases.ts';
import { install, member, type Member } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { activity, channelToken, deliver, invoke, messagesFor, type Activity } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
let chat = '';
let token = '';
let hearingId = '';
let at: Awaited<ReturnType<typeof meeting>>;

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  chat = await install(house, one.contact);
  ({ hearingId } = await hearing(house));
  at = await meeting(house, { invited: [one.contact], inSession: false });
  token = await channelToken(house);
});

const inChat = (more: Activity): Activity =>
  activity(house, one.contact, {
    conversation: { id: chat, conversationType: 'personal', tenantId },
    ...more,
  });
/** One of each kind that is answered, none of which changes anything. */
const kinds = (): Activity[] => [
  inChat({ type: 'message', text: 'status', entities: [], textFormat: 'plain' }),
  inChat({ ...invoke('view', { view: 'hearing', id: hearingId }) }),
  // Two faults: whatever mends one of them by chance, nothing is written.
  inChat({ ...invoke('addComment', { hearingId, type: 'none', text: '' }) }),
  inChat({ type: 'message', value: { verb: 'view', view: 'tasks' } }),
  inChat({ type: 'invoke', name: 'composeExtension/query', value: { commandId: 'cases', parameters: [] } }),
  inChat({ type: 'conversationUpdate', membersAdded: [{ id: '29:x' }], membersRemoved: [{ id: '29:y' }] }),
  inChat({ type: 'installationUpdate', action: 'upgrade' }),
  inChat({ type: 'event', name: 'application/vnd.microsoft.meetingEnd', value: { EndTime: 'x' } }),
];
/** What throws as soon as anybody takes it for text or a number. */
const unprintable = { toString: 1, valueOf: 1 };
const wrong = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, '', [], {}, [null], [[]], unprintable),
  fc.constantFrom<unknown>('\u0000', '\ud800', 'x'.repeat(5_000), '<at>'.repeat(5_000)),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Every place in an activity where something stands, the whole and the parts. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]));
  return path.length > 0 ? [path, ...inside] : inside;
}
function mangled(sent: Activity, path: string[], by: unknown): Activity {
  const copy = structuredClone(sent);
  const last = path.at(-1)!;
  let target: any = copy;
  for (const key of path.slice(0, -1)) target = target[key];
  if (by === undefined) delete target[last];
  else target[last] = by;
  return copy;
}

const writable = (tables: string[]): string[] => tables.filter((table) => table !== 'conversation');

describe('an activity that is not what its type says', () => {
  test('never fails and writes nothing, whatever stands in place of whatever', async () => {
    for (const sent of kinds()) await deliver(house, sent, token);
    const before = await fingerprint(house);
    for (const sent of kinds())
      for (const place of placesIn(sent))
        expect([200, 400, 403, 501]).toContain(
          (await deliver(house, mangled(sent, place, unprintable), token)).status,
        );
    const which = fc.nat({ max: kinds().length - 1 });
    await fc.assert(
      fc.asyncProperty(which, fc.nat(), fc.option(wrong, { nil: undefined }), async (kind, place, by) => {
        const sent = kinds()[kind]!;
        const places = placesIn(sent);
        const { status } = await deliver(house, mangled(sent, places[place % places.length]!, by), token);
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
    expect(writable(changes(before, await fingerprint(house)))).toEqual([]);
  }, 60_000);

  const odd: [string, Activity][] = [
    ['text that is yes', { text: true }],
    ['text that is a number', { text: -1 }],
    ['text that is an object', { text: {} }],
    ['from that is a word', { from: 'somebody' }],
    ['a value of nothing', { value: null }],
    ['entities that are no list', { entities: 7 }],
    ['channel data that is a list', { channelData: [] }],
    ['a locale that is a number', { locale: 7 }],
    ['an id that is an object', { id: {} }],
    ['a person with an id that no database keeps', { from: { id: '29:x', aadObjectId: 'a\u0000' } }],
    ['members that are none', { type: 'conversationUpdate', membersRemoved: [null, 7, { id: 7 }] }],
    ['an installation that is a number', { type: 'installationUpdate', action: 7 }],
    ['a name that is a list', { type: 'event', name: ['meetingStart'] }],
    ['a time that is none', { timestamp: 'soon' }],
    ['a wish for another way to be answered', { deliveryMode: 'expectReplies' }],
  ];
  test.each(odd)('%s is taken for what is left of it', async (_, more) => {
    expect((await deliver(house, inChat({ type: 'message', text: 'status', ...more }), token)).status).toBe(
      200,
    );
  });

  const gone = ['x', ' ', '..', 'a/b', '%zz', '?', '19:gone@thread.v2'];
  test.each(gone)(
    'from a chat %j, where Teams takes no answer, it is taken and nothing fails',
    async (id) => {
      const conversation = { id, conversationType: 'personal', tenantId };
      for (const sent of [
        { type: 'message', text: 'status' },
        { type: 'message', value: { verb: 'view', view: 'tasks' } },
        { type: 'message', text: 'status', conversation: { id, conversationType: 'channel', tenantId } },
      ])
        expect((await deliver(house, inChat({ conversation, ...sent }), token)).status).toBe(200);
    },
  );

  const none: [string, Activity][] = [
    ['no conversation', { conversation: undefined }],
    ['a conversation that is a word', { conversation: 'x' }],
    ['a conversation whose id is a number', { conversation: { id: 7, tenantId } }],
    ['no type', { type: undefined }],
    ['a type that is a number', { type: 7 }],
  ];
  test.each(none)('%s is refused', async (_, more) => {
    const { status } = await deliver(house, inChat({ type: 'message', text: 'status', ...more }), token);
    expect(status).toBe(400);
  });

  test('and nobody without a token is told even that', async () => {
    for (const body of [7, null, 'x', [], {}, { type: 'message' }, inChat({ type: 'message' })])
      expect([400, 401]).toContain(
        (await house.request('POST', '/api/messages', { body: JSON.stringify(body) })).status,
      );
  });
});

describe('what is written to the bot', () => {
  const answerTo = async (text: string): Promise<string[]> => {
    const before = (await messagesFor(house, chat, one.contact)).length;
    expect((await deliver(house, inChat({ type: 'message', text }), token)).status).toBe(200);
    return (await messagesFor(house, chat, one.contact)).slice(before).map(({ summary }) => summary);
  };

  test.each(['status.', 'Status?', '<p>status</p>', '<div><p>status&nbsp;</p></div>', 'Status!'])(
    '%j asks for the status',
    async (text) => expect(await answerTo(text)).toEqual(['Status for arbejdsgrupper']),
  );

  test('a long message of nothing but names is answered as soon as a short one', async () => {
    const takes = async (text: string): Promise<number> => {
      const from = performance.now();
      expect(await answerTo(text)).toEqual(['Hjælp']);
      return performance.now() - from;
    };
    const short = await takes('<at>POGI</at>');
    expect(await takes('<at>'.repeat(24_000))).toBeLessThan(short * 5 + 300);
  });
});

describe('Teams tells of a meeting in any order', () => {
  const tell = (what: 'Start' | 'End', time: unknown, series = at) =>
    deliver(
      house,
      activity(house, one.contact, {
        type: 'event',
        name: `application/vnd.microsoft.meeting${what}`,
        value: { MeetingType: 'Scheduled', [`${what}Time`]: time },
        conversation: { id: series.conversationId, conversationType: 'groupChat', isGroup: true, tenantId },
        channelData: { tenant: { id: tenantId }, meeting: { id: series.platformId } },
      }),
      token,
    );
  const sessions = async (): Promise<string[]> =>
    (
      await house.sql<{ open: boolean }>(
        'select ended_at is null as open from session where meeting_id = $1 order by opened_at',
        [at.meetingId],
      )
    ).map(({ open }) => (open ? 'in session' : 'over'));

  test('a beginning that is told after the end that came later opens nothing', async () => {
    await tell('End', '2027-01-11T09:00:00Z');
    await tell('Start', '2027-01-11T08:00:00Z');
    expect(await sessions()).toEqual([]);
  });

  test('the next one of a series in the same chat is a session of its own', async () => {
    await tell('Start', '2027-01-18T08:00:00.1234567Z');
    expect(await sessions()).toEqual(['in session']);
    await tell('End', '2027-01-18T09:00:00Z');
    await tell('Start', '2027-01-25T08:00:00Z');
    expect(await sessions()).toEqual(['over', 'in session']);
  });

  test('and is not ended by the end of the one before, told late', async () => {
    await tell('End', '2027-01-18T09:00:01Z');
    expect(await sessions()).toEqual(['over', 'in session']);
  });

  test.each([7, null, {}, 'soon', '2027-02-30T08:00:00Z', '0000-01-01T00:00:00Z'])(
    'with a time like %j it counts as it comes',
    async (time) => {
      expect((await tell('End', time)).status).toBe(200);
      expect((await sessions()).at(-1)).toBe('over');
      expect((await tell('Start', time)).status).toBe(200);
      expect((await sessions()).at(-1)).toBe('in session');
    },
  );
});
