import type { Permission, SharePointIdentitySet } from '@microsoft/microsoft-graph-types';
import { statusOf, type Graph } from './graph.ts';

export interface Whom {
  email: string;
  objectId: string | null;
}

/** Graph gives addresses where its metadata knows none. */
interface Named {
  id?: string | null;
  email?: string | null;
  loginName?: string | null;
}

/** `i:0#.f|membership|name_home.dk#ext#@host.onmicrosoft.com` is `name@home.dk`; one of the tenant's own stands as it is. */
function addressIn(loginName: string): string {
  const account = loginName.split('|').at(-1)!.toLowerCase();
  const guest = /^(.+)_([^_]+)#ext#/.exec(account);
  return guest ? `${guest[1]}@${guest[2]}` : account;
}

function namesOf({ user, siteUser }: SharePointIdentitySet): Set<string> {
  const all = [user, siteUser].filter(Boolean) as Named[];
  const names = all.flatMap(({ id, email, loginName }) => [id, email, loginName && addressIn(loginName)]);
  return new Set(names.flatMap((one) => (one ? [one.toLowerCase()] : [])));
}

const isOf = (identity: SharePointIdentitySet, { email, objectId }: Whom): boolean => {
  const names = namesOf(identity);
  return names.has(email) || (objectId !== null && names.has(objectId));
};

/** Ends what one permission gives them: a grant of their own goes, and from a link that others have too they are taken. */
async function end(graph: Graph, path: string, permission: Permission, people: Whom[]): Promise<void> {
  const { id, grantedToV2, grantedToIdentitiesV2, invitation, link } = permission;
  const own = (one: Whom): boolean =>
    invitation?.email?.toLowerCase() === one.email || (grantedToV2 ? isOf(grantedToV2, one) : false);
  const at = `${path}/${encodeURIComponent(id ?? '')}`;
  if (!link) {
    if (people.some(own)) await graph.at(at).delete();
    return;
  }
  const among = people.filter((one) =>
    (grantedToIdentitiesV2 ?? []).some((identity) => isOf(identity as SharePointIdentitySet, one)),
  );
  if (among.length === 0) return;
  const grantees = among.map(({ email }) => ({ email }));
  await graph.post(`${at}/revokeGrants`, { grantees }, { repeat: 'always' });
}

/** What comes from the folder, or lets somebody write, is not ours. */
const isOurs = ({ inheritedFrom, roles }: Permission): boolean =>
  !inheritedFrom && (roles ?? []).every((role) => role === 'read');

/** They read this item no longer; one that is there no more, or a permission that is, needs nothing. */
export async function endReading(graph: Graph, item: string, people: Whom[]): Promise<void> {
  try {
    const { items } = await graph.all<Permission>(`${item}/permissions`);
    for (const permission of items.filter(isOurs))
      await end(graph, `${item}/permissions`, permission, people);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
