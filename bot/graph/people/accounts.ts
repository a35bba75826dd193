import type { AadUserConversationMember, Invitation } from '@microsoft/microsoft-graph-types';
import type { Accounts } from '../../ports.ts';
import { asked } from '../frame/asked.ts';
import type { Catalogue } from '../reach/catalogue.ts';
import { statusOf, type Graph } from '../frame/graph.ts';

const member = '#microsoft.graph.aadUserConversationMember';
const users = 'https://graph.microsoft.com/v1.0/users';

/** Where a guest lands who has accepted: null where the tenant keeps the inviting of guests to itself. */
export function graphAccounts(graph: Graph, catalogue: Catalogue, landing: string | null): Accounts {
  const invite: Accounts['invite'] = async ({ address, name, locale }) =>
    asked(async () => {
      const wanted: Invitation = {
        invitedUserEmailAddress: address,
        invitedUserDisplayName: name,
        inviteRedirectUrl: landing ?? '',
        sendInvitationMessage: true,
        invitedUserMessageInfo: { messageLanguage: locale === 'da' ? 'da-DK' : 'en-GB' },
      };
      // The same address again is the same guest.
      const made = await graph.post<Invitation>('/invitations', wanted, { repeat: 'always' });
      return made.invitedUser?.id ?? '';
    });
  return {
    invite: landing ? invite : null,
    join: (teamId, objectId, guest) =>
      asked(async () => {
        const wanted: AadUserConversationMember & Record<string, unknown> = {
          '@odata.type': member,
          roles: guest ? ['guest'] : [],
          'user@odata.bind': `${users}('${objectId}')`,
        };
        const path = `/teams/${encodeURIComponent(teamId)}/members`;
        await graph.post(path, wanted, { repeat: 'always' }).catch((error: unknown) => {
          if (statusOf(error) !== 409) throw error;
        });
      }),
    install: (objectId) =>
      asked(async () => {
        await catalogue.install(`/users/${encodeURIComponent(objectId)}/teamwork/installedApps`);
      }),
  };
}
