import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { statusOf } from '../../../bot/graph/frame/graph.ts';
import type { Asked, DirectoryPerson } from '../../../bot/ports.ts';
import { graphCallAt } from '../../../bot/process/reach/graphCalls.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { feedPromises, filePromises } from './portsFiles.ts';
import { freeBusyPromises, meetingPromises } from './portsMeeting.ts';
import { notAsked, tenants, useTenant, type Ground } from './tenants.ts';

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function expectWhole(people: DirectoryPerson[]): void {
  expect(people.length).toBeGreaterThan(0);
  for (const one of people) {
    expect(one.objectId).toMatch(objectId);
    expect(one.displayName).toMatch(/\S/);
    expect(one.email ?? 'none@').toContain('@');
  }
  expect(new Set(people.map((one) => one.objectId)).size).toBe(people.length);
}

/** How Graph refused; 0 where it did not, or was not reached at all. */
const refusalOf = (asked: Promise<unknown>): Promise<number> => asked.then(() => 0, statusOf);

function directoryPromises(ground: Ground): void {
  describe('Directory', () => {
    test('lists everybody in the team and in the group, by object id and name, each once', async () => {
      expectWhole(await ground.directory.team(ground.teamId));
      expectWhole(await ground.directory.group(ground.groupId));
    });

    test('tells of no change when nothing has changed, and goes on from there', async () => {
      let cursor = await ground.directory.cursor([ground.teamId, ground.groupId]);
      for (let looks = 0; looks < 2; looks += 1) {
        const changes = await ground.directory.changes(cursor);
        expect(changes?.groups.flatMap(({ joined, left }) => [...joined, ...left])).toEqual([]);
        expect(changes?.cursor).toMatch(/\/groups\/delta/);
        cursor = changes?.cursor ?? '';
      }
    });

    test('fails for a group that is not there, instead of saying that it is empty', async () => {
      // A team that has not let the app in and one that nobody made are the same to the app.
      expect([403, 404]).toContain(await refusalOf(ground.directory.team(randomUUID())));
      expect(await refusalOf(ground.directory.group(randomUUID()))).toBe(404);
    });
  });
}

function mailPromises(ground: Ground): void {
  test('Mail.send takes a mail from the mailbox to itself', async () => {
    const html = '<p>Prøve af forbindelsen. Du skal ikke gøre noget.</p>';
    const outcome = await ground.mail.send(ground.mailbox, { subject: `CONTRACT-${Date.now()}`, html });
    expect(outcome).toEqual({ sent: true, activityId: null });
  });
}

function accountPromises(ground: Ground): void {
  describe('Accounts', () => {
    test('who is in the team already has joined it', async () => {
      const { objectId, guest } = await ground.person();
      expect(await ground.accounts.join(ground.teamId, objectId, guest)).toEqual({ done: undefined });
    });

    test('the app may be given to the same person twice', async () => {
      const { objectId } = await ground.person();
      expect(await ground.accounts.install(objectId)).toEqual({ done: undefined });
      expect(await ground.accounts.install(objectId)).toEqual({ done: undefined });
    });
  });
}

function doneOf<T>(asked: Asked<T>): T {
  if (!('done' in asked)) throw new Error(`Graph refused: ${asked.refused}`);
  return asked.done;
}

function channelPromises(ground: Ground): void {
  test('Channels.all has the general channel, with the way to it', async () => {
    const all = doneOf(await ground.channels.all(ground.teamId));
    const general = all.find(({ name }) => /^(General|Generelt)$/.test(name));
    expect(general).toMatchObject({
      id: expect.stringMatching(/^19:/),
      url: expect.stringMatching(/^https:/),
    });
  });

  test('Channels.all of a team that is not there is refused, and no empty list', async () => {
    expect(await ground.channels.all(randomUUID())).toHaveProperty('refused');
  });
}

function newChannelPromises(ground: Ground): void {
  describe('a channel that is made', () => {
    const name = `CONTRACT-${Date.now()}`;

    test('is in the team, has the tab once however often it is pinned, and keeps its name to itself', async () => {
      const made = doneOf(await ground.channels.create(ground.teamId, name, 'Prøve; må slettes'));
      expect(made).toMatchObject({ name, id: expect.stringMatching(/^19:/) });
      expect(doneOf(await ground.channels.all(ground.teamId)).map(({ id }) => id)).toContain(made.id);
      const tab = { name: 'Forløbet', page: 'tasks' };
      doneOf(await ground.channels.pin(ground.teamId, made.id, tab));
      doneOf(await ground.channels.pin(ground.teamId, made.id, tab));
      const pinned = ground.seen.filter(({ method, url }) => method === 'POST' && url.endsWith('/tabs'));
      expect(pinned.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(await ground.channels.create(ground.teamId, name, '')).toEqual({ refused: 'nameTaken' });
    });
  });
}

function watchingPromises(ground: Ground): void {
  test('Watching tells when it ends, can be renewed, and knows none that was never asked for', async () => {
    const { id, expiresAt } = await ground.watching.watch(ground.teamId, randomUUID());
    try {
      expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
      const renewed = await ground.watching.renew(id);
      expect(renewed?.expiresAt.getTime()).toBeGreaterThanOrEqual(expiresAt.getTime());
    } finally {
      await ground.unwatch(id);
    }
    expect(await ground.watching.renew(id)).toBeNull();
  });
}

function endsWell(ground: Ground): void {
  test('all of this asked for nothing but what the administrator is told of', () => {
    const kinds = ground.seen.map(({ method, url }) => graphCallAt(method, new URL(url).pathname));
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).not.toContain(null);
  });
}

describe.each(tenants)('on $name', (tenant) => {
  const ground = useTenant(tenant);
  directoryPromises(ground);
  freeBusyPromises(ground);
  meetingPromises(ground);
  mailPromises(ground);
  accountPromises(ground);
  channelPromises(ground);
  feedPromises(ground);
  if (tenant.changes) {
    newChannelPromises(ground);
    filePromises(ground);
  } else notAsked('a channel that is made, and files', 'CONTRACT_CHANGES is not true');
  if (tenant.answers) watchingPromises(ground);
  else notAsked('Watching', 'CONTRACT_PUBLIC_URL is not set');
  endsWell(ground);
  if (tenant.recorded)
    test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
      saysOnlyWhatGraphHas(ground.house!));
});

if (tenants.length === 1) notAsked('a real tenant', 'no CONTRACT_ variable is set');
