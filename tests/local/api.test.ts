import { describe, expect, test } from '@jest/globals';
import { appId, oid, tenantId } from '../contract/frame/standinHelp.ts';
import { ask, meetingOf, refusal, sendCard, teamOf, useStage } from './help.ts';

const stage = useStage();
const state = () => stage.api('GET', '/state');
const persona = async (n: number) =>
  (await stage.api<any[]>('GET', '/personas')).find((one) => one.objectId === oid(n));
const post = (path: string, body?: unknown) => ask(stage, 'POST', `/_platform${path}`, body);

describe('what the page is told', () => {
  test('a persona is a role in an organisation, with posts, and whether the bot is there', async () => {
    const displayName = 'Indkøbschef, Københavns Kommune, Økonomi';
    const posts = ['representative', 'chair'];
    await post('/people', { objectId: oid(1), displayName, email: 'a@example.dk', guest: true, posts });
    expect(await persona(1)).toMatchObject({
      displayName,
      role: 'Indkøbschef',
      organisation: 'Københavns Kommune, Økonomi',
      guest: true,
      posts,
      installed: false,
    });
    const { body } = await post('/install', { objectId: oid(1) });
    expect(await persona(1)).toMatchObject({ installed: true, personalConversationId: body.conversationId });
  });

  test('told again, a person is the same person with the new particulars', async () => {
    await stage.add(2);
    const before = await persona(2);
    await stage.add(2, 'Udbudskonsulent');
    expect(await persona(2)).toEqual({
      ...before,
      role: 'Udbudskonsulent',
      displayName: 'Udbudskonsulent, Kommune 2',
    });
  });

  test('whose app it is, which teams and meetings there are, and who is in them', async () => {
    const team = await teamOf(stage, [3, 4], 'Partnerskabet');
    const meeting = await meetingOf(stage, [3, 4]);
    expect(await state()).toMatchObject({ appId, tenantId, botName: 'POGI', faults: [], scenario: null });
    expect((await state()).teams).toContainEqual({
      id: team.teamId,
      channelId: team.channelId,
      name: 'Partnerskabet',
      groupId: expect.any(String),
    });
    const [shown] = (await state()).meetings.filter((one: any) => one.id === meeting.meetingId);
    expect(shown).toMatchObject({ members: [oid(3), oid(4)], bot: true, inMeeting: [], state: 'scheduled' });
  });

  test('no key and no secret', async () => {
    const text = JSON.stringify(await state());
    expect(text).not.toMatch(/"(d|p|q|dp|dq|qi)":|a secret/);
  });

  test('which story is loaded and what to try in it', async () => {
    const title = { da: 'Forårsmødet', en: 'The spring meeting' };
    const guide = [{ text: { da: 'Svar', en: 'Answer' }, objectId: oid(3), view: 'chat' }];
    await post('/scenario', { name: 'spring-meeting', title, guide });
    expect((await state()).scenario).toEqual({ name: 'spring-meeting', title, guide });
  });
});

describe('the page hears of changes as they happen', () => {
  async function listen() {
    const leave = new AbortController();
    const answer = await fetch(`${stage.platform.url}/_platform/events`, { signal: leave.signal });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (found: (events: any[]) => boolean) => {
      for (;;) {
        const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!));
        if (found(events)) return events;
        text += (await reader.read()).value ?? '';
      }
    };
    return { until, leave: () => leave.abort() };
  }

  test('many messages in one chat at once are told once', async () => {
    const chat = await stage.install(10);
    const page = await listen();
    await Promise.all(Array.from({ length: 10 }, () => sendCard(stage, chat)));
    await post('/people', { objectId: oid(11), displayName: 'Indkøber, Kommune 11', email: 'a@example.dk' });
    const events = await page.until((all) => all.some(({ kind }) => kind === 'people'));
    page.leave();
    const messages = events.filter(({ kind }) => kind === 'message');
    expect(messages.length).toBeLessThan(10);
    expect(messages[0]).toEqual({ kind: 'message', conversationId: chat });
  });
});

describe('bad input', () => {
  const half = { objectId: oid(20), conversationId: 'x' };
  const meeting = { title: 'M', joinUrl: 'https://x/y', startsAt: '2027-05-06', endsAt: '2027-05-07' };
  const person = { objectId: oid(29), displayName: 'Indkøber, Kommune 29', email: 'a@example.dk' };

  test.each<[string, unknown, string]>([
    ['/people', {}, 'objectId'],
    ['/people', { ...person, objectId: 'me' }, 'objectId'],
    ['/people', { ...person, objectId: '__proto__' }, 'objectId'],
    ['/people', { ...person, displayName: {} }, 'displayName'],
    ['/people', { ...person, email: '' }, 'email'],
    ['/people', { ...person, posts: 'chair' }, 'posts'],
    ['/people', null, 'the body'],
    ['/people', '"a text"', 'the body'],
    ['/people', '{"objectId":', 'not JSON'],
    ['/install', {}, 'objectId'],
    ['/teams', {}, 'members'],
    ['/teams', { name: 'Hold', members: [] }, 'members'],
    ['/teams', { name: 'Hold', members: oid(20) }, 'members'],
    ['/meetings', {}, 'title'],
    ['/meetings', { ...meeting, members: [] }, 'members'],
    ['/meetings', { ...meeting, members: [oid(20)], startsAt: 'soon' }, 'startsAt'],
    ['/meetings', { ...meeting, members: [oid(20)], joinUrl: 'here' }, 'joinUrl'],
    ['/say', half, 'text'],
    ['/say', { ...half, text: 5 }, 'text'],
    ['/click', half, 'activityId'],
    ['/click', { ...half, activityId: '1', verb: 'view', trigger: 'now' }, 'trigger'],
    ['/click', { ...half, activityId: '1', verb: 'view', data: 'x' }, 'data'],
    ['/faults', { kind: 'slow', ms: 'long' }, 'ms'],
    ['/faults', { kind: '429', times: 0 }, 'times'],
    ['/limits', null, 'the body'],
    ['/token', {}, 'objectId'],
    ['/bot-token', { overrides: { key: 'mine' } }, 'overrides.key'],
    ['/bot-token', { overrides: { alg: 'HS256' } }, 'overrides.alg'],
    ['/app-token', {}, 'audience'],
    ['/scenario', {}, 'name'],
  ])('%s %j is refused in words that name what is wrong, and nothing changed', async (path, body, word) => {
    await stage.install(20);
    const before = await state();
    stage.heard.length = 0;
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(word);
    const { now: _, ...after } = await state();
    expect(after).toEqual({ ...before, now: undefined });
    expect(stage.heard).toEqual([]);
  });

  test('one stranger among the invited, and neither team nor meeting is made', async () => {
    await stage.add(20);
    const before = await state();
    const members = [oid(20), oid(99)];
    for (const [path, said] of [
      ['/teams', { name: 'Hold', members }],
      ['/meetings', { ...meeting, members }],
    ] as const)
      expect(refusal(await post(path, said))).toEqual([404, 'UserNotFound']);
    const after = await state();
    expect([after.teams, after.meetings]).toEqual([before.teams, before.meetings]);
  });

  test.each(['constructor', 'toString', '__proto__'])('nobody is called %s', async (objectId) => {
    for (const path of ['/install', '/token'])
      expect(refusal(await post(path, { objectId }))).toEqual([404, 'UserNotFound']);
    expect(refusal(await post(`/meetings/${objectId}/start`))).toEqual([404, 'MeetingNotFound']);
    const chat = await ask(stage, 'GET', `/_platform/chats/${objectId}/messages?as=${objectId}`);
    expect(chat.status).toBe(404);
  });

  test('an address that is no address is refused, not broken', async () => {
    const answer = await post('/meetings/%E0%A4%A/start');
    expect(refusal(answer)).toEqual([400, 'BadArgument']);
  });

  test('what there is not is said to be missing, by method and address', async () => {
    const answer = await ask(stage, 'PUT', '/_platform/people');
    expect(refusal(answer)).toEqual([404, 'NotFound']);
    expect(answer.body.error.message).toBe('No PUT /_platform/people');
  });
});

describe('the page’s own files', () => {
  test('may take scripts, data and frames from this machine alone', async () => {
    const policy = (await ask(stage, 'GET', '/')).headers.get('content-security-policy')!;
    const rules = Object.fromEntries(
      policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(rules).toMatchObject({ 'default-src': "'none'", 'frame-ancestors': "'none'" });
    for (const kind of ['script-src', 'connect-src', 'frame-src', 'form-action'])
      expect(rules[kind]).toBe("'self'");
  });

  test.each([
    ['/', 'text/html'],
    ['/page/app.js', 'text/javascript'],
    ['/page/styles/style.css', 'text/css'],
    ['/page/icon.svg', 'image/svg+xml'],
    ['/page/adaptivecards.js', 'text/javascript'],
  ])('%s comes as %s', async (path, type) => {
    const { status, headers } = await ask(stage, 'GET', path);
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
  });

  test.each([
    '/page/../platform.ts',
    '/page/%2e%2e/platform.ts',
    '/page/..%2fplatform.ts',
    '/page/',
    '/page/none.js',
    '/etc/passwd',
  ])('%s is not among them', async (path) => {
    expect((await ask(stage, 'GET', path)).status).toBe(404);
  });
});
