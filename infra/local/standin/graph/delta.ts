import type { Group } from '@microsoft/microsoft-graph-types';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { groupBody } from './groups.ts';
import { context, decode, encode, linkOf, onlyOptions, pick } from './odata.ts';
import type { Serve } from './serve.ts';

const PATH = '/graph/v1.0/groups/delta';
const PAGE = 50;

/** What a token stands for: the question, up to where the asker knows, and where this round stands. */
type Round = {
  age: string;
  select: string[] | null;
  /** Null: all groups. */
  ids: string[] | null;
  /** Null: the first round, which tells everything. */
  since: number | null;
  until: number;
  after: string;
};
/** `group/member`, and whether the member is in it now; without a member only the group is told. */
type Row = { key: string; groupId: string; objectId?: string; joined: boolean };
type MemberDelta = { '@odata.type': string; id: string; '@removed'?: { reason: 'deleted' } };
type GroupDelta = Partial<Group> & { 'members@delta'?: MemberDelta[] };

function idsIn(filter: string | null): string[] | null {
  if (filter === null) return null;
  const ids = filter.split(/\s+or\s+/).map((part) => part.trim().match(/^id eq '([0-9a-fA-F-]{36})'$/)?.[1]);
  if (ids.length > 50 || ids.some((id) => id === undefined))
    throw new WireError(400, 'Request_UnsupportedQuery', "Only id eq '…' joined by or, at most 50 of them.");
  return ids as string[];
}

/** After a reset the question is to be asked anew: the address to ask is in the answer. */
function gone(world: World, { select, ids }: Round): WireError {
  const location = linkOf(world, PATH, {
    $select: select?.join(',') ?? null,
    $filter: ids?.map((id) => `id eq '${id}'`).join(' or ') ?? null,
    $deltatoken: '',
  });
  const message = 'Resync required. Replace any local items with the server version.';
  return new WireError(410, 'resyncRequired', message, { location });
}

function roundOf(world: World, call: Call): Round {
  const age = world.state.deltaAge;
  const until = world.state.memberChanges.at(-1)?.seq ?? 0;
  const skip = call.query.get('$skiptoken');
  const delta = call.query.get('$deltatoken');
  if (skip || (delta && delta !== 'latest')) {
    const round = decode<Round>(skip ?? delta ?? '', skip ? '$skiptoken' : '$deltatoken');
    if (round.age !== age) throw gone(world, round);
    return skip ? round : { ...round, until };
  }
  const select =
    call.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? null;
  const ids = idsIn(call.query.get('$filter'));
  return { age, select, ids, since: delta === 'latest' ? until : null, until, after: '' };
}

function everything(world: World, ids: string[] | null): Row[] {
  const known = ids ?? [
    ...Object.keys(world.state.groups),
    ...Object.values(world.state.teams).map((t) => t.groupId),
  ];
  return known.flatMap((groupId) => {
    const members = world.groupOf(groupId)?.members;
    if (!members) return [];
    const all = members.map((objectId) => ({
      key: `${groupId}/${objectId}`,
      groupId,
      objectId,
      joined: true,
    }));
    return [{ key: `${groupId}/`, groupId, joined: true }, ...all];
  });
}

/** Of several changes to one person the last counts. */
function changes(world: World, { ids, since, until }: Round): Row[] {
  const last = new Map<string, Row>();
  for (const { seq, groupId, objectId, joined } of world.state.memberChanges)
    if (seq > (since ?? 0) && seq <= until && (ids === null || ids.includes(groupId)))
      last.set(`${groupId}/${objectId ?? ''}`, {
        key: `${groupId}/${objectId ?? ''}`,
        groupId,
        objectId,
        joined,
      });
  return [...last.values()];
}

const memberDelta = (id: string, joined: boolean): MemberDelta => ({
  '@odata.type': '#microsoft.graph.user',
  id,
  ...(!joined && { '@removed': { reason: 'deleted' } }),
});

function groupDeltas(world: World, rows: Row[], select: string[] | null): GroupDelta[] {
  return [...Map.groupBy(rows, (row) => row.groupId)].flatMap(([groupId, own]) => {
    const group = world.groupOf(groupId);
    if (!group) return [];
    const members = own.flatMap(({ objectId, joined }) => (objectId ? [memberDelta(objectId, joined)] : []));
    const told = members.length > 0 && (select === null || select.includes('members'));
    return [{ ...pick(groupBody(group), select), ...(told && { 'members@delta': members }) }];
  });
}

/** One page of a round; a large group goes over several. */
function delta(world: World, call: Call): Reply {
  onlyOptions(call, '$select', '$filter', '$deltatoken', '$skiptoken');
  const round = roundOf(world, call);
  const all = round.since === null ? everything(world, round.ids) : changes(world, round);
  const rest = all.filter((row) => row.key > round.after).sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows = rest.slice(0, PAGE);
  const more = rest.length > PAGE;
  const token = more
    ? { ...round, after: rows.at(-1)?.key ?? '' }
    : { ...round, since: round.until, after: '' };
  const link = linkOf(world, PATH, { [more ? '$skiptoken' : '$deltatoken']: encode(token) });
  return {
    body: {
      '@odata.context': context('groups'),
      [more ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value: groupDeltas(world, rows, round.select),
    },
  };
}

export const deltaRoutes = (world: World, serve: Serve): Route[] => [
  serve(
    'GET',
    '/groups/(?:microsoft\\.graph\\.)?delta(?:\\(\\))?',
    { service: 'directory', any: ['Group.ReadBasic.All', 'Group.Read.All'] },
    (call) => delta(world, call),
  ),
];
