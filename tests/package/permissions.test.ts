import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unpacked } from './unpacked.ts';

interface Need {
  type: 'Application' | 'Delegated';
  /** What the permission is the least one for (platform: permissions). */
  call: string;
  /** Where the app makes that call. */
  made: { file: string; as: string };
}

const channels = 'bot/graph/reach/channels.ts';
const meeting = 'bot/teams/reach/messenger.ts';
const application = (call: string, made: Need['made']): Need => ({ type: 'Application', call, made });

/** Asked for in a team, a chat or a meeting, by whoever adds the app there. One line per permission: why. */
const needs: Record<string, Need> = {
  'TeamMember.Read.Group': application('GET /teams/{id}/members', {
    file: 'bot/graph/reach/directory.ts',
    as: '/members?$top',
  }),
  'ChannelSettings.Read.Group': application('GET /teams/{id}/channels', {
    file: channels,
    as: '?$select=id,displayName,webUrl',
  }),
  'Channel.Create.Group': application('POST /teams/{id}/channels', {
    file: channels,
    as: 'graph.post<Channel>(channelsOf(teamId)',
  }),
  'TeamsTab.Read.Group': application('GET /teams/{id}/channels/{id}/tabs', {
    file: channels,
    as: 'graph.all<TeamsTab>(path)',
  }),
  'TeamsTab.Create.Group': application('POST /teams/{id}/channels/{id}/tabs', {
    file: channels,
    as: 'graph.post<TeamsTab>(path',
  }),
  'TeamsActivity.Send.Group': application('POST /teams/{id}/sendActivityNotification', {
    file: 'bot/graph/reach/feed.ts',
    as: '/sendActivityNotification`',
  }),
  'OnlineMeeting.ReadBasic.Chat': application('GET v1/meetings/{id}, and the events of start and end', {
    file: meeting,
    as: '`v1/meetings/${encodeURIComponent(meetingId)}`',
  }),
  'OnlineMeetingParticipant.Read.Chat': application('GET v1/meetings/{id}/participants/{id}', {
    file: meeting,
    as: '/participants/${objectId}',
  }),
  'MeetingStage.Write.Chat': {
    type: 'Delegated',
    call: 'meeting.shareAppContentToStage',
    made: { file: 'tab/src/meeting/stage.ts', as: 'meeting.shareAppContentToStage(' },
  },
};

const asked = unpacked().manifest.authorization.permissions.resourceSpecific;

describe('the permissions that the app asks for', () => {
  test('are those that a call needs, each of the right kind, and not one more', () => {
    const needed = Object.entries(needs).map(([name, { type }]) => ({ name, type }));
    expect(asked).toEqual(needed);
  });

  test('are no more than Teams takes', () => expect(asked.length).toBeLessThanOrEqual(16));

  test('never include reading what people write to each other', () => {
    expect(asked.filter(({ name }) => /Message\.Read|ReadWrite|\.All$/.test(name))).toEqual([]);
  });

  const made = Object.entries(needs).map(([name, need]) => ({ name, ...need.made }));
  test.each(made)('$name: $file makes the call', async ({ file, as }) => {
    expect(await readFile(join(import.meta.dirname, '../..', file), 'utf8')).toContain(as);
  });
});
