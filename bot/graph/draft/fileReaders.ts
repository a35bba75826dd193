import type { Permission, SharePointIdentitySet } from '@microsoft/microsoft-graph-types';
import { statusOf, type Graph } from '../frame/graph.ts';

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

const addressOf = (identity: SharePointIdentitySet): string[] =>
  [...namesOf(identity)].filter((name) => name.includes('@')).slice(0, 1);

const isOf = (identity: SharePointIdentitySet, { email, objectId }: Whom): boolean => {
  const names = namesOf(identity);
  return names.has(email) || (objectId !== null && names.has(objectId));
};

/** Lets these addresses read it, whoever the folder lets in. */
export async function letIn(graph: Graph, item: string, addresses: string[]): Promise<void> {
  const recipients = addresses.map((email) => ({ email }));
  const asked = { recipients, roles: ['read'], requireSignIn: true, sendInvitation: false };
  await graph.post(`${item}/invite`, asked, { repeat: 'always' });
}

/** What Graph says of it; null when it is there no more. */
const orGone = <T>(asking: Promise<T>): Promise<T | null> =>
  asking.catch((error: unknown) => {
    if (statusOf(error) === 404) return null;
    throw error;
  });

/** Ends what one permission gives them. A link that others have too ends as a whole, and they are let in anew. */
async function end(graph: Graph, item: string, permission: Permission, people: Whom[]): Promise<void> {
  const { id, grantedToV2, grantedToIdentitiesV2, invitation, link } = permission;
  const invited = people.some(({ email }) => invitation?.email?.toLowerCase() === email);
  const holders = [...(grantedToIdentitiesV2 ?? []), ...(grantedToV2 ? [grantedToV2] : [])];
  const isGone = (one: SharePointIdentitySet): boolean => people.some((who) => isOf(one, who));
  if (!invited && !holders.some(isGone)) return;
  await orGone(graph.at(`${item}/permissions/${encodeURIComponent(id ?? '')}`).delete());
  const others = holders.filter((one) => !isGone(one)).flatMap(addressOf);
  if (link && others.length > 0) await letIn(graph, item, others);
}

/** What comes from the folder, or lets somebody write, is not ours. */
const isOurs = ({ inheritedFrom, roles }: Permission): boolean =>
  !inheritedFrom && (roles ?? []).every((role) => role === 'read');

/** They read this item no longer; one that is there no more, or a permission that is, needs nothing. */
export async function endReading(graph: Graph, item: string, people: Whom[]): Promise<void> {
  const known = await orGone(graph.all<Permission>(`${item}/permissions`));
  for (const permission of known?.items.filter(isOurs) ?? []) await end(graph, item, permission, people);
}
