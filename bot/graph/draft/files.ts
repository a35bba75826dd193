import type { Channel, DriveItem, UploadSession } from '@microsoft/microsoft-graph-types';
import type { CopyOf, Files, Folder, KeptCopy } from '../../ports.ts';
import { asked } from '../frame/asked.ts';
import { endReading, letIn } from './fileReaders.ts';
import { statusOf, type Graph } from '../frame/graph.ts';

/** What Graph takes in one call (platform: upload); larger files go in slices. */
const smallest = 4 * 1024 * 1024;
const sliceMs = 60_000;

const kept = ({ id, eTag, webUrl }: DriveItem, { driveId }: Folder): KeptCopy => ({
  driveId,
  itemId: id ?? '',
  etag: eTag ?? '',
  url: webUrl ?? null,
});
const itemAt = (driveId: string, itemId: string): string =>
  `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(itemId)}`;

/** A new item beside what is there and never over it, or the next version of one that nobody has changed since. */
const target = ({ driveId, folderId }: Folder, { name, over }: CopyOf): string =>
  over ? itemAt(driveId, over.itemId) : `${itemAt(driveId, folderId)}:/${encodeURIComponent(name)}:`;

async function wholeOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** The address of a session is a secret of its own: it takes no token, and belongs to SharePoint. */
function sessionUrl({ uploadUrl }: UploadSession, platformUrl: string | undefined): string {
  const url = new URL(uploadUrl ?? '');
  const ours = platformUrl
    ? url.origin === new URL(platformUrl).origin
    : url.hostname.endsWith('.sharepoint.com');
  if (!ours) throw new Error(`an upload session at a strange host: ${url.hostname}`);
  return url.href;
}

async function slices(url: string, { size, parts, sent }: CopyOf): Promise<DriveItem> {
  let from = 0;
  for await (const part of parts()) {
    const to = from + part.length;
    const headers = {
      'content-range': `bytes ${from}-${to - 1}/${size}`,
      'content-type': 'application/octet-stream',
    };
    const answer = await fetch(url, {
      method: 'PUT',
      headers,
      body: new Uint8Array(part),
      signal: AbortSignal.timeout(sliceMs),
    });
    if (!answer.ok) throw new Error(`a slice was answered with ${answer.status}`);
    await sent(to);
    if (to === size) return (await answer.json()) as DriveItem;
    from = to;
  }
  throw new Error('the file ended before its size');
}

async function upload(graph: Graph, folder: Folder, file: CopyOf, platformUrl?: string): Promise<DriveItem> {
  const path = target(folder, file);
  const behaviour = file.over ? 'replace' : 'fail';
  const ifMatch: Record<string, string> = file.over ? { 'if-match': file.over.etag } : {};
  if (file.size <= smallest) {
    const request = graph.at(`${path}/content?@microsoft.graph.conflictBehavior=${behaviour}`);
    return (await request
      .headers({ ...ifMatch, 'content-type': 'application/octet-stream' })
      .put(await wholeOf(file.parts()))) as DriveItem;
  }
  const item = { '@microsoft.graph.conflictBehavior': behaviour };
  const session = (await graph
    .at(`${path}/createUploadSession`)
    .headers(ifMatch)
    .post({ item })) as UploadSession;
  return slices(sessionUrl(session, platformUrl), file);
}

/** Copies of the cases' documents in the folders of their channels (least permission `Sites.Selected`). */
export function graphFiles(graph: Graph, platformUrl: string | undefined): Files {
  return {
    folder: (teamId, channelId) =>
      asked(async () => {
        const team = `/teams/${encodeURIComponent(teamId)}`;
        const channel = channelId ?? (await graph.get<Channel>(`${team}/primaryChannel?$select=id`)).id ?? '';
        const path = `${team}/channels/${encodeURIComponent(channel)}/filesFolder`;
        const { id, parentReference } = await graph.get<DriveItem>(path);
        return { driveId: parentReference?.driveId ?? '', folderId: id ?? '' };
      }),
    put: (folder, file) => asked(async () => kept(await upload(graph, folder, file, platformUrl), folder)),
    async etag({ driveId, itemId }) {
      try {
        return (await graph.get<DriveItem>(`${itemAt(driveId, itemId)}?$select=id,eTag`)).eTag ?? null;
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },
    unshare: ({ driveId, itemId }, people) => asked(() => endReading(graph, itemAt(driveId, itemId), people)),
    share: ({ driveId, itemId }, addresses) => asked(() => letIn(graph, itemAt(driveId, itemId), addresses)),
  };
}
