import type { Activity } from 'botbuilder';
import type { Account } from '../../views/people/actor.ts';

/**
 * Whose account the activity is of; verified, like all of it. Null: of nobody who has one, or of two tenants at once, since
 * then nobody can say in which of them the id is somebody's.
 */
export function accountIn({ from, conversation, channelData }: Activity): Account | null {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: string } };
  const [tenantId, ...others] = new Set(
    [conversation.tenantId, tenant?.id].flatMap((one) => (one ? [one.toLowerCase()] : [])),
  );
  const known = from?.aadObjectId && tenantId && others.length === 0;
  return known ? { tenantId, objectId: from.aadObjectId! } : null;
}
