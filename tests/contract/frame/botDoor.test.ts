import { beforeAll, describe, expect, test } from '@jest/globals';
import { tenantId } from '../../support/app.ts';
import { hearing, revision } from '../../support/cases.ts';
import {
  install,
  member,
  secretariat,
  stranger,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import {
  activity,
  cardMessages,
  deliver,
  messagesFor,
  wordsOf,
  type Activity,
  type Shown,
} from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chat = '';
let channelId = '';
let hearingId = '';
const bot = () => activity(house, one.contact)['recipient'] as { id: string; name: string };

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  // Before there is a chat to send it to: what arrives in the chats below are answers.
  ({ hearingId } = await hearing(house));
  chat = await install(house, one.contact);
  const people = [one.contact.objectId, by.objectId];
  ({ channelId } = await house.api('POST', '/teams', { name: 'Netværk', members: people }));
  await revision(house, { title: 'Rengøringsmidler' });
});

const told = async (who: Someone, sent: Activity, conversationId: string): Promise<Shown[]> => {
  const before = (await messagesFor(house, conversationId, who)).length;
  expect((await deliver(house, sent)).status).toBe(200);
  return (await messagesFor(house, conversationId, who)).slice(before);
};
const inChat = (more: Activity): Activity =>
  activity(house, one.contact, {
    conversation: { id: chat, conversationType: 'personal', tenantId },
    ...more,
  });
const write = (text: unknown, more: Activity = {}): Promise<Shown[]> =>
  told(one.contact, inChat({ type: 'message', text, ...more }), chat);

describe('what is written to the bot', () => {
  const spelled: [string, string][] = [
    ['status', 'Status for arbejdsgrupper'],
    ['  Status\n', 'Status for arbejdsgrupper'],
    ['<at>POGI</at> status', 'Status for arbejdsgrupper'],
    ['status <at>POGI</at>', 'Status for arbejdsgrupper'],
    ['<at>POGI</at>\n STATUS \r\n', 'Status for arbejdsgrupper'],
    ['<at>POGI</at>\u00A0status', 'Status for arbejdsgrupper'],
    ['Opgaver', 'Mine opgaver'],
    ['my tasks', 'Mine opgaver'],
    ['TASKS', 'Mine opgaver'],
    ['HJÆLP', 'Hjælp'],
    ['status tak', 'Hjælp'],
    ['<at>POGI</at>', 'Hjælp'],
  ];
  test.each(spelled)('%j is understood', async (text, summary) => {
    const answers = await write(text);
    expect(answers.map((one) => one.summary)).toEqual([summary]);
  });

  const wordless: [string, Activity][] = [
    [
      'a picture and no words',
      { attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/a' }] },
    ],
    ['more words than anyone reads', { text: 'status '.repeat(3_000) }],
    ['words beside a file', { text: 'Se vedhæftede', attachments: [{ contentType: 'file', name: 'a.pdf' }] }],
    ['an emoji', { text: '👍' }],
    ['a value that is no button', { value: { text: 'status' } }],
    ['a value that is a list', { value: ['status'] }],
  ];
  test.each(wordless)('%s is answered with what can be written', async (_, more) => {
    const before = await fingerprint(house);
    const answers = await write(undefined, more);
    expect(answers.map((one) => one.summary)).toEqual(['Hjælp']);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });
});

describe('in a channel', () => {
  const place = (messageId: string) => ({
    conversation: {
      id: `${channelId};messageid=${messageId}`,
      conversationType: 'channel',
      tenantId,
      isGroup: true,
    },
    channelData: { tenant: { id: tenantId }, team: { id: channelId }, channel: { id: channelId } },
  });
  const ask = (who: Someone, text: string) =>
    told(
      who,
      activity(house, who, {
        type: 'message',
        text: `<at>POGI</at> ${text}`,
        entities: [{ type: 'mention', mentioned: bot(), text: '<at>POGI</at>' }],
        ...place('1'),
      }),
      channelId,
    );

  test('a mention is answered there, once', async () => {
    const answers = await ask(one.contact, 'status');
    expect(answers.map((message) => message.summary)).toEqual(['Status for arbejdsgrupper']);
    expect(wordsOf(answers[0]!.cards)).toContain('Rengøringsmidler');
  });

  test('the secretariat’s question shows the channel no more of an open hearing than a member’s', async () => {
    await one.staff.do('addComment', { hearingId, type: 'general', text: 'Hemmeligt endnu' });
    const asOf = /(opgjort|kl\.) kl\. [\d.]+|kl\. \d\d\.\d\d/g;
    const words = async (who: Someone) => wordsOf((await ask(who, 'status'))[0]!.cards).replaceAll(asOf, '');
    expect(await words(by)).toBe(await words(one.contact));
  });

  test('a stranger who asks is told to write in a chat of their own, and nothing of any case', async () => {
    const who = await stranger(house);
    const answers = await told(
      one.contact,
      activity(house, who, { type: 'message', text: '<at>POGI</at> status', ...place('2') }),
      channelId,
    );
    expect(wordsOf(answers[0]!.cards)).toContain('Skriv til mig i vores egen chat');
    expect(wordsOf(answers[0]!.cards)).not.toContain('Rengøringsmidler');
  });

  test('a thread is not a place of its own: the channel is known once', async () => {
    await ask(one.contact, 'hjælp');
    const rows = await house.sql('select id from conversation where id like $1', [`${channelId}%`]);
    expect(rows).toEqual([{ id: channelId }]);
  });
});

describe('what is not for the bot to answer', () => {
  const quiet: [string, Activity][] = [
    ['somebody else joins', { type: 'conversationUpdate', membersAdded: [{ id: '29:anden' }] }],
    ['somebody else leaves', { type: 'conversationUpdate', membersRemoved: [{ id: '29:anden' }] }],
    ['a thumb up', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' }],
    ['a thumb taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: '1' }],
    [
      'a message edited',
      { type: 'messageUpdate', text: 'status', channelData: { eventType: 'editMessage' } },
    ],
    ['a message deleted', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a read receipt', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} }],
    ['a channel renamed', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
    ['typing', { type: 'typing', text: 'status' }],
  ];
  test.each(quiet)('%s: no answer, and nothing is recorded', async (_, more) => {
    await deliver(house, inChat({ type: 'typing' }));
    const before = await fingerprint(house);
    const channelData = { tenant: { id: tenantId }, ...more['channelData'] };
    const sent = inChat({ ...more, channelData });
    expect(await told(one.contact, sent, chat)).toEqual([]);
    const changed = changes(before, await fingerprint(house));
    expect(changed.filter((table) => table !== 'conversation')).toEqual([]);
  });

  test('the bot’s own arrival in a chat says nothing by itself, and makes the chat a place to speak', async () => {
    const who = one.staff;
    const conversation = { id: `a:${who.objectId}`, conversationType: 'personal', tenantId };
    const added = activity(house, who, { type: 'conversationUpdate', membersAdded: [bot()], conversation });
    expect((await deliver(house, added)).status).toBe(200);
    expect(await cardMessages(house, conversation.id, who).catch(() => [])).toEqual([]);
    const known = await house.sql('select kind from conversation where id = $1', [conversation.id]);
    expect(known).toEqual([{ kind: 'personal' }]);
  });
});

describe('an invoke of another shape', () => {
  const value = { action: { type: 'Action.Execute', verb: 'addComment', data: {} }, trigger: 'manual' };
  const odd: [string, Activity, number][] = [
    ['no value', { name: 'adaptiveCard/action' }, 400],
    ['a value of null', { name: 'adaptiveCard/action', value: null }, 400],
    ['a value that is a list', { name: 'adaptiveCard/action', value: [value] }, 400],
    ['a value that is text', { name: 'adaptiveCard/action', value: JSON.stringify(value) }, 400],
    ['no action', { name: 'adaptiveCard/action', value: { trigger: 'manual' } }, 400],
    ['an action of null', { name: 'adaptiveCard/action', value: { action: null } }, 400],
    ['no verb', { name: 'adaptiveCard/action', value: { action: { data: {} } } }, 400],
    ['an empty verb', { name: 'adaptiveCard/action', value: { action: { verb: '', data: {} } } }, 200],
    [
      'data of null',
      { name: 'adaptiveCard/action', value: { action: { verb: 'castBallot', data: null } } },
      200,
    ],
    [
      'a list for data',
      { name: 'adaptiveCard/action', value: { action: { verb: 'closeVote', data: [1] } } },
      200,
    ],
    [
      'ids that are objects',
      {
        name: 'adaptiveCard/action',
        value: { action: { verb: 'view', data: { view: 'vote', id: { a: 1 } } } },
      },
      200,
    ],
    [
      'the keys of an object’s own parts',
      { name: 'adaptiveCard/action', value: { action: { verb: '__proto__', data: { constructor: 1 } } } },
      200,
    ],
    ['a search in a message extension', { name: 'composeExtension/query', value: { commandId: 'x' } }, 501],
    ['a sign-in', { name: 'signin/verifyState', value: { state: '1' } }, 501],
    ['a file consent', { name: 'fileConsent/invoke', value: { action: 'accept' } }, 501],
    ['a submitted dialog', { name: 'task/submit', value: { data: {} } }, 501],
    ['no name', { value }, 501],
  ];
  test.each(odd)('%s: answered in the protocol, and nothing is changed', async (_, more, statusCode) => {
    const before = await fingerprint(house);
    const answer = await deliver(house, activity(house, one.staff, { type: 'invoke', ...more }));
    expect({ status: answer.status, statusCode: answer.body?.statusCode }).toEqual({
      status: 200,
      statusCode,
    });
    if (statusCode === 200) expect(wordsOf(answer.body.value).length).toBeGreaterThan(40);
    const changed = changes(before, await fingerprint(house));
    expect(changed.filter((table) => table !== 'conversation')).toEqual([]);
  });
});
