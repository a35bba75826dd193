import { describe, expect, test } from '@jest/globals';
import { appId, oid, tenantId } from '../../contract/frame/standinHelp.ts';
import { meetingOf, teamOf, useStage } from '../help.ts';

const stage = useStage();
const bot = `28:${appId}`;
const heard = () => stage.heard.map(({ activity }) => activity);
const forget = () => void (stage.heard.length = 0);
const members = (conversationId: string, ids: string[]) =>
  stage.api('POST', `/chats/${encodeURIComponent(conversationId)}/members`, { members: ids });

describe('the bot comes and goes', () => {
  test('taken out of a personal chat it is told twice: as a change of members, and as a removal', async () => {
    const conversationId = await stage.install(1);
    forget();
    const answer = await stage.api('POST', '/uninstall', { objectId: oid(1) });
    expect(answer).toEqual({ conversationId, conversationUpdate: 200, installationUpdate: 200 });
    const [update, removal] = heard();
    expect(update).toMatchObject({ type: 'conversationUpdate', membersRemoved: [{ id: bot }] });
    expect(update!.membersAdded).toBeUndefined();
    expect(removal).toMatchObject({ type: 'installationUpdate', action: 'remove' });
  });

  test('back again it is the same chat, with what was said before', async () => {
    const before = await stage.install(2);
    await stage.api('POST', '/say', { objectId: oid(2), conversationId: before, text: 'status' });
    await stage.api('POST', '/uninstall', { objectId: oid(2) });
    expect(await stage.install(2)).toBe(before);
    expect(await stage.seen(before, 2)).toMatchObject([{ text: 'status' }]);
  });

  test('in a team both activities name the team, its group and its channel', async () => {
    const { teamId, channelId } = await teamOf(stage, [3, 4], 'Partnerskabet');
    expect(heard()).toHaveLength(2);
    for (const activity of heard())
      expect(activity).toMatchObject({
        conversation: { id: channelId, conversationType: 'channel', isGroup: true, tenantId },
        channelData: {
          tenant: { id: tenantId },
          team: { id: teamId, name: 'Partnerskabet', aadGroupId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
          channel: { id: channelId },
        },
      });
  });

  test('in a meeting’s chat both activities name the meeting', async () => {
    const { meetingId, conversationId } = await meetingOf(stage, [3, 4]);
    expect(heard().map(({ type }) => type)).toEqual(['conversationUpdate', 'installationUpdate']);
    for (const activity of heard())
      expect(activity).toMatchObject({
        conversation: { id: conversationId, conversationType: 'groupChat', isGroup: true },
        channelData: { meeting: { id: meetingId } },
      });
  });

  test('an app that answers with an error is not hidden from whoever installs it', async () => {
    await stage.add(5);
    const broken = stage.server.listeners('request');
    stage.server.removeAllListeners('request');
    stage.server.on('request', (_, response) => {
      response.statusCode = 500;
      response.end('broken');
    });
    const answer = await stage.api('POST', '/install', { objectId: oid(5) });
    stage.server.removeAllListeners('request');
    for (const one of broken) stage.server.on('request', one as () => void);
    expect(answer).toMatchObject({ conversationUpdate: 500, installationUpdate: 500 });
  });
});

describe('people come to a conversation', () => {
  test('the bot is told of those who are new, by Teams’ id and Entra’s', async () => {
    const { channelId } = await teamOf(stage, [10]);
    await Promise.all([stage.add(11), stage.add(12)]);
    forget();
    expect(await members(channelId, [oid(10), oid(11), oid(12)])).toEqual({ added: 2 });
    expect(heard()).toMatchObject([
      {
        type: 'conversationUpdate',
        membersAdded: [
          { aadObjectId: oid(11), id: expect.stringMatching(/^29:/), name: 'Indkøbschef, Kommune 11' },
          { aadObjectId: oid(12) },
        ],
      },
    ]);
  });

  test('nobody new is no news', async () => {
    const { channelId } = await teamOf(stage, [10, 11]);
    forget();
    expect(await members(channelId, [oid(10), oid(11)])).toEqual({ added: 0 });
    expect(heard()).toEqual([]);
  });

  test('a bot that is not there hears nothing of it', async () => {
    const { conversationId } = await meetingOf(stage, [10], false);
    await stage.add(13);
    expect(await members(conversationId, [oid(13)])).toEqual({ added: 1 });
    expect(heard()).toEqual([]);
  });
});

describe('a meeting begins and ends', () => {
  // platform.md section 4 [V]: the SDK reads PascalCase in `value`; a meeting's own id is in channelData.
  test.each([
    ['start', 'meetingStart', 'StartTime'],
    ['end', 'meetingEnd', 'EndTime'],
  ])('%s is told as an event with Teams’ spelling of its fields', async (step, name, time) => {
    const { meetingId, path, joinUrl } = await meetingOf(stage, [1]);
    forget();
    expect(await stage.api('POST', `${path}/${step}`)).toEqual({ status: 200 });
    const [event] = heard();
    expect(event).toMatchObject({
      type: 'event',
      name: `application/vnd.microsoft.${name}`,
      channelData: { meeting: { id: meetingId } },
      value: { MeetingType: 'Scheduled', Title: 'Styregruppemøde', JoinUrl: joinUrl },
    });
    const fields = ['Id', 'JoinUrl', 'MeetingType', 'Title', time];
    expect(Object.keys(event!.value).toSorted()).toEqual(fields.toSorted());
    expect(Number.isNaN(Date.parse(event!.value[time]))).toBe(false);
  });

  test('shows in what the page is told', async () => {
    const { meetingId, path } = await meetingOf(stage, [1]);
    const state = async () =>
      (await stage.api('GET', '/state')).meetings.find((one: any) => one.id === meetingId).state;
    const states = [await state()];
    for (const step of ['start', 'end']) {
      await stage.api('POST', `${path}/${step}`);
      states.push(await state());
    }
    expect(states).toEqual(['scheduled', 'running', 'ended']);
  });

  // platform.md section 4: the app must be installed in that meeting.
  test('without the bot it happens all the same, and the bot hears nothing', async () => {
    const { path } = await meetingOf(stage, [1], false);
    expect(await stage.api('POST', `${path}/start`)).toEqual({ status: null });
    expect(heard()).toEqual([]);
  });
});

test('everything the channel sends carries its tenant, its service address and a number of its own', async () => {
  const conversationId = await stage.install(20);
  await stage.api('POST', '/say', { objectId: oid(20), conversationId, text: 'status' });
  const { path } = await meetingOf(stage, [20]);
  await stage.api('POST', `${path}/start`);
  const all = heard();
  expect(all).toHaveLength(6);
  for (const activity of all)
    expect(activity).toMatchObject({
      channelId: 'msteams',
      serviceUrl: `${stage.platform.url}/connector/`,
      conversation: { tenantId },
      channelData: { tenant: { id: tenantId } },
      from: { aadObjectId: oid(20) },
      recipient: { id: bot },
    });
  expect(new Set(all.map(({ id }) => id)).size).toBe(6);
});
