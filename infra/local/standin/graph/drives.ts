import type { DriveItem, Permission, UploadSession } from '@microsoft/microsoft-graph-types';
import { createHash, randomUUID } from 'node:crypto';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { KeptItem } from '../state.ts';
import type { World } from '../world.ts';
import { channelIn } from './channels.ts';
import { context, onlyOptions, pick, selected } from './odata.ts';
import type { Serve } from './serve.ts';
import { teamBy } from './teams.ts';

const items = (world: World): Record<string, KeptItem> => (world.state.items ??= {});
const etagOf = ({ id, revision }: KeptItem): string => `"{${id}},${revision}"`;

const body = (item: KeptItem): DriveItem => ({
  id: item.id,
  name: item.name,
  size: item.size,
  eTag: etagOf(item),
  webUrl: `https://host.sharepoint.com/sites/team/${encodeURIComponent(item.folderId)}/${encodeURIComponent(item.name)}`,
  parentReference: { driveId: item.driveId, id: item.folderId },
});

function folder(world: World, call: Call): Reply {
  const channel = channelIn(world, call);
  const driveId = `b!${teamBy(world, call.part(0)).groupId}`;
  const about: DriveItem = {
    id: `01${channel.id.replace(/\W/g, '')}`,
    name: 'Folder',
    parentReference: { driveId },
  };
  return { body: { '@odata.context': context('driveItem'), ...about } };
}

const notFound = () => new WireError(404, 'itemNotFound', 'The resource could not be found.');
function itemBy(world: World, call: Call): KeptItem {
  const item = items(world)[call.part(1)];
  if (!item || item.driveId !== call.part(0)) throw notFound();
  return item;
}

/** The item that a path names: beside what is there, never over it. */
function madeIn(world: World, call: Call, size: number): KeptItem {
  const [driveId, folderId] = [call.part(0), call.part(1)];
  const name = call.part(2);
  if (Object.values(items(world)).some((one) => one.folderId === folderId && one.name === name))
    throw new WireError(409, 'nameAlreadyExists', 'An item with the same name already exists.');
  return {
    id: `01${randomUUID().replaceAll('-', '')}`,
    driveId,
    folderId,
    name,
    size,
    revision: 0,
    hash: '',
    readers: [],
  };
}

function unchanged(item: KeptItem, call: Call): KeptItem {
  const asked = call.headers['if-match'];
  if (asked && asked !== etagOf(item))
    throw new WireError(412, 'preconditionFailed', 'ETag does not match current item.');
  return item;
}

function keep(world: World, item: KeptItem, content: Buffer): Reply {
  const hash = createHash('sha256').update(content).digest('hex');
  const kept = { ...item, size: content.length, hash, revision: item.revision + 1 };
  items(world)[item.id] = kept;
  world.store.changed();
  return {
    status: item.revision === 0 ? 201 : 200,
    body: { '@odata.context': context('driveItem'), ...body(kept) },
  };
}

/** Sessions live as long as the process, like those of SharePoint live a while. */
const sessions = new Map<string, { item: KeptItem; size: number; got: Buffer[] }>();

function session(world: World, item: KeptItem): Reply {
  const id = randomUUID();
  sessions.set(id, { item, size: 0, got: [] });
  const made: UploadSession = {
    uploadUrl: `${world.address.origin}/graph/upload/${id}`,
    expirationDateTime: new Date(Date.now() + 3600_000).toISOString(),
  };
  return { body: { '@odata.context': context('microsoft.graph.uploadSession'), ...made } };
}

async function slice(world: World, call: Call): Promise<Reply> {
  const open = sessions.get(call.part(0));
  if (!open) throw notFound();
  const [from, to, size] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(call.headers['content-range'] ?? '') ?? [])
    .slice(1)
    .map(Number);
  const bytes = await call.bytes();
  const got = open.got.reduce((sum, part) => sum + part.length, 0);
  const last = to! + 1 === size;
  if (call.headers.authorization) throw new WireError(401, 'unauthenticated', 'A session takes no token.');
  if (from !== got || bytes.length !== to! - from! + 1 || (!last && bytes.length % (320 * 1024) !== 0))
    throw new WireError(
      416,
      'invalidRange',
      'The slice does not follow the last one, or is of a strange size.',
    );
  open.got.push(bytes);
  if (!last) return { status: 202, body: { nextExpectedRanges: [`${to! + 1}-`] } };
  sessions.delete(call.part(0));
  return keep(world, open.item, Buffer.concat(open.got));
}

async function invite(world: World, call: Call): Promise<Reply> {
  const item = itemBy(world, call);
  const { recipients = [] } = await call.json<{ recipients?: { email?: string }[] }>();
  item.readers = [...new Set([...item.readers, ...recipients.map(({ email }) => email ?? '')])];
  world.store.changed();
  return { body: { '@odata.context': context('Collection(permission)'), value: [] } };
}

/** An address the directory knows has a grant of its own; the others share one link. */
const linkId = 'link';
const ownId = (email: string): string => Buffer.from(email).toString('base64url');
const isKnown = (world: World, email: string): boolean =>
  Object.values(world.state.people).some((one) => one.email?.toLowerCase() === email);
const readerOf = (email: string) => ({
  user: { displayName: email },
  siteUser: {
    displayName: email,
    loginName: `i:0#.f|membership|${email.replace('@', '_')}#ext#@host.example`,
  },
});

function permissions(world: World, call: Call): Reply {
  const { readers, folderId, driveId } = itemBy(world, call);
  const linked = readers.filter((email) => !isKnown(world, email));
  const value: Permission[] = [
    { id: 'owners', roles: ['owner'], grantedToV2: readerOf('owner@host.example') },
    {
      id: 'folder',
      roles: ['read'],
      inheritedFrom: { driveId, id: folderId },
      grantedToV2: readerOf('all@host.example'),
    },
    ...readers
      .filter((email) => !linked.includes(email))
      .map((email) => ({ id: ownId(email), roles: ['read'], grantedToV2: readerOf(email) })),
    ...(linked.length > 0
      ? [
          {
            id: linkId,
            roles: ['read'],
            link: { type: 'view', scope: 'users' },
            grantedToIdentitiesV2: linked.map(readerOf),
          },
        ]
      : []),
  ];
  return { body: { '@odata.context': context('Collection(permission)'), value } };
}

function withoutReaders(world: World, item: KeptItem, gone: (email: string) => boolean): void {
  const left = item.readers.filter((email) => !gone(email));
  if (left.length === item.readers.length) throw notFound();
  item.readers = left;
  world.store.changed();
}

export function driveRoutes(world: World, serve: Serve): Route[] {
  const files = { service: 'files' as const, any: ['Sites.Selected', 'Files.ReadWrite.All'] };
  const named = '/drives/([^/]+)/items/([^/:]+):/([^:]+):';
  const one = '/drives/([^/]+)/items/([^/:]+)';
  return [
    serve('GET', '/teams/([^/]+)/channels/([^/]+)/filesFolder', files, (call) => folder(world, call)),
    serve(
      'GET',
      '/teams/([^/]+)/primaryChannel',
      { service: 'teams', any: ['ChannelSettings.Read.Group'] },
      (call) => {
        const { channelId } = teamBy(world, call.part(0));
        return { body: { '@odata.context': context('channels/$entity'), id: channelId } };
      },
    ),
    serve('PUT', `${named}/content`, files, async (call) => {
      const content = await call.bytes();
      return keep(world, madeIn(world, call, content.length), content);
    }),
    serve('POST', `${named}/createUploadSession`, files, (call) => session(world, madeIn(world, call, 0))),
    serve('PUT', `${one}/content`, files, async (call) =>
      keep(world, unchanged(itemBy(world, call), call), await call.bytes()),
    ),
    serve('POST', `${one}/createUploadSession`, files, (call) =>
      session(world, unchanged(itemBy(world, call), call)),
    ),
    serve('POST', `${one}/invite`, files, (call) => invite(world, call)),
    serve('GET', `${one}/permissions`, files, (call) => permissions(world, call)),
    serve('DELETE', `${one}/permissions/([^/]+)`, files, (call) => {
      const ended = (email: string): string => (isKnown(world, email) ? ownId(email) : linkId);
      withoutReaders(world, itemBy(world, call), (email) => ended(email) === call.part(2));
      return { status: 204 };
    }),
    serve('GET', one, files, (call) => {
      onlyOptions(call, '$select');
      return {
        body: { '@odata.context': context('driveItem'), ...pick(body(itemBy(world, call)), selected(call)) },
      };
    }),
    ['PUT', /^\/graph\/upload\/([^/]+)$/, (call) => slice(world, call)],
  ];
}

/** As somebody edits a document in SharePoint. */
export function editItem(world: World, id: string): void {
  const item = items(world)[id];
  if (!item) throw notFound();
  item.revision += 1;
  world.store.changed();
}
