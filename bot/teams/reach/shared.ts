import type { Activity } from 'botbuilder';
import type { Actor } from '../../process/frame/roles.ts';

/**
 * Whether nobody else reads what is written here. A message of ours in a group, a channel or a meeting's chat is read by
 * all of it; only what answers a button or a search is shown to the one who asked (platform: user-specific views).
 */
export const isPersonal = ({ conversation }: Activity): boolean =>
  conversation.conversationType === 'personal';

/** What is read by a whole chat says what every member may know, whoever asked for it. */
export const anyMember = (actor: Actor): Actor => ({
  ...actor,
  personId: '',
  displayName: '',
  organisationId: null,
  secretariat: false,
  chair: false,
});
