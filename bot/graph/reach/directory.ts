import type {
  AadUserConversationMember,
  Group,
  NullableOption,
  User,
} from '@microsoft/microsoft-graph-types';
import type { Directory, DirectoryChanges, DirectoryPerson } from '../../ports.ts';
import { batch } from '../frame/batch.ts';
import { statusOf, type Graph } from '../frame/graph.ts';

const person = 'id,displayName,mail,userPrincipalName,userType';
const addressOf = ({ mail, userPrincipalName }: User): string | null =>
  // A guest's principal name is made up of the home address; it is no address of its own.
  mail ?? (userPrincipalName?.includes('#EXT#') ? null : (userPrincipalName ?? null));

/** Ids are the same in capitals. */
const alike = (id: NullableOption<string> | undefined): string => (id ?? '').toLowerCase();

const fromUser = (user: User): DirectoryPerson => ({
  objectId: alike(user.id),
  displayName: user.displayName ?? '',
  email: addressOf(user),
  guest: user.userType === 'Guest',
});

const fromMember = (member: AadUserConversationMember): DirectoryPerson => ({
  objectId: alike(member.userId),
  displayName: member.displayName ?? '',
  email: member.email ?? null,
  guest: member.roles?.includes('guest') ?? false,
});

type Changed = Group & {
  'members@delta'?: { id: string; '@odata.type'?: string; '@removed'?: { reason: NullableOption<string> } }[];
};

/** Groups hold devices and other groups too; only people can answer a hearing. */
const isPerson = (thing: { '@odata.type'?: string }): boolean =>
  thing['@odata.type'] === undefined || thing['@odata.type'] === '#microsoft.graph.user';

const filterOf = (groupIds: string[]): string =>
  encodeURIComponent(groupIds.map((id) => `id eq '${id}'`).join(' or '));

async function peopleWith(graph: Graph, objectIds: string[]): Promise<Map<string, DirectoryPerson>> {
  const paths = [...new Set(objectIds)].map((id) => `/users/${encodeURIComponent(id)}?$select=${person}`);
  const answers = await batch<User>(graph, paths);
  return new Map(answers.flatMap((user) => (user?.id ? [[alike(user.id), fromUser(user)]] : [])));
}

async function named(graph: Graph, items: Changed[], cursor: string): Promise<DirectoryChanges> {
  const moved = items.map((group) => {
    const all = (group['members@delta'] ?? []).filter(isPerson);
    return {
      groupId: alike(group.id),
      joined: all.filter((one) => !one['@removed']).map(({ id }) => alike(id)),
      left: all.filter((one) => one['@removed']).map(({ id }) => alike(id)),
    };
  });
  const known = await peopleWith(
    graph,
    moved.flatMap(({ joined }) => joined),
  );
  const groups = moved.map(({ groupId, joined, left }) => ({
    groupId,
    left,
    joined: joined.flatMap((id) => known.get(id) ?? []),
  }));
  // Entra tells of a guest before it can show them: whoever is missing is asked for again.
  const unnamed = moved.flatMap(({ joined }) => joined).filter((id) => !known.has(id));
  return { groups, unnamed, cursor };
}

const whole = <T>(delta: { items: T[]; deltaLink: string | null }): { items: T[]; cursor: string } => {
  if (!delta.deltaLink) throw new Error('a delta of Graph ended without its link');
  return { items: delta.items, cursor: delta.deltaLink };
};

/** Who is in the host team and in the secretariat's groups (platform: Graph; least permissions in infra/azure). */
export function graphDirectory(graph: Graph): Directory {
  return {
    team: async (groupId) => {
      const path = `/teams/${encodeURIComponent(groupId)}/members?$top=999`;
      return (await graph.all<AadUserConversationMember>(path)).items.map(fromMember);
    },
    group: async (groupId) => {
      const path = `/groups/${encodeURIComponent(groupId)}/members?$select=${person}&$top=999`;
      const { items } = await graph.all<User & { '@odata.type'?: string }>(path);
      return items.filter(isPerson).map(fromUser);
    },
    cursor: async (groupIds) => {
      // Read through once: `$deltatoken=latest` is not documented together with a filter.
      const path = `/groups/delta?$select=members&$filter=${filterOf(groupIds)}`;
      return whole(await graph.all<Changed>(path)).cursor;
    },
    changes: async (cursor) => {
      try {
        const read = whole(await graph.all<Changed>(cursor));
        return await named(graph, read.items, read.cursor);
      } catch (error) {
        if (statusOf(error) === 410) return null;
        throw error;
      }
    },
  };
}
